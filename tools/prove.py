"""Prove the graders: every answer in ``tests/answers/`` through the judge and through a real nbgrader.

``python -m course prove 2-orbital-basics`` prints one line for each answer. It ends with 1 if a right answer
earns less than full points or a wrong one full points, if a misconception is not the one that is named, if
a message breaks a rule, or if the judge and a grader disagree. The units go through nbgrader side by side.
"""

import argparse
import contextlib
import io
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from course.checks import catalogue, drawing
from course.checks.comparing import expected_values
from course.checks.faults import FAULTS
from course.checks.judge import judge
from course.checks.recorder import record
from course.checks.wording import MAX_SENTENCES, gives_away, sentences_in
from tools import climbing
from tools.answers import read_answers
from tools.trial import run_nbgrader, student_name

ROOT = Path(__file__).resolve().parents[1]
SECRET = "what the proof of the graders draws from"
MOST = {"all": None, "sample": 2, "none": 0}  # answers to each exercise that go through nbgrader
TIME_LIMIT_S = 3.0  # for answers that never end; under nbgrader the limit of the recorder holds
NAMES = (  # what the setup cells of the exercises import
    "import numpy as np\n"
    "from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2\n"
)


@dataclass
class Proof:
    """What was seen and what is against it."""

    rows: list = field(default_factory=list)
    objections: list = field(default_factory=list)

    def object(self, where, what):
        """Note one reason why the graders are not proved."""
        self.objections.append(f"{where}: {what}")


def main(argv=None):
    """Run the command line; return the exit code."""
    options = _options(argv)
    for folder in (options.solutions, options.answers):
        if not folder.is_dir():
            print(f"cannot be proved: there is no folder {folder}", file=sys.stderr)
            return 1
    units = options.units or list(catalogue.UNITS)
    if options.ladder:
        return climbing.main(units, options.answers)
    failed = False
    try:
        answers = {unit: answers_of(unit, options.answers) for unit in units}
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(through_nbgrader, answers, options.solutions, options.nbgrader)
            for unit in units:  # judged here while nbgrader works
                graders = {} if options.nbgrader == "none" else {"nbgrader": _given(running, unit)}
                proof = prove(unit, answers[unit], graders)
                _report(unit, proof)
                failed = failed or bool(proof.objections)
    except (ValueError, RuntimeError) as error:
        print(f"cannot be proved: {error}", file=sys.stderr)
        return 1
    return int(failed)


def _given(running, unit):
    return lambda: running.result()[unit]


def _options(argv):
    parser = argparse.ArgumentParser(prog="python -m course prove", description=__doc__.splitlines()[0])
    parser.add_argument("units", nargs="*", metavar="UNIT", help="such as 2-orbital-basics; all by default")
    parser.add_argument(
        "--nbgrader",
        choices=tuple(MOST),
        default="all",
        help="how many answers go through nbgrader: all take minutes, a sample half a minute, none a second",
    )
    parser.add_argument("--solutions", type=Path, default=ROOT / "solutions", help="notebooks to prove")
    parser.add_argument(
        "--answers", type=Path, default=ROOT / "tests" / "answers", help="answers to prove with"
    )
    parser.add_argument(
        "--ladder", action="store_true", help="climb with each wrong answer instead: all that helps later"
    )
    return parser.parse_args(argv)


def answers_of(unit, folder):
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


def through_nbgrader(answers, solutions, how_many="all"):
    """Return for each unit what a real nbgrader records of all answers to its exercises, or of a sample."""
    most = MOST[how_many]
    chosen = {unit: {name: each[:most] for name, each in of_it.items()} for unit, of_it in answers.items()}
    config = ROOT / "nbgrader_config.py"
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        return run_nbgrader(Path(folder), solutions=solutions, config=config, answers=chosen, secret=SECRET)


def prove(unit, answers, graders=None):
    """Return the proof of a unit.

    Parameters
    ----------
    unit : str
        Name of the unit.
    answers : dict of str to list of Answer
        From `answers_of`: to each exercise id. The k-th answers are those of the k-th student.
    graders : dict of str to callable, optional
        For each way of grading, a function that returns, when the judge is done, what it recorded:
        ``(exercise id, k)`` to ``(points, what the check cell shows)``, for the answers that it was given.
    """
    proof = Proof()
    verdicts = {}
    for exercise in catalogue.functions(unit):
        _prove_messages(proof, exercise)
        _prove_coverage(proof, exercise, answers[exercise.id])
        for k, answer in enumerate(answers[exercise.id]):
            inputs = drawing.graded_inputs(exercise, student=student_name(k), secret=SECRET)
            verdicts[exercise.id, k] = verdict = _judged(exercise, answer, inputs)
            _prove_verdict(proof, exercise, answer, verdict, expected_values(exercise, inputs))
    recorded = {name: grader() for name, grader in (graders or {}).items()}
    for (name, k), verdict in verdicts.items():
        exercise, answer = catalogue.exercise(name), answers[name][k]
        given = {grader: of_it[name, k] for grader, of_it in recorded.items() if (name, k) in of_it}
        for grader, (points, shown) in given.items():
            _prove_agreement(proof, exercise, answer, verdict, grader, points, shown)
        proof.rows.append(
            (answer, exercise.points, verdict, {one: points for one, (points, _) in given.items()})
        )
    return proof


