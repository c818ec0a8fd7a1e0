"""The card of the claims on a page of the site: filled with what the browser keeps."""

import json
from pathlib import Path

import pytest

from course import evidence
from course.site import predicted

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "site" / "static" / "predicted.js"

pytestmark = pytest.mark.usefixtures("learner")


@pytest.mark.parametrize(
    "marks", [{}, {"A19": {"kind": "fact", "verdict": "false"}, "A05": {"source": "none found"}}]
)
def test_the_card_shows_what_was_marked_on_the_page_of_the_article(chromium, tmp_path, marks):
    card = predicted.card(evidence.scorecard()._repr_html_())
    page = tmp_path / "card.html"
    page.write_text(f"<meta charset=utf-8>{card}<script>{SCRIPT.read_text('utf-8')}</script>", "utf-8")
    context, kept = chromium.new_context(), json.dumps({"said": {"answer": marks}, "heard": False})
    context.add_init_script(f"localStorage.setItem('iss-course article', {json.dumps(kept)})")
    window = context.new_page()
    window.goto(page.as_uri())
    assert window.get_by_text(predicted.CARD_NOTE).is_visible()
    for name in ("A05", "A19"):
        row = window.locator("tr", has_text=f"{name} ")
        said = [row.locator("td").nth(at).text_content() for at in (1, 2, 4)]
        assert said == [marks.get(name, {}).get(part, "") for part in ("kind", "verdict", "source")]
    told = window.locator("tr", has_text="A19 ").locator("td").last.text_content()
    assert told == ("in a notebook" if "verdict" in marks.get("A19", {}) else "decide first")
    context.close()


def test_what_is_no_card_is_left_alone():
    assert predicted.card("<table></table>") == "<table></table>"
