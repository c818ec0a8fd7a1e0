"""The strip of Russia below the track, on an equal-area map, and how much of the country sees the station."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course import cities
from course.constants import ISS_INCLINATION_DEG
from course.coverage import area_share_below, population_share_below, sight_limits_deg
from course.figures import blank
from course.figures import russia as twin
from course.figures.palette import unmarked
from course.geography import VIEWS
from course.orbits import turning_latitude_deg
from course.quantities import quantity
from course.widgets.albers import albers_km, parallel_km
from course.widgets.base import Picture, module
from course.widgets.inclination_tables import MARKS_DEG
from course.widgets.russia_shapes import FRAME_KM, shapes_km

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


def russia_band(inclination_deg=ISS_INCLINATION_DEG, question=None, *, borders="un"):
    """Return the map of Russia with the strip below the track, to show as the last line of a cell.

    Parameters
    ----------
    inclination_deg : float
        Tilt of the orbit's plane at the start, 40 to 90 degrees.
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> russia_band().sentence                     # doctest: +NORMALIZE_WHITESPACE
    "At 51.6 degrees the track reaches 51.8 degrees north: 11.4 % of Russia's area and 24.5 % of its people
    lie south of that line."
    """
    return RussiaBand(inclination_deg, question, borders=borders)


class RussiaBand(Picture):
    """The picture that `russia_band` makes.

    Attributes
    ----------
    inclination_deg : float
        What the reader chose last. Setting it moves the line; a value between two stops of the slider goes to
        the nearest.
    borders : {"un", "de-facto"}
        Whose borders are drawn and counted.
    """

    _esm = module("hatch.js", "tilt.js", "russia.js")
    title = "The strip of Russia below the track"

    inclination_deg = traitlets.Float().tag(sync=True)
    borders = traitlets.Enum(VIEWS, "un").tag(sync=True)

    def __init__(self, inclination_deg=ISS_INCLINATION_DEG, question=None, *, borders="un"):
        arrays, words = _precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question, inclination_deg=inclination_deg, borders=borders
        )

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        limits = {"at_least": FLATTEST_DEG, "at_most": STEEPEST_DEG}
        why = "flatter orbits stay south of Russia, and from 82 degrees on nothing of it is left out"
        chosen = float(quantity("inclination_deg", proposal.value, **limits, why=why))
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(stops_deg()[np.abs(stops_deg() - chosen).argmin()])

    @property
    def stop(self):
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(stops_deg() - self.inclination_deg).argmin())

    @property
    def shares(self):
        """Shares of Russia at this inclination.

        A dict: area and people south of the track's limit, and by elevation the area that sees it so high.
        """
        table = _tables()[self.borders]
        seen = dict(zip(twin.LINES, table["seen"][self.stop].tolist(), strict=True))
        return {name: float(table[name][self.stop]) for name in ("area", "people")} | seen

    @property
    def sentence(self):
        return unmarked(Template(twin.SENTENCE[_kind(self.shares["area"])]).substitute(self._now()))

    @property
    def alt(self):
        return Template(twin.ALT).substitute(self._now())

    def _now(self):
        texts, below = _texts(), _below()
        seen = dict(zip(twin.SEEN, texts[self.borders]["seen"][self.stop], strict=True))
        inside = below[int(texts["below"][self.stop])]
        return {
            **{name: texts[name][self.stop] for name in ("inclination", "top")},
            **{name: texts[self.borders][name][self.stop] for name in ("area", "people")},
            **inside,
            **seen,
        }

    def draw(self, ax):
        orbit, shapes = _orbits(), shapes_km()
        seen = _texts()[self.borders]["seen"][self.stop]
        lines = [
            (radius, f"{words}: {share}")
            for radius, words, share in zip(
                orbit["sight_km"][self.stop], twin.LINES.values(), seen, strict=True
            )
            if radius > parallel_km(85)
        ]
        twin.draw(
            ax,
            *(shapes[name] for name in ("land_km", "russia_km", "crimea_km")),
            frame_km=FRAME_KM,
            reach_km=float(orbit["reach_km"][self.stop]),
            lines=lines,
            cities=[(city["name"], *city["place_km"], city["latitude_deg"] <= orbit["top_deg"][self.stop])
                    for city in _cities()],
            crimea_counts=self.borders == "de-facto",
        )  # fmt: skip

    def figure(self):
        left, right, top, bottom = FRAME_KM
        figure, ax = blank(width_in=9.0, height_in=9.0 * (bottom - top) / (right - left))
        self.draw(ax)
        return figure


@cache
def stops_deg():
    """Return the stops of the slider in degrees, every quarter of a degree and each mark."""
    even = np.arange(FLATTEST_DEG, STEEPEST_DEG + STEP_DEG / 2, STEP_DEG)
    marks = [mark for mark in MARKS_DEG if FLATTEST_DEG < mark < STEEPEST_DEG]
    stops = np.unique(np.append(even, marks))
    stops.flags.writeable = False
    return stops


@cache
def _orbits():
    """Return for each stop how far north the track comes, how far it is seen, and the radii of these arcs."""
    stops = stops_deg()
    top = turning_latitude_deg(ALTITUDE_KM, inclination_deg=stops)
    orbits = [{"inclination_deg": stop, "altitude_km": ALTITUDE_KM} for stop in stops.tolist()]
    sight = np.array([[sight_limits_deg(each, **orbit)[1] for each in twin.LINES] for orbit in orbits])
    return {
        "inclination_deg": stops,
        "top_deg": top,
        "sight_deg": sight,
        "reach_km": parallel_km(top),
        "sight_km": parallel_km(sight),
    }


@cache
def _tables():
    """Return for each view of the borders the shares of Russia's area and people at each stop."""
    orbit, tables = _orbits(), {}
    for view in VIEWS:
        sight = orbit["sight_deg"]
        seen = area_share_below("RUS", latitude_deg=sight.ravel(), borders=view).reshape(sight.shape)
        tables[view] = {
            "area": area_share_below("RUS", latitude_deg=orbit["top_deg"], borders=view),
            "people": population_share_below("RUS", latitude_deg=orbit["top_deg"], borders=view),
            "seen": seen,
        }
    return tables


