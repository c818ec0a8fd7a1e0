"""Newton's cannon: what Python computes for the picture."""

from functools import cache

import numpy as np

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.flight import free_flight
from course.orbits import circular_speed_km_s, escape_speed_km_s
from course.quantities import Array
from course.tables import counted
from course.widgets.cannon import figure as twin
from course.widgets.cannon import words as wording
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.words import Words

FASTEST_KM_S = 12.0
_SAMPLES = 97  # points of a path: straight pieces between them stay within a quarter of a pixel
_RATES_S = np.array(
    [60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 43200, *86400 * np.array([1, 2, 5, 10, 50])]
)
_LONGEST_PLAY_S = 10.0


@cache
def stops_km_s(altitude_km: float) -> Array:
    """Return the speeds of the slider: every 0.05 km/s, and finer where a small change shows.

    Every 0.01 km/s where the outcome changes, every 0.02 below, where the shot goes ever farther round.
    The stop nearest to a circle is the circle itself: the learner must be able to hit it.
    """
    circle, escape = circular_speed_km_s(altitude_km), escape_speed_km_s(altitude_km)
    hundredths = np.arange(round(100 * FASTEST_KM_S) + 1)
    below_circle = 100 * circle - hundredths
    outcome_changes = (np.abs(below_circle) <= 30) | (np.abs(hundredths - 100 * escape) <= 10)
    reaches_far = (below_circle > 0) & (below_circle <= 120)
    step = np.select([outcome_changes, reaches_far], [1, 2], 5)
    stops = hundredths[hundredths % step == 0] / 100
    stops[np.abs(stops - circle).argmin()] = circle
    return stops


@cache
def precomputed(altitude_km: float) -> tuple[Arrays, Words]:
    """Return the arrays and words of all shots from one height; computed once in a kernel."""
    stops = stops_km_s(altitude_km)
    flights = [free_flight(altitude_km, speed_km_s=speed, samples=_SAMPLES) for speed in stops]
    frames = np.array([twin.frame_km(flight) for flight in flights])
    radius = np.array([np.hypot(flight.x_km, flight.y_km) for flight in flights])
    launch = EARTH_RADIUS_KM + altitude_km
    play = np.array([_play(flight.duration_s) for flight in flights])
    straight = frames[:, 1] + np.ptp(frames, axis=1)  # far enough to leave any window
    arrays = {
        "time_s": [flight.time_s for flight in flights],
        "height_km": radius - EARTH_RADIUS_KM,
        "angle_rad": [np.unwrap(np.arctan2(flight.x_km, flight.y_km)) for flight in flights],
        "speed_km_s": _speeds_km_s(stops, radius, launch),
        "pull": (launch / radius) ** 2,
        "frame_km": frames,
        "rate": play,
        "straight_km": straight,
        "straight_s": straight / np.maximum(stops, 1e-3),
    }
    words = {
        "earth_radius_km": EARTH_RADIUS_KM,
        "altitude_km": altitude_km,
        "stops_km_s": stops.tolist(),
        "outcomes": [flight.outcome for flight in flights],
        "rates": [_rate(rate) for rate in play],
        "landings": ["" if np.isnan(flight.ground_range_km) else f"{flight.ground_range_km:,.0f} km"
                     for flight in flights],
        "far": [_far(flight) for flight in flights],
        "closed": wording.closed(altitude_km),
        "sentences": {
            body + ("" if gravity else "-straight"): [
                wording.sentence(flight, gravity=gravity, body=body) for flight in flights
            ]
            for body in wording.BODIES
            for gravity in (True, False)
        },
        "scene": wording.scene(altitude_km),
        "shapes": wording.SHAPES,
    }  # fmt: skip
    return arrays, words


def _speeds_km_s(stops, radius_km, launch_km):
    """Return the speed along each path from the conservation of energy."""
    squared = stops[:, None] ** 2 + 2 * MU_EARTH_KM3_S2 * (1 / radius_km - 1 / launch_km)
    return np.sqrt(np.maximum(squared, 0))


def _play(seconds):
    """Return the seconds of flight per second of clock at which a flight takes ten seconds at most."""
    enough = _RATES_S[seconds / _LONGEST_PLAY_S <= _RATES_S]
    return int(enough[0]) if len(enough) else int(_RATES_S[-1])


def _rate(seconds):
    """Return how fast a flight is shown, in the largest unit that it fills."""
    for size, one, more in wording.RATES:
        if seconds >= size:
            return counted(round(seconds / size), one, more)
    raise ValueError(f"no rate is below a minute (got {seconds} s)")


def _far(flight):
    """Return the label at the far end of an ellipse."""
    if flight.outcome != "ellipse":
        return ""
    climbs = flight.highest_km > flight.launch_altitude_km + 0.5
    return f"{flight.highest_km if climbs else flight.lowest_km:,.0f} km"
