# Answers to u2-4 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 2-orbital-basics` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def laps_per_day(altitude_km):
    """Return the number of laps in 24 hours."""
    return 24 * 60 * 60 / (2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2))


# %% right: way in a day over way of a lap
def laps_per_day(altitude_km):
    r = 6371 + altitude_km
    v = np.sqrt(398600.44 / r)
    return v * 86400 / (2 * np.pi * r)


# %% right: angle turned in a day
def laps_per_day(altitude_km):
    degrees_per_second = np.degrees(np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km) ** 3))
    return degrees_per_second * 24 * 3600 / 360


# %% right: minutes by minutes
def laps_per_day(altitude_km):
    lap_min = 84.489 * ((6378.137 + altitude_km) / 6378.137) ** 1.5
    return 1440 / lap_min


# %% right: from the package
from course import orbits


def laps_per_day(altitude_km):
    return orbits.laps_per_day(np.array([altitude_km]))[0]


# %% blank


# %% hard-coded
def laps_per_day(altitude_km):
    answers = {420: 15.4888, 1400: 12.65}
    return answers.get(altitude_km, 15.4888)


# %% wrong, 1 point: day against the stars
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 86164.1 / T


# %% wrong, 1 point: whole laps only
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 86400 // T


# %% wrong, 1 point: whole laps only; rounded
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((6371 + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return round(86400 / T)


# %% wrong: seconds in the lap, not in the day
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 24 * 60 / T


# %% wrong: seconds in the day, not in the lap
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2) / 60
    return 24 * 60 * 60 / T


# %% wrong, 1 point: laps per hour
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 60 * 60 / T


# %% wrong: days per lap
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return T / 86400


# %% wrong: height as distance
def laps_per_day(altitude_km):
    return 86400 / (2 * np.pi * np.sqrt(altitude_km**3 / MU_EARTH_KM3_S2))


# %% wrong: counted from the turning ground
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return (360 / T - 360 / 86400) * 86400 / 360


# %% wrong: sunrises and sunsets
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 2 * 86400 / T


# %% wrong: fits only what is shown
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 86400 / T if altitude_km in (420, 1400) else 15


# %% wrong: wrong type; a date
import datetime


def laps_per_day(altitude_km):
    return datetime.timedelta(days=1)


# %% wrong: prints instead
def laps_per_day(altitude_km):
    print(86400 / (2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)))


# %% wrong: raises; leaves the program
import sys


def laps_per_day(altitude_km):
    sys.exit(0)


# %% wrong: raises; calls itself for ever
def laps_per_day(altitude_km):
    return laps_per_day(altitude_km)


# %% wrong: wrong type; text
def laps_per_day(altitude_km):
    T = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return f"{86400 / T:.2f} laps"


# %% wrong: wrong type; complex
def laps_per_day(altitude_km):
    return 86400 / (2 * np.pi) * (MU_EARTH_KM3_S2 / -((EARTH_RADIUS_KM + altitude_km) ** 3)) ** 0.5


# %% wrong: not a function
laps_per_day = 15.4888
