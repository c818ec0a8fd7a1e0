"""Risk by latitude: the picture."""

from string import Template

import numpy as np
import traitlets

from course.geography import VIEWS, country_code
from course.quantities import one
from course.risk import ACCEPTED
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Number, Word
from course.widgets.risk_by_latitude import figure as twin
from course.widgets.risk_by_latitude import tables
from course.widgets.risk_by_latitude import words as wording


class RiskByLatitude(Picture):
    """The picture that `risk_by_latitude` makes.

    Attributes
    ----------
    countries : tuple of str
        Codes of the countries compared, one to three; names are taken too.
    casualty_area_m2 : float
        Setting it goes to the nearest stop of the slider, and so with the inclination.
    inclination_deg : float
    borders : {"un", "de-facto"}
        Whose borders are counted.
    results : list of dict
        Of each country: share (chance that the fall ends there), expected (casualties), ratio (risk of the
        average person over the world's mean), reached (part of the people below the track).
    """

    drawing = expression("risk_by_latitude")
    labels = wording.LABELS
    title = "Who carries the risk of an uncontrolled fall"

    countries = traitlets.Tuple().tag(sync=True)
    casualty_area_m2 = Number().tag(sync=True)
    inclination_deg = Number().tag(sync=True)
    borders = Word(VIEWS, "un").tag(sync=True)

    def __init__(self, *, question=None, **traits):
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

    @traitlets.validate("casualty_area_m2")
    def _nearest_area(self, proposal):
        why = "the picture is drawn up to there"
        area = one("casualty_area_m2", proposal.value, at_least=0, at_most=tables.MOST_M2, why=why)
        return tables.STEP_M2 * round(area / tables.STEP_M2)

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = "lower orbits miss most countries, and beyond 90 degrees an orbit dwells like its mirror image"
        limits = {"at_least": tables.FLATTEST_DEG, "at_most": tables.STEEPEST_DEG, "why": why}
        chosen = one("inclination_deg", proposal.value, **limits)
        return float(tables.stops_deg()[np.abs(tables.stops_deg() - chosen).argmin()])

    @property
    def stop(self):
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(tables.stops_deg() - self.inclination_deg).argmin())

    @property
    def results(self):
        table, found = tables.tables(self.borders), []
        for code in self.countries:
            at = tables.listed().index(code)
            share, per_km2, reached = (float(table[name][self.stop, at]) for name in tables.COLUMNS)
            mean = per_km2 / float(table["people"][at])
            expected = per_km2 * self.casualty_area_m2 * 1e-6
            found.append({"share": share, "expected": expected, "ratio": mean / self._world_mean,
                          "reached": reached, "mean": mean})  # fmt: skip
        return found

    @property
    def world_expected(self):
        """Expected casualties in the world."""
        return float(tables.tables(self.borders)["world"][self.stop]) * self.casualty_area_m2 * 1e-6

    @property
    def sentence(self):
        head = wording.HEAD if self.casualty_area_m2 else wording.HEAD_NONE
        lines = [Template(head).substitute(self._whole())]
        for name, result in zip(self._names(), self.results, strict=True):
            template = wording.COUNTRY if result["share"] else wording.NEVER
            lines.append(Template(template).substitute(self._told(name, result)))
        return unmarked("\n".join(lines))

    @property
    def alt(self):
        told = [self._told(name, result) for name, result in zip(self._names(), self.results, strict=True)]
        expected = [f"{one['name']} {one['expected']}" for one in told]
        return Template(wording.ALT).substitute(
            self._whole(),
            people="; ".join(Template(wording.PEOPLE).substitute(one) for one in told),
            expected=", ".join([f"the world {wording.significant(self.world_expected)}", *expected]),
        )

    def draw(self, ax):
        left = ax.inset_axes([0, 0.34, 0.42, 0.66]), ax.inset_axes([0.56, 0.34, 0.44, 0.66])
        self._draw((*left, ax.inset_axes([0, 0, 1, 0.2])))
        ax.set_axis_off()

    def figure(self):
        figure, ax = blank(width_in=9.0, height_in=6.6)
        ax.remove()
        with style():
            grid = figure.add_gridspec(2, 2, height_ratios=(3, 1))
            places = (grid[0, 0], grid[0, 1], grid[1, :])
            self._draw([figure.add_subplot(place) for place in places])
        return figure

    def _draw(self, axes):
        curves = tables.chance_by_latitude()
        countries = [
            {"name": name, "people": tables.bands(self.borders)[tables.listed().index(code)],
             "mean": 1e9 * result["mean"], "expected": result["expected"]}
            for name, code, result in zip(self._names(), self.countries, self.results, strict=True)
        ]  # fmt: skip
        curve = curves["latitude_deg"][self.stop], curves["chance"][self.stop]
        world = {"mean": 1e9 * self._world_mean, "expected": self.world_expected}
        twin.draw(axes, curve, countries, world=world, top_deg=float(curves["turns_deg"][self.stop, 1]))

    @property
    def _world_mean(self):
        return float(tables.tables(self.borders)["world"][self.stop]) / tables.people_of_the_world()

    def _names(self):
        return [tables.names()[tables.listed().index(code)] for code in self.countries]

    def _whole(self):
        texts, times = tables.texts(), self.world_expected / ACCEPTED
        limit = wording.OVER if times >= 1 else wording.WITHIN
        return {
            **{name: texts[name][self.stop] for name in ("inclination", "top", "middle")},
            "area": wording.area(self.casualty_area_m2),
            "world": wording.significant(self.world_expected),
            "limit": Template(limit).substitute(times=wording.significant(times)),
        }

    def _told(self, name, result):
        table = tables.tables(self.borders)
        people = float(table["people"][tables.names().index(name)])
        return {
            "name": name,
            "share": wording.percent(result["share"]),
            "expected": wording.significant(result["expected"]),
            "ratio": wording.significant(result["ratio"]),
            "millions": wording.significant(people / 1e6),
            "beyond": wording.whole_percent(1 - result["reached"]),
        }
