"""Python in the browser: exercises checked in Chromium, with nothing installed and nobody asked for anything.

``--long`` builds it whole and sends a right and a wrong answer to each exercise through it.
"""

import functools
import http.server
import json
import threading
import zipfile
from pathlib import Path

import nbformat
import pytest
from site_pages import Visit

from course.site import lite
from course.site.lite import jupyterlite

ROOT = Path(__file__).resolve().parent.parent
HERE = "exercises/2-orbital-basics/2-orbital-basics.html"
START_MS = 300_000  # its Python unpacks itself and the course: some 15 s, more beside other work
NEEDS = {  # what that Python lacks, and the pictures that need it
    "pandas": {
        *("altitude_history", "article", "assembly", "city_passes", "decay_explorer", "dependencies"),
        *("russia_band", "scorecard", "station_3d", "timeline", "trace"),
    },
    "scipy": {"deorbit_planner", "over_countries"},
}


@pytest.fixture
def held(tmp_path, monkeypatch):
    """What the learner's folder holds, but for the packages of others."""
    monkeypatch.setattr(jupyterlite, "_wheels", lambda *where: [])
    jupyterlite.gather(tmp_path / "held")
    return tmp_path / "held"


def test_the_folder_holds_the_exercises_for_its_own_python(held):
    assert {path.stem for path in held.glob("*.ipynb")} == set(lite.HELD)
    for path in held.glob("*.ipynb"):
        mine = nbformat.read(ROOT / "exercises" / path.stem / path.name, as_version=4)
        book = nbformat.read(path, as_version=4)
        assert [cell.source for cell in book.cells] == [cell.source for cell in mine.cells]
        assert book.metadata.kernelspec.name == jupyterlite.KERNEL


def test_no_solution_travels_along_and_no_grader(held):
    names = zipfile.ZipFile(held / "course.zip").namelist()
    assert {"course/checks/__init__.py", "course/constants.py", "course/data/iss_elements.csv"} <= set(names)
    assert not [name for name in names if name.startswith(("solutions", "course/grading", "course/site"))]
    assert not [name for name in names if name.endswith(".pyc")]


def test_what_is_fetched_is_pinned_as_everywhere(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(jupyterlite, "_pip", lambda *arguments: asked.extend(arguments))
    jupyterlite._wheels(tmp_path, ROOT / "requirements.txt")
    pins = (ROOT / "requirements.txt").read_text("utf-8")
    assert all(f"\n{one} " in f"\n{pins}" for one in asked[-len(jupyterlite.BESIDE) :])


def test_a_package_that_cannot_be_fetched_is_told(monkeypatch, tmp_path):
    def fail(*arguments):
        raise jupyterlite.SetupError("the network does not answer")

    monkeypatch.setattr(jupyterlite, "pip", fail)
    with pytest.raises(lite.LiteError, match=r"could not be built\.\nthe network"):
        lite.build(tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server with Python in the browser, and in the learner's folder a proof beside the exercises."""
    work = tmp_path_factory.mktemp("python")
    jupyterlite.gather(work / "held")
    _add_proof(work / "held")
    jupyterlite.make(work / "held", work / "site" / lite.FOLDER)
    handler = functools.partial(_Quiet, directory=work / "site")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *said):
        pass


def _add_proof(held):
    proof = Path(__file__).with_name("site_python_proof.py").read_text("utf-8")
    with zipfile.ZipFile(held / "course.zip", "a") as packed:
        packed.write(ROOT / "tools" / "answers.py", "answers.py")
        for path in sorted((ROOT / "tests" / "answers").glob("u[234]-*")):
            packed.write(path, f"answers/{path.name}")
    cells = [nbformat.v4.new_code_cell(proof)]
    book = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": jupyterlite._OWN_KERNEL})
    nbformat.write(book, held / "proof.ipynb")


@pytest.fixture
def opened(served, chromium):
    """Open a notebook of it: a window, with what it asks for and complains of."""
    visits, complaints = [], []

    def open_(name, width=1280):
        visit = Visit(chromium, None, viewport={"width": width, "height": 900})
        visits.append(visit)
        visit.page.on("pageerror", lambda error: complaints.append(str(error)))
        visit.page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        visit.page.goto(f"{served}{lite.FOLDER}/notebooks/index.html?path={name}.ipynb")
        visit.page.wait_for_selector(
            ".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=START_MS, state="attached"
        )
        return visit

    yield open_
    for visit in visits:
        assert not [one for one in visit.asked if not one.startswith((served, "data:", "blob:"))]
        visit.context.close()
    assert complaints == []


def run(page, number, text=None):
    """Run a code cell, after writing into it; return what it shows."""
    cell = page.locator(".jp-CodeCell").nth(number)
    cell.locator(".cm-content").click()
    if text is not None:
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        "n => /\\[\\d+\\]/.test(document.querySelectorAll('.jp-CodeCell')[n]"
        ".querySelector('.jp-InputPrompt').textContent)",
        arg=number,
        timeout=START_MS,
    )
    return cell.locator(".jp-Cell-outputWrapper").text_content()


@pytest.mark.long
@pytest.mark.parametrize("width", [420, 1280])
def test_a_learner_answers_wrong_then_right(opened, width):
    page = opened("2-orbital-basics", width).page
    assert "398600.4418" in run(page, 0)
    answer = "def orbital_speed(altitude_km):\n    return 1000 * (MU_EARTH_KM3_S2 / {}) ** 0.5"
    run(page, 1, answer.format("altitude_km"))
    assert "From which point is the distance" in run(page, 2)
    run(page, 1, answer.format("(altitude_km + EARTH_RADIUS_KM)"))
    assert "It fits." in run(page, 2)
    run(page, 3, "from course import widgets\n\nwidgets.altitude_explorer()")
    said = page.locator(".iss-sentence")
    before = said.text_content()
    page.get_by_role("slider", name="Height").press("ArrowRight")
    assert said.text_content() != before and "a lap takes" in before


@pytest.mark.long
def test_every_exercise_takes_the_right_and_refuses_the_wrong_and_pictures_live(opened):
    shown = run(opened("proof").page, 0)
    assert "PROOF" in shown, shown[-2000:]
    proof = json.loads(shown.split("PROOF", 1)[1].split("FOORP", 1)[0])
    assert {name[:2] for name in proof["checks"]} == {"u2", "u3", "u4"}
    for name, said in proof["checks"].items():
        assert said["right"].startswith("It fits."), name
        assert said["wrong"] and "It fits." not in said["wrong"], name
    lacking = {name: need for need, names in NEEDS.items() for name in names}
    for name, failed in proof["pictures"].items():
        assert failed == lacking.get(name, ""), name
