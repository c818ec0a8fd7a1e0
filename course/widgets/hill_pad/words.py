"""Hill frame: sentences of the picture."""

from collections.abc import Sequence
from string import Template

import numpy as np

from course.widgets.kit.words import distance, duration, joined

LABELS = {  # on the drawing and its controls
    "followed": "Followed for",
    "push": "Push",
    "push_axis": {"along": "Push forward", "radial": "Push up", "cross": "Push to the left"},
    "push_part": "$way at $speed",
    "push_whole": "$parts m/s",
    "seen": "Seen",
    "too_near": "Too near is within",
    "straight": "if it flew straight on",
    "straight_on": "straight on",
    "within": "$when: within $radius",
    "nearest": "nearest: $distance",
    "each_lap": "each lap: $distance",
    "one_lap": "one lap: $distance",
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "scale": "0.2 m/s",
    "backward": "backward",
    "forward": "forward",
    "backward_arrow": "← backward",
    "forward_arrow": "forward →",
    "down_earth": "down, towards the Earth",
    "from_above": "seen from above",
    "behind": "← behind",
    "ahead": "ahead →",
    "height": "above or below",
    "width": "left or right",
    "larger": ", drawn $times times as large",
    "larger_short": ", × $times",
    "flight": "direction of flight →",
    "flight_short": "flight →",
}
CLOSED = (
    "The Hill frame seen from the side: two parts of a station at one place, the direction of flight to "
    "the right, the Earth below. Answer the question or skip it to push one of them."
)

AXES = ("along", "radial", "cross")  # in the order in which they are told
PUSHED = {
    "along": ("forward", "backward"),
    "radial": ("up", "down"),
    "cross": ("to the left", "to the right"),
}
PLACED = {
    "along": ("ahead", "behind"),
    "radial": ("above", "below"),
    "cross": ("to the left", "to the right"),
}
VIEWS = {"side": "from the side", "above": "from above"}
WITHIN_M = (200, 100)  # the two count as meeting within this distance of their centres: one of these
SENTENCE = "Pushed {speed:$push} it is {station:$place} after $laps."
LEAST_M = 0.5  # offsets that read "0 m" are not told
HOME = "back at the other part"
SAFE = "From half a lap on the parts stay {ink:$nearest} apart or more."
MEET = "{ink:Recontact}: after $when they are within $radius of each other, at the nearest $nearest."
STRAIGHT = "If it flew straight on, it would be {ink:$straight}."
MOMENT = "After $time it is $place$away."
START = "It is being pushed."
AWAY = ", $distance away"  # where one offset alone does not say it
NO_PUSH = "Without a push the parts stay together."
ALT = (
    "The Hill frame seen $view: the other part at the middle, the direction of flight to the right, $across. "
    "The path of the pushed part over $laps; after each lap it is $distances. $fate $moment"
)
ALT_NO_PUSH = "The Hill frame seen $view: both parts at the middle. Without a push there is no path."
ACROSS = {"side": "the Earth below", "above": "the Earth behind the picture"}
NOTE = (
    "The equations of Clohessy and Wiltshire; distances along the track follow its curve. Two exact orbits "
    "differ from them by at most $limit within $laps, whatever push this picture allows. Drag and the "
    "oblateness of the Earth are left out."
)


def push(**m_s: float) -> str:
    """Return a push in words, from its parts by the names of `AXES`; empty without one.

    Examples
    --------
    >>> push(along=0.15), push(along=-0.1, radial=0.05)
    ('forward at 0.15 m/s', 'backward at 0.10 and up at 0.05 m/s')
    """
    part, whole = Template(LABELS["push_part"]), Template(LABELS["push_whole"])
    parts = [
        part.substitute(way=PUSHED[axis][m_s[axis] < 0], speed=f"{abs(m_s[axis]):.2f}")
        for axis in AXES
        if m_s.get(axis)
    ]
    return whole.substitute(parts=joined(parts)) if parts else ""


def place(**metres: float) -> str:
    """Return where a part is, from its offsets by the names of `AXES`.

    Examples
    --------
    >>> place(along=-1255.1, radial=532.7), place(along=0.2)
    ('1.26 km behind and 533 m above', 'back at the other part')
    """
    return joined(_offsets(metres)) or HOME


def moment(seconds: float, distance_m: float, **metres: float) -> str:
    """Return where a part is at one moment, in a sentence.

    Examples
    --------
    >>> moment(2789, 1363.5, along=-1255.1, radial=532.7)
    'After 46 minutes it is 1.26 km behind and 533 m above, 1.36 km away.'
    """
    if seconds == 0:
        return START
    away = Template(AWAY).substitute(distance=distance(distance_m)) if len(_offsets(metres)) > 1 else ""
    return Template(MOMENT).substitute(time=duration(seconds), place=place(**metres), away=away)


def after_laps(along_m: Sequence[float]) -> str:
    """Return where a part is after each lap, when it is neither above nor to the side.

    Examples
    --------
    >>> after_laps([-2510.2, -5020.4]), after_laps([0.0, 0.0])
    ('2.51 km and 5.02 km behind', 'back at the other part')
    """
    if abs(along_m[0]) < LEAST_M:
        return HOME
    return f"{joined([distance(each) for each in along_m])} {PLACED['along'][along_m[0] < 0]}"


def _offsets(metres):
    return [f"{distance(metres[axis])} {PLACED[axis][metres[axis] < 0]}"
            for axis in AXES if abs(metres.get(axis, 0)) >= LEAST_M]  # fmt: skip


def fate(nearest_m: float, recontact_s: float, within_m: float) -> str:
    """Return how near the parts come from half a lap on, with colour marks for the picture.

    Parameters
    ----------
    nearest_m : float
        The nearest approach.
    recontact_s : float
        When they first come within `within_m`, ``nan`` if never.
    within_m : float
    """
    near = {"nearest": distance(nearest_m), "radius": distance(within_m)}
    if np.isnan(recontact_s):
        return Template(SAFE).substitute(near)
    return Template(MEET).substitute(near, when=duration(recontact_s))
