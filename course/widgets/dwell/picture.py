"""Dwell curve: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.constants import ISS_INCLINATION_DEG
from course.quantities import one
from course.widgets.dwell import figure as twin
from course.widgets.dwell import tables
from course.widgets.dwell import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Number, Whole
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Dwell(Picture):
    """The picture that `dwell` makes.

    Attributes
    ----------
    inclination_deg : float
        What the reader chose last. Setting it moves the picture; a value between two stops of the slider goes
        to the nearest.
    band_deg : tuple of int
        Southern and northern end of the band.
    share, even_share : float
        Fraction of the time spent in the band, and what it would be if all latitudes reached were alike.
    """

    drawing = expression("dwell")
    labels = wording.LABELS
    title = "Where the time is spent"

    inclination_deg = Number().tag(sync=True)
    band_deg = traitlets.Tuple(Whole(), Whole()).tag(sync=True)

    def __init__(
        self,
        inclination_deg: float = ISS_INCLINATION_DEG,
        *,
        question: Asked = None,
        band_deg: tuple[int, int] = (50, 90),
    ):
        arrays, words = tables.precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question, inclination_deg=inclination_deg, band_deg=band_deg
        )

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = (
            "lower orbits do not fit the picture, and beyond 90 degrees an orbit dwells like its mirror image"
        )
        limits = {"at_least": tables.LEAST_DEG, "at_most": tables.MOST_DEG, "why": why}
        chosen = one("inclination_deg", proposal.value, **limits)
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(tables.stops_deg()[np.abs(tables.stops_deg() - chosen).argmin()])

    @traitlets.validate("band_deg")
    def _from_south_to_north(self, proposal):
        south, north = proposal.value
        if not -90 <= south < north <= 90:
            raise ValueError(
                f"band_deg must go from a southern to a northern latitude, -90 to 90 (got {(south, north)})"
            )
        return proposal.value

    @property
    def stop(self) -> int:
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(tables.stops_deg() - self.inclination_deg).argmin())

    @property
    def share(self) -> float:
        below = tables.laps_and_shares()["below"][self.stop]
        south, north = (float(below[latitude + 90]) for latitude in self.band_deg)
        return north - south

    @property
    def even_share(self) -> float:
        top = float(tables.laps_and_shares()["top_deg"][self.stop])
        south, north = (min(max(latitude, -top), top) for latitude in self.band_deg)
        return (north - south) / (2 * top)

    @property
    def sentence(self) -> str:
        template = wording.SENTENCE if self.share > 0 else wording.SENTENCE_NEVER
        return unmarked(Template(template).substitute(self._texts()))

    @property
    def alt(self) -> str:
        return Template(wording.ALT).substitute(self._texts())

    def _texts(self):
        dots = tables.laps_and_shares()["lap_deg"][self.stop][list(twin.DOTS_MIN)]
        south, north = self.band_deg
        return {name: column[self.stop] for name, column in tables.texts().items()} | {
            "where": wording.where(south, north),
            "share": wording.percent(self.share),
            "even": wording.percent(self.even_share),
            "dots": int(np.sum((dots >= south) & (dots <= north))),
            "all": len(dots),
        }

    def draw(self, ax: "Axes") -> None:
        lap, bars = ax.inset_axes((0, 0, 0.5, 1)), ax.inset_axes((0.6, 0, 0.4, 1))
        ax.set_axis_off()
        self._draw((lap, bars))

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.0, height_in=4.6)
        ax.remove()
        with style():
            self._draw(figure.subplots(1, 2, sharey=True))
        return figure

    def _draw(self, axes):
        drawn = tables.laps_and_shares()
        shares = np.diff(drawn["below"][self.stop])
        top = float(drawn["top_deg"][self.stop])
        twin.draw(axes, drawn["lap_deg"][self.stop], shares, band_deg=self.band_deg, top_deg=top)
