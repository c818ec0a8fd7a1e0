"""The dwell curve: where over the latitudes the station spends its time, and why at the edges."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course.constants import ISS_INCLINATION_DEG
from course.coverage import share_below
from course.coverage.dwell import sub_satellite
from course.figures import blank, style
from course.figures import dwell as twin
from course.figures.inclination import degrees
from course.figures.palette import unmarked
from course.orbits import nodal_period_s, radius_km, turning_latitude_deg
from course.quantities import quantity
from course.widgets.base import Picture, module

ALTITUDE_KM = 420.0
LEAST_DEG, MOST_DEG = 20.0, 90.0  # beyond the pole an orbit dwells like its mirror image
EDGES_DEG = np.arange(-90, 91)


def dwell(inclination_deg=ISS_INCLINATION_DEG, question=None, *, band_deg=(50, 90)):
    """Return the dwell curve, to show as the last line of a cell.

    Parameters
    ----------
    inclination_deg : float
        Of the orbit, 20 to 90 degrees.
    question : course.predictions.Question, optional
        Asked before the picture opens.
    band_deg : tuple of int
        Southern and northern end of the band of latitude that is marked, whole degrees.

    Examples
    --------
    >>> dwell().sentence                            # doctest: +NORMALIZE_WHITESPACE
    'At 51.6 degrees the station spends 7.2 % of its time north of 50 degrees; if every latitude that it
    reaches were alike, it would be 1.7 %.'
    """
    return Dwell(inclination_deg, question, band_deg=band_deg)


class Dwell(Picture):
    """The picture that `dwell` makes.

    Attributes
    ----------
    inclination_deg : float
        What the reader chose last. Setting it moves the picture; a value between two stops of the slider goes
        to the nearest.
    band_deg : tuple of int
        Southern and northern end of the band.
    share, even_share : float
        Fraction of the time spent in the band, and what it would be if all latitudes reached were alike.
    """

    _esm = module("panels.js", "dwell.js")
    title = "Where the time is spent"

    inclination_deg = traitlets.Float().tag(sync=True)
    band_deg = traitlets.Tuple(traitlets.Int(), traitlets.Int()).tag(sync=True)

    def __init__(self, inclination_deg=ISS_INCLINATION_DEG, question=None, *, band_deg=(50, 90)):
        arrays, words = _precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question, inclination_deg=inclination_deg, band_deg=band_deg
        )

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = (
            "lower orbits do not fit the picture, and beyond 90 degrees an orbit dwells like its mirror image"
        )
        limits = {"at_least": LEAST_DEG, "at_most": MOST_DEG, "why": why}
        chosen = float(quantity("inclination_deg", proposal.value, **limits))
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(stops_deg()[np.abs(stops_deg() - chosen).argmin()])

    @traitlets.validate("band_deg")
    def _from_south_to_north(self, proposal):
        south, north = proposal.value
        if not -90 <= south < north <= 90:
            raise ValueError(
                f"band_deg must go from a southern to a northern latitude, -90 to 90 (got {(south, north)})"
            )
        return proposal.value

    @property
    def stop(self):
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(stops_deg() - self.inclination_deg).argmin())

    @property
    def share(self):
        below = _tables()["below"][self.stop]
        south, north = (float(below[latitude + 90]) for latitude in self.band_deg)
        return north - south

    @property
    def even_share(self):
        top = float(_tables()["top_deg"][self.stop])
        south, north = (min(max(latitude, -top), top) for latitude in self.band_deg)
        return (north - south) / (2 * top)

    @property
    def sentence(self):
        template = twin.SENTENCE if self.share > 0 else twin.SENTENCE_NEVER
        return unmarked(Template(template).substitute(self._texts()))

    @property
    def alt(self):
        return Template(twin.ALT).substitute(self._texts())

    def _texts(self):
        dots = _tables()["lap_deg"][self.stop][list(twin.DOTS_MIN)]
        south, north = self.band_deg
        return {name: column[self.stop] for name, column in _texts().items()} | {
            "where": twin.where(south, north),
            "share": twin.percent(self.share),
            "even": twin.percent(self.even_share),
            "dots": int(np.sum((dots >= south) & (dots <= north))),
            "all": len(dots),
        }

    def draw(self, ax):
        lap, bars = ax.inset_axes([0, 0, 0.5, 1]), ax.inset_axes([0.6, 0, 0.4, 1])
        ax.set_axis_off()
        self._draw((lap, bars))

    def figure(self):
        figure, ax = blank(width_in=9.0, height_in=4.6)
        ax.remove()
        with style():
            self._draw(figure.subplots(1, 2, sharey=True))
        return figure

    def _draw(self, axes):
        tables = _tables()
        shares = np.diff(tables["below"][self.stop])
        top = float(tables["top_deg"][self.stop])
        twin.draw(axes, tables["lap_deg"][self.stop], shares, band_deg=self.band_deg, top_deg=top)


@cache
def stops_deg():
    """Return the stops of the slider in degrees, every degree and the station's own."""
    stops = np.unique(np.append(np.arange(LEAST_DEG, MOST_DEG + 1), ISS_INCLINATION_DEG))
    stops.flags.writeable = False
    return stops


@cache
def _tables():
    """Return all numbers that are drawn, as float32, one row a stop."""
    stops, radius = stops_deg(), radius_km(ALTITUDE_KM)
    below = [share_below(EDGES_DEG, inclination_deg=stop, altitude_km=ALTITUDE_KM) for stop in stops.tolist()]
    periods_min = nodal_period_s(ALTITUDE_KM, inclination_deg=stops) / 60
    minutes = np.arange(int(np.ceil(periods_min.max())) + 1)  # a lap, and not a minute more
    laps = [
        sub_satellite(2 * np.pi * minutes / period, np.radians(stop), radius)[0]
        for stop, period in zip(stops.tolist(), periods_min.tolist(), strict=True)
    ]
    tables = {
        "inclination_deg": stops,
        "below": below,
        "lap_deg": laps,
        "top_deg": turning_latitude_deg(ALTITUDE_KM, inclination_deg=stops),
        "period_min": periods_min,
    }
    return {name: np.asarray(values, np.float32) for name, values in tables.items()}


@cache
def _texts():
    """Return the words of every stop."""
    tables, stops = _tables(), stops_deg().tolist()
    shares = np.diff(tables["below"], axis=1)
    return {
        "inclination": [degrees(stop) for stop in stops],
        "who": ["the station" if stop == ISS_INCLINATION_DEG else "a satellite" for stop in stops],
        "top": [f"{top:.1f}" for top in tables["top_deg"].tolist()],
        "minutes": [f"{period:.0f}" for period in tables["period_min"].tolist()],
        "shape": [twin.shape(row) for row in shares],
        "slider": [f"{stop:g}°" for stop in stops],
    }


@cache
def _precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    latitudes = EDGES_DEG.tolist()
    words = {
        "texts": _texts(),
        "sentence": twin.SENTENCE,
        "never": twin.SENTENCE_NEVER,
        "alt": twin.ALT,
        "axes": twin.AXES,
        "full_scale": twin.FULL_SCALE,
        "dots_min": list(twin.DOTS_MIN),
        "latitudes": [twin.latitude(latitude) for latitude in latitudes],
        "everywhere": twin.where(-90, 90),
        "north_of": [twin.where(latitude, 90) for latitude in latitudes],
        "south_of": [twin.where(-90, latitude) for latitude in latitudes],
        "closed": "One lap of the station as latitude against time, a wave. Answer the question or skip it "
        "to see where the time is spent.",
    }
    return _tables(), words
