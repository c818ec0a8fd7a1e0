"""Own marks: the scheme opens when an answer stands in the saved notebook, and never before."""

import json
from pathlib import Path

import pytest

from course.checks import catalogue, ladder, mark_own, own_marks
from course.checks.exercise import PLACEHOLDER
from course.checks.wording import mark_scheme

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = [one for unit in catalogue.UNITS for one in catalogue.written(unit)]
ANSWER = "The station, the pen and the hand fall together, round the Earth, for gravity is still there."
each_written = pytest.mark.parametrize("exercise", WRITTEN, ids=lambda one: one.id)


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """Work alone, in a folder of one's own."""
    for name in ("NBGRADER_EXECUTION", "COURSE_CLASS", "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def saved(exercise, answer, **metadata):
    """Save the exercise notebook of a unit with an answer in it."""
    text = (ROOT / "exercises" / exercise.unit / f"{exercise.unit}.ipynb").read_text("utf-8")
    notebook = json.loads(text)
    notebook["metadata"].update(metadata)
    if answer is not None:
        next(one for one in notebook["cells"] if one["id"] == f"{exercise.id}-answer")["source"] = answer
    Path("work.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def shown(capsys, exercise, *text):
    mark_own(exercise.id, *text)
    return capsys.readouterr().out


def gives_away(exercise, told):
    secret = [*(text for _, text in exercise.marks), *(text for _, text in exercise.typical)]
    return any(one in told for one in secret)


@each_written
@pytest.mark.parametrize("answer", [None, "", "  \n", PLACEHOLDER])
def test_before_an_answer_is_written_nothing_is_shown(capsys, exercise, answer):
    saved(exercise, answer)
    told = shown(capsys, exercise)
    assert " ".join(told.split()) == " ".join(own_marks.EMPTY.split())


@each_written
def test_a_short_answer_is_told_how_short_it_is(capsys, exercise):
    text = "Both fall together; gravity there is still 88 percent."
    saved(exercise, text)
    told = " ".join(shown(capsys, exercise).split())
    assert told.startswith(f"Your answer has {len(text.split())} words") and "12 words or more" in told
    assert "Your answer has 1 word:" in " ".join(shown(capsys, exercise, "Gravity.").split())


@each_written
def test_afterwards_scheme_and_typical_answers_are_there(capsys, exercise):
    saved(exercise, ANSWER)
    told = shown(capsys, exercise)
    assert all(line in told for line in mark_scheme(exercise))
    assert all(text in told for _, text in exercise.typical)
    page = own_marks.as_html(exercise)
    for one in (told, page):  # nobody gave them: they stand in the declarations
        assert "made up for comparison" in one and "of others" not in one and "others gave" not in one
    assert page.count("<details>") == 2 and "<details open" not in page and "<script" not in page


@each_written
def test_in_a_class_somebody_else_marks(capsys, exercise):
    saved(exercise, ANSWER, iss_course={"class": True})
    assert not gives_away(exercise, told := shown(capsys, exercise)) and "of your class" in told


def test_an_answer_may_be_handed_over_as_text(capsys):
    assert gives_away(WRITTEN[0], shown(capsys, WRITTEN[0], ANSWER))
    assert not gives_away(WRITTEN[0], shown(capsys, WRITTEN[0], ""))


def test_without_a_notebook_it_says_where_answers_are_looked_for(capsys):
    assert "save it (Ctrl+S)" in shown(capsys, WRITTEN[0])


def test_grading_hears_and_shows_nothing(capsys, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert shown(capsys, WRITTEN[0], ANSWER) == ""


@pytest.mark.parametrize("name", ["u2-1", "u9-9", ""])
def test_another_exercise_is_one_sentence(name):
    with pytest.raises(ValueError, match=r"is checked by a program|there is no written exercise") as told:
        mark_own(name, ANSWER)
    if name != "u2-1":
        assert str(told.value).endswith(f"there is {', '.join(one.id for one in WRITTEN)}")


@each_written
@pytest.mark.parametrize("kind", ["solutions", "exercises"])
def test_the_notebook_asks_after_the_answer(kind, exercise):
    text = (ROOT / kind / exercise.unit / f"{exercise.unit}.ipynb").read_text("utf-8")
    ids = [one["id"] for one in json.loads(text)["cells"]]
    assert ids[ids.index(f"{exercise.id}-answer") + 1] == f"{exercise.id}-own"


def test_the_notebook_that_is_open_is_looked_at_first(monkeypatch, tmp_path):
    saved(WRITTEN[0], ANSWER)
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "work.ipynb"))
    assert list(ladder.notebooks_here()) == [tmp_path / "work.ipynb"]
