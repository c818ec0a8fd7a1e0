"""The Hill-frame pad: pull the arrow of a push, and see where the pushed part goes."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course.figures import blank
from course.figures import hill as twin
from course.figures.palette import unmarked
from course.orbits import period_s
from course.quantities import one
from course.relative import closest_approach, hill_motion, recontact_s, two_body_motion
from course.widgets.base import Picture, module

FASTEST_M_S, STEP_M_S = 0.2, 0.01
MOST_LAPS = 15  # a day
PER_LAP = 96  # points of a path in each lap: one a minute
LONGEST_PLAY_S, SLOWEST_LAPS_S = 8.0, 0.25  # of all laps; of one
TEMPLATES = (
    *("SENTENCE", "HOME", "SAFE", "MEET", "STRAIGHT", "NO_PUSH"),
    *("ALT", "ALT_NO_PUSH", "MOMENT", "START", "AWAY"),
)
LOWEST_KM, HIGHEST_KM = 200, 2000


def hill_pad(
    question=None, *, along_m_s=0.15, radial_m_s=0.0, cross_m_s=0.0, altitude_km=420, laps=1, within_m=200
):
    """Return the Hill-frame pad, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    along_m_s, radial_m_s, cross_m_s : float
        The push of one part relative to the other: forward, up, to the left; at most 0.2 m/s each, in steps
        of 0.01.
    altitude_km : float
        Of the circular orbit, 200 to 2,000 km.
    laps : int
        How long it is followed, 1 to 15 laps.
    within_m : {200, 100}
        The parts count as meeting within this distance of their centres.

    Examples
    --------
    >>> hill_pad().sentence                        # doctest: +NORMALIZE_WHITESPACE
    'Pushed forward at 0.15 m/s it is 2.51 km behind after one lap. From half a lap on the parts stay 1.36 km
    apart or more.'
    >>> hill_pad(along_m_s=0, radial_m_s=0.15).sentence           # doctest: +NORMALIZE_WHITESPACE
    'Pushed up at 0.15 m/s it is back at the other part after one lap. Recontact: after 76 minutes they are
    within 200 m of each other, at the nearest 0 m.'
    """
    return HillPad(
        question, along_m_s=along_m_s, radial_m_s=radial_m_s, cross_m_s=cross_m_s, altitude_km=altitude_km,
        laps=laps, within_m=within_m,
    )  # fmt: skip


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

    _esm = module("panels.js", "near.js", "hill-pad.js", "hill-names.js", "hill-scene.js", "hill.js")
    title = "Where a push leads"

    along_m_s = traitlets.Float().tag(sync=True)
    radial_m_s = traitlets.Float().tag(sync=True)
    cross_m_s = traitlets.Float().tag(sync=True)
    laps = traitlets.Int(1).tag(sync=True)
    flown_laps = traitlets.Float(1.0).tag(sync=True)
    within_m = traitlets.Enum(twin.WITHIN_M, twin.WITHIN_M[0]).tag(sync=True)
    view = traitlets.Enum(tuple(twin.VIEWS), "side").tag(sync=True)
    straight = traitlets.Bool(False).tag(sync=True)

    def __init__(self, question=None, *, altitude_km=420, laps=1, **traits):
        why = "lower, drag decides the path; higher, no station has flown"
        limits = {"at_least": LOWEST_KM, "at_most": HIGHEST_KM, "why": why}
        self.altitude_km = one("altitude_km", altitude_km, **limits)
        arrays, words = _precomputed(self.altitude_km)
        super().__init__(arrays=arrays, words=words, question=question, laps=laps, **traits)
        self.flown_laps = laps

    @traitlets.validate("along_m_s", "radial_m_s", "cross_m_s")
    def _nearest_stop(self, proposal):
        why = "springs and thrusters part station modules at 0.1 to 0.2 m/s; this picture goes so far"
        limits = {"at_least": -FASTEST_M_S, "at_most": FASTEST_M_S, "why": why}
        speed = one(proposal.trait.name, proposal.value, **limits)
        return round(round(speed / STEP_M_S) * STEP_M_S, 2)

    @traitlets.validate("laps")
    def _at_most_a_day(self, proposal):
        if not 1 <= proposal.value <= MOST_LAPS:
            raise ValueError(f"laps must lie between 1 and {MOST_LAPS} (got {proposal.value})")
        return proposal.value

    @traitlets.validate("flown_laps")
    def _on_the_path(self, proposal):
        flown = one("flown_laps", proposal.value, at_least=0, at_most=MOST_LAPS)
        return round(PER_LAP * flown) / PER_LAP

    @property
    def path(self):
        return hill_motion(self._time_s(), **self._orbit_and_push())

    @property
    def exact(self):
        return two_body_motion(self._time_s(), **self._orbit_and_push())

    @property
    def departure_m(self):
        """The most by which the path leaves two exact orbits, in m."""
        return float(_between(self.path, self.exact).max())

    @property
    def nearest(self):
        """The nearest approach from half a lap on, a `course.relative.Approach`."""
        return closest_approach(self.path, after_s=self._half_lap_s)

    @property
    def recontact_s(self):
        """When the parts first come too near from half a lap on, in s since the push; ``nan`` if never."""
        return recontact_s(self.path, within_m=self.within_m, after_s=self._half_lap_s)

    @property
    def sentence(self):
        push = self._push()
        if not any(push.values()):
            return twin.NO_PUSH
        told = {
            "push": twin.push(**push),
            "place": twin.place(along=float(self.path.along_m[-1])),
            "laps": twin.laps(self.laps),
        }
        words = [Template(twin.SENTENCE).substitute(told), self._fate()]
        if self.straight:
            straight = {axis: float(values[-1]) for axis, values in self._straight().items()}
            words.append(Template(twin.STRAIGHT).substitute(straight=twin.place(**straight)))
        return unmarked(" ".join(words))

    @property
    def alt(self):
        view = {"view": twin.VIEWS[self.view], "across": twin.ACROSS[self.view]}
        if not any(self._push().values()):
            return Template(twin.ALT_NO_PUSH).substitute(view)
        laps = self.path.along_m[PER_LAP::PER_LAP].tolist()
        told = {
            "laps": twin.laps(self.laps),
            "distances": twin.after_laps(laps),
            "fate": unmarked(self._fate()),
            "moment": self._moment(),
        }
        return Template(twin.ALT).substitute(view | told)

    def draw(self, ax):
        path, pushed = self.path, any(self._push().values())
        rows = ("along_m", "radial_m" if self.view == "side" else "cross_m")
        path_m = np.stack([getattr(path, row) for row in rows])

        def at(seconds):
            return np.array([np.interp(seconds, path.time_s, row) for row in path_m])

        meeting = None
        if pushed and not np.isnan(self.recontact_s):
            meeting = at(self.recontact_s), twin.duration(self.recontact_s)
        straight = None
        if self.straight:
            straight = np.stack([self._straight()[row.removesuffix("_m")] for row in rows])
        nearest = at(self.nearest.time_s), twin.distance(self.nearest.distance_m)
        twin.draw(ax, path_m, per_lap=PER_LAP, view=self.view, within_m=self.within_m, nearest=nearest,
                  meeting=meeting, straight_m=straight)  # fmt: skip

    def figure(self):
        figure, ax = blank(width_in=8.0, height_in=4.2)
        self.draw(ax)
        return figure

    @property
    def _half_lap_s(self):
        return float(_times_s(self.altitude_km)[PER_LAP // 2])

    def _time_s(self):
        return _times_s(self.altitude_km)[: PER_LAP * self.laps + 1]

    def _push(self):
        return {axis: getattr(self, f"{axis}_m_s") for axis in twin.AXES}

    def _orbit_and_push(self):
        push = {f"{axis}_m_s": speed for axis, speed in self._push().items()}
        return {"altitude_km": self.altitude_km, **push}

    def _straight(self):
        """Return the offsets of a part that keeps the velocity of the push, by axis."""
        return {axis: speed * self._time_s() for axis, speed in self._push().items()}

    def _fate(self):
        return twin.fate(self.nearest.distance_m, self.recontact_s, self.within_m)

    def _moment(self):
        path, at = self.path, round(PER_LAP * min(self.flown_laps, self.laps))
        metres = {axis: float(getattr(path, f"{axis}_m")[at]) for axis in twin.AXES}
        return twin.moment(float(path.time_s[at]), float(path.distance_m[at]), **metres)


@cache
def _times_s(altitude_km):
    times = period_s(altitude_km) * np.arange(PER_LAP * MOST_LAPS + 1) / PER_LAP
    times.flags.writeable = False
    return times


def _between(one_path, other):
    """Return the distance between two paths at each moment, in m."""
    return np.sqrt(
        sum((getattr(one_path, f"{axis}_m") - getattr(other, f"{axis}_m")) ** 2 for axis in twin.AXES)
    )


@cache
def _largest_departures_m(altitude_km):
    """Return by how much the paths of this picture leave two exact orbits at the most, up to each lap.

    Over pushes in steps of 0.05 m/s: what is left out grows with the square of the push, so that the largest
    departures belong to the strongest pushes.
    """
    speeds = np.linspace(-FASTEST_M_S, FASTEST_M_S, 9)
    pushes = np.meshgrid(speeds, speeds, speeds[speeds >= 0])  # left and right are mirror images
    given = {f"{axis}_m_s": each.ravel()[:, None] for axis, each in zip(twin.AXES, pushes, strict=True)}
    times = _times_s(altitude_km)[:: PER_LAP // 16]
    paths = (motion(times, altitude_km=altitude_km, **given) for motion in (hill_motion, two_body_motion))
    return np.maximum.accumulate(_between(*paths).max(axis=0))[16::16]


@cache
def _precomputed(altitude_km):
    """Return the paths of a push of 1 m/s along each axis, and the words; computed once in a kernel.

    The equations are linear: the path of any push is a sum of multiples of these three.
    """
    times = _times_s(altitude_km)
    units = [hill_motion(times, altitude_km=altitude_km, **{f"{axis}_m_s": 1.0}) for axis in twin.AXES]
    arrays = {
        "time_s": times,
        "unit_m": [[getattr(path, f"{axis}_m") for axis in twin.AXES] for path in units],
    }
    rates = [max(count / LONGEST_PLAY_S, SLOWEST_LAPS_S) for count in range(1, MOST_LAPS + 1)]
    words = {
        "axes": list(twin.AXES),
        "pushed": twin.PUSHED,
        "placed": twin.PLACED,
        "views": twin.VIEWS,
        "across": twin.ACROSS,
        "templates": {name.lower(): getattr(twin, name) for name in TEMPLATES},
        "notes": [
            Template(twin.NOTE).substitute(limit=f"{most:.1f} m", laps=twin.laps(count))
            for count, most in enumerate(_largest_departures_m(altitude_km).tolist(), start=1)
        ],
        "rates": rates,
        "rate_words": [f"1 second shows {twin.duration(rate * times[PER_LAP])}" for rate in rates],
        "least_m": twin.LEAST_M,
        "within_m": list(twin.WITHIN_M),
        "fastest_m_s": FASTEST_M_S,
        "step_m_s": STEP_M_S,
        "most_laps": MOST_LAPS,
        "per_lap": PER_LAP,
        "earth": f"Earth, {altitude_km:,.0f} km below",
        "closed": "The Hill frame seen from the side: two parts of a station at one place, the direction of "
        "flight to the right, the Earth below. Answer the question or skip it to push one of them.",
    }
    return arrays, words
