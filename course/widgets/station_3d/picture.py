"""Station in three dimensions: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course import layout
from course.constants import EARTH_RADIUS_KM
from course.orbits import radius_km
from course.quantities import Moment, instant, one
from course.widgets.kit import solids
from course.widgets.kit.bundles import expression
from course.widgets.kit.owners import BUILT_WORDS, OWNERS
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.traits import Number, Word
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import CLIP
from course.widgets.station_3d import figure as twin
from course.widgets.station_3d import parting
from course.widgets.station_3d import words as wording
from course.widgets.station_3d.parting import (
    ALTITUDE_KM,
    FINE,
    LAP_S,
    LAPS,
    PUSHES,
    STOPS,
    cuts,
    path_times_s,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SLOWEST_M_S, _FASTEST_M_S = 0.01, 1.0


class Station3D(Picture):
    """The picture that `station_3d` makes.

    The parts are drawn to scale and without tumbling. They share the push by their listed masses.

    Attributes
    ----------
    cut : str
        Where it parts.
    push : {"forward", "backward", "up", "sideways"}
        Where the part that is named second in the cut is pushed. Springs push along the joint, so the station
        is turned until the joint points there.
    laps : float
        Time since the push, 0 to 2 laps; a value between two stops goes to the nearest.
    turn_deg, tilt_deg : float
        Where the reader stands: round the station, 0 to the right of the flight, and above it.
    parting : course.widgets.station_3d.parting.Parting
        The parts, their speeds and their paths.
    """

    drawing = expression("station_3d")
    labels = wording.LABELS
    title = "The station comes apart"

    cut = traitlets.Unicode().tag(sync=True)
    push = Word(tuple(PUSHES), "forward").tag(sync=True)
    laps = Number(0.0).tag(sync=True)
    turn_deg = Number(32.0).tag(sync=True)
    tilt_deg = Number(-18.0).tag(sync=True)

    def __init__(
        self,
        date: Moment = CLIP,
        *,
        question: Asked = None,
        cut: str = "PMA-1/Zarya",
        relative_m_s: float = 0.15,
    ):
        why = "springs and thrusters part spacecraft at 0.1 to 0.2 m/s"
        self.relative_m_s = one(
            "relative_m_s", relative_m_s, at_least=_SLOWEST_M_S, at_most=_FASTEST_M_S, why=why
        )
        self.date = str(instant("date", date).astype("datetime64[D]"))
        self.cuts = cuts(self.date)
        if not self.cuts:
            raise ValueError(f"on {self.date} there is no joint to cut yet: Unity arrives on 1998-12-07")
        self.bodies = layout.bodies(self.date)
        self.faces = solids.faces(self.bodies)
        super().__init__(arrays=self._arrays_to_draw(), words=self._words(), question=question, cut=cut)

    @traitlets.validate("cut")
    def _one_of_the_day(self, proposal):
        if proposal.value not in self.cuts:
            raise ValueError(
                f"cut must be one of {', '.join(self.cuts)} on {self.date} (got {proposal.value!r})"
            )
        return proposal.value

    @traitlets.validate("laps")
    def _nearest_stop(self, proposal):
        laps = one("laps", proposal.value, at_least=0, at_most=float(LAPS[-1]))
        return float(LAPS[np.abs(LAPS - laps).argmin()])

    @traitlets.validate("turn_deg")
    def _once_round(self, proposal):
        turn = one("turn_deg", proposal.value, at_least=-360, at_most=360)
        return (turn + 180) % 360 - 180

    @traitlets.validate("tilt_deg")
    def _upright(self, proposal):
        return one("tilt_deg", proposal.value, at_least=-90, at_most=90)

    @property
    def parting(self) -> parting.Parting:
        return parting.parting(self.date, self.cut, self.push, self.relative_m_s)

    @property
    def stop(self) -> int:
        """Index of the moment among the stops of the time."""
        return round(self.laps * STOPS)

    @property
    def sentence(self) -> str:
        return unmarked(Template(self._template).substitute(self._now()))

    @property
    def alt(self) -> str:
        words = self._scene() + wording.VIEW + " " + unmarked(self._template)
        view = {"turn": wording.whole_degrees(self.turn_deg), "tilt": wording.whole_degrees(self.tilt_deg)}
        return Template(words).substitute(self._now() | view)

    def draw(self, ax: "Axes") -> None:
        view = {"turn_deg": self.turn_deg, "tilt_deg": self.tilt_deg}
        return twin.draw(self.parting, self.faces, self.bodies, ax, at=FINE * self.stop, **view)

    @property
    def _template(self):
        if not self.stop:
            return wording.WHOLE
        return wording.APART if self._places(self.cut, self.push)[self.stop] else wording.MET

    def _now(self):
        return self._texts(self.cut) | {
            "when": wording.moment(self.laps, LAP_S),
            "where": self._places(self.cut, self.push)[self.stop],
            "push": self.push,
            "relative": f"{self.relative_m_s:g}",
        }

    def _scene(self):
        modules = len({body.module for body in self.bodies})
        return Template(wording.SCENE).substitute(date=self.date, modules=modules)

    def _all(self, cut, push):
        return parting.parting(self.date, cut, push, self.relative_m_s)

    def _texts(self, cut):
        """Return the words about the parts of a cut."""
        one, other = self._all(cut, "forward").stays, self._all(cut, "forward").goes
        return {
            "cut": cut,
            "stays": one.name,
            "stays_t": wording.tonnes(one.mass_kg),
            "stays_lacks": wording.lacks(one),
            "goes": other.name,
            "goes_t": wording.tonnes(other.mass_kg),
            "goes_lacks": wording.lacks(other),
        }

    def _places(self, cut, push):
        """Return where the part that goes is, in words, for all stops."""
        apart = self._all(cut, push).apart_m
        farthest = np.maximum.accumulate(np.linalg.norm(apart, axis=0))
        return [wording.where(*place, farthest_m=far) for place, far in zip(apart.T, farthest, strict=True)]

    def _arrays_to_draw(self):
        every = [[self._all(cut, push) for push in PUSHES] for cut in self.cuts]
        points, corner = np.unique(
            self.faces.corners_m.reshape(-1, 3).round(4), axis=0, return_inverse=True
        )  # most corners belong to four faces: each is sent once
        names = [[part.modules for part in (row[0].stays, row[0].goes)] for row in every]
        return {
            "time_s": path_times_s(),
            "points_m": points,
            "corner": corner.reshape(-1, 4),
            "kind": len(solids.MIXED) * self.faces.body + self.faces.tone,
            "side": [[body.module in goes for body in self.bodies] for _, goes in names],
            "turned": [[one.turned for one in row] for row in every],
            "path_m": [[one.paths_m for one in row] for row in every],
            "speed_m_s": [[one.speeds_m_s for one in row] for row in every],
            "larger": [parting.larger(row) for row in zip(*every, strict=True)],
            "joint_m": [self._joint_m(cut) for cut in self.cuts],
        }

    def _joint_m(self, cut):
        """Return where the two modules of a cut touch, in the station frame."""
        ends = [body.ends_m for body in self.bodies if body.part == "body" and body.module in cut.split("/")]
        middles = [one.mean(axis=0) for one in ends]
        gaps = [np.linalg.norm(end - middles[1 - at]) for at, one in enumerate(ends) for end in one]
        return np.concatenate(ends)[np.argmin(gaps)]

    def _key(self):
        """Return the colour, the pattern and the words of every kind of body that is there."""
        kinds = {}
        for body in self.bodies:
            words = BUILT_WORDS.get(body.module, body.owner)
            kinds[words] = [solids.colour_role(body), solids.PATTERNS[solids.pattern_role(body)], words]
        return [kinds[words] for words in sorted(kinds, key=[*OWNERS, *kinds].index)]

    def _words(self):
        return {
            "cuts": list(self.cuts),
            "pushes": list(PUSHES),
            "ways": list(PUSHES.values()),
            "stops": STOPS,
            "lap_s": LAP_S,
            "relative": f"{self.relative_m_s:g}",
            "moments": [wording.moment(laps, LAP_S) for laps in LAPS],
            "times": [wording.clock(laps, LAP_S) for laps in LAPS],
            "texts": [self._texts(cut) for cut in self.cuts],
            "speeds": [
                [wording.metres_a_second(abs(speed)) for speed in self._all(cut, "up").speeds_m_s]
                for cut in self.cuts
            ],
            "places": [[self._places(cut, push) for push in PUSHES] for cut in self.cuts],
            "sentences": {"whole": wording.WHOLE, "apart": wording.APART, "met": wording.MET},
            "orbit_m": 1000 * float(radius_km(ALTITUDE_KM)),
            "earth": EARTH_RADIUS_KM / float(radius_km(ALTITUDE_KM)),
            "scene": self._scene(),
            "view": wording.VIEW,
            "closed": wording.CLOSED,
            "bodies": [
                [body.module, solids.colour_role(body), body.shape in solids.FLAT] for body in self.bodies
            ],
            "key": self._key(),
            "mixed": solids.MIXED,
            "light": [solids.AMBIENT, solids.DIRECT, *solids.LAMP],
        }
