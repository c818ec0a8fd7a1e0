"""The inclination explorer: tilt the orbit's plane, and see how far north it comes and over whom it flies."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course.constants import EARTH_RADIUS_KM, ISS_INCLINATION_DEG
from course.figures import blank, style
from course.figures import inclination as twin
from course.figures.ground_map import place
from course.figures.palette import unmarked
from course.geography import VIEWS, disputed_outlines, land_outlines
from course.quantities import quantity
from course.widgets import inclination_tables as tables
from course.widgets.base import Picture, module

SCRIPTS = (
    *("panels.js", "tilt.js", "map.js", "hatch.js", "globe.js"),
    *("inclination-bars.js", "inclination-scene.js", "inclination.js"),
)
MOST_LAPS = 16  # a day has 15 and a half
START_LONGITUDE_DEG = 47.0  # so that the picture begins with the station over Russia's south
SAMPLES_PER_LAP = 360


def inclination_explorer(inclination_deg=ISS_INCLINATION_DEG, question=None, *, laps=3, earth_turns=True):
    """Return the inclination explorer, to show as the last line of a cell.

    Parameters
    ----------
    inclination_deg : float
        Tilt of the orbit's plane at the start, 0 to 110 degrees.
    question : course.predictions.Question, optional
        Asked before the picture opens.
    laps : int
        Laps of the ground track shown, 1 to 16.
    earth_turns : bool
        ``False`` holds the Earth still, and the track closes on itself: the usual mistake, to be found out.

    Examples
    --------
    >>> inclination_explorer().sentence            # doctest: +NORMALIZE_WHITESPACE
    'At 51.6 degrees the track reaches 51.8 degrees north; the station is over Russia 27 minutes a day, fourth
    of all countries.'
    """
    return InclinationExplorer(inclination_deg, question, laps=laps, earth_turns=earth_turns)


class InclinationExplorer(Picture):
    """The picture that `inclination_explorer` makes.

    Attributes
    ----------
    inclination_deg : float
        What the reader chose last. Setting it moves the picture; a value between two stops of the slider goes
        to the nearest.
    laps : int
        Laps shown.
    turns : float
        Where the satellite is: laps flown since its first northward crossing of the equator.
    earth_turns : bool
        Whether the Earth turns below the orbit.
    borders : {"un", "de-facto"}
        Whose borders the bars count.
    """

    _esm = module(*SCRIPTS)
    title = "What the inclination decides"

    inclination_deg = traitlets.Float().tag(sync=True)
    laps = traitlets.Int(3).tag(sync=True)
    turns = traitlets.Float(2.18).tag(sync=True)
    earth_turns = traitlets.Bool(True).tag(sync=True)
    borders = traitlets.Enum(VIEWS, "un").tag(sync=True)

    def __init__(self, inclination_deg=ISS_INCLINATION_DEG, question=None, *, laps=3, earth_turns=True):
        arrays, words = _precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question,
            inclination_deg=inclination_deg, laps=laps, earth_turns=earth_turns,
        )  # fmt: skip

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = "the picture is drawn from the equator to beyond the poles"
        chosen = float(
            quantity("inclination_deg", proposal.value, at_least=0, at_most=tables.STEEPEST_DEG, why=why)
        )
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(tables.stops_deg()[np.abs(tables.stops_deg() - chosen).argmin()])

    @traitlets.validate("laps")
    def _few(self, proposal):
        if not 1 <= proposal.value <= MOST_LAPS:
            raise ValueError(f"laps must lie between 1 and {MOST_LAPS} (got {proposal.value})")
        return proposal.value

    @traitlets.validate("turns")
    def _on_the_track(self, proposal):
        if not 0 <= proposal.value <= MOST_LAPS:
            raise ValueError(f"turns must lie between 0 and {MOST_LAPS} (got {proposal.value})")
        return proposal.value

    @property
    def stop(self):
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(tables.stops_deg() - self.inclination_deg).argmin())

    @property
    def rows(self):
        """What the bars show: (rank, code, name, minutes a day), ten countries and the four always shown.

        A country where the satellite never comes has rank 0.
        """
        shown, (minutes, ranks) = tables.shown_codes(), tables.minutes_and_ranks(self.borders)
        here = minutes[self.stop]
        best = [place for place in np.argsort(-here, kind="stable")[: tables.TOP] if here[place] > 0]
        others = [shown.index(code) for code in twin.ALWAYS if shown.index(code) not in best]
        others.sort(key=lambda place: (-here[place], place))
        rank = dict(zip(twin.ALWAYS, ranks[self.stop].astype(int).tolist(), strict=True))
        places = [*enumerate(best, start=1), *((rank[shown[place]], place) for place in others)]
        return [(number, shown[at], tables.name_of(shown[at]), float(here[at])) for number, at in places]

    @property
    def sentence(self):
        template = twin.SENTENCE if self.earth_turns else twin.SENTENCE_STILL
        return unmarked(Template(template).substitute(self._texts()))

    @property
    def alt(self):
        kind = "still" if not self.earth_turns else "turning" if self.laps > 1 else "one"
        texts = self._texts() | {"laps": self.laps, "bars": twin.bars_in_words(self.rows)}
        texts["place"] = place(*reversed(self.place_deg))
        texts["drawn"] = Template(twin.DRAWN[kind]).substitute(texts)
        template = twin.ALT + (twin.ALT_BARS if self.earth_turns else "")
        return unmarked(Template(template).substitute(texts))

    def _texts(self):
        texts = tables.texts()
        return {
            "inclination": texts["inclination"][self.stop],
            "reach": texts["reach"][self.stop],
            "shift": texts["shift"][self.stop],
            "over": texts["over"][self.borders][self.stop],
        }

    @property
    def place_deg(self):
        """Longitude and latitude of the point below the satellite, in degrees."""
        longitude, latitude = self._track(np.array([min(self.turns, self.laps)]))
        return float(longitude[0]), float(latitude[0])

    def _track(self, turns):
        orbits = tables.orbits()
        shift = float(orbits["shift_deg"][self.stop]) if self.earth_turns else 0.0
        return ground_track(turns, float(orbits["tilt_deg"][self.stop]), shift)

    def draw(self, ax):
        longitude, latitude = self._track(np.arange(self.laps * SAMPLES_PER_LAP + 1) / SAMPLES_PER_LAP)
        top = float(tables.orbits()["top_deg"][self.stop])
        russia = tables.russia_outlines(self.borders)
        twin.draw(ax, longitude, latitude, now_deg=self.place_deg, top_deg=top, russia=russia)

    def figure(self):
        figure, ax = blank(width_in=11.0, height_in=4.0)
        ax.remove()
        with style():
            map_ax, bars_ax = figure.subplots(1, 2, width_ratios=(2, 1))
        self.draw(map_ax)
        if self.earth_turns:
            twin.draw_bars(bars_ax, self.rows)
        else:
            bars_ax.set_axis_off()
        return figure


def ground_track(turns, tilt_deg, shift_deg):
    """Return the ground track of a tilted circle over the turning Earth, as it is drawn.

    The circle is tilted so that it touches the turning latitude. So it stays within 0.3 degrees of the
    geodetic latitudes of `course.coverage.dwell.sub_satellite` (ISS: 0.14): half a pixel of the map.

    Parameters
    ----------
    turns : ndarray of shape (n,)
        Laps since the first northward crossing of the equator, at 47 degrees east.
    tilt_deg : float
        Tilt of the circle: the turning latitude, or 180 degrees minus it where the orbit runs westward.
    shift_deg : float
        Degrees of longitude that the Earth turns eastward below the plane in one lap.

    Returns
    -------
    longitude_deg, latitude_deg : ndarray of shape (n,)
        Longitude in [-180, 180).
    """
    argument, tilt = 2 * np.pi * turns, np.radians(tilt_deg)
    latitude = np.degrees(np.arcsin(np.sin(tilt) * np.sin(argument)))
    along = np.degrees(np.arctan2(np.cos(tilt) * np.sin(argument), np.cos(argument)))
    return (along + START_LONGITUDE_DEG - shift_deg * turns + 180) % 360 - 180, latitude


@cache
def _precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    minutes = {
        f"{what}-{view}": array
        for view in VIEWS
        for what, array in zip(("minutes", "ranks"), tables.minutes_and_ranks(view), strict=True)
    }
    arrays = {
        **tables.orbits(),
        **minutes,
        "land_deg": np.stack(land_outlines(), axis=1),
        "russia_deg": np.stack(tables.russia_outlines("un"), axis=1),
        "crimea_deg": np.stack(disputed_outlines()["UKR", "RUS"], axis=1),
    }
    words = {
        "texts": tables.texts(),
        "sentence": twin.SENTENCE,
        "still": twin.SENTENCE_STILL,
        "alt": twin.ALT,
        "alt_bars": twin.ALT_BARS,
        "drawn": twin.DRAWN,
        "notes": twin.NOTES,
        "codes": list(tables.shown_codes()),
        "names": [tables.name_of(code) for code in tables.shown_codes()],
        "always": list(twin.ALWAYS),
        "top": tables.TOP,
        "most_rows": tables.most_rows(),
        "full_scale_min": twin.FULL_SCALE_MIN,
        "marks": [
            [int(np.flatnonzero(tables.stops_deg() == mark)[0]), why]
            for mark, why in tables.MARKS_DEG.items()
        ],
        "most_laps": MOST_LAPS,
        "start_deg": START_LONGITUDE_DEG,
        "samples": SAMPLES_PER_LAP,
        "radius": 1 + tables.ALTITUDE_KM / EARTH_RADIUS_KM,
        "shown_deg": [-90, 90],
        "closed": "Globe and map of the world; a satellite and the plane of its orbit. Answer the question "
        "or skip it to see the track.",
    }
    return arrays, words
