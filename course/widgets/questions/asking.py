"""All questions by their ids."""

import re
from typing import TypeAlias

from course import predictions
from course.predictions import Question
from course.quantities import shown, text
from course.widgets.questions import unit1, unit2, unit3, unit4

Asked: TypeAlias = predictions.Question | str | None  # what a picture may be given to ask
QUESTIONS = unit1.QUESTIONS | unit2.QUESTIONS | unit3.QUESTIONS | unit4.QUESTIONS


def named(id: str) -> Question:
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
    if text("question", id, such_as="u2-p1") not in QUESTIONS:
        raise ValueError(f"there is no question {shown(id)} (there are {', '.join(sorted(QUESTIONS))})")
    words, form, computed = QUESTIONS[id]
    told = computed()
    short = re.split(r"[:;,] ", told)[0]  # its beginning, unless the question has one of its own
    said = {"short": short} | form
    choices = form.get("choices", ())
    right = next((one for one in choices if f"{one}, ".startswith(f"{said['short']}, ")), "")
    said = {"right": right} | said
    if choices and said["right"] not in choices:
        raise ValueError(f"no choice of {id} is the right one, {shown(said['right'])}")
    return predictions.ask(id, words, **said, computed=told)


def asked(question: object) -> Question | None:
    """Return the question that a picture was given, by its id or as it is; None if it asks none."""
    if question is None or isinstance(question, predictions.Question):
        return question
    if not isinstance(question, str):
        raise TypeError(f"question must be the id of one, or a Question (got {shown(question)})")
    return named(question)


predictions.look_up(named)  # an answer given in a cell before its picture was made is read like any other
