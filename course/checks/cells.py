"""Check cells of a notebook: ``check`` for students, ``grade`` in the hidden part."""

import os
import textwrap

from course.checks import drawing, ladder
from course.checks.catalogue import function as declared
from course.checks.diagnosis import explained
from course.checks.judge import judge
from course.checks.recorder import record

LINE = 76  # characters; `nbgrader validate` cuts longer lines


class NotYet(AssertionError):
    """An answer that does not fit yet: shown as its message alone, without a traceback."""

    def _render_traceback_(self):  # the name that IPython looks for
        lines = f"Not yet: {self}".split("\n")  # code keeps its lines and its indents
        return [row for line in lines for row in (textwrap.wrap(line, LINE) if _prose(line) else [line])]


def _prose(line):
    return len(line) > LINE and not line.startswith(" ")


def check(name: str, answer: object) -> None:
    """Check an answer on the inputs that the notebook shows.

    Parameters
    ----------
    name : str
        The exercise, such as ``"u2-1"``.
    answer : callable
        The function that was written.

    Raises
    ------
    NotYet
        With one message that says what came back and asks a question.
    """
    exercise = declared(name)
    written = record(answer, exercise.shown)
    verdict = judge(exercise, written)
    if verdict.misconception is None:
        ladder.forget(exercise)
        print(textwrap.fill(f"It fits. {verdict.message} More is checked when it is graded.", LINE))
    elif "NBGRADER_EXECUTION" not in os.environ:
        _help(exercise, explained(exercise, answer, written, verdict))
    elif verdict.points == 0 or os.environ["NBGRADER_EXECUTION"] != "autograde":
        raise NotYet(verdict.message)
    # else: `grade` follows in the same cell; an error here would take the part of the points that it gives


def _help(exercise, verdict):
    """Raise what helps now: more each time that the same failure comes."""
    text = ladder.climb(exercise, verdict, alone=not ladder.in_class())
    if text.endswith(ladder.IN_THE_LESSON):
        _show_link(ladder.link(exercise))
    raise NotYet(text)


def _show_link(link):
    """Show a link above the message, where there is a notebook to show it in."""
    import sys

    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None and hasattr(shell, "kernel"):
        shell.display_pub.publish({"text/markdown": link, "text/plain": link})


def grade(name: str, answer: object) -> float:
    """Return the points of an answer on the shown and the hidden inputs; say why if they are not all.

    The last line of a graded cell: nbgrader records the number as partial credit.
    """
    exercise = declared(name)
    inputs = drawing.graded_inputs(exercise, student=drawing.student_here(), secret=drawing.secret())
    verdict = judge(exercise, record(answer, inputs), inputs=inputs)
    if verdict.misconception is not None:
        print(textwrap.fill(f"Not yet: {verdict.message}", LINE))
    return verdict.points
