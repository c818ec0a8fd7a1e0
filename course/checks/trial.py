"""A real nbgrader run in a folder of its own: notebook k holds the k-th answer to each exercise."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

NBGRADER_LIMIT_S = 600  # for a whole unit


def student_name(k):
    """Return the name under which the k-th notebook is handed in."""
    return f"answers-{k + 1:02d}"


def run_nbgrader(folder, *, unit, solutions, config, answers, secret):
    """Grade answers with `nbgrader autograde` and return what it recorded.

    Parameters
    ----------
    folder : Path
        An empty folder; it becomes a course with its own gradebook.
    unit : str
        The assignment.
    solutions, config : Path
        The folder that holds ``<unit>/<unit>.ipynb``, and the course's ``nbgrader_config.py``.
    answers : dict of str to list of Answer
        For each exercise id.
    secret : str
        What the hidden inputs are drawn from.

    Returns
    -------
    dict
        ``(exercise id, k)`` to ``(points, what the check cell shows)``.
    """
    shutil.copytree(solutions / unit, folder / "solutions" / unit)
    shutil.copy(config, folder / "nbgrader_config.py")
    _nbgrader(folder, secret, "generate_assignment", unit, "--force")
    release = folder / "exercises" / unit / f"{unit}.ipynb"
    count = max(len(of_one) for of_one in answers.values())
    for k in range(count):
        _hand_in(release, folder / "submitted" / student_name(k) / unit, answers, k)
    _nbgrader(folder, secret, "autograde", unit)
    return _recorded(folder, unit, answers)


def _hand_in(release, target, answers, k):
    notebook = nbformat.read(release, as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in answers and k < len(answers[name]) and answers[name][k].kind != "blank":
            cell.source = answers[name][k].source
    target.mkdir(parents=True)
    nbformat.write(notebook, target / release.name)


def _nbgrader(folder, secret, *command):
    environment = {**os.environ, "COURSE_SECRET": secret, "JUPYTER_CONFIG_DIR": str(folder / "no-config")}
    run = subprocess.run(
        [sys.executable, "-m", "nbgrader", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=NBGRADER_LIMIT_S,
    )
    if run.returncode:
        tail = "\n".join(run.stderr.strip().splitlines()[-15:])
        raise RuntimeError(f"nbgrader {command[0]} ended with {run.returncode}:\n{tail}")


def _recorded(folder, unit, answers):
    from nbgrader.api import Gradebook

    recorded = {}
    with contextlib.closing(Gradebook(f"sqlite:///{folder / 'gradebook.db'}")) as gradebook:
        for k in range(max(len(of_one) for of_one in answers.values())):
            submission = gradebook.find_submission_notebook(unit, unit, student_name(k))
            points = {grade.name: grade.auto_score for grade in submission.grades}
            shown = _shown(folder / "autograded" / student_name(k) / unit / f"{unit}.ipynb")
            for name, of_one in answers.items():
                if k < len(of_one):
                    recorded[name, k] = points.get(f"{name}-check"), shown.get(f"{name}-check", "")
    return recorded


def _shown(path: Path):
    """Return what stands below each graded cell, without line breaks."""
    shown = {}
    for cell in nbformat.read(path, as_version=4).cells:
        texts = []
        for output in cell.get("outputs", []):
            texts += (
                [output.get("text", "")] if output.output_type == "stream" else output.get("traceback", [])
            )
        shown[cell.metadata.get("nbgrader", {}).get("grade_id")] = " ".join(" ".join(texts).split())
    return shown
