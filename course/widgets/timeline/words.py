"""Timeline: sentences of the picture."""

from collections.abc import Mapping
from string import Template

LABELS = {  # on the drawing and its controls
    "off": "$name: off",
    "asks": "How long could only a Soyuz bring crews?",  # of the ships; those of the events: ASKS
    "part_days": "$first to $last",  # over any other part in view
    "since": "$day: the invasion",
    "years": "$gap years",
    "years_since": "$gap years in all, since $since",  # where its other end is out of view
    "years_until": "$gap years in all, until $until",
    "years_both": "$gap years in all",
    "before": "← until $day",
    "after": "from $day →",
    "counted": "Grey marks are more events: press one.",
    "zoom": "Zoom",
    "event": "Event",
    "cards": "my five cards",
    "place_here": "drag it here, or press its year",
    "all_placed": "All placed. Drag one to change its year.",
    "onward": "On to the history",
    "in_view": {
        "years": "$count years in view",
        "months": "$count months in view",
        "days": "$count days in view",
    },
    "part": "Part in view",
    "more": "Any other part, single threads of events",
}

ASKS = {
    "built": "How long from agreement to first crew?",
    "soon": "How soon did words follow the invasion?",
}
ANSWERS = {
    "built": (
        "{ink:$all years}: $module from the first agreement to the first module, $crew more to the first "
        "crew."
    ),
    "soon": (
        "The first words came {ink:$first}, the clip was shown {ink:$clip}, the article came {ink:$article}."
    ),
}
SENTENCE = "{ink:$date} ($thread): $title$stop$detail"
ANSWER = "Twice: $twice."
COUNTED = {  # before the event, where events are shown
    "none": "No event is in view.",
    "one": "One event is in view.",
    "more": "{ink:$count events} are in view.",
}
ALONE_TOO = (  # where only the times of Soyuz alone are shown; both are counted in one way
    "Each runs from when Shuttles stopped until a ship other than Soyuz took up a crew member. "
    "{ink:$date}: $title$stop$detail"
)
SHORT = "Source: $publisher$source_date"
SOURCE = "Source: $publisher, $source_title$source_date$held."
HELD, NOT_RETRIEVED = " (at $keeper)", " (not retrieved)"  # whose copy the address leads to; none was found
MORE = {
    "month": "Of the date only the month is known.",
    "year": "Of the date only the year is known.",
    "conflict": "Not certain: $conflict.",
    "confidence": "Confidence: $confidence.",
    "ships": "Ships for crews then: $ships.",
}
ALT = (
    "A line of time from $first to $last with a lane of marks for each thread: $threads. It shows $count "
    "events; $counts.$asked Chosen: $chosen"
)
ALT_FEW = (
    "A line of time from $first to $last. The ships that took crews to the station as bars: $ships. Marked "
    "is what begins and ends these times: $turns. Chosen: $chosen"
)
ALT_NONE = "none in view"
ALONE = "Soyuz was alone from $first to $last, $years years"
COMPARED = {  # each error stands at its card: once is enough
    "all": "{fuel:All five} are in the right year.",
    "none": "{station:None of $all} is in the right year; furthest off is {ink:$what}, $error.",
    "some": "{fuel:$right of $all} in the right year; furthest off is {ink:$what}, $error.",
}
ALT_COMPARED = (
    "A line of years from $first to $last with five cards where you placed them and a mark where each "
    "belongs:"
)
ALT_CARD = "$what said $said, on record $date"
CLOSED = (
    "An empty line of years from $first to $last and five cards that wait above it: $cards. Place them, or "
    "skip the question, to see the history."
)


def counted(count: int) -> str:
    """Return how many events are in view, in words.

    Examples
    --------
    >>> counted(0), counted(1), counted(13)
    ('No event is in view.', 'One event is in view.', '{ink:13 events} are in view.')
    """
    words = COUNTED["more" if count > 1 else "one" if count else "none"]
    return Template(words).substitute(count=count)


def since(days: int, *, about: bool) -> str:
    """Return how many days after another an event came, as short as a label.

    Examples
    --------
    >>> since(9, about=False), since(12, about=True), since(0, about=False), since(-1, about=False)
    ('+9 days', 'about +12 days', 'same day', '−1 day')
    """
    if not days:
        return "same day"
    sign = "+" if days > 0 else "−"
    return f"{'about ' if about else ''}{sign}{abs(days)} {'day' if abs(days) == 1 else 'days'}"


def after(days: int, *, about: bool) -> str:
    """Return how many days after another an event came, within a sentence.

    Examples
    --------
    >>> after(9, about=True), after(1, about=False), after(0, about=False)
    ('about 9 days later', '1 day later', 'on the same day')
    """
    if not days:
        return "on the same day"
    return f"{'about ' if about else ''}{days} {'day' if days == 1 else 'days'} later"


def compared(off: Mapping[str, int]) -> str:
    """Return what is said of cards that lie some years off, by name.

    Examples
    --------
    >>> compared({"first crew arrives": 0, "the press article": -2})
    '{fuel:1 of 2} in the right year; furthest off is {ink:the press article}, 2 years too early.'
    """
    what = max(off, key=lambda one: abs(off[one]))
    if not off[what]:
        return COMPARED["all"]
    right = list(off.values()).count(0)
    return Template(COMPARED["some" if right else "none"]).substitute(
        right=right, all=len(off), what=what, error=off_by(off[what])
    )


def off_by(years: int) -> str:
    """Return how far a card lies from its year, in words; negative is too early.

    Examples
    --------
    >>> off_by(0), off_by(-1), off_by(3)
    ('the right year', '1 year too early', '3 years too late')
    """
    if not years:
        return "the right year"
    unit = "year" if abs(years) == 1 else "years"
    return f"{abs(years)} {unit} too {'early' if years < 0 else 'late'}"
