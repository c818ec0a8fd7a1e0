"""The static site in Firefox, from a file: pictures move, predictions come back, nobody is asked."""

import pytest
from firefox import Firefox, find_firefox

from course import site

pytestmark = pytest.mark.long
LESSON = "3-ground-track"


@pytest.fixture
def firefox(tmp_path):
    path = find_firefox()
    if path is None:
        pytest.skip("needs Firefox in the path")
    opened = Firefox(path, tmp_path)
    yield opened
    opened.close()


def test_a_picture_moves_and_a_prediction_comes_back_on_its_page(firefox, tmp_path_factory):
    start = site.build(tmp_path_factory.mktemp("pages") / "site")
    sentence = "document.querySelector('.iss-sentence')?.textContent"
    firefox.open(start.as_uri())
    before = firefox.wait(sentence)
    firefox.run("(() => { const slider = document.querySelector('.iss-picture input[type=range]');"
                " slider.stepUp(5); slider.dispatchEvent(new Event('input')); })()")  # fmt: skip
    assert firefox.wait(f"{sentence} !== {before!r} && {sentence}").startswith("At ")

    firefox.open(f"{start.parent.as_uri()}/notebooks/{LESSON}.html#u3-p3")
    gate = "document.querySelector('#u3-p3 .iss-gate')"
    assert firefox.wait(f"!!{gate}")
    firefox.run(f"{gate}.querySelector('input').value = '8'; {gate}.requestSubmit()")
    assert (
        firefox.wait("document.querySelector('#u3-p3 .iss-said')?.textContent")
        == "You said 8 %. It is 7.2 %."
    )

    firefox.open(f"{start.parent.as_uri()}/predicted.html")
    said = firefox.run(
        "[...document.querySelectorAll('.predicted-said')].map((one) => one.textContent).join('')"
    )
    assert said == "8 %"
    assert [url for url in firefox.urls if not url.startswith(("file:", "data:", "blob:"))] == []
    assert firefox.errors == []
