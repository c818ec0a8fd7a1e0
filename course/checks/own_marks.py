"""Own marks: somebody alone marks his own written answer, after it is written; no grade hears of it.

The answer stands in the saved notebook, in the cell below the task. While it is empty nothing of the scheme
is shown, and in a class, where a person marks, nothing at all.
"""

import html
import json
import os
import textwrap

from course.checks import catalogue, ladder
from course.checks.cells import LINE
from course.checks.exercise import PLACEHOLDER, Written
from course.checks.wording import mark_scheme, shown_number
from course.tables import counted

FEWEST_WORDS = 12  # below that it is a remark, not yet an answer of a few sentences
IN_CLASS = "A person of your class reads and marks this answer."
NOT_SAVED = "Your answer is read from the saved notebook: save it (Ctrl+S), and run this cell again."
SHORT = (
    "Your answer has {words}: write it out in whole sentences, {fewest} words or more, save (Ctrl+S), "
    "and run this cell again."
)
TYPICAL = "Typical answers, made up for comparison, with their points"
EMPTY = (
    "Write your answer into the cell below the task first, in whole sentences, and save the notebook "
    "(Ctrl+S). Then run this cell again: it shows you by what to mark it."
)


def mark_own(name: str, text: str | None = None) -> None:
    """Show by what to mark one's own written answer, once there is one.

    Parameters
    ----------
    name : str
        The exercise, such as ``"u2-6"``.
    text : str, optional
        The answer; by default what stands in the saved notebook, in the cell below the task.

    Raises
    ------
    ValueError
        If it is no written exercise.
    """
    exercise = _written(name)
    if "NBGRADER_EXECUTION" in os.environ:
        return
    if ladder.in_class():
        _say(IN_CLASS)
    elif text is None and (text := saved_answer(name)) is None:
        _say(NOT_SAVED)
    elif (count := len(text.split())) < FEWEST_WORDS:
        words = counted(count, "$count word", "$count words")
        _say(SHORT.format(words=words, fewest=FEWEST_WORDS) if count else EMPTY)
    else:
        _show(exercise)


def _written(name):
    known = {one.id: one for unit in catalogue.UNITS for one in catalogue.written(unit)}
    if name in known:
        return known[name]
    if any(one.id == name for unit in catalogue.UNITS for one in catalogue.functions(unit)):
        raise ValueError(f"{name} is checked by a program: run its check")
    raise ValueError(f"there is no written exercise {name!r}: there is {', '.join(known)}")


def saved_answer(name: str) -> str | None:
    """Return the answer in the notebook that runs this, "" for none yet; None where there is no notebook."""
    for path in ladder.notebooks_here():
        try:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            found = next((one for one in cells if one.get("id") == f"{name}-answer"), None)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        if found:
            text = "".join(found["source"]).strip()
            return "" if text == PLACEHOLDER else text
    return None


def _say(text):
    print(textwrap.fill(text, LINE))


def _show(exercise):
    from IPython.display import display

    display({"text/html": as_html(exercise), "text/plain": as_text(exercise)}, raw=True)


def as_text(exercise: Written) -> str:
    """Return the scheme and typical answers as plain text."""
    scheme = "\n".join(mark_scheme(exercise))
    typical = "\n".join(f"- {shown_number(points)}: {text}" for points, text in exercise.typical)
    most = shown_number(exercise.points)
    return f"{_ask(exercise)}\n\n{scheme}\n\n{TYPICAL} of {most}:\n{typical}"


def as_html(exercise: Written) -> str:
    """Return the same, folded: first the scheme, then typical answers to compare with."""
    scheme = "".join(f"<li>{html.escape(line.removeprefix('- '))}</li>" for line in mark_scheme(exercise))
    rows = "".join(
        f"<tr><td>{shown_number(points)}</td><td style='text-align:left'>{html.escape(text)}</td></tr>"
        for points, text in exercise.typical
    )
    most = shown_number(exercise.points)
    return (
        f"<p>{html.escape(_ask(exercise))}</p>"
        f"<details><summary>What earns points</summary><ul>{scheme}</ul></details>"
        f"<details><summary>{TYPICAL} of {most}</summary>"
        f"<table>{rows}</table></details>"
    )


def _ask(exercise):
    return (
        f"Read your answer once more, then mark it out of {shown_number(exercise.points)}: for each line, "
        "which of your words say it? Only you see this; no grade hears of it."
    )
