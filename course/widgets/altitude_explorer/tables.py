"""Gravity, speed and lap time by height: what Python computes for the picture."""

from functools import cache
from string import Template
from typing import Any

import numpy as np

from course.constants import EARTH_RADIUS_KM, SIDEREAL_DAY_S
from course.orbits import altitude_km as altitude_of_period_km
from course.orbits import circular_speed_km_s, gravity_fraction, laps_per_day, period_s, radius_km
from course.quantities import Array
from course.widgets.altitude_explorer import figure as twin
from course.widgets.altitude_explorer import words as wording
from course.widgets.kit.arrays import Arrays
from course.widgets.kit.words import Words

LOWEST_KM, HIGHEST_KM = 160.0, 40_000.0
STATION_KM = 420.0  # the article's height, and the course's
MARKS_KM = {
    "ISS": STATION_KM,
    # SGP4's mean height of the element set of 12 March 2026 (duncaneddy/brahe, src/access/compute.rs). It
    # sinks: the set of 8 December 2019 (brandon-rhodes/python-sgp4, README.rst) gives 543 km
    "Hubble": 481.0,
    "GPS": 20_180.0,  # nominal semi-major axis 26,559.710 km (IS-GPS-200, CNAV reference value)
    "geostationary": float(
        round(float(altitude_of_period_km(SIDEREAL_DAY_S)))
    ),  # one lap while the Earth turns once
}
_STEPS = 721  # the slider's: 0.77 % of the height each
_ROUND_KM = (
    200,
    300,
    400,
    500,
    600,
    700,
    800,
    1000,
    1500,
    2000,
    3000,
    5000,
    7000,
    10_000,
    15_000,
    25_000,
    30_000,
)
_NEAR_KM = 1000.0  # up to here the drawing keeps the size of the Earth, above it zooms out with the height


@cache
def stops_km() -> Array:
    """Return the heights of the slider, in km: logarithmic, in round numbers, each mark among them."""
    even = np.geomspace(LOWEST_KM, HIGHEST_KM, _STEPS)
    step = np.select([even < 1000, even < 3000, even < 10_000], [1, 5, 10], 50)
    stops = np.round(even / step) * step
    for height in (*_ROUND_KM, *MARKS_KM.values()):
        stops[np.abs(stops - height).argmin()] = height
    stops.flags.writeable = False
    return stops


@cache
def values_by_height() -> dict[str, Array]:
    """Return the four quantities at every stop, in the units of their axes."""
    stops = stops_km()
    return {
        "speed": np.asarray(circular_speed_km_s(stops)),
        "period": np.asarray(period_s(stops)) / 3600,
        "gravity": 100 * np.asarray(gravity_fraction(stops)),
        "laps": np.asarray(laps_per_day(stops)),
    }


@cache
def texts_by_height() -> tuple[dict[str, Any], ...]:  # Any: words, and the endings by their names
    """Return for every stop the words of the height, of the four quantities, and of the comparisons."""
    curves, shown = values_by_height(), wording.QUANTITIES
    texts = []
    for at, height in enumerate(stops_km()):
        words = {name: shown[name].text(float(curve[at])) for name, curve in curves.items()}
        texts.append({"height": f"{height:,.0f} km", **words, "ending": _endings(at)})
    return tuple(texts)


def _endings(at):
    """Return how the orbit at one stop compares with the station's, per quantity."""
    curves, station = values_by_height(), stop_of(STATION_KM)
    speed, lap = (curves[name][at] / curves[name][station] for name in ("speed", "period"))
    here = float(stops_km()[at])
    if here == STATION_KM:
        return dict.fromkeys(("speed", "period", "laps"), wording.SAME) | {"gravity": wording.BENT}
    if here == MARKS_KM["geostationary"]:
        laps = wording.IN_STEP
    else:
        laps = Template(wording.STATION_LAPS).substitute(
            laps=wording.QUANTITIES["laps"].text(float(curves["laps"][station]))
        )
    return {
        "speed": _share(speed, "speed"),
        "period": _share(lap, "period"),
        "gravity": wording.BENT,
        "laps": laps,
    }


def _share(ratio, quantity):
    """Return a ratio to the station's in words.

    Examples
    --------
    >>> _share(0.5057, "speed"), _share(0.9957, "speed"), _share(7.72, "period")
    ('half the speed of the station', '99.6 % of the speed of the station', "7.7 times the station's lap")
    """
    decimals = 1 if abs(ratio - 1) < 0.0095 else 0
    percent = f"{100 * ratio:.{decimals}f}"
    if abs(ratio - 0.5) < 0.0075:  # GPS: 50.6 %
        kind = "half"
    elif ratio >= 2:
        kind = "times"
    else:
        kind = "nearly" if percent == "100.0" else "percent"
    return Template(wording.SHARES[quantity][kind]).substitute(times=f"{ratio:.1f}", percent=percent)


def stop_of(altitude_km: float) -> int:
    return int(np.abs(np.log(stops_km() / altitude_km)).argmin())


def _reach():
    """Return the radius of each orbit in the drawing, as a share of the room there is.

    All is drawn to scale. Low orbits are drawn round an Earth of one size; from `_NEAR_KM` up the radius
    grows with the logarithm of the height while the Earth shrinks, so that a satellite that is dragged always
    moves with the hand. The two parts meet with the same slope.
    """
    above = stops_km() / EARTH_RADIUS_KM
    near = _NEAR_KM / EARTH_RADIUS_KM
    earth = 1 / (1 + near + near * np.log(above[-1] / near))
    return earth * np.where(above <= near, 1 + above, 1 + near + near * np.log(above / near))


@cache
def alts() -> dict[str, str]:
    texts = texts_by_height()
    scene = Template(wording.SCENE).safe_substitute(station=f"{STATION_KM:,.0f} km")
    return {
        name: scene
        + wording.alt_template(
            name, (texts[0]["height"], texts[-1]["height"], texts[0][name], texts[-1][name])
        )
        for name in wording.QUANTITIES
    }


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all stops; computed once in a kernel."""
    stops, texts = stops_km(), texts_by_height()
    place = np.log(stops / stops[0]) / np.log(stops[-1] / stops[0])  # along the logarithmic axis, 0 to 1
    arrays = {
        "altitude_km": stops,
        "radius_km": radius_km(stops),
        "period_s": period_s(stops),
        "reach": _reach(),
        "place": place,
        **values_by_height(),
    }
    columns = {name: [words[name] for words in texts] for name in ("height", *wording.QUANTITIES)}
    words = {
        "earth_radius_km": EARTH_RADIUS_KM,
        "texts": columns,
        "endings": {name: [words["ending"][name] for words in texts] for name in wording.QUANTITIES},
        "sentences": {name: shown.sentence for name, shown in wording.QUANTITIES.items()},
        "alts": alts(),
        "closed": wording.CLOSED,
        "quantities": [
            {"key": name, "name": shown.name, "axis": shown.axis, "ticks": list(shown.ticks)}
            for name, shown in wording.QUANTITIES.items()
        ],
        "axis": twin.AXIS,
        "ticks": [
            [f"{tick:,}", float(np.log(tick / stops[0]) / np.log(stops[-1] / stops[0]))]
            for tick in twin.HEIGHT_TICKS_KM
        ],
        "marks": [[name, stop_of(height)] for name, height in MARKS_KM.items()],
    }
    return arrays, words
