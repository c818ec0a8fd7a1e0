"""The wave: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.traits import Flag, Whole
from course.widgets.kit.words import place
from course.widgets.questions import Asked
from course.widgets.wave import figure as twin
from course.widgets.wave import tables
from course.widgets.wave import words as wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Wave(Picture):
    """The picture that `wave` makes.

    Attributes
    ----------
    minute : int
        Minutes flown since the first northward crossing of the equator; setting it moves the station.
    earth_turns : bool
        Whether the Earth turns below the circle.
    laps : float
        Laps flown.
    place_deg : tuple of float
        Longitude and latitude of the point below the station.
    """

    drawing = expression("wave")
    labels = wording.LABELS
    title = "Where does the wave come from?"

    minute = Whole().tag(sync=True)
    earth_turns = Flag(True).tag(sync=True)

    def __init__(self, *, question: Asked = None, minute: int = 0, earth_turns: bool = True):
        arrays, words = tables.precomputed()
        super().__init__(
            arrays=arrays, words=words, question=question, minute=minute, earth_turns=earth_turns
        )

    @traitlets.validate("minute")
    def _on_the_way(self, proposal):
        last = tables.last_minute()
        if not 0 <= proposal.value <= last:
            raise ValueError(f"minute must lie between 0 and {last}, three laps (got {proposal.value})")
        return proposal.value

    @property
    def laps(self) -> float:
        return self.minute / tables.lap_min()

    @property
    def place_deg(self) -> tuple[float, float]:
        longitude, latitude = self._track(np.array([self.laps]))
        return float(longitude[0]), float(latitude[0])

    @property
    def sentence(self) -> str:
        kind = self._kind + ("_on" if self.laps >= 1 else "")
        template = wording.TEMPLATES[kind if self.minute else "before"]
        return unmarked(Template(template).substitute(self._now()))

    @property
    def alt(self) -> str:
        now = self._now()
        for part in ("earth", "lie"):
            now[part] = Template(wording.TEMPLATES[part][self._kind]).substitute(now)
        return Template(wording.TEMPLATES["alt"]).substitute(now)

    def draw(self, ax: "Axes") -> None:
        whole = self._track(np.arange(tables.LAPS * tables.SAMPLES_PER_LAP + 1) / tables.SAMPLES_PER_LAP)
        flown = round(self.laps * tables.SAMPLES_PER_LAP)
        twin.draw(ax, *whole, flown=flown, now_deg=self.place_deg, top_deg=tables.top_deg())

    @property
    def _kind(self):
        return "turning" if self.earth_turns else "still"

    def _track(self, turns):
        return tables.ground_track(turns, tables.shift_deg() if self.earth_turns else 0.0)

    def _now(self):
        return {
            "minute": self.minute,
            "place": place(*reversed(self.place_deg)),
            "lap": int(self.laps) + 1,
            "laps": f"{self.laps:.1f}",
            "turned": f"{tables.shift_deg() * self.laps:.1f}",
            "shift": f"{tables.shift_deg():.1f}",
            "top": f"{tables.top_deg():.1f}",
        }
