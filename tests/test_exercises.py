"""The exercise notebooks: students get what the source makes, and both agree with the declarations."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course.checks import catalogue
from course.checks.exercise import Written
from course.checks.wording import mark_scheme
from tools import guide

ROOT = Path(__file__).resolve().parent.parent
UNITS = list(catalogue.UNITS)
MARKDOWN_WORDS = 150
CODE_LINES = 12

each_unit = pytest.mark.parametrize("unit", UNITS)
each_notebook = pytest.mark.parametrize(
    ("kind", "unit"), [(kind, unit) for kind in ("solutions", "exercises") for unit in UNITS]
)


def notebook(kind, unit):
    return nbformat.read(ROOT / kind / unit / f"{unit}.ipynb", as_version=4)


def cells(kind, unit):
    """Return the cells by id."""
    return {cell.id: cell for cell in notebook(kind, unit).cells}


def course_copy(folder):
    """Return a folder with what nbgrader needs of the course, and nothing else."""
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return folder


# `nbgrader generate_assignment UNIT --force` for each unit, without a start of nbgrader for each.
EACH_UNIT = """
import sys
from nbgrader.apps import GenerateAssignmentApp
for unit in sys.argv[1:]:
    app = GenerateAssignmentApp()
    app.initialize([unit, "--force"])
    app.start()
