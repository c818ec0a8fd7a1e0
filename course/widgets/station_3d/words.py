"""Station in three dimensions: sentences of the picture."""

from course.station import Part

LABELS = {  # on the drawing and its controls
    "cut": "Cut at",
    "push": "Push",
    "pushed": "push",
    "part_it": "Part it",
    "pace": "1 second shows $minutes minutes",
    "since": "Since the push",
    "seen": "Seen from",
    "sights": {"corner": "an angle", "side": "the side", "above": "above", "behind": "behind"},
    "turn": "Turn",
    "tilt": "Tilt",
    "ways": {"ahead": "ahead", "up": "up", "right": "right"},
    "turn_it": "drag to turn",
    "rest": "rest, with $module",
    "part": "part with $module",
    "larger": ["Distances between the parts are", "drawn $times times too large."],
}
CLOSED = "Answer the question or skip it to part the station."


def metres_a_second(speed: float) -> str:
    return f"{speed:.3f} m/s" if speed >= 0.01 else f"{speed:.2g} m/s"


WHOLE = (
    "Cut at {ink:$cut}, the {speed:part with $goes} ($goes_t t listed) $goes_lacks; the rest "
    "($stays_t t listed) $stays_lacks."
)
_AFTER = "$when after a push $push at $relative m/s, the {speed:part with $goes} is "
_LACKS = " It $goes_lacks; the rest $stays_lacks."
APART = _AFTER + "{speed:$where} the rest." + _LACKS
MET = _AFTER + "{speed:back at the rest}: they meet." + _LACKS
SCENE = (
    "The space station of $date in three dimensions, $modules modules as simple bodies in the colour and "
    "pattern of their owner, and beside it the orbit round the Earth."
)
VIEW = " It is turned by $turn and tilted by $tilt degrees; at 0 and 0 it would fly to the right."
MET_SHARE = 0.01  # of the farthest until then: nearer, the two are said to meet


def tonnes(mass_kg: float) -> str:
    """Return a listed mass in words: ``"72.6"``."""
    return f"{mass_kg / 1000:.1f}"


def lacks(part: Part) -> str:
    """Return what a part of a cut lacks, as the end of a sentence.

    Examples
    --------
    >>> from course import station
    >>> [lacks(part) for part in station.parts("2022-03-05", cut="PMA-1/Zarya")]
    ['lacks propulsion and refuelling', 'lacks gyroscopes']
    """
    names = part.lacks
    if not names:
        return "lacks none of the eight functions"
    return "lacks " + (", ".join(names[:-1]) + " and " if names[1:] else "") + names[-1]


def where(ahead_m: float, up_m: float, right_m: float, *, farthest_m: float) -> str:
    """Return where a part is, seen from the other, in words; "" where they meet.

    Examples
    --------
    >>> where(-95.0, 266.4, 0.0, farthest_m=266.4), where(-2510.2, 0.0, 0.0, farthest_m=2510.2)
    ('266 m above and 95 m behind', '2,510 m behind')
    """
    sizes = {("above", "below"): up_m, ("ahead of", "behind"): ahead_m, ("right of", "left of"): right_m}
    largest = max(abs(size) for size in sizes.values())
    if largest <= MET_SHARE * farthest_m:
        return ""
    told = [
        f"{metres(abs(size))} {words[int(size < 0)]}"
        for words, size in sizes.items()
        if abs(size) >= max(MET_SHARE * largest, 0.05)
    ]
    first = [words.removesuffix(" of") if words.endswith("ahead of") else words for words in told[:-1]]
    return " and ".join([*first, told[-1]])


def metres(distance_m: float) -> str:
    """Return a distance as it is read: to a tenth below ten metres, to ten metres from a kilometre on.

    Examples
    --------
    >>> metres(3.24), metres(266.4), metres(2510.2)
    ('3.2 m', '266 m', '2,510 m')
    """
    if distance_m < 9.95:
        return f"{distance_m:.1f} m"
    return f"{distance_m:.0f} m" if distance_m < 999.5 else f"{round(distance_m, -1):,.0f} m"


def moment(laps: float, period_s: float) -> str:
    """Return a time after the push as a sentence begins with it.

    Examples
    --------
    >>> moment(1, 5578.2), moment(0.5, 5578.2), moment(1 / 24, 5578.2)
    ('One lap (93 minutes)', 'Half a lap (46 minutes)', '4 minutes')
    """
    minutes = f"{laps * period_s / 60:.0f} minutes"
    named = {0.25: "A quarter of a lap", 0.5: "Half a lap", 0.75: "Three quarters of a lap", 1: "One lap",
             1.5: "One lap and a half", 2: "Two laps"}.get(round(laps, 6))  # fmt: skip
    return f"{named} ({minutes})" if named else minutes


def clock(laps: float, period_s: float) -> str:
    """Return a time after the push as a slider shows it.

    Examples
    --------
    >>> clock(0.25, 5578.2)
    '23 minutes, 0.25 laps'
    """
    return f"{laps * period_s / 60:.0f} minutes, {laps:.2f} laps"


def whole_degrees(angle_deg: float) -> str:
    """Return an angle in whole degrees, with a sign that can be read.

    Examples
    --------
    >>> whole_degrees(-18.0)
    '−18'
    """
    return f"{angle_deg:.0f}".replace("-", "−")
