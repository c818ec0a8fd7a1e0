"""Trial of answers in a real nbgrader: notebook k holds the k-th answer to each exercise.

nbgrader takes notebooks one after another, and five seconds to be imported. So the notebooks of all units are
dealt out to as many courses as there are processors, and each course is graded by one process: this file.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the process that grades needs no answers
    from tools.answers import Answer

Answers = dict[str, dict[str, list["Answer"]]]  # unit to exercise id to answers
Seen = tuple[float | None, str, str]  # points, what the check cell shows, what is mixed into the draw
Recorded = dict[tuple[str, int], Seen]  # by exercise id and k
PLAN = "plan.json"  # in a course: unit to student to cell to what is written into it
POINTS = """SELECT a.name, sa.student_id, bc.name, g.auto_score FROM submitted_assignment sa
            JOIN assignment a ON a.id = sa.assignment_id
            JOIN submitted_notebook sn ON sn.assignment_id = sa.id
            JOIN grade g ON g.notebook_id = sn.id JOIN base_cell bc ON bc.id = g.cell_id"""
ROOT = Path(__file__).resolve().parents[1]
LIMIT_S = 1800  # for one share of all units, on a busy machine
PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def student_name(k: int) -> str:
    """Return the name under which the k-th notebook is handed in."""
    return f"answers-{k + 1:02d}"


def run_nbgrader(
    folder: Path, *, solutions: Path, config: Path, answers: Answers, secret: str, warm: bool = False
) -> dict[str, Recorded]:
    """Grade answers with nbgrader's autograde and return what it recorded.

    Parameters
    ----------
    folder : Path
        An empty folder; it gets a course with a gradebook of its own for each processor.
    solutions, config : Path
        The folder that holds ``<unit>/<unit>.ipynb``, and the course's ``nbgrader_config.py``.
    answers : dict of str to dict of str to list of Answer
        For each unit, for each exercise id.
    secret : str
        What the hidden inputs are drawn from.
    warm : bool, optional
        Whether kernels are forked from one (`tools.warm`), or started one by one as they are for a teacher.

    Returns
    -------
    dict
        Unit to ``{(exercise id, k): (points, what the check cell shows, "")}``.

    Raises
    ------
    RuntimeError
        If nbgrader does not come to an end of it, with what it said.
    """
    notebooks = notebooks_of(answers)
    shares = [notebooks[first::PROCESSORS] for first in range(min(PROCESSORS, len(notebooks)))]

    def grade(share):
        course = folder / f"course-{shares.index(share) + 1}"
        shutil.copytree(solutions, course / "solutions")
        shutil.copy(config, course / "nbgrader_config.py")
        handed_in = {unit: {} for unit, _ in share}
        for unit, k in share:
            handed_in[unit][student_name(k)] = cells_of(answers[unit], k)
        (course / PLAN).write_text(json.dumps(handed_in), encoding="utf-8")
        _in_a_process(course, secret, warm)
        return recorded_in(course, share, answers)

    with ThreadPoolExecutor(PROCESSORS) as pool:
        parts = list(pool.map(grade, shares))
    return by_unit(answers, {place: seen for part in parts for place, seen in part.items()})


def notebooks_of(answers: Answers) -> list[tuple[str, int]]:
    """Return (unit, k) for each notebook that is needed."""
    return [(unit, k) for unit, of_it in answers.items() for k in range(max(map(len, of_it.values())))]


def by_unit(answers: Answers, recorded: dict[tuple[str, str, int], Seen]) -> dict[str, Recorded]:
    """Return for each unit what was recorded in it: ``{(exercise id, k): recorded}``."""
    return {
        unit: {(name, k): seen for (of, name, k), seen in recorded.items() if of == unit} for unit in answers
    }


def cells_of(answers: dict[str, list[Answer]], k: int) -> dict[str, str]:
    """Return what the k-th student writes into the cells; a blank answer leaves the cell as it comes."""
    written = {name: of_one[k] for name, of_one in answers.items() if k < len(of_one)}
    return {name: answer.source for name, answer in written.items() if answer.kind != "blank"}


def _in_a_process(course, secret, warm):
    places = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {
        **os.environ,
        "COURSE_SECRET": secret,
        "JUPYTER_CONFIG_DIR": str(course / "no-config"),
        "PYTHONPATH": places,
    }
    run = subprocess.run(
        [sys.executable, "-P", "-m", "tools.trial", str(course), *(["--warm"] if warm else [])],
        cwd=course,
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LIMIT_S,
    )
    if run.returncode:
        raise RuntimeError("nbgrader stopped:\n" + "\n".join(run.stderr.strip().splitlines()[-15:]))


def _grade_here(course):
    """Release, hand in and grade what the plan of a course names; the work of its process."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config.loader import PyFileConfigLoader

    nbgrader = NbGraderAPI(config=PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config())
    for unit, students in json.loads((course / PLAN).read_text(encoding="utf-8")).items():
        _must(nbgrader.generate_assignment(unit))
        for student, cells in students.items():
            hand_in(course, unit, student, cells, release=course / "exercises")
        _must(nbgrader.autograde(unit, "*"))


def _must(result):
    if not result["success"]:
        sys.exit(f"{result.get('log', '')}\n{result['error']}")


def hand_in(course: Path, unit: str, student: str, cells: dict[str, str], *, release: Path) -> None:
    """Hand in the notebook of a unit's release with other sources in some of its cells."""
    name = f"{unit}.ipynb"
    notebook = json.loads((release / unit / name).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = cells.get(_grade_id(cell), cell["source"])
    target = course / "submitted" / student / unit
    target.mkdir(parents=True)
    (target / name).write_text(json.dumps(notebook), encoding="utf-8")


def _grade_id(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def recorded_in(
    course: Path, share: list[tuple[str, int]], answers: Answers
) -> dict[tuple[str, str, int], Seen]:
    """Return what stands in the gradebook and the graded notebooks of a course, for some (unit, k).

    Returns
    -------
    dict
        ``(unit, exercise id, k)`` to ``(points, what the check cell shows, "")``: of the submission, nothing
        is mixed into nbgrader's draw of hidden inputs.
    """
    recorded = {}
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as gradebook:
        points = {tuple(row[:3]): row[3] for row in gradebook.execute(POINTS)}
    for unit, k in share:
        shown = _shown(course / "autograded" / student_name(k) / unit / f"{unit}.ipynb")
        for name, of_one in answers[unit].items():
            if k < len(of_one):
                check = f"{name}-check"
                recorded[unit, name, k] = points.get((unit, student_name(k), check)), shown.get(check, ""), ""
    return recorded


def _shown(path):
    """Return what stands below each graded cell, without line breaks."""
    shown = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        texts = []
        for output in cell.get("outputs", []):
            stream = output["output_type"] == "stream"
            texts += ["".join(output.get("text", ""))] if stream else output.get("traceback", [])
        shown[_grade_id(cell)] = " ".join(" ".join(texts).split())
    return shown


if __name__ == "__main__":
    if "--warm" in sys.argv:
        from tools import warm

        warm.use()
    _grade_here(Path(sys.argv[1]))
