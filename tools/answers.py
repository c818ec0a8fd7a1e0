"""The answers that prove the graders: ``tests/answers/`` in percent format, one section for each answer.

A section begins with one of

- ``# %% right: how it is built``
- ``# %% wrong: name of a misconception or fault; note``
- ``# %% wrong, 1 point: name ...``, if it earns something all the same
- ``# %% blank`` - the cell as students receive it
- ``# %% hard-coded`` - only what the notebook shows
"""

import re
from dataclasses import dataclass
from pathlib import Path

from course.checks import catalogue
from course.checks.exercise import Exercise

_HEADING = re.compile(
    r"^# %% (right|wrong|blank|hard-coded)(?:, ([\d.]+) points?)?(?:: *([^;\n]+?) *(?:; *(.+))?)?$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Answer:
    """One answer to an exercise.

    Attributes
    ----------
    kind : str
        ``right``, ``wrong``, ``blank`` or ``hard-coded``.
    name, note : str
        How a right one is built or what a wrong one suffers from; and what else the heading says.
    source : str
        The code that replaces the cell, empty for a blank one.
    earns : float
        What a wrong one earns all the same.
    """

    exercise: str
    kind: str
    name: str
    note: str
    source: str
    earns: float = 0.0

    @property
    def label(self) -> str:
        """What the matrix calls it."""
        name = f"{self.kind}: {self.name}" if self.name else self.kind
        return f"{name} ({self.note})" if self.note else name


def read_answers(folder: Path, exercise: Exercise) -> list[Answer]:
    """Return the answers to an exercise from ``folder/<id>.py``, in order.

    Raises
    ------
    ValueError
        If a heading cannot be read, or a right or wrong answer has no name.
    """
    path = folder / f"{exercise.id}.py"
    if not path.exists():
        raise ValueError(f"{exercise.id} has no answers to prove its grader with: expected them in {path}")
    text = path.read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(text))
    if len(headings) != len(re.findall(r"^# %%", text, re.MULTILINE)):
        raise ValueError(f"{path.name}: every '# %%' line must read right, wrong, blank or hard-coded")
    answers = []
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        kind, earns, name, note = heading.groups()
        if (kind in ("right", "wrong")) != (name is not None) or (earns and kind != "wrong"):
            raise ValueError(
                f"{path.name}: {heading.group()!r} needs a name after right and wrong, and nowhere else"
            )
        source = text[heading.end() : following.start() if following else len(text)].strip()
        answers.append(Answer(exercise.id, kind, name or "", note or "", source, float(earns or 0)))
    return answers


def answers_of(unit: str, folder: Path) -> dict[str, list[Answer]]:
    """Return ``{exercise id: answers}`` of a unit, such that the first few of each make a sample.

    They begin with a right, a partly right, a hard-coded and a blank one, at each exercise with another.
    """
    return {
        exercise.id: _of_each_kind_first(exercise, read_answers(folder, exercise), place)
        for place, exercise in enumerate(catalogue.functions(unit))
    }


def _of_each_kind_first(exercise, answers, turned):
    partly = {slip.name for slip in exercise.misconceptions if 0 < slip.credit < 1}
    kinds = [("right", None), ("wrong", partly), ("hard-coded", None), ("blank", None)]
    first = [
        next((one for one in answers if one.kind == kind and (names is None or one.name in names)), None)
        for kind, names in kinds[turned % 4 :] + kinds[: turned % 4]
    ]
    return [one for one in first if one] + [one for one in answers if one not in first]
