"""What students handed in, as learning platforms give it: the right names, and nothing lost."""

import json
import zipfile

import pytest
from handed_in import ROOT, UNIT, blank, filled

from course.grading import collect

pytest_plugins = ("ground",)  # a gradebook and warm workers, made once

OTHER = "3-ground-track"
ROSTER = """student,first_name,last_name,email
ann,Ann,Lee,ann@example.org
bjorn,Björn,Öz,b.oez@example.org
cem,Cem,O'Neil Kaya,cem@example.org
"""
MOODLE = (
    "Ann Lee_10234_assignsubmission_file_/my work.ipynb",
    "Björn Öz_10235_assignsubmission_file/2-orbital-basics.ipynb",
    "Cem O'Neil Kaya_10236_assignsubmission_file_2-orbital-basics (1).ipynb",
)
CANVAS = (
    "leeann_LATE_8841_99120_2-orbital-basics.ipynb",
    "ozbjorn_8842_99121_2-orbital-basics-1.ipynb",
    "oneilkayacem_8843_99122_notebook.ipynb",
)
PLAIN = (f"ann/{UNIT}/{UNIT}.ipynb", f"bjorn/{UNIT}.ipynb", "cem.ipynb")


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def known(tmp_path, put_gradebook, request):
    """A gradebook that nbgrader has made already; where a roster cannot be read none is asked for."""
    if "roster" in request.fixturenames:
        (tmp_path / "course").mkdir()
        put_gradebook(tmp_path / "course")


def zipped(path, *names, content=None):
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, json.dumps(content or blank()))
    return path


def run(course, *places, **options):
    more = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return collect.collect([UNIT, *map(str, places), "--course", str(course), *more])


def collected(course):
    return sorted(path.parent.parent.name for path in (course / "submitted").rglob(f"{UNIT}.ipynb"))


@pytest.mark.parametrize("names", [MOODLE, CANVAS, PLAIN], ids=["Moodle", "Canvas", "plain"])
def test_names_of_files_are_people_of_the_roster(tmp_path, roster, names, capsys):
    packed = zipped(tmp_path / "all.zip", *names, "__MACOSX/x.ipynb", "notes.txt")
    assert run(tmp_path / "course", packed, roster=roster) == 0
    assert collected(tmp_path / "course") == ["ann", "bjorn", "cem"]
    told = capsys.readouterr().out
    assert "collected: 3" in told and ("late" in told) == (names is CANVAS)


@pytest.mark.parametrize("names", [MOODLE, PLAIN], ids=["Moodle", "plain"])
def test_a_folder_is_read_as_a_zip_is(tmp_path, roster, names):
    for name in names:
        path = tmp_path / "unpacked" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(blank()), encoding="utf-8")
    assert run(tmp_path / "course", tmp_path / "unpacked", roster=roster) == 0
    assert collected(tmp_path / "course") == ["ann", "bjorn", "cem"]


def test_names_of_the_class_reach_the_gradebook(tmp_path, roster):
    from nbgrader.api import Gradebook

    course = tmp_path / "course"
    run(course, zipped(tmp_path / "all.zip", *PLAIN), roster=roster)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "iss") as book:
        assert book.find_student("bjorn").last_name == "Öz"


def test_an_unknown_name_and_another_unit_are_named_and_the_rest_is_taken(tmp_path, roster, capsys):
    known = zipped(tmp_path / "a.zip", PLAIN[0], "stranger.ipynb")
    other = json.loads((ROOT / "exercises" / OTHER / f"{OTHER}.ipynb").read_text("utf-8"))
    wrong = zipped(tmp_path / "b.zip", "cem.ipynb", content=other)
    assert run(tmp_path / "course", known, wrong, roster=roster) == 1
    told = capsys.readouterr().out
    assert "'stranger' is not in the roster" in told and f"this is unit {OTHER}" in told
    assert "nothing from: bjorn, cem" in told
    assert collected(tmp_path / "course") == ["ann"]


def test_of_two_files_the_later_counts_and_the_earlier_collected_is_kept(tmp_path, roster, capsys):
    course = tmp_path / "course"
    first = zipped(tmp_path / "a.zip", "leeann_8841_1_x.ipynb", content=blank())
    assert run(course, first, roster=roster) == 0
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("leeann_8841_3_x-2.ipynb", json.dumps(filled(k=1)))
        packed.writestr("leeann_8841_2_x-1.ipynb", json.dumps(filled(k=0)))
    assert run(course, tmp_path / "b.zip", roster=roster) == 0
    assert "of two files the later counts, b.zip: leeann_8841_3_x-2.ipynb" in capsys.readouterr().out
    path = course / "submitted" / "ann" / UNIT / f"{UNIT}.ipynb"
    assert json.loads(path.read_text("utf-8")) == filled(k=1)
    (earlier,) = (course / "submitted-earlier" / "ann").iterdir()
    assert json.loads(earlier.read_text("utf-8")) == blank()
    assert run(course, tmp_path / "b.zip", roster=roster) == 0  # again: nothing more to keep
    assert len(list((course / "submitted-earlier" / "ann").iterdir())) == 1


def test_a_download_that_was_cut_and_an_empty_one_are_said(tmp_path, capsys):
    whole = zipped(tmp_path / "all.zip", *PLAIN).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert run(tmp_path / "course", tmp_path / "cut.zip") == 2
    assert "not a whole ZIP file" in capsys.readouterr().err
    assert run(tmp_path / "course", zipped(tmp_path / "none.zip")) == 1
    assert "collected: 0" in capsys.readouterr().out
    assert run(tmp_path / "course", tmp_path / "nowhere.zip") == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,email\nann,a@b\n", "needs a first line with the columns"),
        ("student\nann\nann\n", "stands there twice"),
        ("student\n../ann\n", "cannot be the name of a folder"),
        ("", "needs a first line"),
        ("student,email\n", "names nobody"),
        (None, "there is no roster"),
        (
            "student\nBj\u00f6rn\n".encode("cp1252"),
            "is not text in UTF-8 (a table program saves it as CSV UTF-8)",
        ),
        ("student\nann\n".encode("utf-16"), "is not text in UTF-8"),
        (b"student\n\x00\n", "twice, or cannot be the name of a folder"),
    ],
)
def test_a_roster_that_cannot_be_read_is_one_sentence(tmp_path, text, words, capsys):
    path = tmp_path / "class.csv"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert run(tmp_path / "course", zipped(tmp_path / "all.zip", *PLAIN), roster=path) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "course").exists()


def test_nothing_is_written_outside_by_a_hostile_name(tmp_path):
    packed = zipped(tmp_path / "all.zip", "../../evil.ipynb", "..\\evil.ipynb", "a/../../evil/x.ipynb")
    assert run(tmp_path / "course", packed) == 1
    assert not list(tmp_path.rglob("evil*"))