def _prove_agreement(proof, exercise, answer, verdict, grader, points, shown):
    if points is None or abs(points - verdict.points) > 1e-6:
        proof.object(_where(answer), f"the judge gives {verdict.points:g} points, {grader} {points}")
    elif not _told(exercise, answer, verdict, shown):
        proof.object(_where(answer), f"the graded notebook shows {shown!r}, not {verdict.message!r}")


def _judged(exercise, answer, inputs):
    names = {}
    if answer.kind == "blank":
        names[exercise.function] = lambda *given: None  # what the gap returns
    with contextlib.redirect_stdout(io.StringIO()):
        exec(NAMES + answer.source, names)
    written = record(names.get(exercise.function), inputs, time_limit_s=TIME_LIMIT_S)
    return judge(exercise, written, inputs=inputs)


def _told(exercise, answer, verdict, shown):
    """Return whether the graded notebook says what the judge says of all inputs, or of the shown ones."""
    if verdict.misconception is None or verdict.message in shown:
        return True
    visible = _judged(exercise, answer, exercise.shown)  # there other numbers may be told
    return visible.misconception is not None and visible.message in shown


def _prove_verdict(proof, exercise, answer, verdict, expected):
    where, full = _where(answer), verdict.points == exercise.points
    if answer.kind == "right" and not full:
        proof.object(
            where, f"a right answer earns {verdict.points:g} of {exercise.points:g}: {verdict.message}"
        )
    if answer.kind != "right" and full:
        proof.object(where, "it earns full points")
    if answer.kind in ("blank", "hard-coded") and verdict.points:
        proof.object(where, f"it earns {verdict.points:g} points")
    if answer.kind == "wrong" and verdict.misconception != answer.name:
        proof.object(where, f"it was taken for {verdict.misconception!r}: {verdict.message}")
    _prove_message(proof, where, verdict, expected)


def _prove_message(proof, where, verdict, expected):
    if verdict.misconception is not None and gives_away(verdict.message, expected):
        proof.object(where, f"the message shows a number within one percent of an answer: {verdict.message}")
    if sentences_in(verdict.message) > MAX_SENTENCES:
        proof.object(where, f"the message has more than {MAX_SENTENCES} sentences: {verdict.message}")
    if "wrong" in verdict.message.lower() or "{" in verdict.message:
        proof.object(where, f"the message breaks the house style: {verdict.message}")


def _prove_messages(proof, exercise):
    """Prove that each misconception is told from the others, with a message of its own."""
    shared = Counter(slip.message for slip in exercise.misconceptions)
    for slip in exercise.misconceptions:
        where = f"{exercise.id} {slip.name}"
        if shared[slip.message] > 1:
            proof.object(where, f"another misconception has the same message: {slip.message}")
        if slip.name in FAULTS:
            proof.object(where, "a general fault has the same name")
        for code in (slip.answer, *slip.variants):
            verdict = judge(exercise, record(code, exercise.shown))
            if verdict.misconception != slip.name:
                proof.object(where, f"the visible check takes it for {verdict.misconception!r}")
            _prove_message(proof, where, verdict, expected_values(exercise, exercise.shown))


def _prove_coverage(proof, exercise, answers):
    kinds = Counter(answer.kind for answer in answers)
    for kind, least in (("right", 4), ("blank", 1), ("hard-coded", 1)):
        if kinds[kind] < least:
            proof.object(
                exercise.id, f"{kinds[kind]} answers of the kind {kind!r}, at least {least} are needed"
            )
    if len(exercise.misconceptions) < 5:
        proof.object(exercise.id, "fewer than five misconceptions are declared")
    known = {slip.name for slip in exercise.misconceptions}
    proved = {answer.name for answer in answers if answer.kind == "wrong"}
    for name in sorted(known - proved):
        proof.object(exercise.id, f"no answer in tests/answers has the misconception {name!r}")
    for name in sorted(proved - known - set(FAULTS)):
        proof.object(exercise.id, f"tests/answers names {name!r}, which is not declared")


def _where(answer):
    return f"{answer.exercise} {answer.label}"


def _report(unit, proof):
    graders = sorted({name for *_, given in proof.rows for name in given})
    print(f"{'exercise':9}{'answer':58}{'judge':>6}{''.join(f'{name:>10}' for name in graders)}  message")
    for answer, most, verdict, given in proof.rows:
        by_each = "".join(
            f"{given[name]:>10g}" if given.get(name) is not None else f"{'-':>10}" for name in graders
        )
        words = "" if verdict.misconception is None else verdict.message[:60]
        print(f"{answer.exercise:9}{answer.label[:56]:58}{verdict.points:>4g}/{most:g}{by_each}  {words}")
    for objection in proof.objections:
        print(f"NOT PROVED  {objection}")
    written = ", ".join(one.id for one in catalogue.written(unit))
    by_hand = f"; a person marks {written}" if written else ""
    print(f"{unit}: {len(proof.rows)} answers, {len(proof.objections)} objections{by_hand}")


def _points(given):
    return "-" if given is None else f"{given:g}"


if __name__ == "__main__":
    sys.exit(main())
