"""Hill frame: what Python computes for the picture."""

from functools import cache
from string import Template
from typing import Any

import numpy as np

from course.orbits import period_s
from course.quantities import Array
from course.relative import HillPath, hill_motion, two_body_motion
from course.widgets.hill_pad import words as wording
from course.widgets.kit import words as formats
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.words import Words

FASTEST_M_S, STEP_M_S = 0.2, 0.01
MOST_LAPS = 15  # a day
PER_LAP = 96  # points of a path in each lap: one a minute
LONGEST_PLAY_S, SLOWEST_LAPS_S = 8.0, 0.25  # of all laps; of one
TEMPLATES = (
    *("SENTENCE", "HOME", "SAFE", "MEET", "STRAIGHT", "NO_PUSH"),
    *("ALT", "ALT_NO_PUSH", "MOMENT", "START", "AWAY"),
)


@cache
def times_s(altitude_km: float) -> Array:
    times = period_s(altitude_km) * np.arange(PER_LAP * MOST_LAPS + 1) / PER_LAP
    times.flags.writeable = False
    return times


def between(one_path: HillPath, other: HillPath) -> Array:
    """Return the distance between two paths at each moment, in m."""
    return np.sqrt(
        sum((getattr(one_path, f"{axis}_m") - getattr(other, f"{axis}_m")) ** 2 for axis in wording.AXES)
    )


@cache
def _largest_departures_m(altitude_km):
    """Return by how much the paths of this picture leave two exact orbits at the most, up to each lap.

    Over pushes in steps of 0.05 m/s: what is left out grows with the square of the push, so that the largest
    departures belong to the strongest pushes.
    """
    speeds = np.linspace(-FASTEST_M_S, FASTEST_M_S, 9)
    pushes = np.meshgrid(speeds, speeds, speeds[speeds >= 0])  # left and right are mirror images
    given: dict[str, Any] = {  # Any: the three pushes by their names, as both motions take them
        f"{axis}_m_s": each.ravel()[:, None] for axis, each in zip(wording.AXES, pushes, strict=True)
    }
    times = times_s(altitude_km)[:: PER_LAP // 16]
    paths = (motion(times, altitude_km=altitude_km, **given) for motion in (hill_motion, two_body_motion))
    return np.maximum.accumulate(between(*paths).max(axis=0))[16::16]


@cache
def precomputed(altitude_km: float) -> tuple[Arrays, Words]:
    """Return the paths of a push of 1 m/s along each axis, and the words; computed once in a kernel.

    The equations are linear: the path of any push is a sum of multiples of these three.
    """
    times = times_s(altitude_km)
    units = [hill_motion(times, altitude_km=altitude_km, **{f"{axis}_m_s": 1.0}) for axis in wording.AXES]
    arrays = {
        "time_s": times,
        "unit_m": [[getattr(path, f"{axis}_m") for axis in wording.AXES] for path in units],
    }
    rates = [max(count / LONGEST_PLAY_S, SLOWEST_LAPS_S) for count in range(1, MOST_LAPS + 1)]
    words = {
        "axes": list(wording.AXES),
        "pushed": wording.PUSHED,
        "placed": wording.PLACED,
        "views": wording.VIEWS,
        "across": wording.ACROSS,
        "templates": {name.lower(): getattr(wording, name) for name in TEMPLATES},
        "notes": [
            Template(wording.NOTE).substitute(limit=f"{most:.1f} m", laps=formats.laps(count))
            for count, most in enumerate(_largest_departures_m(altitude_km).tolist(), start=1)
        ],
        "rates": rates,
        "rate_words": [f"1 second shows {formats.duration(rate * times[PER_LAP])}" for rate in rates],
        "least_m": wording.LEAST_M,
        "within_m": list(wording.WITHIN_M),
        "fastest_m_s": FASTEST_M_S,
        "step_m_s": STEP_M_S,
        "most_laps": MOST_LAPS,
        "per_lap": PER_LAP,
        "earth": f"Earth, {altitude_km:,.0f} km below",
        "closed": wording.CLOSED,
    }
    return arrays, words
