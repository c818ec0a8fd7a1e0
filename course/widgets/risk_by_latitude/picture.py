"""Risk by latitude: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.geography import VIEWS, country_code
from course.quantities import one
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Number, Word
from course.widgets.kit.words import joined
from course.widgets.questions import Asked
from course.widgets.risk_by_latitude import figure as twin
from course.widgets.risk_by_latitude import tables
from course.widgets.risk_by_latitude import words as wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class RiskByLatitude(Picture):
    """The picture that `risk_by_latitude` makes.

    Attributes
    ----------
    countries : tuple of str
        Codes of the countries compared, one to three; names are taken too.
    inclination_deg : float
        Setting it goes to the nearest stop of the slider.
    borders : {"un", "de-facto"}
        Whose borders are counted.
    results : list of dict
        Of each country: mean (chance of the average person to be hit, per km2), ratio (the same over the
        world's mean), hit (part of all who are hit), reached (part of its people where pieces can fall).
    world_reached : float
        Part of all people where pieces can fall.
    """

    drawing = expression("risk_by_latitude")
    labels = wording.LABELS
    title = "Who carries the risk of an uncontrolled fall?"

    countries = traitlets.Tuple().tag(sync=True)
    inclination_deg = Number().tag(sync=True)
    borders = Word(VIEWS, "un").tag(sync=True)

    def __init__(self, *, question: Asked = None, **traits: object):
        arrays, words = tables.precomputed()
        super().__init__(arrays=arrays, words=words, question=question, **traits)

    @traitlets.validate("countries")
    def _known(self, proposal):
        chosen = proposal.value
        found = tuple(country_code(each) for each in chosen)
        if not 1 <= len(found) <= len(twin.SLOTS) or len(set(found)) < len(found):
            raise ValueError(f"countries must be one to three different countries (got {chosen})")
        for code in found:
            if code not in tables.listed():
                raise ValueError(f"no inhabited place of 500 people or more is listed for {code}")
        return found

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = "lower orbits miss most countries, and beyond 90 degrees an orbit dwells like its mirror image"
        limits = {"at_least": tables.FLATTEST_DEG, "at_most": tables.STEEPEST_DEG, "why": why}
        chosen = one("inclination_deg", proposal.value, **limits)
        return float(tables.stops_deg()[np.abs(tables.stops_deg() - chosen).argmin()])

    @property
    def stop(self) -> int:
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(tables.stops_deg() - self.inclination_deg).argmin())

    @property
    def results(self) -> list[dict[str, float]]:
        table, found = tables.tables(self.borders), []
        for code in self.countries:
            at = tables.listed().index(code)
            expected, reached = (float(table[name][self.stop, at]) for name in tables.COLUMNS)
            mean, world = expected / float(table["people"][at]), self._world
            found.append({"mean": mean, "ratio": mean / (world / tables.people_of_the_world()),
                          "hit": expected / world, "reached": reached})  # fmt: skip
        return found

    @property
    def world_reached(self) -> float:
        return float(tables.tables(self.borders)["world_reached"][self.stop])

    @property
    def sentence(self) -> str:
        parts, whole, told = wording.TEMPLATES, self._whole(), self._told()
        if not any(each["times"] for each in told):
            return unmarked(Template(parts["empty"]).substitute(whole, names=joined(self._names())))
        least = told[int(np.argmin([result["reached"] for result in self.results]))]
        nobody = "poles" if whole["limit"] == "90" else "nobody"
        kinds = {wording.LABELS["none"]: nobody, wording.LABELS["all"]: "everybody"}
        who = Template(parts[kinds.get(least["beyond"], "some")]).substitute(whole | least)
        risks = wording.ranked(told)
        return unmarked(Template(parts["sentence"]).substitute(whole, risks=risks, who=who))

    @property
    def alt(self) -> str:
        told = [Template(wording.TEMPLATES["told"]).substitute(one) for one in self._told()]
        return Template(wording.TEMPLATES["alt"]).substitute(self._whole(), told=". ".join(told))

    def draw(self, ax: "Axes") -> None:
        ax.set_axis_off()
        self._draw([ax.inset_axes(box) for box in twin.boxes(len(self.countries))])

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.0, height_in=5.2)
        ax.remove()
        many = len(self.countries)
        with style():
            grid = figure.add_gridspec(1 + many, 2, width_ratios=[1, 1], height_ratios=[1.5, *[1] * many])
            world = figure.add_subplot(grid[:, 0])
            rows = [figure.add_subplot(grid[1 + row, 1]) for row in range(many)]
            self._draw([world, *rows, figure.add_subplot(grid[0, 1])])
        return figure

    def _draw(self, axes):
        hundred = tables.hundred_deg(self.borders)
        shown = zip(self.countries, self._told(), strict=True)
        countries: list[twin.Country] = [
            {"hundred_deg": hundred[tables.listed().index(code)], **told} for code, told in shown
        ]
        limits = tables.limits_deg()[self.stop].tolist()
        twin.draw(axes, tables.drawn_risks()[self.stop], countries, limits_deg=limits)

    @property
    def _world(self):
        return float(tables.tables(self.borders)["world"][self.stop])

    def _names(self):
        return [tables.names()[tables.listed().index(code)] for code in self.countries]

    def _whole(self):
        texts = tables.texts()
        return {
            **{name: texts[name][self.stop] for name in ("inclination", "turn", "limit")},
            "beside": f"{tables.SPREAD_KM:.0f}",
            "reached": wording.whole_percent(self.world_reached),
        }

    def _told(self) -> list[wording.Told]:
        """Return of each country compared what is said of it, in words."""
        table = tables.tables(self.borders)
        return [
            {
                "name": name,
                "role": role,
                "ratio": wording.times(result["ratio"]),
                "times": result["ratio"],
                "within": wording.significant(
                    result["ratio"] / result["reached"] if result["reached"] else 0
                ),
                "of_many": wording.of_many(result["hit"]),
                "beyond": wording.whole_percent(1 - result["reached"]),
                "millions": wording.significant(float(table["people"][tables.names().index(name)]) / 1e6),
            }
            for name, result, (role, *_) in zip(self._names(), self.results, twin.SLOTS, strict=False)
        ]
