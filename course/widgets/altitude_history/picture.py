"""Altitude history: the picture."""

from string import Template

import numpy as np
import traitlets

from course.quantities import instant
from course.widgets.altitude_history import figure as twin
from course.widgets.altitude_history import tables
from course.widgets.altitude_history import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank
from course.widgets.kit.traits import When

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

    def __init__(self, *, question=None, when=START):
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
    def place(self):
        """Number of the known height at the cursor, from 0."""
        return tables.names().index(self.when)

    @property
    def sentence(self):
        return unmarked(self.words["sentences"][self.place])

    @property
    def alt(self):
        return Template(self.words["alt"]).substitute(now=self.sentence)

    def draw(self, ax):
        marked = tables.marked_events().sort_values("date")
        events = [(np.datetime64(one.date, "D"), one.label) for one in marked.itertuples()]
        named = [(at, f"{km}, {what}") for at, km, what in self.words["extremes"]]
        twin.draw(ax, tables.heights(), now=self.place, events=events, named=named,
                  article=self.words["article"], span=(tables.FIRST, tables.LAST))  # fmt: skip

    def figure(self):
        figure, ax = blank(width_in=9.0, height_in=4.2)
        self.draw(ax)
        return figure
