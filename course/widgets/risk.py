"""Risk by latitude: on whom an uncontrolled fall can come down, where they live, and how many they are."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course.constants import ISS_INCLINATION_DEG
from course.figures import blank, style
from course.figures import risk as twin
from course.figures.palette import unmarked
from course.geography import VIEWS, country_code
from course.quantities import one
from course.risk import ACCEPTED
from course.widgets import risk_tables as tables
from course.widgets.base import Picture, module

MOST_M2, STEP_M2 = 5000.0, 100.0


def risk_by_latitude(
    question=None,
    *,
    countries=("RUS", "IND", "CHN"),
    casualty_area_m2=1000.0,
    inclination_deg=ISS_INCLINATION_DEG,
    borders="un",
):
    """Return the risk by latitude, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    countries : sequence of str
        One to three countries to compare, by code or name.
    casualty_area_m2 : float
        The ground on which somebody would be hit, all surviving pieces together, 0 to 5,000 m2, in steps of
        100. Nobody knows that of the station.
    inclination_deg : float
        Of the orbit, 20 to 90 degrees.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> for line in risk_by_latitude(countries=("Russia", "India")).sentence.splitlines():
    ...     print(line)                            # doctest: +NORMALIZE_WHITESPACE
    With 1,000 m² of casualty area a fall at 51.6 degrees costs 0.017 casualties in the world on average, 170
    times the limit of 0.0001.
    Russia: 1.9 % that it ends there; 0.00032 casualties; 1.0 times the world's mean risk for a person.
    India: 0.58 % that it ends there; 0.0025 casualties; 0.81 times the world's mean risk for a person.
    """
    return RiskByLatitude(
        question, countries=countries, casualty_area_m2=casualty_area_m2, inclination_deg=inclination_deg,
        borders=borders,
    )  # fmt: skip


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

    _esm = module("panels.js", "search.js", "tilt.js", "risk-scene.js", "risk-rows.js", "risk.js")
    title = "Who carries the risk of an uncontrolled fall"

    countries = traitlets.Tuple().tag(sync=True)
    casualty_area_m2 = traitlets.Float().tag(sync=True)
    inclination_deg = traitlets.Float().tag(sync=True)
    borders = traitlets.Enum(VIEWS, "un").tag(sync=True)

    def __init__(self, question=None, **traits):
        arrays, words = _precomputed()
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
        area = one("casualty_area_m2", proposal.value, at_least=0, at_most=MOST_M2, why=why)
        return STEP_M2 * round(area / STEP_M2)

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
        head = twin.HEAD if self.casualty_area_m2 else twin.HEAD_NONE
        lines = [Template(head).substitute(self._whole())]
        for name, result in zip(self._names(), self.results, strict=True):
            template = twin.COUNTRY if result["share"] else twin.NEVER
            lines.append(Template(template).substitute(self._told(name, result)))
        return unmarked("\n".join(lines))

    @property
    def alt(self):
        told = [self._told(name, result) for name, result in zip(self._names(), self.results, strict=True)]
        expected = [f"{one['name']} {one['expected']}" for one in told]
        return Template(twin.ALT).substitute(
            self._whole(),
            people="; ".join(Template(twin.PEOPLE).substitute(one) for one in told),
            expected=", ".join([f"the world {twin.significant(self.world_expected)}", *expected]),
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
        curves = tables.curves()
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
        texts, times = _texts(), self.world_expected / ACCEPTED
        limit = twin.OVER if times >= 1 else twin.WITHIN
        return {
            **{name: texts[name][self.stop] for name in ("inclination", "top", "middle")},
            "area": twin.area(self.casualty_area_m2),
            "world": twin.significant(self.world_expected),
            "limit": Template(limit).substitute(times=twin.significant(times)),
        }

    def _told(self, name, result):
        table = tables.tables(self.borders)
        people = float(table["people"][tables.names().index(name)])
        return {
            "name": name,
            "share": twin.percent(result["share"]),
            "expected": twin.significant(result["expected"]),
            "ratio": twin.significant(result["ratio"]),
            "millions": twin.significant(people / 1e6),
            "beyond": twin.whole_percent(1 - result["reached"]),
        }


@cache
def _texts():
    """Return the words of every stop."""
    stops, curves = tables.stops_deg().tolist(), tables.curves()
    middle = curves["chance"][:, tables.CURVE_POINTS // 2].tolist()
    return {
        "slider": [f"{stop:g}°" for stop in stops],
        "inclination": [f"{stop:.1f}".removesuffix(".0") for stop in stops],
        "top": [f"{top:.1f}" for top in curves["turns_deg"][:, 1].tolist()],
        "middle": [f"{chance:.1f}" for chance in middle],
        "other": {  # casualties in Russia per 1,000 m2 in the other view of the borders
            view: [twin.significant(1e-3 * float(per_km2)) for per_km2 in
                   tables.tables(other)["expected"][:, tables.listed().index("RUS")]]
            for view, other in (VIEWS, VIEWS[::-1])
        },
    }  # fmt: skip


@cache
def _precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    un, other = (tables.tables(view) for view in VIEWS)
    moved = tables.moved()
    arrays = {
        "inclination_deg": tables.stops_deg(),
        **tables.curves(),
        **{name: un[name] for name in (*tables.COLUMNS, "people", "world")},
        **{f"{name}-moved": other[name][..., moved] for name in (*tables.COLUMNS, "people")},
        "bands": tables.bands("un"),
        "bands-moved": tables.bands("de-facto")[moved],
        "moved": moved,
    }
    words = {
        "texts": _texts(),
        "codes": list(tables.listed()),
        "names": list(tables.names()),
        "people_of_the_world": tables.people_of_the_world(),
        "slots": [[role, sign] for role, sign, *_ in twin.SLOTS],
        "templates": {
            "head": twin.HEAD, "head_none": twin.HEAD_NONE, "country": twin.COUNTRY, "never": twin.NEVER,
            "over": twin.OVER, "within": twin.WITHIN, "alt": twin.ALT, "people": twin.PEOPLE,
        },
        "axes": twin.AXES,
        "notes": {view: note + twin.MORE for view, note in twin.NOTES.items()},
        "limit": ACCEPTED,
        "limit_words": twin.LIMIT,
        "full_scale": twin.FULL_SCALE,
        "shown_deg": list(twin.SHOWN_DEG),
        "band_deg": twin.BAND_DEG,
        "expected_ends": [twin.LEAST_EXPECTED, twin.MOST_EXPECTED],
        "most_m2": MOST_M2,
        "step_m2": STEP_M2,
        "marks": [[int(np.flatnonzero(tables.stops_deg() == mark)[0]), why]
                  for mark, why in tables.MARKS_DEG.items()],
        "closed": "People by latitude in the countries compared. Answer the question or skip it to see who "
        "carries the risk of an uncontrolled fall.",
    }  # fmt: skip
    return arrays, words
