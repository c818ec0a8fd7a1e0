"""Predictions: what a learner expects, asked, stored, shown again at the end, never marked.

A prediction lives in memory and in ``.predictions.json`` in the folder of the notebook, so that a restarted
kernel still knows it. Where nothing can be written (a read-only disk, a folder that is gone) the memory alone
serves, and a damaged file is moved aside, not overwritten. Nothing here waits for anybody, and nothing raises
because of a file. What the lessons ask stands elsewhere, in ``course/widgets/questions/``.
"""

import contextlib
import html
import json
import os
import sys
import tempfile
import weakref
from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from numbers import Real
from pathlib import Path
from typing import Protocol, TypeAlias

from course.names import plain_text
from course.quantities import one, shown
from course.tables import Table

FILE_NAME = ".predictions.json"
MOST_BYTES = 1_000_000  # of that file: a thousand times what the lessons write
LONGEST_ANSWER = 500  # letters
Answer: TypeAlias = float | str | list[float]


class Listener(Protocol):
    """What wants to know of answers: a picture that waits for one."""

    def predicted(self, prediction: "Prediction") -> None:
        """Hear of a stored prediction."""


_memory = {}  # id -> Prediction, what this kernel was told
_questions = {}  # id -> Question, what this kernel has asked
_find = None  # where questions are found that were not asked yet
_summaries = deque(maxlen=10)  # unit and place of the tables on screen
_unwritten = ""  # why the last answer could not be written to the folder, if so
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
        What the computation says, in words; shown by `summary`, not sent to a picture.
    short : str
        The same in a few words, for the line that a picture shows once it is answered.
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
    waits: bool = False


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
        return f"Stored: {self.said}. It is never marked.{_warning()}"

    __repr__ = __str__


class Summary(tuple[Prediction, ...]):
    """The predictions of a lesson beside what was computed; in a notebook a table that follows answers."""

    unit = ""
    _heads = ("Question", "You said", "The computation says")

    def _rows(self):
        return [(one.question or one.id, one.said, one.computed or "see the lesson") for one in self]

    def __repr__(self):
        if not self:
            return "No predictions are stored."
        said = [
            f"{question} You said: {said}. The computation says: {computed}."
            for question, said, computed in self._rows()
        ]
        return "\n".join([*said, *filter(None, [_warning().strip()])])

    def _repr_html_(self):
        table = Table(self._rows(), heads=self._heads, empty="No predictions are stored.")._repr_html_()
        return f"{table}<p>{html.escape(_warning())}</p>" if _warning() else table

    def _ipython_display_(self):
        place = os.urandom(8).hex()
        _summaries.append((self.unit, place))
        self._publish(place)

    def _publish(self, place, **update):
        shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
        if shell is not None:
            words = {"text/html": self._repr_html_(), "text/plain": repr(self)}
            shell.display_pub.publish(words, transient={"display_id": place}, **update)


