"""What stands in the cells of an exercise notebook: ``check`` for students, ``grade`` in the hidden part."""

import os
import textwrap

from course.checks import drawing
from course.checks.catalogue import exercise as declared
from course.checks.diagnosis import explained
from course.checks.judge import judge
from course.checks.recorder import record

_LINE = 76  # characters; `nbgrader validate` cuts longer lines


class NotYet(AssertionError):
    """An answer that does not fit yet: shown as its message alone, without a traceback."""

    def _render_traceback_(self):  # the name that IPython looks for
        return textwrap.wrap(f"Not yet: {self}", _LINE)


def check(name, answer):
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
    if "NBGRADER_EXECUTION" not in os.environ:
        verdict = explained(exercise, answer, written, verdict)
    if verdict.misconception is None:
        print(textwrap.fill(f"It fits. {verdict.message} More is checked when it is graded.", _LINE))
    elif verdict.points == 0 or os.environ.get("NBGRADER_EXECUTION") != "autograde":
        raise NotYet(verdict.message)
    # else: `grade` follows in the same cell; an error here would take the part of the points that it gives


def grade(name, answer):
    """Return the points of an answer on the shown and the hidden inputs; say why if they are not all.

    The last line of a graded cell: nbgrader records the number as partial credit.
    """
    exercise = declared(name)
    inputs = drawing.graded_inputs(exercise, student=drawing.student_here(), secret=drawing.secret())
    verdict = judge(exercise, record(answer, inputs), inputs=inputs)
    if verdict.misconception is not None:
        print(textwrap.fill(f"Not yet: {verdict.message}", _LINE))
    return verdict.points
