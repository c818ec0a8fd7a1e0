"""A lesson saved by a real JupyterLab: one command makes of it what is committed."""

import shutil
from pathlib import Path

import pytest
from lab_page import opened_in_lab

from tools.notebooks import main, normalised

LESSON = Path(__file__).resolve().parents[2] / "notebooks" / "2-orbital-basics.ipynb"
WAIT_MS = 60_000  # for a kernel on a busy machine


@pytest.fixture
def opened(chromium, lab):
    folder = lab.root / "saved"
    folder.mkdir()
    path = folder / LESSON.name
    shutil.copy(LESSON, path)
    with opened_in_lab(chromium, lab, path, height=1000) as shown:
        yield shown.page, path


def save(page):
    def is_save(answer):
        return answer.request.method == "PUT" and "/api/contents/" in answer.url

    with page.expect_response(is_save, timeout=WAIT_MS):
        page.keyboard.press("Control+s")


def test_saving_changes_nothing_that_the_normaliser_does_not_put_right(opened):
    page, path = opened
    committed = LESSON.read_text("utf-8")
    page.locator(".jp-Notebook .jp-Cell").first.click()
    save(page)
    assert normalised(path.read_text("utf-8")) == committed
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-Notebook .jp-CodeCell").first.locator(".jp-InputPrompt", has_text="[1]").wait_for()
    save(page)
    saved = path.read_text("utf-8")
    assert '"execution_count": 1' in saved and normalised(saved) == committed
    assert main([str(path)]) == 1 and path.read_text("utf-8") == committed
    assert main([str(path)]) == 0
