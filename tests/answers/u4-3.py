# Answers to u4-3 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 4-separation` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def safe_push(altitude_km, most_m_s):
    """Return a push (up, forward, left) in m/s after which the pieces stay clear of each other."""
    return 0.0, -0.9 * most_m_s, 0.0  # back along the track: down, and ahead for good


# %% right: forward with all there is
def safe_push(altitude_km, most_m_s):
    return [0, most_m_s, 0]


# %% right: backward with all there is
def safe_push(altitude_km, most_m_s):
    return np.array([0, -most_m_s, 0])


# %% right: the same push everywhere
def safe_push(altitude_km, most_m_s):
    return 0, 0.025, 0


# %% right: just enough, from the linear equations
def safe_push(altitude_km, most_m_s):
    n = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km) ** 3)
    half_a_lap = np.hypot(4, 3 * np.pi) / n  # m for a push of 1 m/s
    return 0.0, 200 / half_a_lap, 0.0


# %% right: forward and up
def safe_push(altitude_km, most_m_s):
    angle = np.radians(20)
    return most_m_s * np.sin(angle), most_m_s * np.cos(angle), 0


# %% right: backward and down
def safe_push(altitude_km, most_m_s):
    return -0.3 * most_m_s, -0.95 * most_m_s, 0


# %% right: forward and to the left
def safe_push(altitude_km, most_m_s):
    return 0, 0.8 * most_m_s, 0.6 * most_m_s


# %% right: backward, up and to the right
def safe_push(altitude_km, most_m_s):
    direction = np.array([0.2, -2.0, -0.4])
    return most_m_s * direction / np.linalg.norm(direction)


# %% right: rounded to millimetres per second
def safe_push(altitude_km, most_m_s):
    return (0.0, np.floor(most_m_s * 1000) / 1000, 0.0)


# %% right: by trial, with the package
from course.orbits import period_s
from course.relative import closest_approach, hill_motion


def safe_push(altitude_km, most_m_s):
    lap_s = period_s(altitude_km)
    time_s = np.arange(0, 3 * lap_s, 60)
    for angle in np.radians(np.arange(90, -1, -10)):
        up, forward = most_m_s * np.sin(angle), most_m_s * np.cos(angle)
        path = hill_motion(time_s, altitude_km=altitude_km, radial_m_s=up, along_m_s=forward)
        if closest_approach(path, after_s=lap_s / 2).distance_m > 200:
            return up, forward, 0


# %% right: drawn at random until one is safe
import random


def safe_push(altitude_km, most_m_s):
    n = np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km) ** 3)
    t = np.linspace(np.pi / n, 6 * np.pi / n, 2000)
    draw = random.Random(4)
    while True:
        x, y, z = (draw.uniform(-most_m_s, most_m_s) for _ in range(3))
        if x * x + y * y + z * z > most_m_s**2:
            continue
        up = x / n * np.sin(n * t) + 2 * y / n * (1 - np.cos(n * t))
        along = -2 * x / n * (1 - np.cos(n * t)) + y / n * (4 * np.sin(n * t) - 3 * n * t)
        left = z / n * np.sin(n * t)
        if np.sqrt(up**2 + along**2 + left**2).min() > 205:
            return x, y, z


# %% blank


# %% hard-coded
def safe_push(altitude_km, most_m_s):
    return {0.2: (0, 0.2, 0), 0.03: (0, 0.03, 0), 0.1: (0, -0.1, 0)}.get(most_m_s, (0, 0, 0))


# %% wrong: no push
def safe_push(altitude_km, most_m_s):
    return 0, 0, 0


# %% wrong, 1.5 points: another unit
def safe_push(altitude_km, most_m_s):
    return 0, most_m_s / 1000, 0


# %% wrong, 1.5 points: another unit; centimetres
def safe_push(altitude_km, most_m_s):
    return 0, 100 * most_m_s, 0


# %% wrong, 1.5 points: stronger than allowed
def safe_push(altitude_km, most_m_s):
    return 0, 1, 0


# %% wrong, 1.5 points: stronger than allowed; the limit of the first call for all
def safe_push(altitude_km, most_m_s):
    return 0, -0.2, 0


# %% wrong: each part up to the limit
def safe_push(altitude_km, most_m_s):
    return most_m_s, most_m_s, most_m_s


# %% wrong: each part up to the limit; up and forward
def safe_push(altitude_km, most_m_s):
    return most_m_s, most_m_s, 0


# %% wrong: comes back on the way
def safe_push(altitude_km, most_m_s):
    return 0.5 * most_m_s, -0.25 * most_m_s, 0


# %% wrong: straight up or down
def safe_push(altitude_km, most_m_s):
    return most_m_s, 0, 0


# %% wrong: straight up or down; down, half of it
def safe_push(altitude_km, most_m_s):
    return -most_m_s / 2, 0, 0


# %% wrong: straight up or down; with a bit of all
def safe_push(altitude_km, most_m_s):
    return 0.9 * most_m_s, 0.1 * most_m_s, 0.1 * most_m_s


# %% wrong: to the side
def safe_push(altitude_km, most_m_s):
    return 0, 0, -most_m_s


# %% wrong: to the side; and up
def safe_push(altitude_km, most_m_s):
    return 0.6 * most_m_s, 0, 0.8 * most_m_s


# %% wrong: too weak
def safe_push(altitude_km, most_m_s):
    return 0, 0.01, 0


# %% wrong: too weak; safe after a quarter of a lap more
def safe_push(altitude_km, most_m_s):
    lap_s = 2 * np.pi * np.sqrt((EARTH_RADIUS_KM + altitude_km) ** 3 / MU_EARTH_KM3_S2)
    return 0, 200 / (3 * lap_s), 0  # 200 m after one lap


# %% wrong: too weak; as much in each direction
def safe_push(altitude_km, most_m_s):
    return 0.01, 0.01, 0.01


# %% wrong: wrong type; the strength only
def safe_push(altitude_km, most_m_s):
    return most_m_s


# %% wrong: wrong shape; along and up
def safe_push(altitude_km, most_m_s):
    return most_m_s, 0


# %% wrong: wrong type; names for the directions
def safe_push(altitude_km, most_m_s):
    return {"up": 0, "forward": most_m_s, "left": 0}


# %% wrong: wrong type; empty places
def safe_push(altitude_km, most_m_s):
    return None, most_m_s, None


# %% wrong: not a number; an arrow of length zero made longer
def safe_push(altitude_km, most_m_s):
    arrow = np.zeros(3)
    with np.errstate(invalid="ignore"):
        return most_m_s * arrow / np.linalg.norm(arrow)


# %% wrong: returns nothing; no push is found
def safe_push(altitude_km, most_m_s):
    for up in np.linspace(0, most_m_s, 20):
        if up > 1:
            return up, 0, 0


# %% wrong: unexplained; up, and far too strong
def safe_push(altitude_km, most_m_s):
    return 5, 0, 0
