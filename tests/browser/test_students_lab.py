"""A student's Lab: the lesson and nothing of a teacher's tools; in a narrow window the lesson alone."""

import pytest

WAIT_MS = 60_000  # for a kernel on a busy machine
LESSON = "notebooks/2-orbital-basics.ipynb"
TEACHERS = ("Nbgrader", "Validate", "Create Assignment", "Formgrader")


@pytest.fixture(params=[pytest.param(1280, marks=pytest.mark.long), 420])
def opened(request, chromium, lab):
    context = chromium.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    page.goto(lab.address(LESSON).replace("/lab/", f"/lab/workspaces/at-{request.param}/"))
    page.locator(".jp-Notebook h1").first.wait_for(timeout=WAIT_MS)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=WAIT_MS)
    yield page
    context.close()


def test_the_lesson_has_the_window_and_a_teacher_has_another(opened):
    for words in TEACHERS:
        assert opened.get_by_text(words, exact=True).count() == 0, words
    title = opened.locator(".jp-Notebook h1").first.bounding_box()
    wide = opened.viewport_size["width"]
    if wide < 700:
        opened.locator(".jp-FileBrowser").first.wait_for(state="hidden")
        assert opened.locator(".jp-Notebook").first.bounding_box()["width"] > 0.7 * wide
    at = {"x": title["x"] + title["width"] / 2, "y": title["y"] + title["height"] / 2}
    covers = opened.evaluate("at => document.elementFromPoint(at.x, at.y).closest('h1') === null", at)
    assert not covers
    assert opened.locator(".jp-cell-toolbar button:visible").count() == 0


@pytest.mark.long  # the sample: test_lessons_lab listens to one lesson, from before it opens to its last cell
def test_jupyterlab_opens_with_no_failed_and_no_outside_request(chromium, lab):
    page = chromium.new_page()
    bad = []
    page.on("requestfailed", lambda request: bad.append(("failed", request.url)))
    page.on("response", lambda answer: answer.status >= 400 and bad.append((answer.status, answer.url)))
    page.on("pageerror", lambda error: bad.append(("error", str(error))))
    page.on("console", lambda message: message.type == "error" and bad.append(("console", message.text)))
    page.on(
        "request",
        lambda request: request.url.startswith((lab.base_url, "data:", "blob:")) or bad.append(request.url),
    )
    page.goto(lab.address())
    page.wait_for_selector(".jp-DirListing-item", timeout=60_000)  # also where a notebook was open before
    page.wait_for_load_state("networkidle")  # what JupyterLab asks for after its first picture
    assert page.locator(".jp-toast-message, .Toastify__toast").count() == 0  # "would you like ... news?"
    page.close()
    assert bad == []
