"""Graded notebooks in ``autograded/``: the release with a student's sources, what they showed, and marks."""

import html
import json

from course.checks import catalogue
from course.checks.wording import mark_scheme, shown_number
from course.grading.cleaning import clean_outputs, markdown_as_html
from course.grading.intake import Submission
from course.grading.release import ANSWER, CHECK, FENCES, FREE, TASK, WRITTEN, Release
from course.grading.states import Mark, Result

MOST_BYTES = 4_000_000  # of a graded notebook; pictures beyond that are left out
LARGE = ("image/png", "image/jpeg", "text/html")


def graded_notebook(release: Release, taken: Submission, result: Result, shown: dict) -> str:
    """Return the graded notebook as JSON, with nothing in it that runs when somebody looks at it."""
    originals = {cell["id"]: cell for cell in release.notebook["cells"]}
    cells = []
    if result.reason:
        text = f"**{result.state}**: {html.escape(result.reason)}"
        cells.append({"cell_type": "markdown", "id": "grading-reason", "metadata": {}, "source": text})
    runs = _runs(taken, shown)
    cells += _extras(runs.pop("", []), "start")
    for cell in release.cells:
        own = runs.pop(cell.id, [])
        cells.append(_cell(cell, originals[cell.id], own, taken, result))
        cells += _extras([one for one in own if one[0].mine], cell.id)
    return _within_size({**release.notebook, "cells": cells})


def _runs(taken, shown):
    """Return what ran at each place, with its outputs, in order."""
    runs = {}
    for number, item in enumerate(taken.lifted.items if taken.lifted else ()):
        if item.kind == "code":
            runs.setdefault(item.cell, []).append((item, clean_outputs(shown.get(number, []))))
    return runs


def _cell(cell, original, own, taken, result):
    made = {**original, "source": cell.source}
    if cell.kind == "code":
        made.update(outputs=[], execution_count=None)
        for item, outputs in own:
            if not item.mine:
                made["outputs"] = outputs
                made["source"] = item.source if cell.role in (ANSWER, FREE) else cell.source
    mark = result.marks.get(cell.exercise)
    if cell.role == CHECK and mark:
        text = f"{_points(mark)} {mark.message}\n"
        made["outputs"] = [{"output_type": "stream", "name": "stdout", "text": text}]
    elif cell.role == TASK and taken.lifted:
        scheme = "\n\n".join((FENCES[0], _side_by_side(cell, taken), FENCES[1]))  # no student gets it back
        made["source"] = f"{cell.source}\n\n{scheme}"
    elif cell.role == WRITTEN and taken.lifted and taken.lifted.written.get(cell.exercise):
        made["source"] = f"<div>{markdown_as_html(taken.lifted.written[cell.exercise])}</div>"
    return made


def _points(mark: Mark) -> str:
    if mark.points is None:
        return "Not graded."
    return f"{shown_number(mark.points)} of {shown_number(mark.most)} points."


def _side_by_side(cell, taken):
    """Return the answer beside the scheme and typical answers, as one piece of HTML for whoever marks."""
    exercise = catalogue.answer(cell.exercise)
    answer = taken.work.written.get(cell.exercise, "")
    told = markdown_as_html(answer) if answer.strip() else "<em>blank</em>"
    scheme = "<br>".join(html.escape(line.removeprefix("- ")) for line in mark_scheme(exercise))
    typical = "<br>".join(f"{points:g}: {html.escape(text)}" for points, text in exercise.typical)
    return (
        "<table><tr><th>Answer</th><th>Scheme</th><th>Typical answers, made up</th></tr>"
        f"<tr><td>{told}</td><td>{scheme}</td><td>{typical}</td></tr></table>"
    )


def _extras(runs, place):
    return [
        {
            "cell_type": "code",
            "id": f"added-{place}-{k}"[:64],
            "metadata": {},
            "source": item.source,
            "outputs": outputs,
            "execution_count": None,
        }
        for k, (item, outputs) in enumerate(runs)
    ]


def _within_size(notebook):
    text = json.dumps(notebook, ensure_ascii=False)  # in one line: with an indent it takes ten times as long
    if len(text) > MOST_BYTES:
        for cell in notebook["cells"]:
            for output in cell.get("outputs", ()):
                for kind in LARGE:
                    output.get("data", {}).pop(kind, None)
        text = json.dumps(notebook, ensure_ascii=False)
    return text + "\n"
