"""Bind every number in the prose of a lesson to what proves it.

    python -m tools.prose 3-ground-track            says what is not bound or not true
    python -m tools.prose 3-ground-track --write    also brings the table of the lesson up to date
    python -m tools.prose questions                 the same of the questions before pictures

The table, `tools/proofs/<lesson>.csv`, has one row for each number in a text cell, in the order of the text:
the cell, the number as it is shown, by what it is proved, and the proof. `--write` proposes rows for new
numbers: read them, and fill in those with a "?". tests/test_prose.py fails at a number without a row, at a
row without its number, and at a proof that does not give the number to all digits shown.

by       the proof is
claim    the id of a claim (course/data/claims.toml): its figure, or a number in its words
event    the id of an event (course/data/events.csv): its date, or a number in its words; ": source" for those
         of its source, and of a reference (course/data/references.csv)
output   the id of a code cell of the lesson, whose output shows the number; words after a colon name the line
given    the id of a code cell of the lesson, whose code holds the number: an input that was chosen; a factor
         after a colon turns its unit, such as 0.001
compute  an expression in functions of the course, such as orbits.period_s(420) / 60
test     a test in whose code the number stands, such as tests/test_passes.py::test_nasas_passes
source   a publication and what it says, the number among its words; the text cell names a source, as in [1]
plan     what the course asks of its reader, such as minutes
choice   of a choice that is wrong: an expression in functions of the course that gives the right one

A question of `course.widgets.questions` is a cell with its id, its choices are one named <id>-choices; given
is a constant of its module, such as unit2.STATION_KM.

Numbers that build the text need no row and are checked by themselves (tools/shown.py): headings, lists,
units, parts, [sources], exercises, names such as STS-135. Formulas and number words are left to the eye.
"""

import ast
import csv
import difflib
import functools
import importlib
import io
import json
import math
import re
import sys
import tempfile
from pathlib import Path

import nbclient
import nbformat
import numpy as np

from course import evidence, history
from course.widgets.questions import QUESTIONS as ASKED
from course.widgets.questions import unit1, unit2, unit3, unit4
from tools.shown import agrees, built, differs, figures, is_day, numbers

ROOT = Path(__file__).resolve().parent.parent
TABLES = Path(__file__).with_name("proofs")
QUESTIONS = ROOT / "course" / "widgets" / "questions"
KINDS = ("claim", "event", "output", "given", "compute", "test", "source", "plan", "choice")
Row = dict[str, str]  # with the keys FIELDS
FIELDS = ("cell", "number", "by", "proof")
ROOMS = ("cities", "constants", "coverage", "decay", "elements", "geography", "ground", "history", "orbits")
ROOMS += ("relative", "risk", "station")


def cells(path: Path, kind: str | None = "markdown") -> dict[str, str]:
    """Return the cells of a notebook, or questions, of one kind, or of all if that is None: id to text."""
    if path == QUESTIONS:
        return ({} if kind == "code" else _asked()) | ({} if kind == "markdown" else _constants())
    book = json.loads(Path(path).read_text(encoding="utf-8"))
    return {one["id"]: "".join(one["source"]) for one in book["cells"] if kind in (None, one["cell_type"])}


def _asked():
    """Return the texts of the questions, and their choices as lists."""
    asked = {}
    for name, (words, form, _) in ASKED.items():
        choices = "\n".join(f"- {one}" for one in form.get("choices", ()))
        asked |= {name: words} | ({f"{name}-choices": choices} if choices else {})
    return asked


def _constants():
    """Return the constants that the questions are computed with: unit2.STATION_KM to its value."""
    return {
        f"{unit.__name__.rpartition('.')[2]}.{name}": str(value)
        for unit in (unit1, unit2, unit3, unit4)
        for name, value in vars(unit).items()
        if name.isupper() and isinstance(value, (int, float))
    }


# --- what is bound


