"""The inclination explorer: tilt the orbit's plane and see how far north it reaches, and over whom it flies."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course.constants import EARTH_RADIUS_KM, ISS_INCLINATION_DEG
from course.coverage import share_table
from course.figures import blank, style
from course.figures import inclination as twin
from course.figures.palette import unmarked
from course.geography import VIEWS, country_name, disputed_outlines, land_outlines, regions
from course.orbits import nodal_period_s, turning_latitude_deg, westward_shift_deg
from course.quantities import quantity
from course.widgets.base import Picture, module

ALTITUDE_KM = 420.0
STEEPEST_DEG = 110.0
STEP_DEG = 0.25
MARKS_DEG = {  # places of the slider that have a reason
    28.5: "Cape Canaveral",
    45.96: "Baikonur",
    ISS_INCLINATION_DEG: "the station",
    65.0: "Mir-2, planned 64.8°",
    97.0: "near the poles",
}
MOST_LAPS = 16  # a day has 15 and a half
START_LONGITUDE_DEG = 47.0  # so that the picture begins with the station over Russia's south
SAMPLES_PER_LAP = 360
_NO_COUNTRY = "ATA"  # Antarctica is drawn, but belongs to nobody
_TOP = 10


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

    _esm = module("panels.js", "map.js", "globe.js", "inclination-scene.js", "inclination.js")
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
        chosen = float(quantity("inclination_deg", proposal.value, at_least=0, at_most=STEEPEST_DEG, why=why))
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(stops_deg()[np.abs(stops_deg() - chosen).argmin()])

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
        return int(np.abs(stops_deg() - self.inclination_deg).argmin())

    @property
    def rows(self):
        """What the bars show: (rank, code, name, minutes a day), ten countries and the four always shown.

        A country where the satellite never comes has rank 0.
        """
        shown, (minutes, ranks) = _shown(), _minutes(self.borders)
        here = minutes[self.stop]
        best = [place for place in np.argsort(-here, kind="stable")[:_TOP] if here[place] > 0]
        others = [shown.index(code) for code in twin.ALWAYS if shown.index(code) not in best]
        others.sort(key=lambda place: (-here[place], place))
        rank = dict(zip(twin.ALWAYS, ranks[self.stop].astype(int).tolist(), strict=True))
        places = [*enumerate(best, start=1), *((rank[shown[place]], place) for place in others)]
        return [(number, shown[at], _name(shown[at]), float(here[at])) for number, at in places]

    @property
    def sentence(self):
        return unmarked(
            Template(twin.SENTENCE if self.earth_turns else twin.SENTENCE_STILL).substitute(self._texts())
        )

    @property
    def alt(self):
        template = twin.ALT + (twin.ALT_BARS if self.earth_turns else "")
        laps = "still" if not self.earth_turns else "turning" if self.laps > 1 else "one"
        texts = self._texts()
        texts["bars"] = twin.bars_in_words(self.rows)
        texts["laps"] = f"{self.laps} laps"
        texts["laps"] = Template(twin.LAPS[laps]).substitute(texts)
        return unmarked(Template(template.replace("$laps", "${laps}")).substitute(texts))

    def _texts(self):
        texts = _all_texts()
        return {
            "inclination": texts["inclination"][self.stop],
            "reach": texts["reach"][self.stop],
            "shift": texts["shift"][self.stop],
            "over": texts["over"][self.borders][self.stop],
        }

    def track(self):
        """Return longitude and latitude of the laps shown, in degrees, and the index of the satellite."""
        turns = np.arange(self.laps * SAMPLES_PER_LAP + 1) / SAMPLES_PER_LAP
        shift = _orbits()["shift_deg"][self.stop] if self.earth_turns else 0.0
        longitude, latitude = ground_track(turns, _orbits()["tilt_deg"][self.stop], shift)
        return longitude, latitude, round(min(self.turns, self.laps) * SAMPLES_PER_LAP)

    def draw(self, ax):
        longitude, latitude, now = self.track()
        top = float(_orbits()["top_deg"][self.stop])
        twin.draw(ax, longitude, latitude, now=now, top_deg=top, russia=_russia(self.borders))

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

    The circle is tilted so that it touches the turning latitude. So it stays within 0.1 degrees of the
    geodetic latitudes of `course.coverage.dwell.sub_satellite`: a quarter of a pixel on the map.

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
def stops_deg():
    """Return the stops of the slider in degrees, every quarter of a degree and each mark."""
    even = np.arange(0, STEEPEST_DEG + STEP_DEG / 2, STEP_DEG)
    stops = np.unique(np.append(even, list(MARKS_DEG)))
    stops.flags.writeable = False
    return stops


@cache
def _orbits():
    """Return what the orbits of all stops have: turning latitude, tilt as drawn, shift and time of a lap."""
    stops = stops_deg()
    top = turning_latitude_deg(ALTITUDE_KM, inclination_deg=stops)
    return {
        "inclination_deg": stops,
        "top_deg": top,
        "tilt_deg": np.where(stops <= 90, top, 180 - top),
        "shift_deg": westward_shift_deg(ALTITUDE_KM, inclination_deg=stops),
        "period_s": nodal_period_s(ALTITUDE_KM, inclination_deg=stops),
    }


@cache
def _tables():
    """Return for each view of the borders all codes, and their minutes a day at each stop."""
    tables = {}
    for view in VIEWS:
        table = share_table(view)
        minutes = 1440 * np.array([table.at(stop, altitude_km=ALTITUDE_KM) for stop in stops_deg().tolist()])
        minutes[:, table.codes.index(_NO_COUNTRY)] = 0
        tables[view] = table.codes, minutes
    return tables


@cache
def _shown():
    """Return the codes of the bars: countries among the first ten at any stop, and those always shown."""
    found = set(twin.ALWAYS)
    for codes, minutes in _tables().values():
        first = np.argsort(-minutes, axis=1)[:, :_TOP]
        counts = np.take_along_axis(minutes, first, axis=1) > 0
        found |= {codes[place] for place in np.unique(first[counts])}
    return tuple(sorted(found))


@cache
def _minutes(borders):
    """Return the minutes a day of `_shown` at each stop, and the ranks of those always shown among all."""
    codes, minutes = _tables()[borders]
    always = minutes[:, [codes.index(code) for code in twin.ALWAYS]]
    ranks = np.where(always > 0, 1 + (minutes[:, :, None] > always[:, None]).sum(axis=1), 0)
    return minutes[:, [codes.index(code) for code in _shown()]].astype(np.float32), ranks


def _most_rows():
    """Return how many bars there are at the most: ten, and those of the four always shown that are not among them."""
    return _TOP + int(max((_minutes(borders)[1] > _TOP).sum(axis=1).max() for borders in VIEWS))


def _name(code):
    return twin.SHORT_NAMES.get(code, country_name(code))


@cache
def _all_texts():
    """Return the words of every stop."""
    stops, orbits = stops_deg().tolist(), _orbits()
    over, russia = {}, {}
    for borders in VIEWS:
        minutes, ranks = _minutes(borders)
        russia[borders] = minutes[:, _shown().index("RUS")].tolist()
        places = ranks[:, twin.ALWAYS.index("RUS")].tolist()
        over[borders] = [
            twin.over_russia(time, rank, station=stop == ISS_INCLINATION_DEG)
            for time, rank, stop in zip(russia[borders], places, stops, strict=True)
        ]
    return {
        "inclination": [twin.degrees(stop) for stop in stops],
        "slider": [f"{stop:g}°" for stop in stops],
        "reach": [twin.reach(top) for top in orbits["top_deg"].tolist()],
        "shift": [f"{shift:.1f}" for shift in orbits["shift_deg"].tolist()],
        "over": over,
        "other": {  # what Russia has in the other view of the borders
            one: [f"{minutes:.1f}" for minutes in russia[other]] for one, other in (VIEWS, VIEWS[::-1])
        },
    }


@cache
def _russia(borders):
    """Return the outlines of Russia, longitude and latitude with ``nan`` after each ring."""
    rings = [ring for region in regions() if region.owner(borders) == "RUS" for ring in region.rings]
    gap = np.full((1, 2), np.nan)
    return tuple(np.concatenate([part for ring in rings for part in (ring, gap)]).T)


@cache
def _precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    tables = {
        f"{what}-{view}": array
        for view in VIEWS
        for what, array in zip(("minutes", "ranks"), _minutes(view), strict=True)
    }
    arrays = {
        **_orbits(),
        **tables,
        "land_deg": np.stack(land_outlines(), axis=1),
        "russia_deg": np.stack(_russia("un"), axis=1),
        "crimea_deg": np.stack(disputed_outlines()["UKR", "RUS"], axis=1),
    }
    words = {
        "texts": _all_texts(),
        "sentence": twin.SENTENCE,
        "still": twin.SENTENCE_STILL,
        "alt": twin.ALT,
        "alt_bars": twin.ALT_BARS,
        "laps": twin.LAPS,
        "notes": twin.NOTES,
        "codes": list(_shown()),
        "names": [_name(code) for code in _shown()],
        "always": list(twin.ALWAYS),
        "top": _TOP,
        "most_rows": _most_rows(),
        "full_scale_min": twin.FULL_SCALE_MIN,
        "marks": [[int(np.flatnonzero(stops_deg() == mark)[0]), why] for mark, why in MARKS_DEG.items()],
        "most_laps": MOST_LAPS,
        "start_deg": START_LONGITUDE_DEG,
        "samples": SAMPLES_PER_LAP,
        "radius": 1 + ALTITUDE_KM / EARTH_RADIUS_KM,
        "shown_deg": [-90, 90],
        "closed": "Globe and map of the world; a satellite and the plane of its orbit. Answer the question or skip it "
        "to see the track.",
    }
    return arrays, words
