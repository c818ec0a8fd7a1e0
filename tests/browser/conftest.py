"""What tests of pages rely on, beside tests/conftest.py."""

import pytest
from picture_page import PicturePage


@pytest.fixture
def show(chromium, tmp_path, learner):
    """Open a picture as a page without a server: ``show(picture, **context)`` returns its `PicturePage`."""
    pages = []

    def open_page(picture, **context):
        pages.append(PicturePage(chromium, tmp_path, picture, **context))
        return pages[-1]

    yield open_page
    for page in pages:
        page.context.close()
