"""Numbers of a page: what a learner's functions are asked, and beside which statement an answer stands.

What a number means is said of the question, so that it holds whatever comes back.
"""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from course import history
from course.checks import catalogue
from course.checks.forms import asked_words, texts_of
from course.checks.values import items_of, number_of, text_of, unwrapped, words
from course.tables import day

Value: TypeAlias = float | str | list["Value"]  # of a recorded answer
ARTICLE = "article"
STATION_KM, STATION_DEG = 420.0, 51.64
OTHER_KM = (400.0, STATION_KM, 35_786.0)


@dataclass(frozen=True)
class Ask:
    """One call of a learner's function.

    Attributes
    ----------
    claim : str
        The statement beside which the answer stands.
    arguments : tuple
        Of the call, as `course.checks.recorder` takes them.
    means : str
        What is asked; it follows "my function gives 8.86 years".
    unit : str
        Of a number in the answer.
    part : int, optional
        Which of several things in the answer; all of it by default.
    only : tuple of str, optional
        Names that count in an answer made of names.
    words : tuple of str
        What an answer may be that is a word; a number is asked for by default.
    many : bool
        Whether it is a row of numbers.
    predicted : str
        The prediction that it answers, "" for none.
    """

    exercise: str
    claim: str
    arguments: tuple[object, ...]
    means: str
    unit: str = ""
    part: int | None = None
    only: tuple[str, ...] | None = None
    words: tuple[str, ...] = ()
    many: bool = False
    predicted: str = ""

    def read(self, recorded: object) -> Value:
        """Return what a recorded answer says; a ValueError says in words why it says nothing."""
        value = recorded
        if self.part is not None:
            items = items_of(value) or []
            if len(items) <= self.part:
                raise ValueError(f"it gave {words(value)}")
            value = items[self.part]
        found = self._found(value) if isinstance(value, dict) else None
        if found is None:
            raise ValueError(f"it gave {words(value)}")
        return found

    def _found(self, value: dict) -> Value | None:
        if self.only is not None:
            texts = texts_of(value)
            return None if not texts else [name for name in self.only if name in texts]
        if self.words:
            said = text_of(unwrapped(value))
            return next((word for word in self.words if word.casefold() == said), None)
        if not self.many:
            return number_of(unwrapped(value))
        numbers = [number_of(unwrapped(item)) for item in items_of(value) or ()]
        kept: list[Value] = [number for number in numbers if number is not None]
        return kept if kept and len(kept) == len(numbers) else None


@cache
def asks() -> tuple[Ask, ...]:
    """Return all calls, in the order of the exercises."""
    return (*_unit1(), *_unit2(), *_unit3(), *_unit4())


def of(exercise: str) -> list[Ask]:
    """Return the calls of one exercise's function."""
    return [ask for ask in asks() if ask.exercise == exercise]


def _unit1():
    article = str(history.day_of(ARTICLE))
    for claim, first, last, means in (
        ("A08", "sts-135-landing", "demo-2", "from the last landing of a Shuttle to the launch of Demo-2"),
        (
            "A08",
            "sts-129-landing",
            "demo-2",
            "from the last crew exchanged by Shuttle to the launch of Demo-2",
        ),
        ("A04", "iga-1988", "gore-chernomyrdin", "from the agreement without Russia to the one with it"),
        (
            "A06",
            "gore-chernomyrdin",
            ARTICLE,
            "from the agreement on a joint station to about the article's day",
        ),
    ):
        days = str(history.day_of(first)), str(history.day_of(last))
        dated = f"{means} ({day(days[0])} to {day(days[1])})"
        yield Ask("u1-1", claim, days, dated, "years")
    figures = (420.0, 227.0)
    yield Ask("u1-2", "A09", figures, "for 227 statute miles", "km", 0)
    yield Ask("u1-2", "A09", figures, "for 227 nautical miles", "km", 1)
    miles = asked_words(catalogue.function("u1-2").form)
    yield Ask("u1-2", "A09", figures, "as the mile of which 227 come nearer to 420 km", "", 2, words=miles)
    table = catalogue.function("u1-3").shown[0][0]
    means = f"of the listed mass for the Russian segment on {day(article)}"
    yield Ask("u1-3", "A13", (table, "Russian", article), means)
    means = f"that people had been aboard without a break on {day(article)}"
    yield Ask("u1-4", "A28", (article,), means, "days")
    reports, lost = catalogue.function("u1-6").shown[0]
    means, names = f'as the first report in which "{lost}" is lost', tuple(one["name"] for one in reports)
    yield Ask("u1-6", "A24", (reports, lost), means, "", 1, words=names)


