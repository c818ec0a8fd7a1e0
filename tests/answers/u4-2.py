# Answers to u4-2 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 4-separation` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def place_after_laps(altitude_km, push_m_s, laps):
    """Return the place along the track after some laps, in m, ahead positive."""
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return -3 * push_m_s * lap_s * laps


# %% right: the mean radius, and the rate of the orbit
def place_after_laps(altitude_km, push_m_s, laps):
    n = (3.986e14 / (6.371e6 + 1e3 * altitude_km) ** 3) ** 0.5
    t = laps * 2 * np.pi / n
    return push_m_s / n * (4 * np.sin(n * t) - 3 * n * t)


# %% right: two laps of different length
def place_after_laps(altitude_km, push_m_s, laps):
    r = EARTH_RADIUS_KM + altitude_km
    v = np.sqrt(MU_EARTH_KM3_S2 / r)
    a = 1 / (2 / r - (v + push_m_s / 1000) ** 2 / MU_EARTH_KM3_S2)
    lap = 2 * np.pi * np.sqrt(r**3 / MU_EARTH_KM3_S2)
    new_lap = 2 * np.pi * np.sqrt(a**3 / MU_EARTH_KM3_S2)
    return laps * (lap - new_lap) * v * 1000  # so late it is, times the speed


# %% right: by parts
def place_after_laps(altitude_km, push_m_s, laps):
    distance_m = 1000 * (6378 + altitude_km)
    speed = (3.986e14 / distance_m) ** 0.5
    size = 2 * push_m_s / speed  # the part by which the orbit grows
    longer = 1.5 * size  # and its lap, by Kepler's third law
    return round(-longer * 2 * np.pi * distance_m * laps)


# %% right: step by step in the frame that flies along
def place_after_laps(altitude_km, push_m_s, laps):
    n = (MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km) ** 3) ** 0.5
    steps = 300 * laps
    dt = laps * 6.2831853 / n / steps
    x, y, vx, vy = 0.0, 0.0, 0.0, push_m_s
    for _ in range(steps):  # each step from the speeds at its middle
        mx = vx + dt / 2 * (3 * n * n * x + 2 * n * vy)
        my = vy - dt / 2 * 2 * n * vx
        middle = x + dt / 2 * vx
        x, y = x + dt * mx, y + dt * my
        vx, vy = vx + dt * (3 * n * n * middle + 2 * n * my), vy - dt * 2 * n * mx
    return y


# %% right: two satellites, by Kepler's equation
def place_after_laps(altitude_km, push_m_s, laps):
    r = EARTH_RADIUS_KM + altitude_km
    v = np.sqrt(MU_EARTH_KM3_S2 / r)
    a = 1 / (2 / r - (v + push_m_s / 1000) ** 2 / MU_EARTH_KM3_S2)
    e = 1 - r / a  # negative after a push back: then it starts at the top
    mean = 2 * np.pi * laps * (r / a) ** 1.5
    anomaly = mean
    for _ in range(20):
        anomaly = mean + e * np.sin(anomaly)
    angle = np.arctan2(np.sqrt(1 - e**2) * np.sin(anomaly), np.cos(anomaly) - e)
    return 1000 * r * angle  # the other one is back where both began


# %% right: with the package
from course.orbits import period_s
from course.relative import hill_motion


def place_after_laps(altitude_km, push_m_s, laps):
    return hill_motion(laps * period_s(altitude_km), altitude_km=altitude_km, along_m_s=push_m_s).along_m


# %% blank


# %% hard-coded
def place_after_laps(altitude_km, push_m_s, laps):
    return {1: -1673, 3: 2499, 15: -54474}.get(laps, -1673)


# %% wrong: straight ahead
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return push_m_s * lap_s * laps


# %% wrong, 1.5 points: ahead instead of behind
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 3 * push_m_s * lap_s * laps


# %% wrong, 1.5 points: one side for both directions
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return -abs(3 * push_m_s * lap_s * laps)


# %% wrong: behind at the speed of the push
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return -push_m_s * lap_s * laps


