# Answers to u2-5 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 2-orbital-basics` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def speeds_and_fastest(altitudes_km):
    """Return the speeds, in m/s, and the height of the fastest orbit, in km."""
    speeds_m_s = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return speeds_m_s, altitudes_km[np.argmax(speeds_m_s)]


# %% right: a loop and lists
def speeds_and_fastest(altitudes_km):
    speeds = []
    best = None
    for h in altitudes_km:
        v = 1000 * (MU_EARTH_KM3_S2 / (6371 + h)) ** 0.5
        if best is None or v > best[0]:
            best = (v, h)
        speeds.append(v)
    return [speeds, best[1]]


# %% right: lower is faster, so the lowest
def speeds_and_fastest(altitudes_km):
    speeds = [int(1000 * np.sqrt(398600 / (6378 + h))) for h in altitudes_km]
    return speeds, min(altitudes_km)


# %% right: with pandas
import pandas as pd


def speeds_and_fastest(altitudes_km):
    heights = pd.Series(altitudes_km)
    speeds = 1000 * (MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + heights)) ** 0.5
    return speeds, heights[speeds.idxmax()]


# %% right: a copy that is sorted
def speeds_and_fastest(altitudes_km):
    heights = np.sort(altitudes_km)
    return np.sqrt(3.986e14 / (6.378e6 + 1e3 * altitudes_km)), heights[0]


# %% blank


# %% hard-coded
def speeds_and_fastest(altitudes_km):
    if len(altitudes_km) == 3:
        return [7452, 7669, 3873], 400
    return [7113, 3075, 7726, 5675], 300


# %% wrong, 1.5 points: kilometres per second
def speeds_and_fastest(altitudes_km):
    v = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return v, altitudes_km[v.argmax()]


# %% wrong: height as distance
def speeds_and_fastest(altitudes_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / altitudes_km)
    return v, altitudes_km[v.argmax()]


# %% wrong, 2 points: highest is fastest
def speeds_and_fastest(altitudes_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return v, max(altitudes_km)


# %% wrong, 2 points: speed instead of height
def speeds_and_fastest(altitudes_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return v, v.max()


# %% wrong, 2 points: place instead of height
def speeds_and_fastest(altitudes_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return v, np.argmax(v)


# %% wrong: sorted by the way
def speeds_and_fastest(altitudes_km):
    heights = sorted(altitudes_km)
    v = [1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + h)) for h in heights]
    return v, heights[0]


# %% wrong: sorted by the way; in place
def speeds_and_fastest(altitudes_km):
    altitudes_km.sort()
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return v, altitudes_km[0]


# %% wrong: one speed only
def speeds_and_fastest(altitudes_km):
    for h in altitudes_km:
        v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + h))
    return v, min(altitudes_km)


# %% wrong: one speed only; return inside the loop
def speeds_and_fastest(altitudes_km):
    for h in altitudes_km:
        v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + h))
        return v, h


# %% wrong, 2 points: speeds only
def speeds_and_fastest(altitudes_km):
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))


# %% wrong, 2 points: the other way round
def speeds_and_fastest(altitudes_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return altitudes_km[v.argmax()], v


# %% wrong, 1.5 points: changes its input
def speeds_and_fastest(altitudes_km):
    lowest = altitudes_km.min()
    altitudes_km += EARTH_RADIUS_KM
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / altitudes_km), lowest


# %% wrong: wrong shape; forgets the last height
def speeds_and_fastest(altitudes_km):
    v = []
    for i in range(len(altitudes_km) - 1):
        v.append(1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km[i])))
    return v, min(altitudes_km)


# %% wrong: wrong shape; far too much
def speeds_and_fastest(altitudes_km):
    return np.ones((2000, 2000)), 420.0


# %% wrong: wrong type; a dictionary
def speeds_and_fastest(altitudes_km):
    return {h: 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + h)) for h in altitudes_km}


# %% wrong: returns nothing; at one place
def speeds_and_fastest(altitudes_km):
    v = [1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + h)) if h < 800 else None for h in altitudes_km]
    return v, min(altitudes_km)


# %% wrong: wrong shape; three parts
def speeds_and_fastest(altitudes_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitudes_km))
    return v, min(altitudes_km), True
