"""One picture, two views: shown twice in a notebook of another front end, and open in two windows."""

import json

import pytest
from lab_page import WAIT_MS, in_lab

pytestmark = pytest.mark.long
CELLS = (
    "from course import widgets\ngravity = widgets.altitude_explorer('gravity', question='u2-p1')\ngravity",
    "gravity",
    "print('kernel has', gravity.altitude_km, gravity.prediction)",
)
FOLLOWS = "([one, other]) => one.value === other.value"


def of_another_front_end(path):
    """Make of a notebook what VS Code saves: nbformat 4.4, cells without ids, metadata of its own."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["nbformat_minor"] = 4
    for cell in notebook["cells"]:
        del cell["id"]
        cell["metadata"] = {"vscode": {"languageId": "python"}}
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_what_is_answered_and_moved_in_one_is_seen_in_the_other(chromium, lab):
    with in_lab(chromium, lab, "twice", *CELLS, alone=True) as shown:
        page = shown.page
        of_another_front_end(shown.folder / "n.ipynb")
        page.reload()
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=WAIT_MS)
        shown.run(0)
        shown.run(1)
        page.locator(".iss-gate").nth(1).wait_for(timeout=WAIT_MS)
        page.locator(".iss-gate").first.get_by_text("0 %", exact=True).click()
        page.get_by_role("button", name="Store my prediction").first.click()
        page.locator(".iss-said", has_text="You said “0 %”").nth(1).wait_for()
        heights = page.get_by_role("slider", name="Height")
        heights.first.press("End")
        both = [one.element_handle() for one in heights.all()]
        page.wait_for_function(FOLLOWS, arg=both)
        shown.run(2)
        said = page.locator(".jp-OutputArea-output pre", has_text="kernel has")
        said.wait_for(timeout=WAIT_MS)
        assert "420" not in said.inner_text() and "0 %" in said.inner_text()
        page.keyboard.press("Control+s")
        other = page.context.new_page()
        other.goto(lab.address("twice/n.ipynb").replace("/lab/", "/lab/workspaces/second/"))
        there = other.get_by_role("slider", name="Height")
        there.nth(1).wait_for(timeout=WAIT_MS)
        there.first.press("Home")
        shown.run(2)
        page.wait_for_function("() => document.body.innerText.includes('kernel has 160.0')", timeout=WAIT_MS)
        assert shown.errors == []
