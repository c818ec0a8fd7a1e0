"""A learner's own page in a browser: it asks nobody for anything, fits a narrow window, and prints."""

import json

import pytest

from course.publish import write
from tests.publish.learners import course as folder
from tests.publish.learners import notebook, save


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    root = folder(tmp_path_factory.mktemp("learner") / "course")
    save(root, "1-history", notebook("1-history", {}, words={"u1-5": "B. false: 365 km"}))
    kept = {"u1-p4": {"answer": "x" * 200, "question": "When did it fly lowest?", "computed": "1999"}}
    (root / "notebooks" / ".predictions.json").write_text(json.dumps(kept))
    return write(root / "page.html", folder=root, name="Ada").path


def test_it_asks_nobody_fits_and_says_no_error(chromium, page_file):
    for scheme, width in (("light", 1280), ("dark", 420)):
        page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        asked, told = [], []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, told=told: told.append(message.text))
        page.goto(page_file.as_uri())
        assert asked == [page_file.as_uri()] and told == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("article").count() == 30
        page.close()
