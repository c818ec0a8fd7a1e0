"""Newton's cannon: the picture."""

from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.flight import Flight, free_flight
from course.quantities import one
from course.widgets.cannon import figure as twin
from course.widgets.cannon import tables
from course.widgets.cannon import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.traits import Flag, Number, Word
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Cannon(Picture):
    """The picture that `cannon` makes.

    Attributes
    ----------
    speed_km_s : float
        Speed of the shot: what the reader chose last. Setting it moves the picture; a value between two stops
        goes to the nearest.
    gravity : bool
        Whether gravity acts.
    body : {"ball", "station"}
        What is shot: 1 kg or 420,000 kg.
    flight : course.flight.Flight
        The shot with gravity.
    """

    drawing = expression("cannon")
    labels = wording.LABELS
    title = "Newton's cannon"

    speed_km_s = Number().tag(sync=True)
    gravity = Flag(True).tag(sync=True)
    body = Word(tuple(wording.BODIES), "ball").tag(sync=True)

    def __init__(self, altitude_km: float = 420, *, speed_km_s: float = 6.0, question: Asked = None):
        why = "the picture is drawn for the heights of low orbits"
        self.altitude_km = one("altitude_km", altitude_km, at_least=100, at_most=2000, why=why)
        arrays, words = tables.precomputed(self.altitude_km)
        super().__init__(
            arrays=arrays,
            words=words,
            question=question,
            speed_km_s=speed_km_s,
        )

    @traitlets.validate("speed_km_s")
    def _nearest_stop(self, proposal):
        limits = {"at_least": 0, "at_most": tables.FASTEST_KM_S}
        speed = one("speed_km_s", proposal.value, **limits)
        if np.isnan(speed):
            raise ValueError("speed_km_s must be a number (got nan)")
        stops = tables.stops_km_s(self.altitude_km)
        return float(stops[np.abs(stops - speed).argmin()])

    @property
    def flight(self) -> Flight:
        return free_flight(self.altitude_km, speed_km_s=self.speed_km_s)

    @property
    def sentence(self) -> str:
        return unmarked(wording.sentence(self.flight, gravity=self.gravity, body=self.body))

    @property
    def alt(self) -> str:
        return wording.alt_text(self.flight, gravity=self.gravity, body=self.body)

    def draw(self, ax: "Axes") -> None:
        twin.draw(self.flight, ax, gravity=self.gravity)
