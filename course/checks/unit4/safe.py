"""u4-3: a push after which two pieces stay clear of each other: any push counts whose own flight does."""

import functools

import numpy as np

from course import orbits, relative
from course.checks.exercise import Exercise, Misconception, Outcome
from course.checks.forms import Vector
from course.checks.unit4.common import ISS_KM, UNIT

CLEAR_M = 200.0
WINDOW_LAPS = (0.5, 3.0)
STEPS = 360  # some 40 s; between two points the path is taken as straight
ROUNDING = 0.001  # of the strength: arrows whose parts are rounded may be longer by that much
UNITS = (1000, 0.01, 0.001)  # of pushes in km/s, cm/s and mm/s
LEAST_M_S = 1e-9  # anything shorter is no push


def _draw_limits(random):
    """Low and high orbits; limits from just above what is needed to what the station's own thrusters do."""
    bands = [((330, 410), (0.16, 0.199)), ((430, 480), (0.03, 0.04)), ((550, 900), (0.07, 0.12))]
    return [(round(random.uniform(*heights), 1), round(random.uniform(*most), 3)) for heights, most in bands]


def _outcome(push, altitude_km, most_m_s):
    """Fly a push and return what comes of it."""
    strength = _length(push)
    if strength > most_m_s * (1 + ROUNDING):
        return Outcome(False, f"as a whole, that arrow is stronger than {most_m_s:g} m/s")
    laps, distance_m = _nearest(push, altitude_km)
    if distance_m >= CLEAR_M * (1 - SAFE.tolerance):
        return Outcome(True)
    when = {"0.5": "half a lap", "1": "one lap"}.get(f"{round(float(laps), 1):g}", f"{laps:.1f} laps")
    return Outcome(False, f"{when} after it the pieces are {distance_m:.0f} m apart")


@functools.lru_cache(maxsize=4096)
def _nearest(push, altitude_km):
    """Return when the pieces are nearest to each other, in laps, and how near, in m: two exact orbits."""
    lap_s = orbits.period_s(altitude_km)
    time_s = np.linspace(*WINDOW_LAPS, STEPS + 1) * lap_s
    path = relative.two_body_motion(time_s, altitude_km=altitude_km, **_named(push), axes="straight")
    nearest = relative.closest_approach(path, after_s=time_s[0])
    return nearest.time_s / lap_s, nearest.distance_m


def _named(push):
    return dict(zip(("radial_m_s", "along_m_s", "cross_m_s"), push, strict=True))


def _length(push):
    return float(np.linalg.norm(push)) if max(map(abs, push)) < 1e100 else np.inf


def _allowed(push, most):
    return _length(push) <= most * (1 + ROUNDING)


def _too_strong(push, h, most):
    up, forward, left = map(abs, push)
    return forward > most and forward > max(up, left) and _direction_would_do(push, h, most)


def _too_weak(push, h, most):
    return _allowed(push, most) and _direction_would_do(push, h, most)


def _direction_would_do(push, h, most):
    """Return whether the push would keep the pieces apart if it were as strong as is allowed."""
    length = _length(push)
    if not LEAST_M_S < length < np.inf:
        return False
    return _outcome(tuple(part * most / length for part in push), h, most).holds


def _too_long(push, h, most):
    return max(map(abs, push)) <= most * (1 + ROUNDING) < _length(push)


def _other_unit(push, h, most):
    scaled = (tuple(part * factor for part in push) for factor in UNITS)
    return any(_outcome(arrow, h, most).holds for arrow in scaled)


def _meets_on_the_way(push, h, most):
    return _allowed(push, most) and _outcome((0.0, push[1], 0.0), h, most).holds


def _mostly(axis):
    """Return whether a push that is allowed points along one axis more than along the others together."""
    return lambda push, h, most: _allowed(push, most) and 2 * push[axis] ** 2 > _length(push) ** 2


SAFE = Exercise(
    id="u4-3",
    unit=UNIT,
    title="Which push is safe?",
    points=3,
    function="safe_push",
    takes="at most {1:g} m/s at {0:g} km",
    shown=((ISS_KM, 0.2), (ISS_KM, 0.03), (350.0, 0.1)),
    draw=_draw_limits,
    reference=lambda h, most: (0.0, most, 0.0),
    form=Vector("m/s", ("up", "forward", "left")),
    tolerance=0.01,  # of the distance, as `_outcome` applies it
    tolerance_reason="Every push counts, forward or backward, that keeps the pieces 200 m apart when it is "
    "flown on two exact orbits, and that is as a whole no stronger than allowed (0.1 % for rounding). The "
    "margin lets through pushes that were found with the linear equations or with steps of a minute.",
    why="Only the part of a push along the track changes the time of a lap, and only that parts two pieces "
    "for good.",
    question="Which part of a push makes a lap longer or shorter?",
    outcome=_outcome,
    misconceptions=(
        Misconception(
            "no push",
            lambda h, most: (0.0, 0.0, 0.0),
            "{returned}. Two pieces on the same orbit stay side by side. What has to differ between their "
            "orbits?",
            shows=lambda push, h, most: _length(push) <= LEAST_M_S,
        ),
        Misconception(
            "another unit",
            lambda h, most: (0.0, most / 1000, 0.0),
            "{returned}. In another unit those digits would do. In which one is the limit given?",
            credit=0.5,
            shows=_other_unit,
        ),
        Misconception(
            "stronger than allowed",
            lambda h, most: (0.0, 0.5, 0.0),
            "{returned}. The direction would do. What does most_m_s change in your function?",
            credit=0.5,
            shows=_too_strong,
        ),
        Misconception(
            "each part up to the limit",
            lambda h, most: (most, most, most),
            "{returned}. Each of your three numbers keeps to the limit by itself. How long is the diagonal "
            "of a box with these sides?",
            shows=_too_long,
        ),
        Misconception(
            "comes back on the way",
            lambda h, most: (most / 2, -most / 4, 0.0),
            "{returned}. Its part along the track would do by itself. Where does the rest of the push lead "
            "during a lap?",
            shows=_meets_on_the_way,
        ),
        Misconception(
            "straight up or down",
            lambda h, most: (most, 0.0, 0.0),
            "{returned}. Most of your arrow points up or down, and such a push leads around a loop that "
            "closes. How long does a lap take after it?",
            shows=_mostly(0),
            variants=(lambda h, most: (-most, 0.0, 0.0),),
        ),
        Misconception(
            "to the side",
            lambda h, most: (0.0, 0.0, most),
            "{returned}. Most of your arrow points to the side, and tilts the orbit by a hair. Where do two "
            "circles of one size and one centre meet?",
            shows=_mostly(2),
            variants=(lambda h, most: (0.0, 0.0, -most),),
        ),
        Misconception(
            "too weak",
            lambda h, most: (0.0, most / 10, 0.0),
            "{returned}. The direction would do, the gap grows too slowly. How does the gap depend on the "
            "strength of the push?",
            shows=_too_weak,
        ),
    ),
)