@cache
def _cities():
    found = [cities.find(name, country="RUS") for name in CITIES]
    found.sort(key=lambda city: city["latitude_deg"])
    return [
        {
            "name": city["name"],
            "latitude_deg": float(city["latitude_deg"]),
            "place_km": [float(part) for part in albers_km(city["longitude_deg"], city["latitude_deg"])],
            "sides": CITIES[city["name"]],
        }
        for city in found
    ]


def _kind(area):
    """Return which sentence a share of the area calls for."""
    return "none" if area == 0 else "all" if area == 1 else "part"


@cache
def _texts():
    """Return the words of every stop, and in each view of the borders the shares in words."""
    tops = _orbits()["top_deg"]
    latitudes = [city["latitude_deg"] for city in _cities()]
    texts = {
        "slider": [f"{stop:g}°" for stop in stops_deg().tolist()],
        "inclination": [f"{stop:.1f}".removesuffix(".0") for stop in stops_deg().tolist()],
        "top": [f"{top:.1f}" for top in tops.tolist()],
        "below": np.searchsorted(latitudes, tops, side="right").tolist(),
    }
    for view, table in _tables().items():
        area = table["area"].tolist()
        texts[view] = {
            "kind": [_kind(share) for share in area],
            "area": [twin.percent(share) for share in area],
            "people": [twin.percent(share) for share in table["people"].tolist()],
            "seen": [[twin.percent(share) for share in row] for row in table["seen"].tolist()],
        }
    return texts


@cache
def _below():
    """Return the cities below the track and beyond it, for each number of them from the south."""
    names = [city["name"] for city in _cities()]
    return [
        {"inside": twin.listed(names[:count]), "outside": twin.listed(names[count:])}
        for count in range(len(names) + 1)
    ]


@cache
def _precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    orbit, crimea = _orbits(), shapes_km()["crimea_km"]
    words = {
        "texts": _texts(),
        "below": _below(),
        "sentences": twin.SENTENCE,
        "alt": twin.ALT,
        "seen": list(twin.SEEN),
        "notes": {view: note + twin.MORE for view, note in twin.NOTES.items()},
        "key": twin.KEY,
        "lines": list(twin.LINES.values()),
        "cities": _cities(),
        "marks": [[int(np.flatnonzero(stops_deg() == mark)[0]), why] for mark, why in MARKS_DEG.items()
                  if FLATTEST_DEG < mark < STEEPEST_DEG],
        "frame_km": list(FRAME_KM),
        "crimea_box": [float(side(part)) for part in crimea.T for side in (np.nanmin, np.nanmax)],
        "closed": "Equal-area map of Russia with some cities. Answer the question or skip it to see which "
        "part the station passes over.",
    }  # fmt: skip
    arrays = {name: orbit[name] for name in ("inclination_deg", "top_deg", "reach_km", "sight_km")}
    return arrays | shapes_km(), words
