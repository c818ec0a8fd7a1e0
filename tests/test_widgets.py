"""Interactive pictures without a browser: what Python hands over, stores and says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import numpy as np
import pytest
import traitlets
from pictures import sent

from course import predictions, widgets
from course.widgets import questions
from course.widgets.kit import bundles
from course.widgets.kit.picture import Kit, Picture, shared_part

FLOAT32 = 2e-7  # relative size of one rounding to float32
PAGE_BYTES = 1_200_000  # a page that still opens quickly from a stick or by e-mail
OUTSIDE = re.compile(r"(?:https?:)?//[\w.-]+\.\w+")


pytestmark = pytest.mark.usefixtures("learner")


def state_of(fragment):
    return json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', fragment, re.S)[1])


# The base -------------------------------------------------------------------------------------------------


class Line(Picture):
    """The smallest picture there is."""

    drawing = "(kit) => kit.stage.picture({ start() {}, say: () => ({}), draw() {} })"
    title = 'A <line> & "its" end'
    slope = traitlets.Float(1.0).tag(sync=True)
    alt = "A line </script> that <b>rises</b>."


def test_pictures_need_no_matplotlib_until_they_are_printed():
    code = "import sys, course.widgets as w; w.cannon().to_html(); print('matplotlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_arrays_keep_every_bit_of_float32():
    picture = Line(arrays={"a": [[1, 2], [3, 4]], "b": np.float64(5.5), "c": []})
    np.testing.assert_array_equal(sent(picture, "a"), [[1, 2], [3, 4]])
    assert sent(picture, "b") == 5.5 and sent(picture, "c").shape == (0,)


def test_the_module_of_a_picture_is_one_script_that_exports_what_anywidget_calls():
    script = Line()._esm
    assert Line.drawing in script and script.count("export ") == 1
    assert not re.search(r"^import ", script, re.M) and "$" not in script.replace(Line.drawing, "")


def test_what_pictures_share_is_one_widget_that_all_name():
    one, two = Line(), widgets.cannon()
    assert one._kit == two._kit == f"IPY_MODEL_{Kit._open.model_id}"
    assert Kit._open._esm == f"export default {bundles.expression('kit')}\n"
    assert "--iss-speed" in Kit._open._css and not hasattr(one, "_css")


def test_a_kit_that_was_closed_is_made_again():
    before = Line()._kit
    Kit._open.close()
    assert Line()._kit != before


def test_a_page_asks_nobody_for_anything():
    page = widgets.cannon(question="u2-p2").to_html()
    assert set(OUTSIDE.findall(page)) == {"http://www.w3.org"}  # the name of SVG, which nobody opens
    assert not re.search(r'(?:src|href)="(?!data:)', page) and "@import" not in page and "url(" not in page
    assert len(page) < PAGE_BYTES


def test_words_cannot_break_out_of_a_page():
    page = Line(words={"sentence": "</script><b>"}).to_html(title="1 < 2 & 3")
    assert "<title>1 &lt; 2 &amp; 3</title>" in page
    assert page.count("</script") == 3 and "<b>" not in page


def test_several_pictures_fit_on_one_page():
    first, second = Line(slope=1.0).to_fragment("one"), Line(slope=2.0).to_fragment("two", shared=False)
    assert 'id="one"' in first and 'id="one-state"' in first and 'mount("one"' in first
    assert first.startswith(shared_part()) and bundles.expression("kit") not in second
    assert 'id="one' not in second
    assert state_of(second)["slope"] == 2.0


def test_a_page_holds_the_state_of_the_picture_and_none_of_the_widget_machinery():
    state = state_of(Line().to_fragment("one"))
    assert set(state) == {"_arrays", "_layout_of_arrays", "words", "question", "prediction", "slope"}


def test_a_picture_without_a_question_is_open():
    picture = Line()
    assert picture.question is None and picture.prediction is None


def test_a_picture_without_a_twin_says_so():
    with pytest.raises(NotImplementedError, match="Line has no twin"):
        Line().figure()


def test_the_text_of_a_picture_is_what_it_shows():
    assert repr(Line()) == f"{Line.title}: {Line.alt}"
    assert "2,945 km" in repr(widgets.cannon(question="u2-p2"))


# Predictions ----------------------------------------------------------------------------------------------


def test_a_prediction_in_a_cell_opens_every_picture_that_waits_for_it():
    one, two = widgets.cannon(question="u2-p2"), widgets.cannon(question="u2-p2")
    assert one.prediction is None
    predictions.predict("u2-p2", 8.0)
    assert one.prediction == two.prediction == {"answer": 8.0}


def test_a_prediction_in_the_picture_is_stored():
    picture = widgets.cannon(question="u2-p2")
    picture.set_state({"prediction": {"answer": 7.5}})  # as it comes from the browser
    assert predictions.stored() == {"u2-p2": 7.5}
    assert "7.66 km/s, on a circle" in repr(predictions.summary())


def test_skipping_stores_nothing():
    picture = widgets.cannon(question="u2-p2")
    picture.set_state({"prediction": {"skipped": True}})
    assert predictions.stored() == {}


def test_who_has_answered_before_is_not_asked_again():
    predictions.predict("u2-p2", 8.0)
    assert widgets.cannon(question="u2-p2").prediction == {"answer": 8.0}


def test_the_answer_to_another_question_opens_nothing():
    picture = widgets.cannon(question="u2-p2")
    predictions.predict("u2-p3", "slower")
    assert picture.prediction is None


def test_every_question_of_the_lessons_is_a_number_or_a_choice_and_was_computed():
    for id in questions.QUESTIONS:
        question = questions.named(id)
        assert question.id == id and question.text[-1] in "?:" and question.computed
        assert [bool(form) for form in (question.unit, question.choices, question.places)].count(True) == 1
        assert (question.right in question.choices) == bool(question.choices)  # one of them is right


def test_an_unknown_question_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"no question 'u2-p9' .*u2-p1, u2-p2"):
        widgets.cannon(question="u2-p9")


def test_what_was_computed_stays_in_python():
    picture = widgets.cannon(question="u2-p2")
    assert set(picture.question) == {"id", "text", "unit", "choices", "short", "right", "waits", "ends"}
    assert picture.question["waits"]  # the circle is to be found by firing
    assert "on a circle" not in picture.to_html()


@pytest.mark.slow
def test_a_notebook_that_nobody_watches_runs_to_its_end(tmp_path):
    """As nbgrader and nbconvert run it: no browser, no answer, and the result is there as text."""
    cells = [nbformat.v4.new_code_cell(source) for source in (
        "from course import widgets\ncannon = widgets.cannon(question='u2-p2')\ncannon",
        "cannon.speed_km_s = 7.657\ncannon.sentence",
    )]  # fmt: skip
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": tmp_path}}).execute()
    shown, said = (cell.outputs[0].data["text/plain"] for cell in cells)
    assert "the ball lands 2,945 km away" in shown
    assert "a circle" in said


# Titles -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [widgets.timeline, widgets.altitude_history, widgets.dependencies, widgets.wave,
     widgets.risk_by_latitude, widgets.deorbit_planner],
)  # fmt: skip
def test_a_picture_that_answers_one_question_has_it_as_its_title(make):
    assert make().title.endswith("?")


def test_the_question_of_the_wave_answers_none_of_its_predictions():
    """u3-p1 asks how laps lie over an Earth that stands still: neither the title nor the start say it."""
    picture = widgets.wave(earth_turns=False, question="u3-p1")
    for choice in picture.question["choices"]:
        assert choice not in picture.title and choice not in picture.sentence
    lesson = (Path(__file__).parent.parent / "notebooks/3-ground-track.ipynb").read_text("utf-8")
    assert picture.title in lesson
