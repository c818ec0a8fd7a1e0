# Answers to u3-3 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 3-ground-track` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def pieces(longitude_deg):
    """Return a track as a list of pieces, cut at the date line."""
    line = (longitude_deg + 180) % 360 - 180
    jumps = np.abs(np.diff(line)) > 180
    return np.split(line, np.flatnonzero(jumps) + 1)


# %% right: a loop
def pieces(longitude_deg):
    found = []
    before = None
    for x in longitude_deg:
        while x >= 180:
            x -= 360
        while x < -180:
            x += 360
        if before is None or abs(x - before) > 180:
            found.append([])
        found[-1].append(x)
        before = x
    return found


# %% right: by the number of the map
def pieces(longitude_deg):
    number = np.floor((longitude_deg + 180) / 360)
    line = longitude_deg - 360 * number
    cuts = [k for k in range(1, len(line)) if number[k] != number[k - 1]]
    return [line[a:b] for a, b in zip([0] + cuts, cuts + [len(line)])]


# %% right: remainders of math, and tuples
import math


def pieces(longitude_deg):
    line = [round(math.remainder(x, 360), 3) for x in longitude_deg.tolist()]
    line = [-180.0 if x == 180 else x for x in line]
    result, piece = [], (line[0],)
    for a, b in zip(line, line[1:]):
        if abs(a - b) > 180:
            result.append(piece)
            piece = ()
        piece += (b,)
    return tuple(result + [piece])


# %% right: groups of pandas
import pandas as pd


def pieces(longitude_deg):
    track = pd.Series(longitude_deg)
    lap = (track + 180) // 360
    return [group.to_numpy() for _, group in (track - 360 * lap).groupby(lap.diff().ne(0).cumsum())]


# %% blank


# %% hard-coded
def pieces(longitude_deg):
    if longitude_deg[0] == 100:
        return [[100, 150], [-160, -110, -60, -10, 40]]
    if longitude_deg[0] == 500:
        return [[140], [-180, -140, 20, 170], [-150]]
    return [[-100, -160], [140, 80, 20, -40, -100, -160], [140]]


# %% wrong: from 0 to 360
def pieces(longitude_deg):
    line = longitude_deg % 360
    return np.split(line, np.flatnonzero(np.abs(np.diff(line)) > 180) + 1)


# %% wrong: not wrapped
def pieces(longitude_deg):
    return [longitude_deg]


# %% wrong: not wrapped; but cut
def pieces(longitude_deg):
    line = (longitude_deg + 180) % 360 - 180
    return np.split(longitude_deg, np.flatnonzero(np.abs(np.diff(line)) > 180) + 1)


# %% wrong, 1 point: not cut
def pieces(longitude_deg):
    return [(longitude_deg + 180) % 360 - 180]


# %% wrong, 1 point: not cut; a flat array
def pieces(longitude_deg):
    return (longitude_deg + 180) % 360 - 180


# %% wrong, 1 point: not cut; jumps sought before wrapping
def pieces(longitude_deg):
    jumps = np.abs(np.diff(longitude_deg)) > 180
    return np.split((longitude_deg + 180) % 360 - 180, np.flatnonzero(jumps) + 1)


# %% wrong, 1 point: one turn only
def pieces(longitude_deg):
    line = [x - 360 if x >= 180 else x + 360 if x < -180 else x for x in longitude_deg]
    found = [[line[0]]]
    for a, b in zip(line, line[1:]):
        if abs(a - b) > 180:
            found.append([])
        found[-1].append(b)
    return found


# %% wrong: mirrored
def pieces(longitude_deg):
    line = np.where(longitude_deg > 180, 360 - longitude_deg, longitude_deg)
    line = np.where(line < -180, -360 - line, line)
    return np.split(line, np.flatnonzero(np.abs(np.diff(line)) > 180) + 1)


# %% wrong: mirrored; absolute values
def pieces(longitude_deg):
    return [np.abs((longitude_deg + 180) % 360 - 180)]


# %% wrong: held at the edge
def pieces(longitude_deg):
    return [np.clip(longitude_deg, -180, 180)]


# %% wrong, 1 point: jumps of one sign only
def pieces(longitude_deg):
    line = (longitude_deg + 180) % 360 - 180
    return np.split(line, np.flatnonzero(np.diff(line) < -180) + 1)


# %% wrong, 1 point: cut at Greenwich too
def pieces(longitude_deg):
    line = (longitude_deg + 180) % 360 - 180
    return np.split(line, np.flatnonzero(np.sign(line[1:]) != np.sign(line[:-1])) + 1)


# %% wrong, 1 point: cut one point off
def pieces(longitude_deg):
    line = (longitude_deg + 180) % 360 - 180
    found = np.split(line, np.flatnonzero(np.abs(np.diff(line)) > 180))
    return [piece for piece in found if len(piece)]


# %% wrong, 1 point: points lost at the cut
def pieces(longitude_deg):
    found, piece = [], []
    line = (longitude_deg + 180) % 360 - 180
    for k, x in enumerate(line):
        if k and abs(x - line[k - 1]) > 180:
            found.append(piece)
            piece = []
        else:
            piece.append(x)
    found.append(piece)
    return [piece for piece in found if piece]


# %% wrong: points beyond the edge lost
def pieces(longitude_deg):
    return [[x for x in longitude_deg if -180 <= x < 180]]


# %% wrong, 1 point: the date line has two names
def pieces(longitude_deg):
    line = np.degrees(np.arctan2(np.sin(np.radians(longitude_deg)), np.cos(np.radians(longitude_deg))))
    line[np.abs(line) > 179.999999] = 180
    return np.split(line, np.flatnonzero(np.abs(np.diff(line)) > 180) + 1)


# %% wrong, 1 point: changes its input
def pieces(longitude_deg):
    longitude_deg += 180
    longitude_deg %= 360
    longitude_deg -= 180
    return np.split(longitude_deg, np.flatnonzero(np.abs(np.diff(longitude_deg)) > 180) + 1)


# %% wrong: wrong shape; nan between the pieces
def pieces(longitude_deg):
    line = (longitude_deg + 180) % 360 - 180
    return np.insert(line, np.flatnonzero(np.abs(np.diff(line)) > 180) + 1, np.nan)


# %% wrong: wrong shape; an empty piece
def pieces(longitude_deg):
    line = (longitude_deg + 180) % 360 - 180
    return [[], *np.split(line, np.flatnonzero(np.abs(np.diff(line)) > 180) + 1)]


# %% wrong: wrong type; the places only
def pieces(longitude_deg):
    return {"cuts": [2]}


# %% wrong: returns nothing; the list grows and is not handed back
def pieces(longitude_deg):
    found = []
    for x in longitude_deg:
        found.append([(x + 180) % 360 - 180])


# %% wrong: raises; past the end
def pieces(longitude_deg):
    found = []
    for k in range(len(longitude_deg)):
        if abs(longitude_deg[k + 1] - longitude_deg[k]) > 180:
            found.append([])
    return found


# %% wrong: wrong type; pieces of text
def pieces(longitude_deg):
    return [[f"{x:.1f}" for x in (longitude_deg + 180) % 360 - 180]]
