"""Over whom it flies: sentences of the picture."""

from collections.abc import Sequence

import numpy as np

from course.widgets.over_countries import tables

LABELS = {  # on the drawing and its controls
    "pace": "1 second shows 5 minutes",
    "times": "Times over Russia",
    "previous": "Previous time over Russia",
    "next": "Next time over Russia",
    "added": "Minutes over Russia, added up",
    "total": "$minutes min",
    "land": "land",
}

CLOSED = "Map of the world with the station. Answer the question or skip it to see over whom it flies."
OTHER = "$minutes minutes a day over Russia"  # in the other view of the borders


def clock(start: np.datetime64, point: int) -> str:
    when = start + np.timedelta64(tables.STEP_S * point, "s")
    return str(when.astype("datetime64[m]")).split("T")[1]


SENTENCE = (
    "{ink:$moment}: over $place. Over {russian:Russia} so far {russian:$sofar of $total minutes} $span."
)
NEVER = "{ink:$moment}: over $place. The track does not pass over {russian:Russia} $span."
ALT = (
    "Map of the world with the ground track of the station from $first to $last, and a strip of the "
    "same time below. $visits At $moment the station is over $where, after $sofar minutes over Russia."
)


def span(hours: float) -> str:
    """Return the time that the track lasts, as the end of a sentence."""
    return "on this day" if hours == 24 else f"in these {hours:g} hours"


def visits_in_words(visits: Sequence[tuple[str, str]], total_min: float, hours: float) -> str:
    """Return how often and how long it is over Russia, for readers who do not see it.

    Parameters
    ----------
    visits : sequence of tuple of str
        First and last moment of each lap's time over Russia, ``("02:11", "02:15")``.
    total_min : float
    hours : float
    """
    if not visits:
        return f"It does not pass over Russia {span(hours)}."
    times = ", ".join(f"{first} to {last}" for first, last in visits)
    laps = "1 lap" if len(visits) == 1 else f"{len(visits)} laps"
    return f"It passes over Russia on {laps} {span(hours)}, {total_min:.1f} minutes in all: {times} UTC."