"""


def run_in(folder, *words):
    """Run Python in a folder, with no settings of nbgrader's but the folder's own; return what it says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NBGRADER")}
    run = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**environment, "JUPYTER_CONFIG_DIR": str(folder / "no-config")},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What nbgrader makes: the files of each unit, the second unit made twice; all in one process."""
    folder = course_copy(tmp_path_factory.mktemp("exercises") / "a course with spaces")
    run_in(folder, "-c", EACH_UNIT, *UNITS, UNITS[1])
    units = ((unit, folder / "exercises" / unit) for unit in UNITS)
    return {unit: {path.name: path.read_bytes() for path in place.iterdir()} for unit, place in units}


def kept(unit):
    return {path.name: path.read_bytes() for path in (ROOT / "exercises" / unit).iterdir() if path.is_file()}


@pytest.mark.slow
@each_unit
def test_exercises_are_what_nbgrader_makes_byte_for_byte(made, unit):
    assert made[unit] == kept(unit)


@each_unit
def test_exercises_have_the_form_of_their_source(unit):
    book = notebook("exercises", unit)
    nbformat.validate(book)
    assert book.metadata == notebook("solutions", unit).metadata
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in book.cells)


@each_notebook
def test_cells_keep_the_house_style(kind, unit):
    book = notebook(kind, unit)
    for cell in book.cells:
        if cell.cell_type == "markdown":
            for_students = cell.source.split("=== BEGIN MARK SCHEME ===")[0]
            assert len(for_students.split()) <= MARKDOWN_WORDS, cell.id
        else:
            assert 1 <= len(cell.source.splitlines()) <= CODE_LINES, cell.id
    titles = [line for cell in book.cells for line in cell.source.splitlines() if re.match("#+ ", line)]
    shown = [line for line in titles if not line.startswith("###")]  # '### BEGIN SOLUTION' is a comment
    assert shown[0].startswith("# ")
    assert all(line.startswith("## ") for line in shown[1:])


@each_unit
def test_students_get_no_solution_no_hidden_check_and_no_mark_scheme(unit):
    text = (ROOT / "exercises" / unit / f"{unit}.ipynb").read_text(encoding="utf-8")
    schemes = [line for one in catalogue.written(unit) for line in mark_scheme(one)]
    schemes = [json.dumps(line, ensure_ascii=False).strip('"') for line in schemes]  # as the file holds it
    for secret in ("BEGIN SOLUTION", "BEGIN HIDDEN", "MARK SCHEME", "grade(", *schemes):
        assert secret not in text
        assert secret in (ROOT / "solutions" / unit / f"{unit}.ipynb").read_text(encoding="utf-8")


@each_unit
def test_notebook_and_declarations_agree(unit):
    source, given = cells("solutions", unit), cells("exercises", unit)
    total = sum(one.points for one in catalogue.UNITS[unit])
    title = source["title"].source
    assert f"{total:g} points" in title, f"the first cell of solutions/{unit} lacks the sum, {total:g} points"
    assert f"../../notebooks/{unit}.ipynb" in source["title"].source
    graded = [cell.id for cell in source.values() if cell.metadata.get("nbgrader", {}).get("points")]
    declared = [one.id if isinstance(one, Written) else f"{one.id}-check" for one in catalogue.UNITS[unit]]
    assert graded == declared
    for one in catalogue.UNITS[unit]:
        heading = f"## {one.id} {one.title} ({one.points:g} points)"
        text = source[one.id if isinstance(one, Written) else f"{one.id}-text"].source
        assert text.splitlines()[0] == heading
        if isinstance(one, Written):
            assert source[one.id].metadata.nbgrader.points == one.points
            assert "\n".join(mark_scheme(one)) in source[one.id].source
            continue
        check = source[f"{one.id}-check"]
        assert check.metadata.nbgrader.points == one.points
        assert check.source.splitlines()[0] == f'check("{one.id}", {one.function})'
        assert check.source.splitlines()[-2] == f'grade("{one.id}", {one.function})'
        assert f"def {one.function}(" in given[one.id].source
        assert "# Your code here" in given[one.id].source


@each_unit
def test_grade_ids_are_the_ids_of_the_cells(unit):
    for cell in notebook("solutions", unit).cells:
        if "nbgrader" in cell.metadata:
            assert cell.metadata.nbgrader.grade_id == cell.id
            assert cell.metadata.nbgrader.schema_version == 3


@each_unit
def test_the_published_solution_earns_everything(unit, capsys):
    names = {}
    for cell in notebook("solutions", unit).cells:
        if cell.cell_type == "code":
            exec(cell.source.split("### BEGIN HIDDEN TESTS")[0], names)
    from course.checks import grade

    for one in catalogue.functions(unit):
        assert grade(one.id, names[one.function]) == one.points
    assert capsys.readouterr().out.count("It fits.") == len(catalogue.functions(unit))


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("u2-1", 35786.0, ["35,786", "3,075"]),
        ("u2-2", 35786.0, ["35,786", "86,164"]),
        ("u2-3", 35786.0, ["35,786", "0.0229"]),
        ("u2-4", 20000.0, ["20,000", "2.03"]),
    ],
)
def test_worked_numbers_are_right_and_are_not_graded(name, given, words):
    exercise = catalogue.exercise(name)
    text = cells("exercises", exercise.unit)[f"{name}-text"].source
    assert all(word in text for word in words)
    worked = float(words[1].replace(",", ""))
    assert exercise.reference(given) == pytest.approx(worked, rel=2e-3)  # as rounded in the text
    assert (given,) not in exercise.shown


def test_the_worked_row_is_right():
    import numpy as np

    text = cells("exercises", "2-orbital-basics")["u2-5-text"].source
    assert "np.array([2000.0, 1000.0])" in text
    assert "[6898, 7350]" in text
    speeds, fastest = catalogue.exercise("u2-5").reference(np.array([2000.0, 1000.0]))
    assert [round(speed) for speed in speeds] == [6898, 7350]
    assert fastest == 1000.0


@pytest.mark.slow
def test_nbgrader_validate_shows_the_message_and_nothing_else(tmp_path):
    unit = "2-orbital-basics"
    book = notebook("exercises", unit)
    for cell in book.cells:
        if cell.id == "u2-1":
            cell.source = (
                "def orbital_speed(altitude_km):\n"
                "    return np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km))"
            )
    path = tmp_path / f"{unit}.ipynb"
    nbformat.write(book, path)
    said = run_in(tmp_path, "-m", "nbgrader", "validate", str(path))
    first = said.split("The following cell failed:")[1]
    message = " ".join(first.split("The error was:")[1].split("=" * 20)[0].split())
    assert message == (
        "Not yet: You returned 7.66 m/s for 420 km. A bicycle can do that. "
        "In which unit are mu and the radius, and in which one is the answer?"
    )
    for leak in ("Traceback", "assert", "course/checks", "File ", "..."):
        assert leak not in said


@pytest.mark.slow
def test_in_jupyterlab_a_slip_shows_its_message_and_a_right_answer_why_it_matters(chromium, lab):
    page = chromium.new_page(viewport={"width": 1100, "height": 1000})
    try:
        page.goto(lab.address("exercises/2-orbital-basics/2-orbital-basics.ipynb"))
        cell = {name: page.locator(".jp-Notebook .jp-Cell").nth(n) for n, name in enumerate(CELLS)}
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=WAIT_MS)
        run(cell["setup"], "radius of the Earth", "")
        replace(cell["u2-1"], "def orbital_speed(altitude_km): return 7.66")
        run(cell["u2-1"], "", "")
        run(cell["u2-1-check"], "", "Not yet: You returned 7.66 m/s for 420 km.")
        assert "Traceback" not in cell["u2-1-check"].inner_text()
        replace(
            cell["u2-1"],
            "from course.orbits import circular_speed_km_s as v\norbital_speed = lambda h: 1000 * v(h)",
        )
        run(cell["u2-1"], "", "")
        run(cell["u2-1-check"], "It fits.", "")
    finally:
        page.close()


CELLS = [cell.id for cell in notebook("exercises", "2-orbital-basics").cells]
WAIT_MS = 30_000


def replace(cell, source):
    cell.locator(".cm-content").click()
    cell.page.keyboard.press("Control+a")
    cell.page.keyboard.insert_text(source)


def run(cell, shown, error):
    """Run a cell and wait for what must appear below it."""
    cell.locator(".cm-content").click()
    cell.page.keyboard.press("Escape")  # out of the editor: locked cells have none that takes keys
    cell.page.keyboard.press("Control+Enter")
    if shown:
        cell.locator(".jp-OutputArea-output", has_text=shown).wait_for(timeout=WAIT_MS)
    if error:
        stderr = (
            '[data-mime-type="application/vnd.jupyter.stderr"], .jp-RenderedText[data-mime-type*="error"]'
        )
        cell.locator(stderr).filter(has_text=error).wait_for(timeout=WAIT_MS)


def test_the_guide_is_made_from_the_declarations():
    text = guide.GUIDE.read_text(encoding="utf-8")
    assert guide.updated(text) == text, "the guide is out of date: python -m tools.guide --write"
    assert guide.updated(text.replace("| escape speed | 0 |", "| escape speed | 2 |")) == text
