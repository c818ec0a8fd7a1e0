"""Ladder of help: the same failure again brings more, in memory only, never the same sentence twice.

Diagnosis; the relation that is missing; the solution's parts in another order, among two that do not belong;
for somebody alone, a worked solution of a sister problem.
"""

import json
import os
import random
from collections import Counter
from pathlib import Path

from course.checks.exercise import Exercise, Verdict
from course.checks.helps import HELPS

LESSONS = "../../notebooks"
IN_THE_LESSON = "part of the lesson has it."
_MORE = {  # before the relation: how to find out more about a fault of any function
    "not there": "A cell defines its function only when it is run: click into the one that begins with "
    "`def {function}` and press Shift and Enter. What stands in the brackets to its left after that?",
    "not a function": "The check takes the function itself: the name {function} stands in its brackets, "
    "after that of the exercise, with no brackets behind it and no quotation marks around it. Does a later "
    "line give that name to anything else?",
    "raises": "Call {function} yourself, in a new cell, with {call}. Then print what is known before that "
    "line: which of the values is another one than you think?",
    "never ends": "Let the loop print what it counts, and end it after ten turns with break. Which of the "
    "printed values should have changed?",
    "returns nothing": "A function gives back what stands behind the word return, and nothing else. Which "
    "name holds your result at the end?",
    "prints instead": "print shows a value to you and gives nothing to whoever called. Put return in its "
    "place, in the last line: which value stands behind it then?",
    "wrong type": "Call {function} in a new cell with {call}, and put type( ) around it. Is that the kind of "
    "value that the text above your cell asks for?",
    "wrong shape": "Call {function} in a new cell with {call}. How many values do you see, and how many "
    "does the text above your cell ask for?",
    "other things": "Call {function} with {call}, print each part of its answer, and put type( ) around each "
    "part and around what stands in it. Which one is not of the kind that the text above your cell asks for?",
    "other names": "Let {function} print its list each time that it grows, and beside it the names that it "
    "was given. In which turn does a name get lost, or come in that should not?",
    "not a number": "Print each part of the formula for {call}. Which is the first one that is not a number?",
}
_climbed = {}  # exercise to how often each failure was seen; ends with the kernel


def climb(exercise: Exercise, verdict: Verdict, *, alone: bool = True) -> str:
    """Return what a student reads now of a verdict that is not right, and remember that it was read."""
    seen = _climbed.setdefault(exercise.id, Counter())
    texts = steps(exercise, verdict, alone=alone)
    text = texts[seen[verdict.misconception] % len(texts)]
    seen[verdict.misconception] += 1
    return text


def forget(exercise: Exercise) -> None:
    """Forget what was seen of an exercise: it fits now."""
    _climbed.pop(exercise.id, None)


def steps(exercise: Exercise, verdict: Verdict, *, alone: bool = True) -> list[str]:
    """Return all steps of the ladder for a verdict, the first one its own message."""
    texts = [verdict.message, *([verdict.more] if verdict.more else [])]
    if verdict.misconception in _MORE:
        call = "what the check gives it" if _long(exercise) else f"({_call(exercise)})"
        texts.append(_MORE[verdict.misconception].format(function=exercise.function, call=call))
    return texts + upper(exercise, alone=alone)


def upper(exercise: Exercise, *, alone: bool = True) -> list[str]:
    """Return the steps that are the same for every failure: relation, parts, and the sister problem."""
    help_ = HELPS[exercise.id]
    texts = [f"{help_.relation} The {help_.part} {IN_THE_LESSON}", _parts(exercise, help_)]
    if alone:
        texts.append(f"Here is a sister of your problem, with its solution. {help_.sister}\n\n{help_.worked}")
    return texts


def link(exercise: Exercise) -> str:
    """Return a link to the lesson's cell that has the relation, as Markdown."""
    help_ = HELPS[exercise.id]
    return f"[The {help_.part} part of the lesson]({LESSONS}/{exercise.unit}.ipynb#cell-id={help_.cell})"


def in_class() -> bool:
    """Return whether the notebook is one that a teacher handed out: a mark in its metadata says so."""
    return bool(os.environ.get("COURSE_CLASS")) or any(map(_marked, notebooks_here()))


def notebooks_here() -> list[Path]:
    """Return the notebook that runs this, as it is saved; where nobody says which, those of its folder."""
    here = os.environ.get("JPY_SESSION_NAME", "")
    return (
        [Path(here)] if here.endswith(".ipynb") and Path(here).is_file() else sorted(Path().glob("*.ipynb"))
    )


def _marked(path):
    try:
        metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        return metadata["iss_course"]["class"] is True
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _parts(exercise, help_):
    rows = [*help_.parts, *help_.strangers]
    random.Random(exercise.id).shuffle(rows)
    listed = "\n".join(f"    {row}" for row in rows)
    return f"A solution has these parts, in another order; two of the lines do not belong.\n\n{listed}"


def _long(exercise):
    return any(isinstance(value, tuple) for value in exercise.shown[0])


def _call(exercise):
    return ", ".join(repr(value) for value in exercise.shown[0])