# %% wrong: the size of the orbit only
def place_after_laps(altitude_km, push_m_s, laps):
    r = EARTH_RADIUS_KM + altitude_km
    v = np.sqrt(MU_EARTH_KM3_S2 / r)
    a = 1 / (2 / r - (v + push_m_s / 1000) ** 2 / MU_EARTH_KM3_S2)
    return -laps * 2 * np.pi * (a - r) * 1000


# %% wrong: the size grows as the speed
def place_after_laps(altitude_km, push_m_s, laps):
    r = EARTH_RADIUS_KM + altitude_km
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 / r)
    larger = r * (1 + push_m_s / v)
    longer = (larger / r) ** 1.5 - 1
    return -laps * longer * 2 * np.pi * r * 1000


# %% wrong, 1.5 points: minutes in a lap
def place_after_laps(altitude_km, push_m_s, laps):
    lap_min = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2) / 60
    return -3 * push_m_s * lap_min * laps


# %% wrong: one radian for a lap
def place_after_laps(altitude_km, push_m_s, laps):
    n = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km) ** 3)
    return -3 * push_m_s * laps / n


# %% wrong, 1.5 points: kilometres
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return -3 * push_m_s / 1000 * lap_s * laps


# %% wrong: back where it was
from course.relative import hill_motion


def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return hill_motion(laps * lap_s, altitude_km=altitude_km, along_m_s=push_m_s).radial_m


# %% wrong: height instead of place
def place_after_laps(altitude_km, push_m_s, laps):
    n = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km) ** 3)
    return 4 * push_m_s / n


# %% wrong, 1.5 points: one lap only
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return -3 * push_m_s * lap_s


# %% wrong, 1.5 points: one lap time for all heights
def place_after_laps(altitude_km, push_m_s, laps):
    return -3 * push_m_s * 5578 * laps


# %% wrong: height as distance
def place_after_laps(altitude_km, push_m_s, laps):
    return -3 * push_m_s * laps * 2 * np.pi * np.sqrt(altitude_km**3 / MU_EARTH_KM3_S2)


# %% wrong: the whole way around
def place_after_laps(altitude_km, push_m_s, laps):
    r = EARTH_RADIUS_KM + altitude_km
    speed_m_s = 1000 * np.sqrt(MU_EARTH_KM3_S2 / r) + push_m_s
    lap_s = 2 * np.pi * np.sqrt(r**3 / MU_EARTH_KM3_S2)
    return speed_m_s * lap_s * laps


# %% wrong: wrong shape; all three axes
from course.relative import hill_motion


def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    path = hill_motion(laps * lap_s, altitude_km=altitude_km, along_m_s=push_m_s)
    return path.radial_m, path.along_m, path.cross_m


# %% wrong: wrong type; in words
def place_after_laps(altitude_km, push_m_s, laps):
    return "behind" if push_m_s > 0 else "ahead"


# %% wrong: wrong type; the path itself
from course.relative import hill_motion


def place_after_laps(altitude_km, push_m_s, laps):
    return hill_motion(laps * 5578, altitude_km=altitude_km, along_m_s=push_m_s)


# %% wrong: raises; a number is called
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return -3 * push_m_s(lap_s * laps)


# %% wrong: too large; kilometres mixed with metres
def place_after_laps(altitude_km, push_m_s, laps):
    lap_s = 2 * np.pi * np.sqrt((1000 * (EARTH_RADIUS_KM + altitude_km)) ** 3 / MU_EARTH_KM3_S2)
    return -3 * push_m_s * lap_s * laps


# %% wrong: unexplained; the laps at 420 km and twice
def place_after_laps(altitude_km, push_m_s, laps):
    return -3 * push_m_s * 5578 * laps * 2


# %% wrong: too small; an angle in degrees
def place_after_laps(altitude_km, push_m_s, laps):
    r = EARTH_RADIUS_KM + altitude_km
    lap_s = 2 * np.pi * np.sqrt(r**3 / MU_EARTH_KM3_S2)
    return np.degrees(-3 * push_m_s * lap_s * laps / 1000 / r)
