"""Altitude history: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.quantities import Moment, instant
from course.widgets.altitude_history import figure as twin
from course.widgets.altitude_history import tables
from course.widgets.altitude_history import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.frames import rows
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank
from course.widgets.kit.traits import When
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

START = "2022-03-08"  # the article


class AltitudeHistory(Picture):
    """The picture that `altitude_history` makes.

    Attributes
    ----------
    when : str
        Moment of the known height at the cursor, UTC to the minute. Any moment may be set from December 1998
        to March 2026; the nearest known height is taken.
    """

    drawing = expression("altitude_history")
    labels = wording.LABELS
    title = "In which year did a resident crew fly lowest?"

    when = When().tag(sync=True)

    def __init__(self, *, question: Asked = None, when: Moment = START):
        arrays, words = tables.precomputed()
        super().__init__(arrays=arrays, words=words, question=question, when=when)

    @traitlets.validate("when")
    def _nearest(self, proposal):
        moment, known = instant("when", proposal.value), tables.heights()["epoch_utc"].to_numpy()
        first, last = known[[0, -1]].astype("datetime64[D]")
        if not first <= moment.astype("datetime64[D]") <= last:
            raise ValueError(f"when must lie between the first and the last known height, {first} and {last} "
                             f"(got {moment.astype('datetime64[D]')})")  # fmt: skip
        return tables.names()[int(np.abs(known - moment).argmin())]

    @property
    def place(self) -> int:
        """Number of the known height at the cursor, from 0."""
        return tables.names().index(self.when)

    @property
    def sentence(self) -> str:
        return unmarked(self.words["sentences"][self.place])

    @property
    def alt(self) -> str:
        return Template(self.words["alt"]).substitute(now=self.sentence)

    def draw(self, ax: "Axes") -> None:
        marked = tables.marked_events().sort_values("date")
        events = [(np.datetime64(one.date, "D"), one.label) for one in rows(marked)]
        named = [(at, f"{km}, {what}") for at, km, what in self.words["extremes"]]
        twin.draw(ax, tables.heights(), now=self.place, events=events, named=named,
                  article=self.words["article"], span=(tables.FIRST, tables.LAST))  # fmt: skip

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.0, height_in=4.2)
        self.draw(ax)
        return figure
