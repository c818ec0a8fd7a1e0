"""Gravity, speed and lap time by height: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.quantities import quantity as checked
from course.widgets.altitude_explorer import figure as twin
from course.widgets.altitude_explorer import tables
from course.widgets.altitude_explorer import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.traits import Number, Word
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class AltitudeExplorer(Picture):
    """The picture that `altitude_explorer` makes.

    Attributes
    ----------
    altitude_km : float
        Height of the satellite: what the reader chose last. Setting it moves the picture; a value between two
        stops of the slider goes to the nearest.
    quantity : str
        The curve that is shown.
    """

    drawing = expression("altitude_explorer")
    labels = wording.LABELS
    title = "What the height decides"

    altitude_km = Number().tag(sync=True)
    quantity = Word(tuple(wording.QUANTITIES), "speed").tag(sync=True)

    def __init__(
        self, quantity: str = "speed", *, question: Asked = None, altitude_km: float = tables.STATION_KM
    ):
        arrays, words = tables.precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question, quantity=quantity, altitude_km=altitude_km
        )

    @traitlets.validate("altitude_km")
    def _nearest_stop(self, proposal):
        why = "the picture is drawn from the edge of the air to just above the geostationary orbit"
        altitude = float(
            checked(
                "altitude_km", proposal.value, at_least=tables.LOWEST_KM, at_most=tables.HIGHEST_KM, why=why
            )
        )
        if np.isnan(altitude):
            raise ValueError("altitude_km must be a number (got nan)")
        return float(tables.stops_km()[tables.stop_of(altitude)])

    @property
    def stop(self) -> int:
        """Index of the chosen height among the stops of the slider."""
        return tables.stop_of(self.altitude_km)

    @property
    def sentence(self) -> str:
        texts = tables.texts_by_height()[self.stop]
        return unmarked(wording.sentence(self.quantity, texts | {"ending": texts["ending"][self.quantity]}))

    @property
    def alt(self) -> str:
        return Template(tables.alts()[self.quantity]).substitute(tables.texts_by_height()[self.stop])

    def draw(self, ax: "Axes") -> str:
        return twin.draw(
            ax,
            tables.stops_km(),
            tables.values_by_height()[self.quantity],
            quantity=self.quantity,
            chosen=self.stop,
            texts=tables.texts_by_height(),
            marks=[(name, tables.stop_of(height)) for name, height in tables.MARKS_KM.items()],
        )
