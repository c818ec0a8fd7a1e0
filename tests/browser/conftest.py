"""What tests of pages rely on, beside tests/conftest.py."""

import pytest
from picture_page import PicturePage


@pytest.fixture
def show(chromium, tmp_path, learner):
    """Open a picture as a page without a server: ``show(picture, **context)`` returns its `PicturePage`.

    ``kind`` names another class, which knows more of its picture.
    """
    pages = []

    def open_page(picture, kind=PicturePage, **context):
        pages.append(kind(chromium, tmp_path, picture, **context))
        return pages[-1]

    yield open_page
    for page in pages:
        page.context.close()
