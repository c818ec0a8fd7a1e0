"""Russia under the track: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.constants import ISS_INCLINATION_DEG
from course.geography import VIEWS, Borders
from course.quantities import Limits, one
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank
from course.widgets.kit.traits import Number, Word
from course.widgets.questions import Asked
from course.widgets.russia_band import figure as twin
from course.widgets.russia_band import tables
from course.widgets.russia_band import words as wording
from course.widgets.russia_band.albers import parallel_km
from course.widgets.russia_band.shapes import FRAME_KM, shapes_km

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class RussiaBand(Picture):
    """The picture that `russia_band` makes.

    Attributes
    ----------
    inclination_deg : float
        What the reader chose last. Setting it moves the line; a value between two stops of the slider goes to
        the nearest.
    borders : {"un", "de-facto"}
        Whose borders are drawn and counted.
    """

    drawing = expression("russia_band")
    labels = wording.LABELS
    title = "The strip of Russia below the track"

    inclination_deg = Number().tag(sync=True)
    borders = Word(VIEWS, "un").tag(sync=True)

    def __init__(
        self, inclination_deg: float = ISS_INCLINATION_DEG, *, question: Asked = None, borders: Borders = "un"
    ):
        arrays, words = tables.precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question, inclination_deg=inclination_deg, borders=borders
        )

    @traitlets.validate("inclination_deg")
    def _nearest_stop(self, proposal):
        why = "flatter orbits stay south of Russia, and from 82 degrees on nothing of it is left out"
        limits: Limits = {"at_least": tables.FLATTEST_DEG, "at_most": tables.STEEPEST_DEG, "why": why}
        chosen = one("inclination_deg", proposal.value, **limits)
        if np.isnan(chosen):
            raise ValueError("inclination_deg must be a number (got nan)")
        return float(tables.stops_deg()[np.abs(tables.stops_deg() - chosen).argmin()])

    @property
    def stop(self) -> int:
        """Index of the chosen inclination among the stops of the slider."""
        return int(np.abs(tables.stops_deg() - self.inclination_deg).argmin())

    @property
    def shares(self) -> dict[str | int, float]:
        """Shares of Russia at this inclination.

        A dict: area and people south of the track's limit, and by elevation the area where it rises so high.
        """
        table = tables.reach_and_areas()[self.borders]
        seen = dict(zip(wording.LINES, table["seen"][self.stop].tolist(), strict=True))
        return {name: float(table[name][self.stop]) for name in ("area", "people")} | seen

    @property
    def sentence(self) -> str:
        return unmarked(Template(wording.SENTENCE[tables.kind(self.shares["area"])]).substitute(self._now()))

    @property
    def alt(self) -> str:
        return Template(wording.ALT).substitute(self._now())

    def _now(self):
        texts, below = tables.texts(), tables.below()
        seen = dict(zip(wording.SEEN, texts[self.borders]["seen"][self.stop], strict=True))
        inside = below[int(texts["below"][self.stop])]
        return {
            **{name: texts[name][self.stop] for name in ("inclination", "top")},
            **{name: texts[self.borders][name][self.stop] for name in ("area", "people")},
            **inside,
            **seen,
        }

    def draw(self, ax: "Axes") -> None:
        orbit, shapes = tables.orbits(), shapes_km()
        seen = tables.texts()[self.borders]["seen"][self.stop]
        lines = [
            (radius, f"{words}: {share}")
            for radius, words, share in zip(
                orbit["sight_km"][self.stop], wording.LINES.values(), seen, strict=True
            )
            if radius > parallel_km(85)
        ]
        twin.draw(
            ax,
            *(shapes[name] for name in ("land_km", "russia_km", "crimea_km")),
            frame_km=FRAME_KM,
            reach_km=float(orbit["reach_km"][self.stop]),
            lines=lines,
            cities=[(city["name"], *city["place_km"], city["latitude_deg"] <= orbit["top_deg"][self.stop])
                    for city in tables.cities_drawn()],
            crimea_counts=self.borders == "de-facto",
        )  # fmt: skip

    def figure(self) -> "Figure":
        left, right, top, bottom = FRAME_KM
        figure, ax = blank(width_in=9.0, height_in=9.0 * (bottom - top) / (right - left))
        self.draw(ax)
        return figure
