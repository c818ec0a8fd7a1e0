# Answers to u2-2 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 2-orbital-basics` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def period(altitude_km):
    """Return the time of one lap of a circular orbit, in s."""
    distance_km = EARTH_RADIUS_KM + altitude_km
    return 2 * np.pi * np.sqrt(distance_km**3 / MU_EARTH_KM3_S2)


# %% right: way divided by speed
def period(altitude_km):
    r = 6371 + altitude_km
    v = (398600 / r) ** 0.5
    return 2 * 3.14159 * r / v


# %% right: Kepler's ratio to a television satellite
def period(altitude_km):
    return 86164 * ((6378 + altitude_km) / 42164) ** 1.5


# %% right: from gravity up there, in metres
def period(altitude_km):
    r = (EARTH_RADIUS_KM + altitude_km) * 1e3
    g = 9.798 * (EARTH_RADIUS_KM * 1e3 / r) ** 2
    omega = np.sqrt(g / r)
    return np.array(2 * np.pi / omega)


# %% right: a whole number of seconds
def period(altitude_km):
    return round(2 * np.pi * ((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2) ** 0.5)


# %% blank


# %% hard-coded
def period(altitude_km):
    if altitude_km == 420:
        return 5578
    return 43077


# %% wrong: height as distance
def period(altitude_km):
    return 2 * np.pi * np.sqrt(altitude_km**3 / MU_EARTH_KM3_S2)


# %% wrong, 1 point: minutes
def period(altitude_km):
    return 2 * np.pi * np.sqrt((6371 + altitude_km) ** 3 / MU_EARTH_KM3_S2) / 60


# %% wrong, 1 point: hours
def period(altitude_km):
    r = EARTH_RADIUS_KM + altitude_km
    v_km_h = 3600 * np.sqrt(MU_EARTH_KM3_S2 / r)
    return 2 * np.pi * r / v_km_h


# %% wrong: no full turn
def period(altitude_km):
    return np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)


# %% wrong: half a turn
def period(altitude_km):
    r = EARTH_RADIUS_KM + altitude_km
    return np.pi * r / np.sqrt(MU_EARTH_KM3_S2 / r)


# %% wrong: height left out
def period(altitude_km):
    return 2 * np.pi * np.sqrt(EARTH_RADIUS_KM**3 / MU_EARTH_KM3_S2)


# %% wrong: way around the ground
def period(altitude_km):
    v = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km))
    return 40075 / v


# %% wrong: distance squared, not cubed
def period(altitude_km):
    return 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 2 / MU_EARTH_KM3_S2)


# %% wrong: no square root
def period(altitude_km):
    return 2 * np.pi * (EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2


# %% wrong: no square root; 4 pi squared
def period(altitude_km):
    return 4 * np.pi**2 * (EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2


# %% wrong: kilometres mixed with metres
def period(altitude_km):
    r = 1000 * (EARTH_RADIUS_KM + altitude_km)
    return 2 * np.pi * np.sqrt(r**3 / MU_EARTH_KM3_S2)


# %% wrong: kilometres mixed with metres; the other way
def period(altitude_km):
    return 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / 3.986e14)


# %% wrong: raises
def period(height):
    return 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)


# %% wrong: too large
def period(altitude_km):
    return 1e9 * altitude_km


# %% wrong: too small
def period(altitude_km):
    return altitude_km / 1000


# %% wrong, 1 point: sign throughout
def period(altitude_km):
    return -2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)


# %% wrong: raises; cannot be described
class Silent(Exception):
    def __str__(self):
        raise RuntimeError


def period(altitude_km):
    raise Silent
