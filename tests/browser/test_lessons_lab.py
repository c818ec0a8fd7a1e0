"""Every lesson in JupyterLab: run all, and nothing fails, asks outside or is without a name."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
WAIT_MS = 60_000  # for a kernel on a busy machine
# What was computed below a question: the first code cell after its explanation.
BELOW = ".jp-CodeCell:has(.iss-picture) + .jp-Cell:has(.iss-explain) + .jp-CodeCell"


@pytest.fixture(scope="module", params=LESSONS)
def opened(request, chromium, lab):
    """A lesson in the Lab, all its cells run: once for all that is looked at."""
    context = chromium.new_context(viewport={"width": 1280, "height": 20_000})  # Lab draws what is in view
    page = context.new_page()
    page.lesson = NOTEBOOKS / request.param
    page.errors, page.failed, page.outside = [], [], []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda said: page.errors.append(said.text) if said.type == "error" else None)
    page.on("response", lambda answer: page.failed.append(answer.url) if answer.status >= 400 else None)
    page.on("request", lambda asked: page.outside.append(asked.url) if not local(asked.url, lab) else None)
    page.goto(lab.address(f"notebooks/{request.param}"))
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=WAIT_MS)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    last = page.locator(".jp-Notebook .jp-CodeCell").last
    last.locator(".jp-InputPrompt", has_text="]:").filter(has_not_text="[*]").filter(
        has_not_text="[ ]"
    ).wait_for(timeout=WAIT_MS)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=WAIT_MS)
    page.locator(".jp-Notebook canvas[role=img]").nth(2).wait_for(timeout=WAIT_MS)
    yield page
    context.close()


def local(url, lab):
    return url.startswith((lab.base_url, lab.base_url.replace("http", "ws", 1), "data:", "blob:"))


def test_it_runs_and_every_picture_stands_there(opened):
    code = opened.locator(".jp-Notebook .jp-CodeCell")
    assert code.count() > 5
    assert opened.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    pictures = opened.locator(".jp-Notebook canvas[role=img]")
    questions = opened.get_by_text("Predict first")
    asked = sum("question=" in cell.source for cell in nbformat.read(opened.lesson, 4).cells)
    assert questions.count() == asked and pictures.count() >= max(asked, 3)  # not every picture asks
    for picture in pictures.all():
        assert picture.get_attribute("aria-label")
    explanations = opened.locator("details.iss-explain")
    assert explanations.count() >= questions.count()  # each waits, folded, for its answer
    assert opened.locator("details.iss-explain[open]").count() == 0
    below = opened.locator(f"{BELOW} .jp-OutputArea-child")
    assert below.count() >= asked and opened.locator(f"{BELOW} .jp-OutputArea-child:visible").count() == 0
    unnamed = "Array.from(document.querySelectorAll('.jp-Notebook img')).filter(one => !one.alt).length"
    assert opened.evaluate(unnamed) == 0
    assert (opened.errors, opened.failed, opened.outside) == ([], [], [])


def test_skipping_every_question_opens_every_picture(opened):
    asked = opened.get_by_text("Predict first")
    while asked.count():  # a picture may come late on a busy machine
        opened.get_by_role("button", name="Skip", exact=True).first.click()
    opened.locator("details.iss-explain:not([open])").first.wait_for(state="detached")
    below = opened.locator(f"{BELOW} .jp-OutputArea-child")
    assert opened.locator(f"{BELOW} .jp-OutputArea-child:visible").count() == below.count() > 0
    sliders = opened.locator(".jp-Notebook input[type=range]")
    assert sliders.count() >= 3
    nameless = """Array.from(document.querySelectorAll('.jp-Notebook input[type=range]')).filter(
        one => !one.labels.length && !one.getAttribute('aria-label')).length"""
    assert opened.evaluate(nameless) == 0
    assert (opened.errors, opened.failed, opened.outside) == ([], [], [])
