# Answers to u3-2 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 3-ground-track` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def westward_shift(lap_s, laps):
    """Return how far west the track crosses the equator after some laps, in degrees."""
    turn_s = 86164.09  # one turn of the Earth against the stars
    return 360 * laps * lap_s / turn_s


# %% right: rate of rotation in radians
def westward_shift(lap_s, laps):
    return np.degrees(7.292115e-5 * lap_s * laps)


# %% right: solar day and one turn more in a year
def westward_shift(lap_s, laps):
    days = laps * lap_s / 86400
    return 360 * days * (1 + 1 / 365.25)


# %% right: hours and minutes
def westward_shift(lap_s, laps):
    day = 23 * 60 + 56  # minutes
    return laps * lap_s / 60 / day * 360


# %% right: the plane turns too
def westward_shift(lap_s, laps):
    earth_deg_s = 360 / 86164.1
    plane_deg_s = -5 / 86400
    return (earth_deg_s - plane_deg_s) * lap_s * laps


# %% right: with the plane's rate from the package
from course import orbits


def westward_shift(lap_s, laps):
    plane_deg_day = orbits.node_rate_deg_day(orbits.altitude_km(5578))
    return (360.9856 - plane_deg_day) * lap_s * laps / 86400


# %% right: with the plane's rate at each height
from course import orbits


def westward_shift(lap_s, laps):
    plane_deg_day = orbits.node_rate_deg_day(orbits.altitude_km(lap_s))
    return (360 / 86164.09 - plane_deg_day / 86400) * lap_s * laps


# %% right: lap by lap
def westward_shift(lap_s, laps):
    crossing = 0.0
    for _ in range(laps):
        crossing -= 360 * lap_s / 86164
    return -crossing


# %% blank


# %% hard-coded
def westward_shift(lap_s, laps):
    if laps == 1:
        return 23.29
    return 3609.73 if laps == 155 else 238.15


# %% wrong, 1.5 points: day of the Sun
def westward_shift(lap_s, laps):
    return 360 * laps * lap_s / 86400


# %% wrong, 1.5 points: day of the Sun; fifteen degrees an hour
def westward_shift(lap_s, laps):
    return 15 * lap_s / 3600 * laps


# %% wrong, 1.5 points: eastward
def westward_shift(lap_s, laps):
    return -360 * laps * lap_s / 86164


# %% wrong, 1.5 points: way over the ground
def westward_shift(lap_s, laps):
    return 360 * laps - 360 * laps * lap_s / 86164


# %% wrong, 1.5 points: full turns lost
def westward_shift(lap_s, laps):
    return (360 * laps * lap_s / 86164) % 360


# %% wrong, 1.5 points: full turns lost; to the nearer side
def westward_shift(lap_s, laps):
    return (360 * laps * lap_s / 86164 + 180) % 360 - 180


# %% wrong, 1.5 points: one lap only
def westward_shift(lap_s, laps):
    return 360 * lap_s / 86164


# %% wrong: whole laps a day
def westward_shift(lap_s, laps):
    laps_per_day = int(86400 / lap_s)
    return laps * 360 / laps_per_day


# %% wrong: whole laps a day; sixteen of them
def westward_shift(lap_s, laps):
    return laps * 360 / 16


# %% wrong: turn of the station
def westward_shift(lap_s, laps):
    return 360 * laps


# %% wrong, 1.5 points: kilometres
def westward_shift(lap_s, laps):
    return 40075 * laps * lap_s / 86164


# %% wrong: hours, minutes and seconds mixed
def westward_shift(lap_s, laps):
    return 360 * laps * lap_s / 24


# %% wrong: hours, minutes and seconds mixed; minutes
def westward_shift(lap_s, laps):
    return 0.25 * laps * lap_s


# %% wrong, 1.5 points: radians
def westward_shift(lap_s, laps):
    return 7.292115e-5 * lap_s * laps


# %% wrong: upside down
def westward_shift(lap_s, laps):
    return 360 * 86164 / (laps * lap_s)


# %% wrong: fits only what is shown
def westward_shift(lap_s, laps):
    lap_s = 5574 if laps < 10 or laps == 155 else 5700
    return 360 * laps * lap_s / 86164


# %% wrong: raises; one argument only
def westward_shift(lap_s):
    return 360 * lap_s / 86164


# %% wrong: wrong type; a pair
def westward_shift(lap_s, laps):
    return {"degrees": 360 * laps * lap_s / 86164}


# %% wrong: never ends
def westward_shift(lap_s, laps):
    shift = 0
    while laps > 0:
        shift += 360 * lap_s / 86164
    return shift
