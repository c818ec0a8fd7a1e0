"""All questions by their ids."""

from course import predictions
from course.widgets.questions import unit1, unit2, unit3, unit4

QUESTIONS = unit1.QUESTIONS | unit2.QUESTIONS | unit3.QUESTIONS | unit4.QUESTIONS


def named(id):
    """Return a question of the lessons by its id, known to `course.predictions` from now on.

    Raises
    ------
    ValueError
        If there is no such question.

    Examples
    --------
    >>> named("u2-p2").unit
    'km/s'
    """
    if id not in QUESTIONS:
        raise ValueError(f"there is no question {id!r} (there are {', '.join(sorted(QUESTIONS))})")
    text, form, computed = QUESTIONS[id]
    return predictions.ask(id, text, **form, computed=computed())