def table(lesson: str) -> list[Row]:
    """Return the rows of a lesson's table, each a dict with the keys `FIELDS`; none if there is no table."""
    path = TABLES / f"{lesson}.csv"
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) if path.exists() else []


def unbound(texts: dict[str, str], rows: list[Row]) -> list[str]:
    """Return what differs between the numbers of a lesson's text cells and the rows of its table."""
    there, told = list(_placed(texts)), []
    bound = [(row["cell"], row["number"]) for row in rows]
    for what, first, last, start, end in difflib.SequenceMatcher(None, there, bound, False).get_opcodes():
        if what == "equal":
            continue
        told += [
            f"cell {cell}: nothing proves {number}. Bind it by a row of its table (--write proposes one)"
            for cell, number in there[first:last]
        ]
        told += [
            f"cell {cell}: its table proves {number}, which the text does not show there. Which one is true?"
            for cell, number in bound[start:end]
        ]
    return told


def unproved(path: Path, rows: list[Row], outputs: dict[str, str]) -> list[str]:
    """Return the rows whose proof does not give the number, given what each code cell has put out."""
    texts, codes, told = cells(path), cells(path, "code"), []
    for row in rows:
        try:
            reason = _PROOFS[row["by"]](row["number"], row["proof"], texts[row["cell"]], codes, outputs)
        except KeyError as missing:
            reason = f"there is no {missing} (a number is bound by {', '.join(KINDS)})"
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
        if reason:
            told.append(f"cell {row['cell']}: {row['number']} by {row['by']} {row['proof']!r}: {reason}")
    return told


def _placed(texts):
    return ((cell, number) for cell, text in texts.items() for number in numbers(text))


# --- what proves it: each returns why not, or nothing


def _by_claim(number, proof, *_):
    one = _claims().loc[proof]
    if number in numbers(one["text"]):
        return ""
    return differs(number, _recomputed(proof)) if one["recompute"] else "nothing is computed for it"


_recomputed = functools.cache(evidence.recompute)
_claims = functools.cache(lambda: history.claims().set_index("id"))
_events = functools.cache(lambda: history.events().set_index("id"))


def _by_event(number, proof, *_):
    name, _, what = proof.partition(": ")
    table = _events() if name in _events().index else history.references()
    one = table.loc[name]
    if what or table is not _events():
        day, words = one["source_date"], [one["source_title"]]
    else:
        day, words = one["date"], [one["title"], one["detail"], one["conflict"]]
    there = numbers(" ".join(words))
    return (
        "" if number in there or is_day(number, day) else f"it has {day:%Y-%m-%d} and {there or 'no number'}"
    )


def _by_output(number, proof, text, codes, outputs):
    cell, _, words = proof.partition(": ")
    lines = [line for line in outputs[cell].splitlines() if words in line]
    return "" if any(agrees(number, one) for line in lines for one in figures(line)) else f"it shows {lines}"


def _by_given(number, proof, text, codes, outputs):
    cell, _, factor = proof.partition(": ")
    held = figures(codes[cell])
    if factor:
        held = [f"{float(factor) * float(one):.10g}" for one in held if "-" not in one[1:]]
    return "" if any(agrees(number, one) for one in held) else "its code does not hold it"


def _by_compute(number, proof, *_):
    value = _computed(proof)
    if isinstance(value, np.datetime64):
        return "" if is_day(number, value.item()) else f"that gives {value}"
    return differs(number, value)


def _computed(proof):
    if not any(re.search(rf"\b{room}\.", proof) for room in ROOMS):
        raise ValueError("it uses nothing of the course")
    return eval(proof, _known())


@functools.cache
def _known():
    """Return what an expression may use: the models of the course, and trigonometry."""
    return vars(math) | {one: importlib.import_module(f"course.{one}") for one in ROOMS}


def _by_test(number, proof, *_):
    path, name = proof.split("::")
    source = (ROOT / path).read_text("utf-8")
    found = [node for node in ast.walk(ast.parse(source)) if getattr(node, "name", "") == name]
    lines = [ast.get_source_segment(source, node) or "" for node in found]
    held = [one for line in lines for one in figures(line)]
    return "" if any(agrees(number, one) for one in held) else f"that test holds {held}"


