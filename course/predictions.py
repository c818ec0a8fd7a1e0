"""What a learner expects before a picture opens: asked, stored, shown again at the end, never marked.

A prediction lives in memory and in ``.predictions.json`` in the folder of the notebook, so that a restarted
kernel still knows it. Where nothing can be written (a read-only disk, a folder that is gone) the memory alone
serves, and a damaged file is moved aside, not overwritten. Nothing here waits for anybody, and nothing raises
because of a file.
"""

import contextlib
import json
import math
import os
import tempfile
import weakref
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from numbers import Real
from pathlib import Path
from typing import Protocol, TypeAlias

from course.tables import Table

FILE_NAME = ".predictions.json"
Answer: TypeAlias = float | str | list[float]


class Listener(Protocol):
    """What wants to know of answers: a picture that waits for one."""

    def predicted(self, prediction: "Prediction") -> None:
        """Hear of a stored prediction."""


_memory = {}  # id -> Prediction, what this kernel was told
_questions = {}  # id -> Question, what this kernel has asked
_listeners = weakref.WeakSet()  # pictures that open when their question is answered


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
        First and last value on that line.
    computed : str
        What the computation says, in words; shown by `summary`, never sent to a picture.
    """

    id: str
    text: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ends: tuple[float, ...] = ()
    computed: str = ""


@dataclass(frozen=True)
class Prediction:
    """One stored answer with the question it belongs to."""

    id: str
    answer: Answer
    question: str = ""
    unit: str = ""
    places: tuple[str, ...] = ()
    computed: str = ""

    @property
    def said(self) -> str:
        """The answer with its unit, as a learner reads it."""
        if isinstance(self.answer, list):
            return ", ".join(f"{what} {at:g}" for what, at in zip(self.places, self.answer, strict=True))
        number = f"{self.answer:g}" if isinstance(self.answer, Real) else self.answer
        return f"{number} {self.unit}".strip()

    def __str__(self) -> str:
        return f"Stored: {self.said}. It is never marked."

    __repr__ = __str__


class Summary(tuple[Prediction, ...]):
    """The predictions of a lesson beside what was computed; a table in a notebook."""

    _heads = ("Question", "You said", "The computation says")

    def _rows(self):
        return [(one.question or one.id, one.said, one.computed or "see the lesson") for one in self]

    def __repr__(self):
        if not self:
            return "No predictions are stored."
        return "\n".join(f"{question} You said: {said}. The computation says: {computed}."
                         for question, said, computed in self._rows())  # fmt: skip

    def _repr_html_(self):
        return Table(self._rows(), heads=self._heads, empty="No predictions are stored.")._repr_html_()


def ask(
    id: str,
    text: str,
    *,
    unit: str = "",
    choices: Iterable[str] = (),
    places: Iterable[str] = (),
    ends: Iterable[float] = (),
    computed: str = "",
) -> Question:
    """Make a question known, so that its answer is shown with it later, and return it.

    Parameters
    ----------
    id, text, unit, choices, places, ends, computed
        The fields of `Question`.

    Examples
    --------
    >>> ask("u2-p2", "How strong is gravity at 420 km?", choices=("0 %", "50 %", "88 %"), computed="88 %").id
    'u2-p2'
    """
    _questions[_name(id)] = question = Question(
        id, text, unit, tuple(choices), tuple(places), tuple(ends), computed
    )
    return question


def predict(id: str, answer: Answer) -> Prediction:
    """Store a prediction; a picture that waits for it opens.

    Parameters
    ----------
    id : str
        The question, ``"u2-p1"``.
    answer : float, str or list of float
        A number in the unit of the question, the words of a choice, or the place of each thing on the line. A
        later answer replaces an earlier one.

    Returns
    -------
    Prediction
        What was stored.

    Raises
    ------
    TypeError, ValueError
        If the answer is neither a finite number nor some words, or lacks a place on the line.
    """
    asked = _questions.get(_name(id)) or Question(id, "")
    stored_as = _stored(asked, _answer(answer, asked.places, asked.ends))
    _memory[id] = stored_as
    with contextlib.suppress(OSError):
        _write({**_read(), **_memory})
    for picture in list(_listeners):
        picture.predicted(stored_as)
    return stored_as


def stored() -> dict[str, Answer]:
    """Return the answers so far, id to answer, from this kernel and from the file in this folder."""
    return {id: one.answer for id, one in sorted(_all().items())}


def summary(unit: str = "") -> Summary:
    """Return every prediction beside what the computation says, for the end of a lesson.

    Parameters
    ----------
    unit : str, optional
        Beginning of the ids to show, ``"u2"``; all by default.
    """
    return Summary(one for id, one in sorted(_all().items()) if id.startswith(unit))


def listen(picture: Listener) -> None:
    """Call ``picture.predicted(prediction)`` at each answer from now on, as long as the picture lives."""
    _listeners.add(picture)


def _all():
    found = {**_read(), **_memory}
    for id, one in found.items():
        asked = _questions.get(id)
        # The words of today, should a lesson have changed since; unless it now asks for something else.
        if asked and len(asked.places) == len(one.places):
            found[id] = _stored(asked, one.answer)
    return found


def _stored(asked, answer):
    return Prediction(asked.id, answer, asked.text, asked.unit, asked.places, asked.computed)


def _name(id):
    if not isinstance(id, str) or not id:
        raise TypeError(f"a question is named by text such as 'u2-p1' (got {id!r})")
    return id


def _answer(answer: object, places: tuple[str, ...] = (), ends: tuple[float, ...] = ()) -> Answer:
    if places:
        return _places(answer, places, ends)
    if isinstance(answer, str):
        if not answer.strip():
            raise ValueError("a prediction needs a number or some words (got empty text)")
        return answer.strip()
    if isinstance(answer, Real) and not isinstance(answer, bool):
        if not math.isfinite(answer):
            raise ValueError(f"a prediction is a finite number (got {answer})")
        return float(answer)
    raise TypeError(f"a prediction is a number or text (got {type(answer).__name__})")


def _places(answer: object, names: tuple[str, ...], ends: tuple[float, ...]) -> list[float]:
    """Return one number for each thing on a line: a list, as JSON has it."""
    given = [] if isinstance(answer, str) or not isinstance(answer, Collection) else list(answer)
    if len(given) != len(names):
        wanted = f"a prediction is a list of {len(names)} numbers: {', '.join(names)}"
        raise ValueError(f"{wanted} (got {answer!r})")
    numbers: list[float] = []
    for name, at in zip(names, map(_answer, given), strict=True):
        if not isinstance(at, float) or (ends and not ends[0] <= at <= ends[1]):
            span = " from {:g} to {:g}".format(*ends) if ends else ""
            raise ValueError(f"a prediction of places is made of numbers{span} (got {at!r} for {name})")
        numbers.append(at)
    return numbers


def _read():
    """Return what the file holds, nothing if it is missing, unreadable or damaged."""
    try:
        text = (Path.cwd() / FILE_NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    try:
        return {id: _entry(_name(id), **fields) for id, fields in json.loads(text).items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _entry(id, answer, places=(), **fields):
    return Prediction(id, _answer(answer, tuple(places)), places=tuple(places), **fields)


def _write(predictions):
    """Replace the file in one step: a reader never sees half of it, a crash leaves the old one."""
    target = Path.cwd() / FILE_NAME
    if target.exists() and not _read():
        os.replace(target, target.with_suffix(".damaged.json"))
    entries = {}
    for id, one in sorted(predictions.items()):
        entries[id] = asdict(one)
        del entries[id]["id"]
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=FILE_NAME)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(entries, file, ensure_ascii=False, indent=1)
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise
