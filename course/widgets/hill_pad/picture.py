"""Hill frame: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.quantities import one
from course.relative import Approach, HillPath, closest_approach, hill_motion, recontact_s, two_body_motion
from course.widgets.hill_pad import figure as twin
from course.widgets.hill_pad import tables
from course.widgets.hill_pad import words as wording
from course.widgets.kit import words as formats
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank
from course.widgets.kit.traits import Flag, Number, Whole, Word
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOWEST_KM, HIGHEST_KM = 200, 2000


class HillPad(Picture):
    """The picture that `hill_pad` makes.

    Attributes
    ----------
    along_m_s, radial_m_s, cross_m_s : float
        The push; setting one moves the picture. A value between two stops goes to the nearest.
    laps : int
        How long the path is followed.
    flown_laps : float
        Where on the path the part is shown.
    view : {"side", "above"}
        What is seen: along the track and up, or along the track and to the left.
    within_m : {200, 100}
        How near is too near.
    straight : bool
        Whether the straight line is shown that the part would take without gravity: the usual mistake.
    path : course.relative.HillPath
        One point a minute, by the Clohessy-Wiltshire equations.
    exact : course.relative.HillPath
        The same by two exact orbits.
    """

    drawing = expression("hill_pad")
    labels = wording.LABELS
    title = "Where a push leads"

    along_m_s = Number().tag(sync=True)
    radial_m_s = Number().tag(sync=True)
    cross_m_s = Number().tag(sync=True)
    laps = Whole(1).tag(sync=True)
    flown_laps = Number(1.0).tag(sync=True)
    within_m = Word(wording.WITHIN_M, wording.WITHIN_M[0]).tag(sync=True)
    view = Word(tuple(wording.VIEWS), "side").tag(sync=True)
    straight = Flag(False).tag(sync=True)

    def __init__(self, *, question: Asked = None, altitude_km: float = 420, laps: int = 1, **traits: object):
        why = "lower, drag decides the path; higher, no station has flown"
        limits = {"at_least": LOWEST_KM, "at_most": HIGHEST_KM, "why": why}
        self.altitude_km = one("altitude_km", altitude_km, **limits)
        arrays, words = tables.precomputed(self.altitude_km)
        super().__init__(arrays=arrays, words=words, question=question, laps=laps, **traits)
        self.flown_laps = laps

    @traitlets.validate("along_m_s", "radial_m_s", "cross_m_s")
    def _nearest_stop(self, proposal):
        why = "springs and thrusters part station modules at 0.1 to 0.2 m/s; this picture goes so far"
        limits = {"at_least": -tables.FASTEST_M_S, "at_most": tables.FASTEST_M_S, "why": why}
        speed = one(proposal.trait.name, proposal.value, **limits)
        return round(round(speed / tables.STEP_M_S) * tables.STEP_M_S, 2)

    @traitlets.validate("laps")
    def _at_most_a_day(self, proposal):
        if not 1 <= proposal.value <= tables.MOST_LAPS:
            raise ValueError(f"laps must lie between 1 and {tables.MOST_LAPS} (got {proposal.value})")
        return proposal.value

    @traitlets.validate("flown_laps")
    def _on_the_path(self, proposal):
        flown = one("flown_laps", proposal.value, at_least=0, at_most=tables.MOST_LAPS)
        return round(tables.PER_LAP * flown) / tables.PER_LAP

    @property
    def path(self) -> HillPath:
        return hill_motion(self._time_s(), **self._orbit_and_push())

    @property
    def exact(self) -> HillPath:
        return two_body_motion(self._time_s(), **self._orbit_and_push())

    @property
    def departure_m(self) -> float:
        """The most by which the path leaves two exact orbits, in m."""
        return float(tables.between(self.path, self.exact).max())

    @property
    def nearest(self) -> Approach:
        """The nearest approach from half a lap on, a `course.relative.Approach`."""
        return closest_approach(self.path, after_s=self._half_lap_s)

    @property
    def recontact_s(self) -> float:
        """When the parts first come too near from half a lap on, in s since the push; ``nan`` if never."""
        return recontact_s(self.path, within_m=self.within_m, after_s=self._half_lap_s)

    @property
    def sentence(self) -> str:
        push = self._push()
        if not any(push.values()):
            return wording.NO_PUSH
        told = {
            "push": wording.push(**push),
            "place": wording.place(along=float(self.path.along_m[-1])),
            "laps": formats.laps(self.laps),
        }
        words = [Template(wording.SENTENCE).substitute(told), self._fate()]
        if self.straight:
            straight = {axis: float(values[-1]) for axis, values in self._straight().items()}
            words.append(Template(wording.STRAIGHT).substitute(straight=wording.place(**straight)))
        return unmarked(" ".join(words))

    @property
    def alt(self) -> str:
        view = {"view": wording.VIEWS[self.view], "across": wording.ACROSS[self.view]}
        if not any(self._push().values()):
            return Template(wording.ALT_NO_PUSH).substitute(view)
        laps = self.path.along_m[tables.PER_LAP :: tables.PER_LAP].tolist()
        told = {
            "laps": formats.laps(self.laps),
            "distances": wording.after_laps(laps),
            "fate": unmarked(self._fate()),
            "moment": self._moment(),
        }
        return Template(wording.ALT).substitute(view | told)

    def draw(self, ax: "Axes") -> None:
        path, pushed = self.path, any(self._push().values())
        rows = ("along_m", "radial_m" if self.view == "side" else "cross_m")
        path_m = np.stack([getattr(path, row) for row in rows])

        def at(seconds):
            return np.array([np.interp(seconds, path.time_s, row) for row in path_m])

        meeting = None
        if pushed and not np.isnan(self.recontact_s):
            meeting = at(self.recontact_s), formats.duration(self.recontact_s)
        straight = None
        if self.straight:
            straight = np.stack([self._straight()[row.removesuffix("_m")] for row in rows])
        nearest = at(self.nearest.time_s), formats.distance(self.nearest.distance_m)
        twin.draw(ax, path_m, per_lap=tables.PER_LAP, view=self.view, within_m=self.within_m, nearest=nearest,
                  meeting=meeting, straight_m=straight)  # fmt: skip

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=8.0, height_in=4.2)
        self.draw(ax)
        return figure

    @property
    def _half_lap_s(self):
        return float(tables.times_s(self.altitude_km)[tables.PER_LAP // 2])

    def _time_s(self):
        return tables.times_s(self.altitude_km)[: tables.PER_LAP * self.laps + 1]

    def _push(self):
        return {axis: getattr(self, f"{axis}_m_s") for axis in wording.AXES}

    def _orbit_and_push(self):
        push = {f"{axis}_m_s": speed for axis, speed in self._push().items()}
        return {"altitude_km": self.altitude_km, **push}

    def _straight(self):
        """Return the offsets of a part that keeps the velocity of the push, by axis."""
        return {axis: speed * self._time_s() for axis, speed in self._push().items()}

    def _fate(self):
        return wording.fate(self.nearest.distance_m, self.recontact_s, self.within_m)

    def _moment(self):
        path, at = self.path, round(tables.PER_LAP * min(self.flown_laps, self.laps))
        metres = {axis: float(getattr(path, f"{axis}_m")[at]) for axis in wording.AXES}
        return wording.moment(float(path.time_s[at]), float(np.asarray(path.distance_m)[at]), **metres)
