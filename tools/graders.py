"""The two graders of a class at work while the judge is: plain nbgrader, and ``python -m course grade``."""

import argparse
import contextlib
import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from tools.graded import hand_in_all, run_grade
from tools.trial import PROCESSORS, Answers, Recorded, run_nbgrader

ROOT = Path(__file__).resolve().parents[1]
SECRET = "what the proof of the graders draws from"
MOST = {"all": None, "sample": 2, "none": 0}  # answers to each exercise that go through a grader
CALL_S = 2.0  # for one call of an answer


@contextlib.contextmanager
def at_work(
    folder: str, answers: Answers, options: argparse.Namespace
) -> Iterator[tuple[dict[str, Future], dict[str, dict[tuple[str, int], str]]]]:
    """Let both graders work while the judge does; give what they will have recorded, and the submissions.

    ``grade`` judges in a process of its own, beside this one.
    """
    graders, submissions, apart = {}, {}, multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, apart) as process, ThreadPoolExecutor(1) as thread:
        if options.grade != "none":
            submissions = _submissions(Path(folder), _first(answers, options.grade))
            graders["grade"] = process.submit(through_grade, Path(folder), answers, options.grade)
        if options.nbgrader != "none":
            graders["nbgrader"] = thread.submit(
                through_nbgrader, answers, options.solutions, options.nbgrader
            )
        yield graders, submissions


def _submissions(folder, answers):
    """Hand in what goes through ``grade``; return what it mixes into the draws, by unit and (exercise, k)."""
    digests = hand_in_all(folder, answers)
    return {
        unit: {(name, k): digests[unit, k] for name, each in of_it.items() for k in range(len(each))}
        for unit, of_it in answers.items()
    }


def through_nbgrader(answers: Answers, solutions: Path, how_many: str = "all") -> dict[str, Recorded]:
    """Return for each unit what a real nbgrader records of all answers to its exercises, or of a sample.

    All of them meet warm kernels (`tools.warm`); those of a sample are started as for a teacher.
    """
    chosen, warm = _first(answers, how_many), how_many == "all" and hasattr(os, "fork")
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        return run_nbgrader(
            Path(folder),
            solutions=solutions,
            config=ROOT / "nbgrader_config.py",
            answers=chosen,
            secret=SECRET,
            warm=warm,
        )


def through_grade(folder: Path, answers: Answers, how_many: str = "all") -> dict[str, Recorded]:
    """Return for each unit what ``python -m course grade`` records of all answers, or of a sample."""
    chosen = _first(answers, how_many)
    return run_grade(folder, answers=chosen, secret=SECRET, call_s=CALL_S, jobs=PROCESSORS)


def _first(answers, how_many):
    most = MOST[how_many]
    return {unit: {name: each[:most] for name, each in of_it.items()} for unit, of_it in answers.items()}
