"""Inclination and the track: every sentence of the picture."""

from course.widgets.kit.borders import notes

LABELS = {  # on the drawing and its controls
    "minutes": "Minutes a day over each country",
    "held": "The Earth is held still:",
    "held_why": "how long it would be over each country depends on where the orbit happens to stand.",
    "shift": "$west° west a lap",
    "turns": "the Earth turns",
    "pace": "1 second shows a tenth of a lap",
}

ALWAYS = ("RUS", "IND", "CHN", "USA")  # shown whatever their rank
SHORT_NAMES = {"COD": "DR Congo", "COG": "Congo", "CAF": "Central African Rep."}
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
NOTES = notes("$other minutes a day over Russia")
SENTENCE = "At {ink:$inclination degrees} the {station:track} $reach; $over."
SENTENCE_STILL = (
    "With the Earth held still the {station:track} closes on itself: at {ink:$inclination degrees} every lap "
    "passes over the same places, and no other place is ever reached."
)
ALT = (
    "Globe and map of the world with one satellite. The plane of its orbit, 420 km up, is tilted by "
    "$inclination degrees against the equator. Its ground track $reach. $drawn The satellite is over $place."
)
ALT_BARS = " Bars show minutes a day over countries: $bars."
DRAWN = {
    "turning": "It is drawn for $laps laps, each $shift degrees further west than the last.",
    "one": "It is drawn for 1 lap and does not close.",
    "still": "The Earth is held still: all laps lie on one closed line.",
}


def ordinal(number):
    """Return a rank in words, from the thirteenth on in figures.

    Examples
    --------
    >>> ordinal(4), ordinal(21), ordinal(112)
    ('fourth', '21st', '112th')
    """
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def reach(top_deg):
    """Return how far north a track comes, as the middle of a sentence."""
    if top_deg == 0:
        return "follows the equator"
    if round(top_deg, 1) == 90:
        return "passes over both poles"
    return f"reaches {{ink:{top_deg:.1f} degrees north}}"


def over_russia(minutes, rank, *, station):
    """Return the time over Russia in words.

    Parameters
    ----------
    minutes : float
        A day, in the mean over many days.
    rank : int
        Of Russia among all countries.
    station : bool
        Whether the orbit is the station's own.

    Examples
    --------
    >>> over_russia(27.3, 4, station=True)
    'the station is over {russian:Russia} 27 minutes a day, fourth of all countries'
    """
    who = "the station is" if station else "a station there would be"
    if minutes == 0:
        return (
            f"{who} never over {{russian:Russia}}"
            if station
            else "a station there would never be over {russian:Russia}"
        )
    time = (
        "less than a minute" if minutes < 1 else f"{minutes:.0f} minute{'' if round(minutes) == 1 else 's'}"
    )
    return f"{who} over {{russian:Russia}} {time} a day, {ordinal(rank)} of all countries"


def bars_in_words(rows):
    """Return the bars as a list in words: ``"China 36.6, United States 33.4"``."""
    return ", ".join(f"{name} {minutes:.1f}" for _, _, name, minutes in rows)
