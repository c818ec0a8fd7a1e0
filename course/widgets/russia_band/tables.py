"""Russia under the track: what Python computes for the picture."""

from functools import cache
from typing import Any, TypedDict

import numpy as np

from course import cities
from course.coverage import area_share_below, population_share_below, risen_limits_deg
from course.geography import VIEWS, Borders
from course.orbits import turning_latitude_deg
from course.quantities import Array
from course.widgets.kit.arrays import Arrays, Rounded
from course.widgets.kit.inclinations import MARKS_DEG
from course.widgets.kit.words import Words, joined
from course.widgets.russia_band import words as wording
from course.widgets.russia_band.albers import albers_km, parallel_km
from course.widgets.russia_band.shapes import FRAME_KM, shapes_km

ALTITUDE_KM = 420.0
FLATTEST_DEG, STEEPEST_DEG, STEP_DEG = 40.0, 90.0, 0.25
CITIES = {  # name: where its label stands, and where on a narrow screen; "" has no room for it
    "Sochi": ("left", "below"),
    "Volgograd": ("left", ""),
    "Saratov": ("right", ""),
    "Voronezh": ("left", ""),
    "Orenburg": ("right", "right"),
    "Khabarovsk": ("left", "above"),
    "Vladivostok": ("left", "left"),
    "Moscow": ("right", "right"),
    "Saint Petersburg": ("right", "right"),
    "Murmansk": ("right", "right"),
}


class City(TypedDict):
    """A city on the map: its place there, and where its name stands."""

    name: str
    latitude_deg: float
    place_km: tuple[float, float]
    sides: tuple[str, str]


@cache
def stops_deg() -> Array:
    """Return the stops of the slider in degrees, every quarter of a degree and each mark."""
    even = np.arange(FLATTEST_DEG, STEEPEST_DEG + STEP_DEG / 2, STEP_DEG)
    marks = [mark for mark in MARKS_DEG if FLATTEST_DEG < mark < STEEPEST_DEG]
    stops = np.unique(np.append(even, marks))
    stops.flags.writeable = False
    return stops


@cache
def orbits() -> dict[str, Array]:
    """Return for each stop how far north the track comes, how far it rises, and the radii of these arcs."""
    stops = stops_deg()
    top = np.asarray(turning_latitude_deg(ALTITUDE_KM, inclination_deg=stops))
    orbits = [{"inclination_deg": stop, "altitude_km": ALTITUDE_KM} for stop in stops.tolist()]
    sight = np.array([[risen_limits_deg(each, **orbit)[1] for each in wording.LINES] for orbit in orbits])
    return {
        "inclination_deg": stops,
        "top_deg": top,
        "sight_deg": sight,
        "reach_km": parallel_km(top),
        "sight_km": parallel_km(sight),
    }


@cache
def reach_and_areas() -> dict[Borders, dict[str, Array]]:
    """Return for each view of the borders the shares of Russia's area and people at each stop."""
    orbit, tables = orbits(), {}
    for view in VIEWS:
        sight = orbit["sight_deg"]
        seen = np.reshape(area_share_below("RUS", latitude_deg=sight.ravel(), borders=view), sight.shape)
        tables[view] = {
            "area": np.asarray(area_share_below("RUS", latitude_deg=orbit["top_deg"], borders=view)),
            "people": np.asarray(population_share_below("RUS", latitude_deg=orbit["top_deg"], borders=view)),
            "seen": seen,
        }
    return tables


def _place_km(city):
    right, down = albers_km(city["longitude_deg"], city["latitude_deg"])
    return float(right), float(down)


@cache
def cities_drawn() -> list[City]:
    found = [cities.find(name, country="RUS") for name in CITIES]
    found.sort(key=lambda city: city["latitude_deg"])
    return [
        {
            "name": city["name"],
            "latitude_deg": float(city["latitude_deg"]),
            "place_km": _place_km(city),
            "sides": CITIES[city["name"]],
        }
        for city in found
    ]


def kind(area: float) -> str:
    """Return which sentence a share of the area calls for."""
    return "none" if area == 0 else "all" if area == 1 else "part"


@cache
def texts() -> dict[str, Any]:  # Any: lists of words, and those of each view by their names
    """Return the words of every stop, and in each view of the borders the shares in words."""
    tops = orbits()["top_deg"]
    latitudes = [city["latitude_deg"] for city in cities_drawn()]
    texts = {
        "slider": [f"{stop:g}°" for stop in stops_deg().tolist()],
        "inclination": [f"{stop:.1f}".removesuffix(".0") for stop in stops_deg().tolist()],
        "top": [f"{top:.1f}" for top in tops.tolist()],
        "below": np.searchsorted(latitudes, tops, side="right").tolist(),
    }
    for view, table in reach_and_areas().items():
        area = table["area"].tolist()
        texts[view] = {
            "kind": [kind(share) for share in area],
            "area": [wording.percent(share) for share in area],
            "people": [wording.percent(share) for share in table["people"].tolist()],
            "seen": [[wording.percent(share) for share in row] for row in table["seen"].tolist()],
        }
    return texts


@cache
def below() -> list[dict[str, str]]:
    """Return the cities below the track and beyond it, for each number of them from the south."""
    names = [city["name"] for city in cities_drawn()]
    return [
        {"inside": joined(names[:count]) or wording.NONE, "outside": joined(names[count:]) or wording.NONE}
        for count in range(len(names) + 1)
    ]


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all stops; computed once in a kernel."""
    orbit, crimea = orbits(), shapes_km()["crimea_km"]
    words = {
        "texts": texts(),
        "below": below(),
        "sentences": wording.SENTENCE,
        "alt": wording.ALT,
        "seen": list(wording.SEEN),
        "notes": {view: note + wording.MORE for view, note in wording.NOTES.items()},
        "key": wording.KEY,
        "lines": list(wording.LINES.values()),
        "cities": cities_drawn(),
        "marks": [[int(np.flatnonzero(stops_deg() == mark)[0]), why] for mark, why in MARKS_DEG.items()
                  if FLATTEST_DEG < mark < STEEPEST_DEG],
        "frame_km": list(FRAME_KM),
        "crimea_box": [float(side(part)) for part in crimea.T for side in (np.nanmin, np.nanmax)],
        "closed": wording.CLOSED,
    }  # fmt: skip
    arrays = {name: orbit[name] for name in ("inclination_deg", "top_deg", "reach_km", "sight_km")}
    return arrays | {name: Rounded(shape) for name, shape in shapes_km().items()}, words
