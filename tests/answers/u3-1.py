# Answers to u3-1 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 3-ground-track` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def latitude(argument_deg, inclination_deg):
    """Return the latitude below the station, in degrees."""
    sine = np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))
    return np.degrees(np.arcsin(sine))


# %% right: a vector that is turned
def latitude(argument_deg, inclination_deg):
    u, i = np.radians(argument_deg), np.radians(inclination_deg)
    in_plane = np.array([np.cos(u), np.sin(u), 0])
    tilt = np.array([[1, 0, 0], [0, np.cos(i), -np.sin(i)], [0, np.sin(i), np.cos(i)]])
    x, y, z = tilt @ in_plane
    return np.degrees(np.arctan2(z, np.hypot(x, y)))


# %% right: from the angle to the orbit's pole
import math


def latitude(argument_deg, inclination_deg):
    height = math.cos(math.radians(90 - inclination_deg)) * math.cos(math.radians(argument_deg - 90))
    return 90 - math.degrees(math.acos(height))


# %% right: geodetic, as on maps
def latitude(argument_deg, inclination_deg):
    geocentric = np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg)))
    return np.degrees(np.arctan(np.tan(geocentric) / (1 - 1 / 298.257) ** 2))


# %% right: in four quarters
def latitude(argument_deg, inclination_deg):
    u = argument_deg % 360
    if u > 180:
        return -latitude(u - 180, inclination_deg)
    if inclination_deg > 90:
        inclination_deg = 180 - inclination_deg
    return round(float(np.degrees(np.arcsin(np.sin(np.radians(u)) * np.sin(np.radians(inclination_deg))))), 1)


# %% blank


# %% hard-coded
def latitude(argument_deg, inclination_deg):
    return {30.0: 23.08, 225.0: -19.72, 105.0: 73.22, 285.0: -61.1}.get(argument_deg, 51.6)


# %% wrong: inclination times the sine
def latitude(argument_deg, inclination_deg):
    return inclination_deg * np.sin(np.radians(argument_deg))


# %% wrong: straight up and down
def latitude(argument_deg, inclination_deg):
    u = argument_deg % 360
    if u <= 90:
        return inclination_deg * u / 90
    if u <= 270:
        return inclination_deg * (180 - u) / 90
    return inclination_deg * (u - 360) / 90


# %% wrong: degrees into the sine
def latitude(argument_deg, inclination_deg):
    return np.degrees(np.arcsin(np.sin(inclination_deg) * np.sin(argument_deg)))


# %% wrong: degrees into the sine; and radians out
def latitude(argument_deg, inclination_deg):
    return np.arcsin(np.sin(inclination_deg) * np.sin(argument_deg))


# %% wrong, 1 point: radians come back
def latitude(argument_deg, inclination_deg):
    return np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg)))


# %% wrong: sine not undone
def latitude(argument_deg, inclination_deg):
    return np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))


# %% wrong: cosine for sine
def latitude(argument_deg, inclination_deg):
    return np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.cos(np.radians(argument_deg))))


# %% wrong: tilt from the pole
def latitude(argument_deg, inclination_deg):
    return np.degrees(np.arcsin(np.cos(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))))


# %% wrong: angle along the equator
def latitude(argument_deg, inclination_deg):
    return np.degrees(np.arctan(np.tan(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))))


# %% wrong, 1 point: north only
def latitude(argument_deg, inclination_deg):
    height = np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))
    return abs(np.degrees(np.arcsin(height)))


# %% wrong: always at the top
def latitude(argument_deg, inclination_deg):
    return min(inclination_deg, 180 - inclination_deg)


# %% wrong: always at the top; the inclination itself
def latitude(argument_deg, inclination_deg):
    return inclination_deg


# %% wrong: returns nothing
def latitude(argument_deg, inclination_deg):
    result = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))))


# %% wrong: wrong type; text with its unit
def latitude(argument_deg, inclination_deg):
    result = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))))
    return f"{result:.1f} degrees"


# %% wrong: raises; one argument only
def latitude(argument_deg):
    return np.degrees(np.arcsin(np.sin(np.radians(51.64)) * np.sin(np.radians(argument_deg))))


# %% wrong, 1 point: the station's own tilt
def latitude(argument_deg, inclination_deg):
    return np.degrees(np.arcsin(np.sin(np.radians(51.64)) * np.sin(np.radians(argument_deg))))


# %% wrong: not a number; no brackets
def latitude(argument_deg, inclination_deg):
    return np.arcsin(np.degrees(np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))))


# %% wrong: unexplained; a sine too many
def latitude(argument_deg, inclination_deg):
    tilt = np.radians(inclination_deg)
    return np.degrees(np.arcsin(np.sin(tilt) ** 2 * np.sin(np.radians(argument_deg))))
