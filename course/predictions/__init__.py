"""Predictions: what a learner expects, asked, stored, shown again at the end, never marked.

A prediction lives in memory and in ``.predictions.json`` in the folder of the notebook, so that a restarted
kernel still knows it. Where nothing can be written (a read-only disk, a folder that is gone) the memory alone
serves, and a damaged file is moved aside, not overwritten. Nothing here waits for anybody, and nothing raises
because of a file. What the lessons ask stands elsewhere, in ``course/widgets/questions/``.
"""

import contextlib
import html
import os
import sys
import weakref
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from course.predictions import answers, file
from course.predictions.answers import LONGEST_ANSWER, Answer, Question
from course.predictions.file import FILE_NAME, Prediction
from course.quantities import shown
from course.tables import Table

__all__ = [
    "FILE_NAME",
    "LONGEST_ANSWER",
    "Answer",
    "Listener",
    "Prediction",
    "Question",
    "Summary",
    "ask",
    "checked",
    "kept",
    "listen",
    "look_up",
    "predict",
    "questions",
    "stored",
    "summary",
]


class Listener(Protocol):
    """What wants to know of answers: a picture that waits for one."""

    def predicted(self, prediction: "Prediction") -> None:
        """Hear of a stored prediction."""


_memory = {}  # id -> Prediction, what this kernel was told
_questions = {}  # id -> Question, what this kernel has asked
_find = None  # where questions are found that were not asked yet
_summaries = deque(maxlen=10)  # unit and place of the tables on screen
_listeners = weakref.WeakSet()  # pictures that open when their question is answered


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
        return "\n".join([*said, *filter(None, [file.warning().strip()])])

    def _repr_html_(self):
        table = Table(self._rows(), heads=self._heads, empty="No predictions are stored.")._repr_html_()
        return f"{table}<p>{html.escape(file.warning())}</p>" if file.warning() else table

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
    right: str = "",
    waits: bool = False,
) -> Question:
    """Make a question known, so that its answer is shown with it later, and return it.

    Parameters
    ----------
    id, text, unit, choices, places, ends, computed, short, right, waits
        The fields of `Question`.

    Examples
    --------
    >>> ask("u2-p2", "How strong is gravity at 420 km?", choices=("0 %", "50 %", "88 %"), computed="88 %").id
    'u2-p2'
    """
    _questions[answers.named(id)] = question = Question(
        id, text, unit, tuple(choices), tuple(places), tuple(ends), computed, short, right, waits
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
    file.keep(_memory)
    for picture in list(_listeners):
        picture.predicted(stored_as)
    for unit, place in _summaries:
        summary(unit)._publish(place, update=True)
    return stored_as


def checked(id: str, answer: Answer) -> Answer:
    """Return an answer as it is stored, if the question takes it; raise as `predict` does if not.

    Examples
    --------
    >>> _ = ask("u2-p2", "How strong is gravity at 420 km?", choices=("0 %", "50 %", "88 %"))
    >>> checked("u2-p2", "50%")
    '50 %'
    """
    return answers.read(answer, _asked(id))


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
    return file.read(Path(folder))[0]


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
    found = {**file.read()[0], **_memory}
    for id, known in found.items():
        asked = _questions.get(id)
        # The words of today, should a lesson have changed since; unless it now asks for something else.
        if asked and len(asked.places) == len(known.places):
            found[id] = _stored(asked, known.answer)
    return found


def _asked(id):
    if answers.named(id) not in _questions and _find is not None:
        with contextlib.suppress(ValueError):
            return _find(id)
    return _questions.get(id) or Question(id, "")


def _stored(asked, answer):
    return Prediction(asked.id, answer, asked.text, asked.unit, asked.places, asked.computed)
