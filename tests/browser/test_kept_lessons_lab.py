"""Every lesson tomorrow: run and saved, kernel and server gone, opened again by three front ends.

`COURSE_SHOTS` names a folder for pictures of what is seen; without it they are not kept.
"""

import os
from pathlib import Path

import nbformat
import pytest
from conftest import running_lab
from test_kept_pictures_lab import MOST_BYTES, save
from test_lessons_lab import LESSONS, OF_ANYWIDGET, run_all

pytestmark = pytest.mark.long
WAIT_MS = 120_000  # for a whole lesson on a busy machine
WIDTHS = (1280, 420)
# Notebook 7 looks for a part of JupyterLab's settings that it does not have, in any notebook: the last test.
OF_NOTEBOOK_7 = "Cannot read properties of undefined (reading 'schema')"


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request, chromium, tmp_path_factory):
    """A lesson, run and saved in one JupyterLab, and the home of the next."""
    home = tmp_path_factory.mktemp("kept")
    with running_lab(home) as lab:
        page, errors = listened(chromium, 1280)
        page.goto(lab.address(f"notebooks/{request.param}"))
        run_all(page, wait_ms=WAIT_MS)
        save(page)
        assert [one for one in errors if OF_ANYWIDGET not in one] == []
        page.context.close()
    return home, lab.root / "notebooks" / request.param


def seen(page, name):
    """Keep what a page shows, where somebody asked for it."""
    if folder := os.environ.get("COURSE_SHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def listened(chromium, width, **context):
    context = chromium.new_context(viewport={"width": width, "height": 20_000}, **context)
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(f"{error} {error.stack}"))
    page.on("console", lambda said: said.type == "error" and errors.append(f"{said.text} {said.location}"))
    page.on("response", lambda got: got.status >= 400 and errors.append(f"{got.status} {got.url}"))
    return page, errors


def asked_in(path):
    return sum("question=" in cell.source for cell in nbformat.read(path, 4).cells)


# Each front end has a server of its own: Jupyter Server finds a file by its name alone, so the fonts of a
# Notebook on a server that showed a Lab before are refused (403).
@pytest.mark.parametrize("front_end", ["lab", "notebook"])
def test_it_is_alive_wherever_it_is_opened_again_and_opening_changes_nothing(lesson, chromium, front_end):
    home, path = lesson
    kept = path.read_bytes()
    assert len(kept) <= MOST_BYTES
    with running_lab(home) as lab:
        for width in WIDTHS:
            page, errors = listened(chromium, width)
            file = f"notebooks/{path.name}"
            address = f"{lab.base_url}/notebooks/{file}?token={lab.token}"
            page.goto(lab.address(file) if front_end == "lab" else address)
            gates = page.locator(".jp-Notebook .iss-picture .iss-gate")
            gates.nth(asked_in(path) - 1).wait_for(timeout=WAIT_MS)
            assert page.get_by_text("Error displaying widget").count() == 0
            seen(page, f"{path.stem}-{front_end}-{width}")
            ours = [one for one in errors if front_end == "lab" or OF_NOTEBOOK_7 not in one]
            page.context.close()
            assert ours == [], width
            assert path.read_bytes() == kept


def test_as_a_page_of_nbconvert_it_is_alive_and_without_scripts_each_picture_is_a_still(lesson, chromium):
    from nbconvert import HTMLExporter

    _, path = lesson
    html = path.with_suffix(".html")
    html.write_text(HTMLExporter().from_notebook_node(nbformat.read(path, 4))[0], encoding="utf-8")
    for width in WIDTHS:
        page, errors = listened(chromium, width)
        page.goto(html.as_uri(), wait_until="commit")
        page.locator(".iss-picture .iss-gate").nth(asked_in(path) - 1).wait_for(timeout=WAIT_MS)
        seen(page, f"{path.stem}-nbconvert-{width}")
        # nbconvert itself asks two addresses outside for scripts that no picture needs
        print(errors)
        assert [one for one in errors if "net::" not in one and "require" not in one] == []
        page.context.close()
        page, _ = listened(chromium, width, java_script_enabled=False)
        page.goto(html.as_uri(), wait_until="commit")
        stills = page.locator("figure img")
        stills.nth(asked_in(path) - 1).wait_for()
        assert all(one.get_attribute("alt") for one in stills.all())
        seen(page, f"{path.stem}-still-{width}")
        page.context.close()


def test_the_error_of_notebook_7_comes_with_a_notebook_that_knows_no_course(tmp_path, chromium):
    with running_lab(tmp_path) as lab:
        (lab.root / "plain.ipynb").write_text(nbformat.writes(nbformat.v4.new_notebook()), encoding="utf-8")
        page, errors = listened(chromium, 1280)
        page.goto(f"{lab.base_url}/notebooks/plain.ipynb?token={lab.token}")
        page.locator(".jp-Notebook").wait_for(timeout=WAIT_MS)
        while not errors:
            page.wait_for_event("pageerror", timeout=WAIT_MS)
        assert [one for one in errors if OF_NOTEBOOK_7 not in one] == []
        page.context.close()
