# Answers to u2-1 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 2-orbital-basics` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def orbital_speed(altitude_km):
    """Return the speed of a circular orbit, in m/s."""
    distance_km = EARTH_RADIUS_KM + altitude_km
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / distance_km)


# %% right: from the period
def orbital_speed(altitude_km):
    r = 6378.137e3 + altitude_km * 1e3
    T = 2 * np.pi * np.sqrt(r**3 / 3.986e14)
    return 2 * np.pi * r / T


# %% right: from local gravity
def orbital_speed(altitude_km):
    R = 6371000
    r = R + 1000 * altitude_km
    g = 9.81 * (R / r) ** 2
    return (g * r) ** 0.5


# %% right: mean radius, G and M
import math


def orbital_speed(altitude_km):
    G = 6.674e-11
    M = 5.972e24
    return math.sqrt(G * M / ((6371 + altitude_km) * 1000))


# %% right: a NumPy array of one number and no dimension
def orbital_speed(altitude_km):
    h = np.asarray(altitude_km, dtype=np.float32)
    return np.array(np.sqrt(398600.4418 / (h + 6378.137)) * 1000)


# %% right: with a warning on the way
import warnings


def orbital_speed(altitude_km):
    warnings.warn("I am not sure about the radius")
    print("radius", EARTH_RADIUS_KM)
    return 1e3 * (MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km)) ** 0.5


# %% right: from the package
from course.orbits import circular_speed_km_s


def orbital_speed(altitude_km):
    return circular_speed_km_s(altitude_km) * 1000


# %% blank


# %% hard-coded
def orbital_speed(altitude_km):
    return {420: 7657.27, 20200: 3872.9}.get(altitude_km, 7657.27)


# %% wrong: height as distance
def orbital_speed(altitude_km):
    return np.sqrt(MU_EARTH_KM3_S2 / altitude_km) * 1000


# %% wrong, 1 point: kilometres per second
def orbital_speed(altitude_km):
    return np.sqrt(MU_EARTH_KM3_S2 / (6371 + altitude_km))


# %% wrong: kilometres mixed with metres
def orbital_speed(altitude_km):
    r = (EARTH_RADIUS_KM + altitude_km) * 1000
    return np.sqrt(MU_EARTH_KM3_S2 / r)


# %% wrong: kilometres mixed with metres; the other way
def orbital_speed(altitude_km):
    return np.sqrt(3.986004418e14 / (EARTH_RADIUS_KM + altitude_km))


# %% wrong: gravity of the ground
def orbital_speed(altitude_km):
    r = (EARTH_RADIUS_KM + altitude_km) * 1000
    return (9.81 * r) ** 0.5


# %% wrong: escape speed
def orbital_speed(altitude_km):
    return 1000 * np.sqrt(2 * MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km))


# %% wrong: height left out
def orbital_speed(altitude_km):
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / EARTH_RADIUS_KM)


# %% wrong: no square root
def orbital_speed(altitude_km):
    return 1000 * MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km)


# %% wrong: no square root; in metres
def orbital_speed(altitude_km):
    return MU_EARTH_KM3_S2 * 1e9 / (1000 * (EARTH_RADIUS_KM + altitude_km))


# %% wrong: distance squared under the root
def orbital_speed(altitude_km):
    r = EARTH_RADIUS_KM + altitude_km
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / r**2)


# %% wrong: fraction upside down
def orbital_speed(altitude_km):
    return 1000 * np.sqrt((EARTH_RADIUS_KM + altitude_km) / MU_EARTH_KM3_S2)


# %% wrong: returns nothing
def orbital_speed(altitude_km):
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km))


# %% wrong: never ends
def orbital_speed(altitude_km):
    v = 0
    while True:
        try:
            v = v + 1
        except:
            pass
    return v


# %% wrong: wrong type; equals everything
class Anything:
    def __eq__(self, other):
        return True

    def __float__(self):
        return 7657.27

    __rsub__ = __sub__ = lambda self, other: 0.0
    __class__ = property(lambda self: float)


def orbital_speed(altitude_km):
    return Anything()


# %% wrong: not a number
def orbital_speed(altitude_km):
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / (altitude_km - 5 * EARTH_RADIUS_KM))


# %% wrong: same for every input
def orbital_speed(altitude_km):
    return 8000


# %% wrong: unexplained
def orbital_speed(altitude_km):
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km / 2))
