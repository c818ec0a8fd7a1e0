"""Timeline: what a part in view asks of its events, and the answer that is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from string import Template

from course import history
from course.quantities import Moment
from course.tables import day as day_in_words
from course.widgets.questions.unit1 import day_is_open
from course.widgets.timeline import words as wording

BUILT = ("iga-1988", "zarya", "expedition-1")  # from the first agreement to the first module and crew
SINCE = "invasion"
SOON_DAYS = 90  # in a longer part single days are not told apart


@dataclass(frozen=True)
class Ask:
    """A question that is asked where all that it needs is in view.

    Attributes
    ----------
    name : str
        "built" or "soon".
    events : tuple of str
        Ids of the events that must be in view.
    threads : tuple of str
        The threads that must be shown.
    most_days : float
        How long the part in view may be.
    answer : str
        The sentence that answers, with its colour marks.
    steps : tuple of str
        What stands over each bracket from one of the events to the next.
    """

    name: str
    events: tuple[str, ...]
    threads: tuple[str, ...]
    most_days: float
    answer: str
    steps: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        return wording.ASKS[self.name]


@cache
def asks() -> tuple[Ask, ...]:
    """Return the questions that are asked where all events are shown."""
    years = [f"{history.years_between(*ends):.1f}" for ends in pairwise(BUILT)]
    built = Template(wording.ANSWERS["built"]).substitute(
        all=f"{history.years_between(BUILT[0], BUILT[-1]):.1f}", module=years[0], crew=years[1]
    )
    events = history.events(start=history.day_of(SINCE))
    first = events.loc[events["thread"] == "words", "id"].iloc[0]
    soon = Template(wording.ANSWERS["soon"]).substitute(
        first=wording.after(history.days_between(SINCE, first), about=day_is_open(first)),
        clip=wording.after(history.days_between(SINCE, "clip"), about=day_is_open("clip")),
        article=wording.after(history.days_between(SINCE, "article"), about=day_is_open("article")),
    )
    steps = tuple(Template(wording.LABELS["years"]).substitute(gap=gap) for gap in years)
    return (
        Ask("built", BUILT, ("agreements", "flights"), float("inf"), built, steps),
        Ask("soon", (SINCE,), ("words",), SOON_DAYS, soon),
    )


def asked(first: Moment, last: Moment, threads: Iterable[str]) -> Ask | None:
    """Return what a part in view asks of its events, if anything."""
    return next(
        (
            ask
            for ask in asks()
            if all(first <= history.day_of(event) <= last for event in ask.events)
            and set(ask.threads) <= set(threads)
            and history.days_between(first, last) <= ask.most_days
        ),
        None,
    )


def since(event: str) -> str:
    """Return how many days after the invasion an event came, for a label; nothing for the invasion itself.

    Examples
    --------
    >>> since("experiments-end"), since("article"), since("us-sanctions"), since("invasion")
    ('+7 days', 'about +12 days', 'same day', '')
    """
    if event == SINCE:
        return ""
    return wording.since(history.days_between(SINCE, event), about=day_is_open(event))


def since_words() -> str:
    """Return what stands at the line from which days are counted."""
    return Template(wording.LABELS["since"]).substitute(day=day_in_words(history.day_of(SINCE)))
