"""Decay explorer: sentences of the picture."""

from course.decay import DRAG_RANGE
from course.widgets.kit.words import span

LABELS = {  # on the drawing and its controls
    "sun": "The Sun:",
    "suns": [["real", "as it is, month by month"], ["constant", "held constant"]],
    "off_on": "Engines off on",
    "off": "engines off",
    "held": "The Sun is held at",
    "ballistic": "Ballistic coefficient",
    "station": ", the whole station",
    "times": ", $times times the drag of the station for its mass",
    "cycle": "then a mean cycle",
    "observed": "observed until here",
    "real_long": "the real station: engines raise it again and again",
    "real": "the real station",
}
NOTE = (
    "Height: mean semi-major axis less $radius km. Air: NRLMSIS 2.1. The band is the range of drag "
    "that fits the record of the station: seven stretches of 2024 and 2025, with 42 element sets or more. "
    "Dots: the dated element sets of the course."
)
CLOSED = (
    "Heights of the real station from 1998 to 2026, and the Sun's activity below. Answer the question "
    "or skip it to see how long it would stay up with the engines off."
)

BAND = f"with {100 * (DRAG_RANGE[1] - 1):.0f} % more to {100 * (1 - DRAG_RANGE[0]):.0f} % less drag"
SENTENCES = {
    "real": "Engines off on {ink:$start}, 420 km up: $who $would up until {fall:$end}, {fall:$life} ($low to "
    f"$high {BAND}). $rests",
    "constant": "Under a {sun:Sun held at F10.7 = $flux} $who would stay up for {fall:$life} ($low to $high "
    f"{BAND}), whenever the engines stop at 420 km. $real",
}
RESTS = {  # what the observed Sun does not cover
    "none": "",
    "late": "The later end rests on a mean solar cycle: the observed Sun ends with $known.",
    "all": "The observed Sun ends with $known; what is dashed rests on a mean cycle, and a single cycle may "
    "make it about half shorter or longer.",
}
REAL_SUN = "Under the real Sun from $start on it is $life."
ALT = (
    "Two curves over one axis of time, $first to $last. Above, height: from 420 km on $start down to 120 km "
    "after $life, slowly at first and steeply at the end, with a band from $low to $high; behind it the "
    "heights of the real station, whose engines raise it again and again. Below, the Sun's F10.7: $sun."
)
SUNS = {
    "real": "observed until $known, after that a mean cycle, dashed",
    "constant": "held at $flux; the real one is drawn faintly",
}
WHO = {"station": "the station", "other": "a craft of $ballistic kg/m²"}
WOULD = {"past": "would have stayed", "future": "would stay"}


def span_from(low_days: float, high_days: float) -> str:
    """Return the beginning of a range of times, without the unit if both ends have the same.

    Examples
    --------
    >>> span_from(770, 1015), span_from(300, 500)
    ('2.1', '10 months')
    """
    low = span(low_days)
    number, unit = low.split(" ")
    return number if span(high_days).endswith(unit) else low
