"""Prove the ladder: each wrong answer climbs it, reads nothing twice in a row, and is given nothing away.

``python -m course prove --ladder`` prints one line for each exercise. It ends with 1 if a step shows an
expected value, if two steps in a row say the same, or if a step alone earns points.
"""

import ast
import contextlib
import io
import itertools
import linecache
import re
from collections.abc import Iterable
from pathlib import Path

from course.checks import catalogue, drawing, ladder
from course.checks.comparing import expected_values
from course.checks.diagnosis import explained
from course.checks.exercise import Exercise, Verdict
from course.checks.judge import judge
from course.checks.recorder import record
from course.checks.wording import gives_away
from tools.answers import read_answers

TIME_LIMIT_S = 0.5  # for answers that never end
ROUNDS = 3  # up the ladder, and from the start again
NAMES = (
    "import numpy as np\n"
    "from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2\n"
)


def main(units: Iterable[str], answers_folder: Path) -> int:
    """Prove the ladder of units, print what was seen, and return the exit code."""
    failed = 0
    for unit in units:
        for exercise in catalogue.functions(unit):
            climbed, objections = prove(exercise, answers_folder)
            print(f"{exercise.id}: {climbed} wrong answers climb, {len(objections)} objections")
            for objection in objections:
                print(f"NOT PROVED  {exercise.id} {objection}")
            failed += len(objections)
    return int(failed > 0)


def prove(exercise: Exercise, answers_folder: Path) -> tuple[int, list[str]]:
    """Return how many wrong answers climbed, and what is against the ladder of an exercise."""
    objections, climbed = _of_steps(exercise), 0
    for k, answer in enumerate(read_answers(answers_folder, exercise)):
        if answer.kind != "wrong":
            continue
        verdict = first_step(exercise, answer.source, f"<{exercise.id} answer {k}>")
        if verdict.misconception is None:  # only hidden inputs find it out: nothing to climb yet
            continue
        climbed += 1
        for alone in (True, False):
            objections += [f"{answer.label}: {one}" for one in _climb(exercise, verdict, alone)]
    return climbed, objections


def first_step(exercise: Exercise, source: str, cell: str) -> Verdict:
    """Return what a student reads first of an answer that was typed into a cell."""
    linecache.cache[cell] = (len(source), None, source.splitlines(keepends=True), cell)
    names = {}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(NAMES, names)
        exec(compile(source, cell, "exec"), names)
        function = names.get(exercise.function)
        written = record(function, exercise.shown, time_limit_s=TIME_LIMIT_S)
        return explained(exercise, function, written, judge(exercise, written))


def _climb(exercise, verdict, alone):
    ladder.forget(exercise)
    count = len(ladder.steps(exercise, verdict, alone=alone))
    read = [ladder.climb(exercise, verdict, alone=alone) for _ in range(ROUNDS * count)]
    ladder.forget(exercise)
    expected = expected_values(exercise, exercise.shown)
    found = [f"twice in a row: {one}" for one, other in itertools.pairwise(read) if one == other]
    return found + [f"gives away: {one}" for one in read[:1] if gives_away(one, expected)]


def _of_steps(exercise):
    """Return what is against the upper steps, which are the same for every answer."""
    help_, found = ladder.HELPS[exercise.id], []
    expected = expected_values(exercise, exercise.shown)
    for text in ladder.upper(exercise, alone=True):
        if gives_away(text, expected):
            found.append(f"a step gives away: {text}")
        if "wrong" in text.lower():
            found.append(f"a step breaks the house style: {text}")
    for part in (*help_.parts, *help_.strangers):
        if _runs(part):
            found.append(f"a part runs by itself: {part}")
    if len(help_.parts) < 3 or len(set(help_.parts + help_.strangers)) < len(help_.parts) + 2:
        found.append("fewer than three parts, or one of them twice")
    earned = _earned(exercise, help_.worked)
    if earned:
        found.append(f"the worked sister earns {earned:g} points")
    return found


def _runs(code):
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def _earned(exercise, worked):
    """Return the points for the functions of a worked sister, handed in as they stand, by any name."""
    names = {}
    exec(NAMES + worked, names)
    inputs = drawing.graded_inputs(exercise, student="", secret=drawing.PUBLIC_SECRET)
    defined = re.findall(r"^def (\w+)", worked, re.MULTILINE)
    return max(judge(exercise, record(names[name], inputs), inputs=inputs).points for name in defined)
