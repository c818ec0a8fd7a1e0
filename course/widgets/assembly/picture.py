"""Assembly: the picture."""

from typing import TYPE_CHECKING

import traitlets

from course import station
from course.quantities import Moment
from course.widgets.assembly import figure as twin
from course.widgets.assembly import tables
from course.widgets.assembly.elevations import VIEWS
from course.widgets.assembly.growth import days, growth, marks, years
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import CLIP

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Assembly(Picture):
    """The picture that `assembly` makes.

    Attributes
    ----------
    date : str
        The change that the reader chose last, "2000-07-26". Setting it moves the picture; a day between two
        changes goes to the one before.
    modules : int
        Number of modules that day.
    """

    drawing = expression("assembly")
    title = "How the station was built"

    date = traitlets.Unicode().tag(sync=True)

    def __init__(self, date: Moment = CLIP, *, question: Asked = None):
        arrays, words = tables.precomputed()
        super().__init__(arrays=arrays, words=words, question=question, date=tables.as_text(date))

    @traitlets.validate("date")
    def _last_change(self, proposal):
        day = tables.as_text(proposal.value)
        station.modules(day)  # refuses days before the first and after the last
        return max(one for one in days() if one <= day)

    @property
    def stop(self) -> int:
        """Number of the change among all, from 0."""
        return days().index(self.date)

    @property
    def modules(self) -> int:
        return int(growth()["modules"][self.stop])

    @property
    def sentence(self) -> str:
        return unmarked(tables.texts()[self.stop]["sentence"])

    @property
    def alt(self) -> str:
        return tables.texts()[self.stop]["alt"]

    def draw(self, ax: "Axes", view: str = "above") -> None:
        every, there = tables.bodies()
        outlines, order = tables.outlines(view)
        new = tables.texts()[self.stop]["new"]
        shapes = [
            (
                every[at].module,
                every[at].owner,
                every[at].shape in tables.FLAT,
                every[at].module in new,
                outlines[at],
            )
            for at in order
            if there[self.stop, at]
        ]
        twin.draw(ax, shapes, view=view)

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.6, height_in=6.4)
        ax.remove()
        with style():
            grid = figure.add_gridspec(6, 2, width_ratios=(3, 2))
            views = figure.add_subplot(grid[:4, 0]), figure.add_subplot(grid[4:, 0])
            charts = [figure.add_subplot(grid[:4, 1]), figure.add_subplot(grid[4:, 1])]
        for ax, view in zip(views, VIEWS, strict=True):
            self.draw(ax, view)
        twin.draw_growth(charts, years(), growth(), now=self.stop,
                         marks=[mark[2:] for mark in marks()])  # fmt: skip
        twin.draw_key(charts[0], dict(station.record()[["name", "owner"]].itertuples(index=False)))
        return figure
