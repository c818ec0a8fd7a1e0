"""A lesson in JupyterLab, with `--long` every one: run all, nothing fails, asks outside or lacks a name."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
SAMPLE = (
    "2-orbital-basics.ipynb"  # in every run; each lesson's cells run in test_prose, its pictures on pages
)
LESSONS = [
    pytest.param(name, marks=[] if name == SAMPLE else pytest.mark.long)
    for name in sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
]
WAIT_MS = 120_000  # for a kernel on a busy machine
OF_ANYWIDGET = (
    "Failed to initialize model"  # on a busy machine; no picture is lost by it: test_slow_start_lab
)
# What stands below a question, down to the next heading: (what waits, what is seen).
BELOW = """() => {
    const pieces = [[], []];
    for (const explanation of document.querySelectorAll('.jp-Notebook details.iss-explain')) {
        let cell = explanation.closest('.jp-Cell');
        while ((cell = cell.nextElementSibling) && !cell.querySelector('h1, h2, .iss-picture'))
            for (const one of cell.querySelectorAll('.jp-OutputArea-child, .jp-RenderedMarkdown > *'))
                pieces[one.checkVisibility() ? 1 : 0].push(one);
    }
    return pieces.map((some) => some.length);
}"""


@pytest.fixture(scope="module", params=LESSONS)
def opened(request, chromium, lab):
    """A lesson in the Lab, all its cells run: once for all that is looked at."""
    context = chromium.new_context(viewport={"width": 1280, "height": 20_000})  # Lab draws what is in view
    page = context.new_page()
    page.lesson = NOTEBOOKS / request.param
    page.errors, page.failed, page.outside = [], [], []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.errors.append(said.text))
    page.on("response", lambda answer: page.failed.append(answer.url) if answer.status >= 400 else None)
    page.on("request", lambda asked: page.outside.append(asked.url) if not local(asked.url, lab) else None)
    page.goto(lab.address(f"notebooks/{request.param}"))
    run_all(page)
    yield page
    context.close()


def run_all(page, wait_ms=WAIT_MS):
    """Run all cells of the open lesson, as a learner may, until they have run and pictures stand there."""
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=wait_ms, state="attached")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    last = page.locator(".jp-Notebook .jp-CodeCell").last.locator(".jp-InputPrompt", has_text="]:")
    last.filter(has_not_text="[*]").filter(has_not_text="[ ]").wait_for(timeout=wait_ms)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=wait_ms, state="attached")
    page.locator(".jp-Notebook canvas[role=img]").nth(2).wait_for(timeout=wait_ms)


def complaints(page):
    return [one for one in page.errors if OF_ANYWIDGET not in one] + page.failed + page.outside


def local(url, lab):
    return url.startswith((lab.base_url, lab.base_url.replace("http", "ws", 1), "data:", "blob:"))


def test_it_runs_and_every_picture_stands_there(opened):
    code = opened.locator(".jp-Notebook .jp-CodeCell")
    assert code.count() > 5
    assert opened.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    pictures = opened.locator(".jp-Notebook canvas[role=img]")
    questions = opened.get_by_text("Predict first")
    asked = sum("question=" in cell.source for cell in nbformat.read(opened.lesson, 4).cells)
    for late in (pictures.nth(max(asked, 3) - 1), questions.nth(asked - 1)):  # not every picture asks
        late.wait_for(timeout=WAIT_MS)  # the kernel may be idle before a busy browser has drawn
    assert questions.count() == asked
    for picture in pictures.all():
        assert picture.get_attribute("aria-label")
    explanations = opened.locator("details.iss-explain")
    assert explanations.count() >= questions.count()  # each waits, folded, for its answer
    assert opened.locator("details.iss-explain[open]").count() == 0
    waiting, seen = opened.evaluate(BELOW)
    assert waiting > 2 * asked and seen == 0
    unnamed = "Array.from(document.querySelectorAll('.jp-Notebook img')).filter(one => !one.alt).length"
    assert opened.evaluate(unnamed) == 0
    assert opened.locator(".jp-toast-message, .Toastify__toast").count() == 0  # "would you like ... news?"
    assert complaints(opened) == []


def test_skipping_every_question_opens_every_picture(opened):
    asked = opened.get_by_text("Predict first")
    while asked.count():  # a picture may come late on a busy machine
        opened.get_by_role("button", name="Skip", exact=True).first.click()
    opened.locator("details.iss-explain:not([open])").first.wait_for(state="detached")
    waiting, seen = opened.evaluate(BELOW)
    assert waiting == 0 and seen > 0
    sliders = opened.locator(".jp-Notebook input[type=range]")
    assert sliders.count() >= 3
    nameless = """Array.from(document.querySelectorAll('.jp-Notebook input[type=range]')).filter(
        one => !one.labels.length && !one.getAttribute('aria-label')).length"""
    assert opened.evaluate(nameless) == 0
    assert complaints(opened) == []