def ask(
    id: str,
    text: str,
    *,
    unit: str = "",
    choices: Iterable[str] = (),
    places: Iterable[str] = (),
    ends: Iterable[float] = (),
    computed: str = "",
    short: str = "",
    waits: bool = False,
) -> Question:
    """Make a question known, so that its answer is shown with it later, and return it.

    Parameters
    ----------
    id, text, unit, choices, places, ends, computed, short, waits
        The fields of `Question`.

    Examples
    --------
    >>> ask("u2-p2", "How strong is gravity at 420 km?", choices=("0 %", "50 %", "88 %"), computed="88 %").id
    'u2-p2'
    """
    _questions[_name(id)] = question = Question(
        id, text, unit, tuple(choices), tuple(places), tuple(ends), computed, short, waits
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
    stored_as = _stored(_asked(id), checked(id, answer))
    _memory[id] = stored_as
    _keep()
    for picture in list(_listeners):
        picture.predicted(stored_as)
    for unit, place in _summaries:
        summary(unit)._publish(place, update=True)
    return stored_as


def _keep():
    """Write what is known to the folder; where that cannot be, remember why: nothing here stops a lesson."""
    global _unwritten
    try:
        _write({**_read()[0], **_memory})
        _unwritten = ""
    except (OSError, ValueError) as problem:
        _unwritten = getattr(problem, "strerror", None) or str(problem)


def _warning():
    """Return the sentence on a folder that takes no answers, with a space before it, or nothing."""
    if not _unwritten:
        return ""
    return f" This folder cannot be written ({_unwritten}): your answers last until the kernel ends."


def checked(id: str, answer: Answer) -> Answer:
    """Return an answer as it is stored, if the question takes it; raise as `predict` does if not.

    Examples
    --------
    >>> _ = ask("u2-p2", "How strong is gravity at 420 km?", choices=("0 %", "50 %", "88 %"))
    >>> checked("u2-p2", "50%")
    '50 %'
    """
    return _answer(answer, _asked(id))


def look_up(find: Callable[[str], Question]) -> None:
    """Look questions that were not asked yet up by ``find(id)``, which raises ValueError if there is none."""
    global _find
    if not callable(find):
        raise TypeError(f"find must be a function of the id (got {shown(find)})")
    _find = find


def questions(unit: str = "") -> tuple[Question, ...]:
    """Return the questions asked so far, in the order of their ids.

    Parameters
    ----------
    unit : str, optional
        Beginning of the ids, ``"u2"``; all by default.
    """
    begin = _unit(unit)
    return tuple(one for id, one in sorted(_questions.items()) if id.startswith(begin))


def stored() -> dict[str, Answer]:
    """Return the answers so far, id to answer, from this kernel and from the file in this folder."""
    return {id: one.answer for id, one in sorted(_all().items())}


def kept(folder: Path) -> dict[str, Prediction]:
    """Return the predictions that the file in a folder holds, by id; none where there is no such file."""
    if not isinstance(folder, str | Path):
        raise TypeError(f"folder must be a path (got {shown(folder)})")
    return _read(Path(folder))[0]


def summary(unit: str = "") -> Summary:
    """Return every prediction beside what the computation says, for the end of a lesson.

    Parameters
    ----------
    unit : str, optional
        Beginning of the ids to show, ``"u2"``; all by default.
    """
    begin = _unit(unit)
    found = Summary(one for id, one in sorted(_all().items()) if id.startswith(begin))
    found.unit = unit
    return found


def listen(picture: Listener) -> None:
    """Call ``picture.predicted(prediction)`` at each answer from now on, as long as the picture lives."""
    _listeners.add(picture)


def _unit(unit):
    if not isinstance(unit, str):
        raise TypeError(f'unit must be text such as "u2" (got {shown(unit)})')
    return unit


def _all():
    found = {**_read()[0], **_memory}
    for id, known in found.items():
        asked = _questions.get(id)
        # The words of today, should a lesson have changed since; unless it now asks for something else.
        if asked and len(asked.places) == len(known.places):
            found[id] = _stored(asked, known.answer)
    return found


def _asked(id):
    if _name(id) not in _questions and _find is not None:
        with contextlib.suppress(ValueError):
            return _find(id)
    return _questions.get(id) or Question(id, "")


def _stored(asked, answer):
    return Prediction(asked.id, answer, asked.text, asked.unit, asked.places, asked.computed)


def _name(id):
    if not isinstance(id, str) or not id.strip() or len(id) > LONGEST_ANSWER:
        raise TypeError(f"a question is named by text such as 'u2-p1' (got {shown(id)})")
    return id


def _answer(answer: object, asked: Question) -> Answer:
    if asked.places:
        return _places(answer, asked.places, asked.ends)
    if isinstance(answer, str):
        return _words(answer, asked)
    if isinstance(answer, Real) and not isinstance(answer, bool):
        if asked.choices:
            raise ValueError(f"a prediction here is one of {_listed(asked.choices)} (got {shown(answer)})")
        return one("a prediction", answer)
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
            return one("a prediction", float(words.removesuffix(asked.unit).strip().replace(",", ".")))
        except ValueError:
            raise ValueError(f"a prediction here is a number in {asked.unit} (got {shown(words)})") from None
    return words


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
    for name, at in zip(names, (_answer(at, loose) for at in given), strict=True):
        if not isinstance(at, float) or (ends and not ends[0] <= at <= ends[1]):
            span = " from {:g} to {:g}".format(*ends) if ends else ""
            raise ValueError(f"a prediction of places is made of numbers{span} (got {shown(at)} for {name})")
        numbers.append(at)
    return numbers


def _read(folder: Path | None = None) -> tuple[dict[str, Prediction], bool]:
    """Return what the file in a folder, or in this one, holds, entry by entry, and whether all could be read.

    A missing file is whole and empty. One bad entry costs no other.
    """
    try:
        file = (Path.cwd() if folder is None else folder) / FILE_NAME
        if not file.exists():
            return {}, True
        if file.stat().st_size > MOST_BYTES:
            return {}, False
        entries = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        return {}, True
    except (ValueError, RecursionError, MemoryError):
        return {}, False
    if not isinstance(entries, dict):
        return {}, False
    found = {}
    for id, fields in entries.items():
        with contextlib.suppress(ValueError, TypeError, OverflowError, RecursionError):
            found[id] = _entry(_name(id), **fields)
    return found, len(found) == len(entries)


def _entry(id, answer, places=(), question="", unit="", computed=""):
    if not all(isinstance(part, str) for part in (question, unit, computed, *places)):
        raise TypeError("an entry is made of texts")
    asked = Question(id, "", places=tuple(places))
    return Prediction(id, _answer(answer, asked), question, unit, tuple(places), computed)


def _write(predictions):
    """Replace the file in one step: a reader never sees half of it, a crash leaves the old one."""
    target = Path.cwd() / FILE_NAME
    if not _read()[1]:
        os.replace(target, target.with_suffix(".damaged.json"))
    entries = {}
    for id, known in sorted(predictions.items()):
        entries[id] = asdict(known)
        del entries[id]["id"]
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=FILE_NAME)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(entries, file, indent=1)
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise
