"""Predictions: stored for good where a disk allows it, in memory where it does not, never in the way."""

import json
import subprocess
import sys

import numpy as np
import pytest

from course import predictions
from course.predictions import file
from course.widgets import questions
from course.widgets.questions.asking import QUESTIONS


@pytest.fixture(autouse=True)
def fresh(tmp_path, monkeypatch):
    """A kernel that knows nothing, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(predictions, "_memory", {})
    monkeypatch.setattr(predictions, "_questions", {})
    monkeypatch.setattr(predictions, "_find", None)
    monkeypatch.setattr(file, "_unwritten", "")
    return tmp_path


def restart(monkeypatch):
    monkeypatch.setattr(predictions, "_memory", {})
    monkeypatch.setattr(predictions, "_questions", {})


def test_a_restarted_kernel_still_knows_the_answer_and_its_question(monkeypatch):
    predictions.ask("u2-p1", "How fast?", unit="km/s", computed="7.66 km/s")
    predictions.predict("u2-p1", 8)
    restart(monkeypatch)
    assert predictions.stored() == {"u2-p1": 8.0}
    assert repr(predictions.summary()) == "How fast? You said: 8 km/s. The computation says: 7.66 km/s."


def test_a_process_of_its_own_reads_what_this_one_wrote(fresh):
    predictions.predict("u2-p1", "ahead")
    code = "from course.predictions import stored; print(stored())"
    told = subprocess.run([sys.executable, "-c", code], cwd=fresh, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "{'u2-p1': 'ahead'}"


def test_the_last_answer_counts_and_others_stay(monkeypatch):
    predictions.predict("u2-p1", 8.0)
    predictions.predict("u2-p2", "50 %")
    restart(monkeypatch)
    predictions.predict("u2-p1", 7.5)
    assert predictions.stored() == {"u2-p1": 7.5, "u2-p2": "50 %"}


def test_what_another_notebook_of_the_folder_wrote_meanwhile_is_kept(fresh):
    predictions.predict("u2-p1", 8.0)
    entries = json.loads((fresh / predictions.FILE_NAME).read_text())
    entries["u3-p1"] = {"answer": 52.0}
    (fresh / predictions.FILE_NAME).write_text(json.dumps(entries))
    predictions.predict("u2-p2", 90.0)
    assert set(json.loads((fresh / predictions.FILE_NAME).read_text())) == {"u2-p1", "u2-p2", "u3-p1"}


DAMAGED = (
    *("", "{", "[1, 2]", "null", "[" * 9999),
    *(
        '{"a": 1}',
        '{"a": {}}',
        '{"a": {"answer": []}}',
        '{"a": {"answer": 1, "mark": 2}}',
        '{"": {"answer": 1}}',
    ),
)


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_moved_aside_and_the_answer_is_stored(fresh, monkeypatch, content):
    (fresh / predictions.FILE_NAME).write_text(content)
    assert predictions.stored() == {}
    predictions.predict("u2-p1", 8.0)
    assert (fresh / ".predictions.damaged.json").read_text() == content
    restart(monkeypatch)
    assert predictions.stored() == {"u2-p1": 8.0}


def test_bytes_that_are_no_text_are_moved_aside_as_well(fresh):
    (fresh / predictions.FILE_NAME).write_bytes(b"\xff\xfe\x00\x80")
    predictions.predict("u2-p1", 8.0)
    assert (fresh / ".predictions.damaged.json").exists()
    assert "u2-p1" in (fresh / predictions.FILE_NAME).read_text()


def test_a_folder_that_cannot_be_written_leaves_the_memory(fresh, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError("read-only file system")

    monkeypatch.setattr(file.tempfile, "mkstemp", refuse)
    told = predictions.predict("never-asked", 8.0)
    assert predictions.stored() == {"never-asked": 8.0}
    assert not list(fresh.iterdir())
    warning = (
        "This folder cannot be written (read-only file system): your answers last until the kernel ends."
    )
    assert str(told).endswith(warning) and repr(predictions.summary()).endswith(warning)
    assert warning in predictions.summary()._repr_html_()
    monkeypatch.undo()
    monkeypatch.chdir(fresh)
    assert str(predictions.predict("never-asked", 8.0)) == "Stored: 8. It is never marked."


def test_a_folder_that_is_gone_leaves_the_memory(fresh, monkeypatch):
    here = fresh / "gone"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    predictions.predict("u2-p1", 8.0)
    assert predictions.stored() == {"u2-p1": 8.0}


def test_a_disk_that_fills_up_while_writing_keeps_the_old_file(fresh, monkeypatch):
    predictions.predict("u2-p1", 8.0)
    before = (fresh / predictions.FILE_NAME).read_text()

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file.json, "dump", full)
    predictions.predict("u2-p2", 1.0)
    assert (fresh / predictions.FILE_NAME).read_text() == before
    assert [path.name for path in fresh.iterdir()] == [predictions.FILE_NAME]
    assert predictions.stored() == {"u2-p1": 8.0, "u2-p2": 1.0}


def test_no_home_directory_is_needed(fresh):
    code = "from course.predictions import predict, stored; predict('u2-p1', 8); print(stored())"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=fresh, env={}, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "{'u2-p1': 8.0}"


@pytest.mark.parametrize("answer", [8, 8.0, np.float32(8), np.int64(8)])
def test_numbers_of_any_make_are_stored_as_plain_ones(answer):
    predictions.predict("u2-p1", answer)
    assert type(predictions.stored()["u2-p1"]) is float


@pytest.mark.parametrize("answer", [None, True, 1j, [8], float("nan"), float("inf"), "", "  "])
def test_what_is_no_answer_is_refused_and_not_stored(answer):
    with pytest.raises((TypeError, ValueError), match="prediction"):
        predictions.predict("u2-p1", answer)
    assert predictions.stored() == {}


@pytest.mark.parametrize("id", [None, "", 3])
def test_a_question_needs_a_name(id):
    with pytest.raises(TypeError, match="named by text"):
        predictions.predict(id, 1.0)


def test_the_answer_in_a_cell_reads_as_a_sentence():
    predictions.ask("u2-p1", "How fast?", unit="km/s")
    assert repr(predictions.predict("u2-p1", 8.0)) == "Stored: 8 km/s. It is never marked."


def test_the_summary_shows_both_sides_of_one_unit_and_escapes_words():
    predictions.ask("u2-p1", "How <fast>?", unit="km/s", computed="7.66 km/s")
    predictions.predict("u2-p1", 8.0)
    predictions.predict("u3-p1", "north")
    page = predictions.summary("u2")._repr_html_()
    assert "How &lt;fast&gt;?" in page and "8 km/s" in page and "7.66 km/s" in page and "north" not in page
    assert repr(predictions.summary("u4")) == "No predictions are stored."


def test_a_picture_that_is_gone_is_not_called():
    class Listener:
        heard = 0

        def predicted(self, stored):
            Listener.heard += 1

    kept, gone = Listener(), Listener()
    predictions.listen(kept)
    predictions.listen(gone)
    del gone
    predictions.predict("u2-p1", 8.0)
    assert Listener.heard == 1


# Places on a line -----------------------------------------------------------------------------------------


def ask_places():
    names = ("first crew", "last landing")
    return predictions.ask("u1-p1", "In which year?", places=names, ends=(1984, 2026), computed="2000, 2011")


def test_places_are_stored_with_their_names_and_outlive_the_kernel(monkeypatch):
    ask_places()
    said = predictions.predict("u1-p1", (1999, np.int64(2011)))
    assert repr(said) == "Stored: first crew 1999, last landing 2011. It is never marked."
    restart(monkeypatch)
    assert predictions.stored() == {"u1-p1": [1999.0, 2011.0]}
    expected = (
        "In which year? You said: first crew 1999, last landing 2011. The computation says: 2000, 2011."
    )
    assert repr(predictions.summary("u1")) == expected


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ([1999], "a list of 2 numbers: first crew, last landing"),
        ([1999, 2011, 2020], "a list of 2 numbers"),
        (1999, "a list of 2 numbers"),
        ("99", "a list of 2 numbers"),
        ([1999, 1983], "from 1984 to 2026 .got 1983.0 for last landing"),
        ([1999, 2027], "from 1984 to 2026"),
        ([1999, float("nan")], "one number"),
        (["1999", "2011"], "made of numbers"),
    ],
)
def test_places_that_are_missing_or_off_the_line_are_refused(answer, why):
    ask_places()
    with pytest.raises(ValueError, match=why):
        predictions.predict("u1-p1", answer)
    assert predictions.stored() == {}


def test_an_answer_to_an_older_form_of_a_question_keeps_its_own_words():
    predictions.ask("u1-p1", "In which year?", unit="a")
    predictions.predict("u1-p1", 1999)
    ask_places()
    assert repr(predictions.summary()).startswith("In which year? You said: 1999 a.")


@pytest.mark.parametrize("bad", ["1" * 400, '"\\ud800"', '{"answer": true}', '{"answer": [1]}', "7", '""'])
def test_one_bad_entry_costs_no_other_and_the_file_is_kept_aside(fresh, monkeypatch, bad):
    entry = bad if bad.startswith("{") else f'{{"answer": {bad}, "computed": 5}}'
    (fresh / predictions.FILE_NAME).write_text(f'{{"u2-p1": {{"answer": 8}}, "u2-p2": {entry}}}')
    assert predictions.stored() == {"u2-p1": 8.0}
    predictions.predict("u3-p1", "north")
    restart(monkeypatch)
    assert predictions.stored() == {"u2-p1": 8.0, "u3-p1": "north"}
    assert entry in (fresh / ".predictions.damaged.json").read_text()


def test_half_a_character_never_stops_later_answers(monkeypatch):
    predictions.predict("u2-p1", "north \ud800")
    predictions.predict("u2-p2", 8)
    restart(monkeypatch)
    assert predictions.stored() == {"u2-p1": "north ?", "u2-p2": 8.0}


def test_a_file_of_megabytes_is_not_read(fresh):
    (fresh / predictions.FILE_NAME).write_text(" " * (file.MOST_BYTES + 1) + "{}")
    assert predictions.stored() == {}
    predictions.predict("u2-p1", 8)
    assert (fresh / ".predictions.damaged.json").exists()


@pytest.mark.parametrize("answer", [10**400, float("inf"), "", "x" * 501, None, True, 1j, [1], b"8"])
def test_what_is_no_prediction_is_refused_whatever_the_question(answer):
    with pytest.raises((ValueError, TypeError), match="a prediction"):
        predictions.predict("u2-p9", answer)
    assert predictions.stored() == {}


def test_an_answer_to_a_choice_is_one_of_the_choices():
    predictions.ask("u2-p1", "How strong?", choices=("0 %", "90 %"))
    assert predictions.predict("u2-p1", " 90 %").answer == "90 %"
    for answer in ("7,66", 0.9):
        with pytest.raises(ValueError, match=r'one of "0 %", "90 %"'):
            predictions.predict("u2-p1", answer)
    assert predictions.stored() == {"u2-p1": "90 %"}


def test_a_number_may_be_written_with_comma_and_unit():
    predictions.ask("u2-p2", "How fast?", unit="km/s")
    assert predictions.predict("u2-p2", "7,66 km/s").answer == 7.66
    with pytest.raises(ValueError, match="a number in km/s"):
        predictions.predict("u2-p2", "fast")


def test_a_summary_on_screen_follows_an_answer_given_later():
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell.instance()
    with capture_output() as seen:
        shell.run_cell("from course import predictions\npredictions.summary('u2')")
        predictions.predict("u2-p1", 8)
    first, later = seen.outputs
    assert "No predictions are stored." in first.data["text/html"]
    assert later.update and ">8<" in later.data["text/html"]


@pytest.mark.parametrize(
    ("id", "answer"), [("u1-p2", -3), ("u1-p2", "-3 years"), ("u3-p3", 101), ("u2-p2", -0.1)]
)
def test_a_number_that_cannot_be_is_refused_and_nothing_is_lost(id, answer):
    question = questions.asked(id)
    predictions.predict(id, 4)
    with pytest.raises(ValueError, match=r"0 or more|from 0 to 100"):
        predictions.predict(id, answer)
    assert predictions.stored()[id] == 4 and question.ends[0] == 0


@pytest.mark.parametrize("id", sorted(id for id, (_, form, _) in QUESTIONS.items() if "unit" in form))
def test_every_number_that_is_asked_for_has_a_least(id):
    assert questions.asked(id).ends
