"""Passes over a city: the picture."""

from string import Template
from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from course.elements import ElementSet
from course.quantities import Moment, whole
from course.tables import day as day_in_words
from course.widgets.city_passes import figure as twin
from course.widgets.city_passes import tables
from course.widgets.city_passes import words as wording
from course.widgets.city_passes.tables import answer, find, full_name
from course.widgets.kit.bundles import expression
from course.widgets.kit.day import computed_from, first_minute
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Whole
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_DAYS = 14
PAGE_CITIES = (  # what a page without a kernel knows
    *("Moscow", "Saint Petersburg", "Murmansk", "Sochi", "Novosibirsk", "Vladivostok"),
    *("Kyiv", "London", "New York City", "New Delhi", "Beijing", "Singapore"),
)


class CityPasses(Picture):
    """The picture that `city_passes` makes.

    Attributes
    ----------
    city : str
        The city with its country. Setting it computes its passes: some 100 ms.
    number : int
        Which pass is shown, from 0.
    answer : dict
        What `course.widgets.city_passes.tables.answer` found for the city.
    """

    drawing = expression("city_passes")
    labels = wording.LABELS
    title = "When does the station pass over this city?"

    city = traitlets.Unicode().tag(sync=True)
    number = Whole().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)  # of all cities of a page without a kernel; else empty
    asked = traitlets.Unicode().tag(sync=True)  # what was typed in the picture
    told = traitlets.Dict().tag(sync=True)  # {"asked": what was typed, "problem": why it was not found}

    def __init__(
        self,
        elements: ElementSet,
        start_utc: Moment | None = None,
        days: int = 7,
        *,
        question: Asked = None,
        city: str = "Moscow",
        page: bool = False,
    ):
        self._start = first_minute(elements, start_utc)
        self._elements, self._question, self._page = elements, question, page
        limits = {"at_least": 1, "at_most": MOST_DAYS}
        self._days = whole("days", days, **limits, why="more would be off by minutes and hard to read")
        chosen = find(city)
        first = self._answer(chosen)
        known = {}
        if page:
            known = {one["city"]: one for one in map(self._answer, map(find, PAGE_CITIES))}
            known[first["city"]] = first
        super().__init__(
            words=self._words(known), question=question, city=full_name(chosen), answer=first,
            answers=known, number=first["start"],
        )  # fmt: skip
        self.observe(self._choose, "city")
        self.observe(self._look_up, "asked")

    def open(self) -> None:
        """Tell the notebook of the picture; one made for a page without a kernel stays unknown to it."""
        if not self._page:
            super().open()

    @traitlets.validate("city")
    def _known(self, proposal):
        return full_name(find(proposal.value))

    @traitlets.validate("number")
    def _listed(self, proposal):
        count = len(self.passes)
        if not 0 <= proposal.value < max(count, 1):
            raise ValueError(f"number must lie between 0 and {count - 1} (got {proposal.value})")
        return proposal.value

    @property
    def passes(self) -> list[dict[str, Any]]:  # Any: words, numbers and the path
        """The passes of the city, a list of dicts."""
        return self.answer["passes"]

    @property
    def sentence(self) -> str:
        return unmarked(Template(self._template()).substitute(self._now()))

    @property
    def alt(self) -> str:
        words = Template(wording.ALT if self.passes else wording.ALT_NONE).substitute(self._now())
        return unmarked(words)

    def draw(self, ax: "Axes") -> None:
        from matplotlib.projections.polar import PolarAxes

        if not isinstance(ax, PolarAxes):
            raise TypeError('a chart of the sky needs polar axes: figure.add_subplot(projection="polar")')
        if not self.passes:
            twin.draw(ax, np.empty(0), np.empty(0), np.empty(0, bool), title=self.city)
            return
        one = self.passes[self.number]
        columns = (np.array(one[name]) for name in ("azimuth_deg", "elevation_deg", "seen"))
        azimuth, elevation, seen = columns
        twin.draw(ax, azimuth, elevation, seen == 1, title=f"{self.city}, {one['day']}, {one['top']} UTC")

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=5.0, height_in=5.2)
        ax.remove()
        with style():
            self.draw(figure.add_subplot(projection="polar"))
        return figure

    def _fragment(self, element_id: str, place: str, picture: str, shared: bool) -> str:
        """Return the picture as a piece of HTML; without a kernel it knows a dozen cities."""
        if self._page:
            return super()._fragment(element_id, place, picture, shared)
        page = CityPasses(
            self._elements, self._start, self._days, question=self._question, city=self.city, page=True
        )
        try:
            page.number = self.number
            return page._fragment(element_id, place, picture, shared)
        finally:
            page.close()

    def _answer(self, city):
        return answer(self._elements, city, self._start, self._days)

    def _choose(self, change):
        found = self._answer(find(change.new))
        with self.hold_trait_notifications():
            self.answer, self.number = found, found["start"]

    def _look_up(self, change):
        problem = ""
        try:
            self.city = change.new
        except ValueError as error:
            problem = str(error)
        self.told = {"asked": change.new, "problem": problem}

    def _template(self):
        return wording.SENTENCE if self.passes else wording.NONE

    def _now(self):
        now = {
            "city": self.city,
            "reason": self.answer["reason"],
            "days": self._days,
            "lowest": wording.LOWEST_DEG,
        }
        if self.passes:
            one = self.passes[self.number]
            now |= {key: value for key, value in one.items() if isinstance(value, str)}
            now |= {
                "seen": Template(wording.SEEN[one["kind"]]).substitute(begin=one["begin"], end=one["end"]),
                "count": len(self.passes),
                "visible": sum(each["kind"] == "visible" for each in self.passes),
            }
        return now

    def _words(self, known):
        ends = (self._start + np.timedelta64(day, "D") for day in (0, self._days))
        return {
            "sentence": wording.SENTENCE,
            "none": wording.NONE,
            "seen": wording.SEEN,
            "kinds": wording.KINDS,
            "alt": wording.ALT,
            "alt_none": wording.ALT_NONE,
            "lowest_deg": wording.LOWEST_DEG,
            "days": self._days,
            "day_names": [day_in_words(self._start + np.timedelta64(day, "D")) for day in range(self._days)],
            "start_min": int((self._start - self._start.astype("M8[D]")) / np.timedelta64(1, "m")),
            "places": list(known) if known else tables.places(),
            "live": not known,
            "note": computed_from(self._elements, *ends),
            "closed": wording.CLOSED,
        }