def _unit2():
    at = f"at {STATION_KM:g} km"
    yield Ask("u2-1", "A10", (STATION_KM,), f"on a circular orbit {at}", "m/s", predicted="u2-p2")
    yield Ask("u2-2", "A10", (STATION_KM,), f"for one lap {at}", "s")
    yield Ask("u2-3", "A18", (STATION_KM,), f"of the ground's gravity {at}", predicted="u2-p1")
    yield Ask("u2-4", "A10", (STATION_KM,), f"{at}", "laps in 24 hours")
    listed = ", ".join(f"{height:,g}" for height in OTHER_KM)
    yield Ask("u2-5", "A10", (OTHER_KM,), f"as the fastest of the orbits at {listed} km", "km", 1)


def _unit3():
    yield Ask(
        "u3-1",
        "A19",
        (90.0, STATION_DEG),
        "as the northernmost latitude below the station, on a round Earth",
        "degrees",
    )
    lap_s, _ = catalogue.function("u3-2").shown[0]
    means = f"by which each lap of {lap_s:,.0f} s lies further west"
    yield Ask("u3-2", "A19", (lap_s, 1), means, "degrees", predicted="u2-p4")
    (track,) = catalogue.function("u3-3").shown[0]
    means = f"as the first piece of a track from {track[0]:g} to {track[-1]:g} degrees, cut at the date line"
    yield Ask("u3-3", "A19", (track,), means, "degrees", 0, many=True)
    means = "of its time for the station north of 50 degrees"
    yield Ask("u3-4", "A19", (50.0, 90.0, STATION_DEG), means, predicted="u3-p3")
    straight, sight, *_ = catalogue.function("u3-5").shown
    yield Ask(
        "u3-5", "A19", straight, f"of Russia's area south of {straight[2]:g} degrees, where the track turns"
    )
    means = f"of Russia's area south of {sight[2]:g} degrees, as far as the station stands 10 degrees high"
    yield Ask("u3-5", "A19", sight, means)


def _unit4():
    heavy, rest, apart = catalogue.function("u4-1").shown[0]
    means = f"for {heavy:,.0f} kg that part from {rest:,.0f} kg, {apart:g} m/s between them"
    yield Ask("u4-1", "A13", (heavy, rest, apart), means, "m/s", 0)
    drift = catalogue.function("u4-2").shown[0]
    means = f"along the track one lap after a push of {drift[1]:g} m/s forward, ahead positive"
    yield Ask("u4-2", "A13", drift, means, "m")  # another push than that of the prediction u4-p1
    push = catalogue.function("u4-3").shown[0]
    means = f"(up, forward, left) as a push of at most {push[1]:g} m/s after which the parts stay clear"
    yield Ask("u4-3", "A13", push, means, "m/s", many=True)
    for claim, burn in zip(("A18", "A17"), catalogue.function("u4-4").shown[:2], strict=True):
        means = f"of propellant to bring {burn[2]:,.0f} kg from {burn[0]:g} km down to {burn[1]:g} km"
        means += f" in one burn, at a specific impulse of {burn[3]:g} s"
        asked = "u4-p4" if claim == "A18" else ""
        yield Ask("u4-4", claim, burn, means, "kg", 1, predicted=asked)
    cities = catalogue.function("u4-5").shown[0]
    russian = tuple(name for name, country in zip(cities[0], cities[1], strict=True) if country == "RUS")
    means = f"as those of {len(russian)} Russian cities in the list over which the track can come"
    yield Ask("u4-5", "A20", cities, means, only=russian)
