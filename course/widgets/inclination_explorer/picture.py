"""Inclination and the track: the picture."""

from string import Template

import numpy as np
import traitlets

from course.constants import ISS_INCLINATION_DEG
from course.geography import VIEWS
from course.quantities import one
from course.widgets.inclination_explorer import figure as twin
from course.widgets.inclination_explorer import tables
from course.widgets.inclination_explorer import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.inclinations import STEEPEST_DEG
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Flag, Number, Whole, Word
from course.widgets.kit.words import place


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

    drawing = expression("inclination_explorer")
    labels = wording.LABELS
    title = "What the inclination decides"

    inclination_deg = Number().tag(sync=True)
    laps = Whole(3).tag(sync=True)
    turns = Number(2.18).tag(sync=True)
    earth_turns = Flag(True).tag(sync=True)
    borders = Word(VIEWS, "un").tag(sync=True)

    def __init__(self, inclination_deg=ISS_INCLINATION_DEG, *, question=None, laps=3, earth_turns=True):
        arrays, words = tables.precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question,
            inclination_deg=inclination_deg, laps=laps, earth_turns=earth_turns,
        )  # fmt: skip

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = "the picture is drawn from the equator to beyond the poles"
        chosen = one("inclination_deg", proposal.value, at_least=0, at_most=STEEPEST_DEG, why=why)
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(tables.stops_deg()[np.abs(tables.stops_deg() - chosen).argmin()])

    @traitlets.validate("laps")
    def _few(self, proposal):
        if not 1 <= proposal.value <= tables.MOST_LAPS:
            raise ValueError(f"laps must lie between 1 and {tables.MOST_LAPS} (got {proposal.value})")
        return proposal.value

    @traitlets.validate("turns")
    def _on_the_track(self, proposal):
        if not 0 <= proposal.value <= tables.MOST_LAPS:
            raise ValueError(f"turns must lie between 0 and {tables.MOST_LAPS} (got {proposal.value})")
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
        others = [shown.index(code) for code in wording.ALWAYS if shown.index(code) not in best]
        others.sort(key=lambda place: (-here[place], place))
        rank = dict(zip(wording.ALWAYS, ranks[self.stop].astype(int).tolist(), strict=True))
        places = [*enumerate(best, start=1), *((rank[shown[place]], place) for place in others)]
        return [(number, shown[at], tables.name_of(shown[at]), float(here[at])) for number, at in places]

    @property
    def sentence(self):
        template = wording.SENTENCE if self.earth_turns else wording.SENTENCE_STILL
        return unmarked(Template(template).substitute(self._texts()))

    @property
    def alt(self):
        kind = "still" if not self.earth_turns else "turning" if self.laps > 1 else "one"
        texts = self._texts() | {"laps": self.laps, "bars": wording.bars_in_words(self.rows)}
        texts["place"] = place(*reversed(self.place_deg))
        texts["drawn"] = Template(wording.DRAWN[kind]).substitute(texts)
        template = wording.ALT + (wording.ALT_BARS if self.earth_turns else "")
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
        return tables.ground_track(turns, float(orbits["tilt_deg"][self.stop]), shift)

    def draw(self, ax):
        longitude, latitude = self._track(
            np.arange(self.laps * tables.SAMPLES_PER_LAP + 1) / tables.SAMPLES_PER_LAP
        )
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