def _by_source(number, proof, text, *_):
    if number not in numbers(proof):
        return "the number is not among these words"
    return "" if re.search(r"\[\d+\]|^## Sources", text) else "its cell names no source, as in [1]"


def _by_plan(number, proof, *_):
    return "" if proof else "what is planned?"


def _by_choice(number, proof, text, *_):
    if not text.startswith("- "):
        return "it stands in no choice"
    return "" if differs(number, _computed(proof)) else "this choice is the right one: bind it by compute"


_PROOFS = {kind: globals()[f"_by_{kind}"] for kind in KINDS}


# --- the lesson as it runs, and a table that is up to date


def run(path: Path, *, before: str = "") -> nbformat.NotebookNode:
    """Run a lesson in an empty folder, after some lines of code, and return the notebook with its outputs."""
    book = nbformat.read(path, as_version=4)
    if before:
        book.cells.insert(0, nbformat.v4.new_code_cell(before))
    with tempfile.TemporaryDirectory() as folder:
        nbclient.NotebookClient(book, timeout=120, resources={"metadata": {"path": folder}}).execute()
    return book


def outputs(book: nbformat.NotebookNode) -> dict[str, str]:
    """Return what each code cell of a notebook that has run has put out, as text."""
    return {one.id: "\n".join(map(_words, one.outputs)) for one in book.cells if one.cell_type == "code"}


def _words(output):
    return output.get("text", "") or output.get("data", {}).get("text/plain", "")


def proposed(path: Path, rows: list[Row], shown: dict[str, str]) -> list[Row]:
    """Return the rows of a table that is up to date: those that hold, and proposals for new numbers."""
    texts = cells(path)
    there, bound = list(_placed(texts)), [(row["cell"], row["number"]) for row in rows]
    made = []
    for what, first, last, start, end in difflib.SequenceMatcher(None, there, bound, False).get_opcodes():
        if what == "equal":
            made += rows[start:end]
            continue
        for cell, number in there[first:last]:
            by, proof = _guess(number, texts[cell], _nearest(path, cell), shown)
            made.append({"cell": cell, "number": number, "by": by, "proof": proof})
    return made


def _nearest(path, cell):
    """Return the code cells of a lesson, id to text, the nearest to a cell first."""
    ids = list(cells(path, None))
    return dict(
        sorted(cells(path, "code").items(), key=lambda one: abs(ids.index(one[0]) - ids.index(cell) - 0.5))
    )


def _guess(number, text, codes, shown):
    tried = [(by, one) for one in codes for by in ("given", "output")]
    if re.search("[A-Z]|^(19|20)..$", number):
        tried = [("event", one) for one in _events().index] + tried
    elif len(re.sub(r"\D", "", number)) > 2:  # fewer digits agree with too many claims
        tried = [("claim", one) for one in _claims().index] + tried
    found = (one for one in tried if not _PROOFS[one[0]](number, one[1], text, codes, shown))
    return next(found, ("?", ""))


def main(lesson: str, *options: str) -> bool:
    """Tell what is not bound or not true in a lesson; with --write, bring its table up to date."""
    path = QUESTIONS if lesson == QUESTIONS.name else ROOT / "notebooks" / f"{lesson}.ipynb"
    shown, rows = {} if path == QUESTIONS else outputs(run(path)), table(lesson)
    if "--write" in options:
        rows = proposed(path, rows, shown)
        with open(TABLES / f"{lesson}.csv", "w", encoding="utf-8", newline="") as file:
            writer: csv.DictWriter[str] = csv.DictWriter(file, FIELDS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    texts = cells(path)
    told = built(texts) + unbound(texts, rows) + unproved(path, rows, shown)
    print(*told, f"{len(rows)} numbers are bound, {len(told)} complaints.", sep="\n")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
