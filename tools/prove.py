"""Prove the graders: every answer in ``tests/answers/`` through the judge, ``grade`` and a real nbgrader.

``python -m course prove 2-orbital-basics`` prints one line for each answer. It ends with 1 if a right answer
earns less than full points or a wrong one full points, if a misconception is not the one that is named, if
a message breaks a rule, or if the judge and a grader disagree. Both graders work while the judge does; hidden
inputs of ``grade`` are others than those of nbgrader, because it draws them from the submission too.
"""

import argparse
import contextlib
import io
import linecache
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from course.checks import catalogue, drawing
from course.checks.comparing import expected_values
from course.checks.faults import FAULTS
from course.checks.judge import judge
from course.checks.recorder import record
from course.checks.wording import MAX_SENTENCES, gives_away, sentences_in
from tools import climbing, firm
from tools.answers import Answer, answers_of
from tools.graders import MOST, ROOT, SECRET, at_work
from tools.trial import Recorded, student_name

TIME_LIMIT_S = 2.0  # for answers that never end; under nbgrader the limit of the recorder holds
NAMES = (  # what the setup cells of the exercises import
    "import numpy as np\n"
    "from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2\n"
)


@dataclass
class Proof:
    """What was seen and what is against it."""

    answers: dict = field(default_factory=dict)
    submissions: dict = field(default_factory=dict)
    verdicts: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    objections: list = field(default_factory=list)

    def object(self, where: str, what: str) -> None:
        """Note one reason why the graders are not proved."""
        self.objections.append(f"{where}: {what}")


def main(argv: list[str] | None = None) -> int:
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
        with (
            tempfile.TemporaryDirectory(prefix="prove-") as folder,
            at_work(folder, answers, options) as work,
        ):
            graders, submissions = work
            proofs = {unit: judged(unit, answers[unit], submissions.get(unit)) for unit in units}
            for unit, proof in proofs.items():
                compare(proof, {name: running.result()[unit] for name, running in graders.items()})
                _report(unit, proof)
                failed = failed or bool(proof.objections)
    except (ValueError, RuntimeError) as error:
        print(f"cannot be proved: {error}", file=sys.stderr)
        return 1
    return int(failed)


def _options(argv):
    parser = argparse.ArgumentParser(
        prog="python -m course prove", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("units", nargs="*", metavar="UNIT", help="such as 2-orbital-basics; all by default")
    parser.add_argument(
        "--nbgrader",
        choices=tuple(MOST),
        default="all",
        help="how many answers go through nbgrader: all take minutes, a sample half a minute, none a second",
    )
    parser.add_argument(
        "--grade",
        choices=tuple(MOST),
        default="all",
        help="how many answers go through python -m course grade: all take half a minute",
    )
    parser.add_argument("--solutions", type=Path, default=ROOT / "solutions", help="notebooks to prove")
    parser.add_argument(
        "--answers", type=Path, default=ROOT / "tests" / "answers", help="answers to prove with"
    )
    parser.add_argument(
        "--ladder", action="store_true", help="climb with each wrong answer instead: all that helps later"
    )
    return parser.parse_args(argv)


def prove(
    unit: str,
    answers: dict[str, list[Answer]],
    graders: dict[str, Callable[[], Recorded]] | None = None,
    submissions: dict[tuple[str, int], str] | None = None,
) -> Proof:
    """Return the proof of a unit.

    Parameters
    ----------
    unit : str
        Name of the unit.
    answers : dict of str to list of Answer
        From `answers_of`: to each exercise id. The k-th answers are those of the k-th student.
    graders : dict of str to callable, optional
        For each way of grading, a function that returns, when the judge is done, what it recorded:
        ``(exercise id, k)`` to ``(points, what the check cell shows, submission)``, for the answers that it
        was given; the last is what it mixes into the draw of hidden inputs, "" for nothing.
    submissions : dict of tuple to str, optional
        What the judge mixes into its own draw, by ``(exercise id, k)``. For graders that draw otherwise it
        judges once more: a verdict is compared with one on the same inputs.
    """
    proof = judged(unit, answers, submissions)
    compare(proof, {name: grader() for name, grader in (graders or {}).items()})
    return proof


def judged(
    unit: str,
    answers: dict[str, list[Answer]],
    submissions: dict[tuple[str, int], str] | None = None,
) -> Proof:
    """Return the proof of a unit as far as the judge goes; the parameters are those of `prove`."""
    proof = Proof(answers=answers, submissions=submissions or {})
    for exercise in catalogue.functions(unit):
        _prove_messages(proof, exercise)
        _prove_coverage(proof, exercise, answers[exercise.id])
        for k, answer in enumerate(answers[exercise.id]):
            inputs = _inputs(exercise, k, proof.submissions.get((exercise.id, k), ""))
            proof.verdicts[exercise.id, k] = verdict = _judged(exercise, answer, inputs)
            _prove_verdict(proof, exercise, answer, verdict, expected_values(exercise, inputs))
        _prove_firm(proof, exercise, answers[exercise.id])
    return proof


def compare(proof: Proof, recorded: dict[str, Recorded]) -> None:
    """Compare the verdicts of a proof with what graders have recorded, by their names."""
    for (name, k), verdict in proof.verdicts.items():
        exercise, answer = catalogue.exercise(name), proof.answers[name][k]
        given = {grader: of_it[name, k] for grader, of_it in recorded.items() if (name, k) in of_it}
        for grader, (points, shown, submission) in given.items():
            same = verdict
            if submission != proof.submissions.get((name, k), ""):
                same = _judged(exercise, answer, _inputs(exercise, k, submission))
            _prove_agreement(proof, exercise, answer, same, grader, points, shown)
        proof.rows.append(
            (answer, exercise.points, verdict, {one: points for one, (points, *_) in given.items()})
        )


def _inputs(exercise, k, submission):
    return drawing.graded_inputs(exercise, student=student_name(k), secret=SECRET, submission=submission)


def _prove_agreement(proof, exercise, answer, verdict, grader, points, shown):
    if points is None or abs(points - verdict.points) > 1e-6:
        proof.object(_where(answer), f"the judge gives {verdict.points:g} points, {grader} {points}")
    elif not _told(exercise, answer, verdict, shown):
        proof.object(_where(answer), f"the graded notebook shows {shown!r}, not {verdict.message!r}")


def _judged(exercise, answer, inputs):
    return judge(exercise, _recorded(exercise, answer, inputs), inputs=inputs)


def _recorded(exercise, answer, inputs):
    names = {}
    if answer.kind == "blank":
        names[exercise.function] = lambda *given: None  # what the gap returns
    cell = f"answer to {exercise.id}"
    linecache.cache[cell] = len(answer.source), None, answer.source.splitlines(keepends=True), cell
    with contextlib.redirect_stdout(io.StringIO()):
        exec(NAMES, names)
        exec(compile(answer.source, cell, "exec"), names)
    return record(names.get(exercise.function), inputs, time_limit_s=TIME_LIMIT_S)


def _prove_firm(proof, exercise, answers):
    records = [
        (_recorded(exercise, one, exercise.shown), exercise.shown) for one in answers if one.kind == "right"
    ]
    for objection in firm.objections(exercise, records):
        proof.object(exercise.id, objection)


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
    if answer.kind != "right" and not full and verdict.points != answer.earns:
        proof.object(where, f"it earns {verdict.points:g} points, not {answer.earns:g}")
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


if __name__ == "__main__":
    sys.exit(main())
