"""Dependencies: the picture."""

from typing import TYPE_CHECKING

import traitlets

from course import station
from course.quantities import Moment, instant
from course.widgets.dependencies import figure as twin
from course.widgets.dependencies import tables
from course.widgets.dependencies import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Word
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import CLIP

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Dependencies(Picture):
    """The picture that `dependencies` makes.

    Attributes
    ----------
    date : datetime64
        The day whose station is shown.
    cut : str or None
        The joint that the reader cut last, None for the whole station. Setting it cuts the picture.
    function : str or None
        The function whose modules stand out.
    parts : tuple of course.station.Part
        The two parts of the cut; empty for the whole station.
    """

    drawing = expression("dependencies")
    labels = wording.LABELS
    title = "Who depends on whom?"

    cut = traitlets.Unicode(allow_none=True).tag(sync=True)
    function = Word(station.FUNCTIONS, None, allow_none=True).tag(sync=True)

    def __init__(
        self,
        date: Moment = CLIP,
        *,
        question: Asked = None,
        cut: str | None = None,
        function: str | None = None,
    ):
        self.date = instant("date", date).astype("datetime64[D]")
        arrays, words = tables.precomputed(self.date)
        super().__init__(arrays=arrays, words=words, question=question, cut=cut, function=function)

    @traitlets.validate("cut")
    def _as_it_is_written(self, proposal):
        if proposal.value is None:
            return None
        first, second = (part.name for part in station.parts(self.date, cut=proposal.value))
        either = (f"{first}/{second}", f"{second}/{first}")
        return next(joint for joint in station.joints(self.date) if joint in either)

    @property
    def parts(self) -> tuple[station.Part, ...]:
        return station.parts(self.date, cut=self.cut) if self.cut else ()

    @property
    def sentence(self) -> str:
        return unmarked(self._state["sentence"])

    @property
    def alt(self) -> str:
        return self._state["alt"]

    @property
    def _state(self):
        return next(state for state in self.words["states"] if state["cut"] == self.cut)

    def draw(self, ax: "Axes") -> None:
        twin.draw(ax, self.date, joint=self.cut, names=self._state["heads"])

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.6, height_in=7.0)
        ax.remove()
        with style():
            station_ax, table_ax = figure.subplots(2, 1, height_ratios=(3, 2))
        self.draw(station_ax)
        twin.draw_key(station_ax, self.words["key"])
        now = self._state
        order = slice(None, None, -1 if now["order"][0] else None)
        texts = [["; ".join(": ".join(line) for line in cell["lines"]) or cell["says"] for cell in part]
                 for part in now["cells"][order]]  # fmt: skip
        rows = [*zip(station.FUNCTIONS, *texts, strict=True), (wording.HEAD["mass"], *now["masses"][order])]
        twin.draw_table(table_ax, now["heads"][order], rows)
        return figure
