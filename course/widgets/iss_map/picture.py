"""Map of a day: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.constants import SOLAR_DAY_S
from course.coverage import subsolar_point
from course.elements import ElementSet
from course.geography import land_outlines
from course.ground import GroundTrack, ascending_nodes
from course.quantities import Moment
from course.widgets.iss_map import figure as twin
from course.widgets.iss_map import words as wording
from course.widgets.kit.arrays import Rounded
from course.widgets.kit.bundles import expression
from course.widgets.kit.day import DayPicture, day_track, doubts, first_minute, whole_hours
from course.widgets.kit.palette import unmarked
from course.widgets.kit.traits import Whole
from course.widgets.kit.words import moment, place
from course.widgets.kit.world import SHOWN_DEG
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_LAPS = 16  # a day has 15 and a half


class IssMap(DayPicture):
    """The picture that `iss_map` makes.

    Attributes
    ----------
    minute, track
        As in `course.widgets.kit.day.DayPicture`.
    laps : int
        Laps shown.
    nodes : course.ground.Nodes
        Where the laps begin: northward crossings of the equator, to beyond the end of the track.
    """

    drawing = expression("iss_map")
    labels = wording.LABELS
    title = "The station on the map"

    laps = Whole(3).tag(sync=True)

    def __init__(
        self,
        elements: ElementSet,
        start_utc: Moment | None = None,
        hours: float = 24,
        *,
        question: Asked = None,
        minute: int | None = None,
        laps: int = 3,
    ):
        start = first_minute(elements, start_utc)
        hours = whole_hours(hours)
        duration_s = 60 * (round(60 * hours) + 1)  # the last minute is a point of the map too
        self.track = day_track(elements, start, hours)
        whole_laps = int(duration_s / SOLAR_DAY_S * elements.mean_motion_rev_day) + 2
        self.nodes = ascending_nodes(elements, start_utc=start, laps=whole_laps)
        if minute is None:
            minute = min(round(self._node_minutes[0] + self.nodes.period_s / 120), len(self.track) - 1)
        super().__init__(
            arrays=self._arrays_to_draw(), words=self._words(), question=question, minute=minute, laps=laps
        )

    @traitlets.validate("laps")
    def _few(self, proposal):
        if not 1 <= proposal.value <= MOST_LAPS:
            raise ValueError(f"laps must lie between 1 and {MOST_LAPS} (got {proposal.value})")
        return proposal.value

    @property
    def lap(self) -> int:
        """Number of the lap that is flown: northward crossings of the equator since the start."""
        return int(np.sum(self._node_minutes <= self.minute))

    @property
    def sentence(self) -> str:
        return unmarked(Template(wording.SENTENCE if self.lap else wording.BEFORE).substitute(self._now()))

    @property
    def alt(self) -> str:
        return Template(self._alt_template()).substitute(self._now())

    @property
    def age(self) -> str:
        """How far the shown moment lies from the epoch of the elements, in words."""
        days = self.track.elements.age_days(self.track.utc[self.minute])
        unit, size = ("hours", abs(24 * days)) if abs(days) < 2 else ("days", abs(days))
        words = wording.LABELS[f"{unit}_{'before' if days >= 0 else 'after'}"]
        return Template(words).substitute(size=f"{size:.1f}")

    def draw(self, ax: "Axes") -> str:
        first, last = self._shown_minutes()
        part = slice(first, last + 1)
        whole = self.track
        places = (column[part] for column in (whole.latitude_deg, whole.longitude_deg, whole.height_km))
        track = GroundTrack(whole.elements, whole.utc[part], *places)
        turning = float(self.track.latitude_deg.min()), float(self.track.latitude_deg.max())
        return twin.draw(ax, track, now=self.minute - first, nodes=self.nodes, turning_deg=turning)

    def _shown_minutes(self):
        """Return the first and last minute of the laps shown: the next, the one flown, those before."""
        first = max(self.lap - self.laps + 2 if self.laps > 1 else self.lap, 0)
        begins = np.append(0, np.minimum(self._node_minutes, len(self.track) - 1)).astype(int)
        return int(begins[first]), int(begins[min(first + self.laps, len(begins) - 1)])

    @property
    def _node_minutes(self):
        return (self.nodes.utc - self.track.utc[0]) / np.timedelta64(60_000_000, "us")

    def _now(self):
        at = self.minute
        return {
            "moment": moment(self.track.utc[at]),
            "place": place(self.track.latitude_deg[at], self.track.longitude_deg[at]),
            "height": f"{self.track.height_km[at]:.0f}",
            "lap": self.lap,
            "laps": self.laps,
            "shift": f"{self.nodes.westward_shift_deg:.1f}",
        }

    def _alt_template(self):
        return Template(wording.NOW).safe_substitute(scene=wording.alt_text(self.track))

    def _arrays_to_draw(self):
        land = land_outlines()
        return {
            "longitude_deg": self.track.longitude_deg,
            "latitude_deg": self.track.latitude_deg,
            "height_km": self.track.height_km,
            "node_minute": self._node_minutes,
            "node_longitude_deg": self.nodes.longitude_deg,
            "sun_deg": np.stack(subsolar_point(self.track.utc), axis=1),
            "land_deg": Rounded(np.stack(land, axis=1)),
        }

    def _words(self):
        elements, first, last = self.track.elements, self.track.utc[0], self.track.utc[-1]
        epoch_minute = -elements.age_days(first) * SOLAR_DAY_S / 60
        note = Template(wording.COMPUTED).safe_substitute(
            epoch=moment(elements.epoch_utc), source=elements.source
        )
        return {
            "sentence": wording.SENTENCE,
            "before": wording.BEFORE,
            "alt": self._alt_template(),
            "closed": wording.CLOSED,
            "start": str(first.astype("datetime64[m]")) + "Z",
            "shift_deg": self.nodes.westward_shift_deg,
            "north_deg": float(self.track.latitude_deg.max()),
            "south_deg": float(self.track.latitude_deg.min()),
            "shown_deg": list(SHOWN_DEG),
            "most_laps": MOST_LAPS,
            "epoch_minute": epoch_minute,
            "note": note + doubts(elements, first, last),
        }
