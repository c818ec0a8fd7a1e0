"""Answers: what a question is, and which answers it takes."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from numbers import Real
from typing import TypeAlias

from course.names import plain_text
from course.quantities import one, shown

LONGEST_ANSWER = 500  # letters
Answer: TypeAlias = float | str | list[float]


@dataclass(frozen=True)
class Question:
    """A question that is asked before a picture opens.

    Attributes
    ----------
    id : str
        Unit and number, ``"u2-p1"``.
    text : str
        The question in one sentence.
    unit : str
        Unit of a numerical answer, empty for a choice.
    choices : tuple of str
        The answers to choose from; empty if a number is asked.
    places : tuple of str
        What is to be placed on a line, such as events on a line of years: the answer is a number for each.
    ends : tuple of float
        First and last value on that line; where a number is asked, the least that it can be, and perhaps the
        most.
    computed : str
        What the computation says, in words; shown by `summary`, not sent to a picture.
    short : str
        The same in a few words, for the line that a picture shows once it is answered.
    right : str
        The choice that is right; empty where a number or places are asked.
    waits : bool
        Whether that line waits until the learner has found it by hand in the picture.
    """

    id: str
    text: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ends: tuple[float, ...] = ()
    computed: str = ""
    short: str = ""
    right: str = ""
    waits: bool = False


def named(id: str) -> str:
    """Return the id of a question; raise TypeError if it is none."""
    if not isinstance(id, str) or not id.strip() or len(id) > LONGEST_ANSWER:
        raise TypeError(f"a question is named by text such as 'u2-p1' (got {shown(id)})")
    return id


def read(answer: object, asked: Question) -> Answer:
    """Return an answer as it is stored; raise TypeError or ValueError if the question does not take it."""
    if asked.places:
        return _places(answer, asked.places, asked.ends)
    if isinstance(answer, str):
        return _words(answer, asked)
    if isinstance(answer, Real) and not isinstance(answer, bool):
        if asked.choices:
            raise ValueError(f"a prediction here is one of {_listed(asked.choices)} (got {shown(answer)})")
        return _number(answer, asked)
    raise TypeError(f"a prediction is a number or text (got {shown(answer)})")


def _words(answer: str, asked: Question) -> Answer:
    """Return an answer in words: one of the choices, a number where one is asked for, or what was said."""
    words = answer.encode("utf-8", "replace").decode("utf-8").strip()  # half a character cannot be stored
    if not words:
        raise ValueError("a prediction needs a number or some words (got empty text)")
    if len(words) > LONGEST_ANSWER:
        raise ValueError(f"a prediction is short, at most {LONGEST_ANSWER} letters (got {len(words):,})")
    if asked.choices:
        alike = [choice for choice in asked.choices if plain_text(choice) == plain_text(words)]
        if not alike:
            raise ValueError(f"a prediction here is one of {_listed(asked.choices)} (got {shown(words)})")
        return alike[0]
    if asked.unit and asked.text:
        try:
            number = float(words.removesuffix(asked.unit).strip().replace(",", ".").replace("−", "-"))
        except ValueError:
            raise ValueError(f"a prediction here is a number in {asked.unit} (got {shown(words)})") from None
        return _number(number, asked)
    return words


def _number(given: Real | float, asked: Question) -> float:
    """Return a finite number between the ends of a question, where it has ends."""
    least, most = (*(asked.ends or (-math.inf,)), math.inf)[:2]
    number = one("a prediction", given)
    if not least <= number <= most:
        span = f"from {least:g} to {most:g}" if most < math.inf else f"{least:g} or more"
        raise ValueError(f"a prediction here is a number in {asked.unit}, {span} (got {number:g})")
    return number


def _listed(choices: tuple[str, ...]) -> str:
    return ", ".join(f'"{choice}"' for choice in choices)


def _places(answer: object, names: tuple[str, ...], ends: tuple[float, ...]) -> list[float]:
    """Return one number for each thing on a line: a list, as JSON has it."""
    given = [] if isinstance(answer, str) or not isinstance(answer, Collection) else list(answer)
    if len(given) != len(names):
        wanted = f"a prediction is a list of {len(names)} numbers: {', '.join(names)}"
        raise ValueError(f"{wanted} (got {shown(answer)})")
    numbers: list[float] = []
    loose = Question("", "")
    for name, at in zip(names, (read(at, loose) for at in given), strict=True):
        if not isinstance(at, float) or (ends and not ends[0] <= at <= ends[1]):
            span = " from {:g} to {:g}".format(*ends) if ends else ""
            raise ValueError(f"a prediction of places is made of numbers{span} (got {shown(at)} for {name})")
        numbers.append(at)
    return numbers
