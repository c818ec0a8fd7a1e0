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
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Flag

START = "2022-03-08"  # the article


class AltitudeHistory(Picture):
    """The picture that `altitude_history` makes.

    Attributes
    ----------
    when : str
        Epoch of the element set at the cursor, UTC to the minute. Any moment may be set from November 1998 to
        March 2026; the nearest set is taken.
    closer : bool
        Whether 90 days around the cursor are shown, in place of all years.
    """

    drawing = expression("altitude_history")
    labels = wording.LABELS
    title = "The height of the station"

    when = traitlets.Any().tag(sync=True)
    closer = Flag(False).tag(sync=True)

    def __init__(self, *, question=None, when=START):
        arrays, words = tables.precomputed()
        super().__init__(arrays=arrays, words=words, question=question, when=when)

    @traitlets.validate("when")
    def _nearest_set(self, proposal):
        moment, epochs = instant("when", proposal.value), tables.sets()["epoch_utc"].to_numpy()
        first, last = epochs[[0, -1]].astype("datetime64[D]")
        if not first <= moment.astype("datetime64[D]") <= last:
            raise ValueError(f"when must lie between the first and the last element set, {first} and {last} "
                             f"(got {moment.astype('datetime64[D]')})")  # fmt: skip
        return tables.names()[int(np.abs(epochs - moment).argmin())]

    @property
    def place(self):
        """Number of the element set at the cursor, from 0."""
        return tables.names().index(self.when)

    @property
    def sentence(self):
        return unmarked(self.words["sentences"][self.place])

    @property
    def alt(self):
        return Template(self.words["alt"]).substitute(now=self.sentence)

    def _limits_km(self, span):
        """Return the ends of the axis of height: fixed for all years, else as close as the sets allow."""
        if not self.closer:
            return tables.RANGE_KM
        seen = tables.sets()[tables.sets()["epoch_utc"].between(*span)]
        return (np.floor(seen["perigee_km"].min() - 1), np.ceil(seen["apogee_km"].max() + 1))

    def draw(self, ax):
        height, rate = ax.inset_axes([0, 0.42, 1, 0.58]), ax.inset_axes([0, 0, 1, 0.32])
        ax.set_axis_off()
        self._draw((height, rate))

    def figure(self):
        figure, ax = blank(width_in=9.0, height_in=5.6)
        ax.remove()
        with style():
            self._draw(figure.subplots(2, 1, height_ratios=(5, 3)))
        return figure

    def _draw(self, axes):
        table = tables.sets()
        falls = table[table["kind"] == "fall"]
        around = np.timedelta64(tables.CLOSE_DAYS, "D")
        cursor = table["epoch_utc"].to_numpy()[self.place]
        span = (cursor - around, cursor + around) if self.closer else (tables.FIRST, tables.LAST)
        marks = [(np.datetime64(one.date, "D"), one.label) for one in tables.marked_events().itertuples()]
        marks = [(when, words) for when, words in marks if span[0] <= when <= span[1]]
        twin.draw(
            axes, table, tables.sun_by_month(),
            (falls["epoch_utc"].to_numpy(), falls["rate_m_day"].to_numpy()),
            now=self.place, span=span, limits_km=self._limits_km(span), marks=marks,
        )  # fmt: skip
