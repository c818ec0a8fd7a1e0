"""A lesson of yesterday: saved, its kernel gone, opened again; and as a page of nbconvert, offline."""

import nbformat
import pytest
from lab_page import WAIT_MS, in_lab

CELLS = (
    "from course import widgets\ngravity = widgets.altitude_explorer('gravity', question='u2-p1')\ngravity",
    "print('kernel has', gravity.prediction, gravity.altitude_km)",
)
MOST_BYTES = 2e6  # of a saved lesson


def save(page):
    def is_save(answer):
        return answer.request.method == "PUT" and "/api/contents/" in answer.url

    with page.expect_response(is_save, timeout=WAIT_MS):
        page.keyboard.press("Control+s")


def answer(page, words="0 %"):
    page.locator(".iss-picture").get_by_text(words, exact=True).click()
    page.get_by_role("button", name="Store my prediction").click()


@pytest.fixture(scope="module")
def saved(chromium, lab):
    """The file of a notebook with a picture, saved before its question was answered; its kernel is ended."""
    with in_lab(chromium, lab, "kept", *CELLS, height=1400) as shown:
        shown.run(0)
        shown.page.locator(".iss-picture").wait_for(timeout=WAIT_MS)
        save(shown.page)
        end_kernels(shown.page, lab)
        return shown.folder / "n.ipynb"


def end_kernels(page, lab):
    headers = {"Authorization": f"token {lab.token}"}
    for one in page.request.get(f"{lab.base_url}/api/sessions", headers=headers).json():
        page.request.delete(f"{lab.base_url}/api/sessions/{one['id']}", headers=headers)


@pytest.mark.parametrize("front_end", ["lab", "notebook"])
def test_opened_again_it_asks_and_moves(saved, chromium, lab, front_end):
    path, context = saved.relative_to(lab.root).as_posix(), chromium.new_context()
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    address = (
        lab.address(path) if front_end == "lab" else f"{lab.base_url}/notebooks/{path}?token={lab.token}"
    )
    page.goto(address)
    page.locator(".iss-picture").wait_for(timeout=WAIT_MS)
    answer(page)
    page.locator(".iss-said", has_text="You said “0 %”").wait_for()
    page.get_by_role("slider", name="Height").press("End")
    assert [one for one in errors if "widget" in one] == []
    context.close()


def test_as_a_page_of_nbconvert_it_asks_and_moves_and_without_scripts_it_stands_still(saved, chromium):
    from nbconvert import HTMLExporter

    body, _ = HTMLExporter().from_notebook_node(nbformat.read(saved, 4))
    assert len(body.encode()) < MOST_BYTES
    html = saved.with_suffix(".html")
    html.write_text(body, encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(html.as_uri(), wait_until="commit")
    page.locator(".iss-picture").wait_for()
    answer(page)
    page.locator(".iss-said", has_text="You said “0 %”").wait_for()
    context.close()
    still = chromium.new_context(java_script_enabled=False)
    page = still.new_page()
    page.goto(html.as_uri(), wait_until="commit")
    assert "gravity" in page.locator("figure img").first.get_attribute("alt").lower()
    still.close()
