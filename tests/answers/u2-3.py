# Answers to u2-3 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 2-orbital-basics` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def gravity_fraction(altitude_km):
    """Return gravity at a height as a fraction of gravity at the ground."""
    return (EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2


# %% right: mean radius
def gravity_fraction(altitude_km):
    return 6371**2 / (6371 + altitude_km) ** 2


# %% right: acceleration over 9.81
def gravity_fraction(altitude_km):
    r = (EARTH_RADIUS_KM + altitude_km) * 1000
    g = 3.986e14 / r**2
    return g / 9.81


# %% right: ratio of two forces on one kilogram
def gravity_fraction(altitude_km):
    def pull(distance_km):
        return 6.674e-11 * 5.972e24 * 1.0 / (distance_km * 1e3) ** 2

    return pull(6378 + altitude_km) / pull(6378)


# %% right: with an array inside
def gravity_fraction(altitude_km):
    distances = np.array([EARTH_RADIUS_KM, EARTH_RADIUS_KM + altitude_km])
    g = 1 / distances**2
    return g[1] / g[0]


# %% blank


# %% hard-coded
def gravity_fraction(altitude_km):
    return 0.88 if altitude_km < 1000 else 0.0576


# %% wrong: no gravity in space
def gravity_fraction(altitude_km):
    return 0


# %% wrong, 1 point: acceleration instead of fraction
def gravity_fraction(altitude_km):
    return 9.8 * (EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2


# %% wrong, 1 point: percent
def gravity_fraction(altitude_km):
    return 100 * (6371 / (6371 + altitude_km)) ** 2


# %% wrong: one power of the distance
def gravity_fraction(altitude_km):
    return EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)


# %% wrong: height against radius
def gravity_fraction(altitude_km):
    return (EARTH_RADIUS_KM / altitude_km) ** 2


# %% wrong: height against radius; the other way
def gravity_fraction(altitude_km):
    return altitude_km / EARTH_RADIUS_KM


# %% wrong: straight line down
def gravity_fraction(altitude_km):
    return 1 - 2 * altitude_km / EARTH_RADIUS_KM


# %% wrong: straight line down; once
def gravity_fraction(altitude_km):
    return (EARTH_RADIUS_KM - altitude_km) / EARTH_RADIUS_KM


# %% wrong: the part that is lost
def gravity_fraction(altitude_km):
    return 1 - (EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2


# %% wrong: fraction upside down
def gravity_fraction(altitude_km):
    return ((EARTH_RADIUS_KM + altitude_km) / EARTH_RADIUS_KM) ** 2


# %% wrong: wrong type; nothing but True
def gravity_fraction(altitude_km):
    return altitude_km > 0


# %% wrong: too large
def gravity_fraction(altitude_km):
    return altitude_km**2


# %% wrong: raises; divides by zero
def gravity_fraction(altitude_km):
    return 1 / (altitude_km - altitude_km)


# %% wrong: not a number; without bound
def gravity_fraction(altitude_km):
    return np.float64(1) / (altitude_km - altitude_km)


# %% right: a generator of one number
def gravity_fraction(altitude_km):
    return ((6371 / (6371 + h)) ** 2 for h in [altitude_km])


# %% wrong: raises; a name that is not there
def gravity_fraction(altitude_km):
    return (R / (R + altitude_km)) ** 2


# %% right: one number in a list
def gravity_fraction(altitude_km):
    return [(EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2]


# %% wrong, 1 point: close
def gravity_fraction(altitude_km):
    return 1.005 * (EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2


# %% wrong: wrong shape
def gravity_fraction(altitude_km):
    g = 9.81 * (EARTH_RADIUS_KM / (EARTH_RADIUS_KM + altitude_km)) ** 2
    return g, g / 9.81


# %% right: exact fractions
from fractions import Fraction


def gravity_fraction(altitude_km):
    r = Fraction(EARTH_RADIUS_KM)
    return (r / (r + Fraction(float(altitude_km)))) ** 2


# %% right: decimals
from decimal import Decimal


def gravity_fraction(altitude_km):
    r = Decimal("6371")
    return (r / (r + Decimal(altitude_km))) ** 2
