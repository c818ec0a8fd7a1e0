"""One student's data, found and deleted; and a class marked without names."""

import contextlib
import datetime
import json
import shutil
import sqlite3
import zipfile

import pytest
from handed_in import UNIT, filled

from course.checks import catalogue
from course.grading import collect, export, feedback, forget, gradebook, pseudonyms, store
from course.grading.states import GRADED, Mark, Result

pytest_plugins = ("ground",)  # a gradebook and warm workers, made once

ROSTER = "student,first_name,last_name,email\nann,Ann,Lee,ann@example.org\nbob,Bob,Oz,bob@example.org\n"


@pytest.fixture(scope="module")
def template(tmp_path_factory, put_gradebook):
    folder = tmp_path_factory.mktemp("template")
    put_gradebook(folder)
    for name in ("ann", "bob"):
        put(folder, name)
    (folder / "submitted-earlier" / "ann").mkdir(parents=True)
    return folder


@pytest.fixture
def course(template, tmp_path):
    """A class of two that was collected and graded."""
    return shutil.copytree(template, tmp_path / "class")


def put(folder, name):
    path = folder / "submitted" / name / UNIT / f"{UNIT}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(filled()), encoding="utf-8")
    marks = {one.id: Mark(one.points, one.points) for one in catalogue.UNITS[UNIT]}
    store.keep(folder, Result(name, UNIT, GRADED, marks), "key", {})
    (store.folder_of(folder, name, UNIT) / f"{UNIT}.ipynb").write_text(json.dumps(filled()), "utf-8")
    if not (folder / "gradebook.db").exists():
        return
    with contextlib.closing(gradebook.Gradebook(folder, UNIT)) as book:
        scores = {one: mark.points for one, mark in marks.items()}
        book.write([gradebook.Entry(name, scores, submitted=datetime.datetime(2026, 3, 1))])


def rows(folder):
    tables = ("student", "submitted_assignment", "submitted_notebook", "grade", "comment")
    with contextlib.closing(sqlite3.connect(folder / "gradebook.db")) as db:
        return {one: db.execute(f"SELECT COUNT(*) FROM {one}").fetchone()[0] for one in tables}


def files(folder, name):
    return [one for one in folder.rglob("*") if name in one.relative_to(folder).parts]


def test_everything_of_one_student_goes_and_nothing_of_another(course, capsys):
    before, others = rows(course), files(course, "bob")
    assert forget.forget(["ann", "--course", str(course), "--yes"]) == 0
    told = capsys.readouterr().out
    assert "submitted/ann: 1 files" in told and "autograded/ann: 2 files" in told
    assert "1 of submitted_assignment" in told and "Not reached: tables and reports" in told
    assert not files(course, "ann") and files(course, "bob") == others
    assert rows(course) == {name: count // 2 for name, count in before.items()}
    assert b"ann" not in (course / "gradebook.db").read_bytes()  # overwritten, not only let go


@pytest.mark.parametrize(("said", "code"), [("bob", 1), ("", 1), ("ann", 0)])
def test_it_asks_first(course, monkeypatch, capsys, said, code):
    monkeypatch.setattr("builtins.input", lambda question: said)
    assert forget.forget(["ann", "--course", str(course)]) == code
    assert bool(files(course, "ann")) == bool(code)
    assert ("Nothing was deleted." in capsys.readouterr().out) == bool(code)


def test_without_anybody_to_ask_nothing_is_deleted(course, monkeypatch):
    def nobody(question):
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert forget.forget(["ann", "--course", str(course)]) == 1
    assert files(course, "ann")


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("zoe", 1, "There is nothing of zoe"), ("../bob", 2, "not the name"), ("..", 2, "not the name")],
)
def test_an_unknown_name_is_told(course, capsys, name, code, words):
    assert forget.forget([name, "--course", str(course), "--yes"]) == code
    assert words in capsys.readouterr().err
    assert files(course, "ann") and files(course, "bob")


def test_a_link_is_deleted_and_what_it_leads_to_is_not(course, tmp_path):
    (course / "feedback").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (course / "feedback" / "ann").symlink_to(tmp_path / "elsewhere")
    assert forget.forget(["ann", "--course", str(course), "--yes"]) == 0
    assert (tmp_path / "elsewhere").exists() and not (course / "feedback" / "ann").is_symlink()


def test_a_locked_gradebook_keeps_everything(course, monkeypatch, capsys):
    monkeypatch.setattr(forget, "WAIT_S", 0.1)
    with contextlib.closing(sqlite3.connect(course / "gradebook.db", isolation_level=None)) as formgrader:
        formgrader.execute("BEGIN IMMEDIATE")
        assert forget.forget(["ann", "--course", str(course), "--yes"]) == 2
    assert "in use by another program" in capsys.readouterr().err
    assert files(course, "ann")


@pytest.fixture
def secretly(tmp_path):
    """A class of two that was collected under codes: its folder, its key, and the arguments for both."""
    folder, key, packed = tmp_path / "course", tmp_path / "safe" / "key.csv", tmp_path / "all.zip"
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    with zipfile.ZipFile(packed, "w") as into:
        for name in ("ann", "bob"):
            into.writestr(f"{name}.ipynb", json.dumps(filled()))
    given = ["--course", str(folder), "--key", str(key)]
    assert collect.collect([UNIT, str(packed), "--roster", str(tmp_path / "class.csv"), *given]) == 0
    return folder, key, given


def test_a_class_under_codes_holds_no_name_and_the_key_gives_them_back(secretly, capsys):
    folder, key, given = secretly
    codes = sorted(one.name for one in (folder / "submitted").iterdir())
    assert codes == sorted(pseudonyms.read_key(key)) and key.stat().st_mode & 0o077 == 0
    for code in codes:
        put(folder, code)
    for path in (one for one in folder.rglob("*") if one.is_file()):
        assert b"Lee" not in path.read_bytes() and b"example.org" not in path.read_bytes(), path
    capsys.readouterr()
    export.export([UNIT, *given])
    assert "ann,Lee,Ann,ann@example.org" in capsys.readouterr().out
    export.export([UNIT, "--course", str(folder)])
    assert "Lee" not in capsys.readouterr().out
    assert feedback.feedback([UNIT, *given]) == 0
    page = feedback.page_path(folder, UNIT, "ann").read_text("utf-8")
    assert "Ann Lee" in page and "<pre>" in page


def test_a_second_collection_keeps_the_codes(secretly, tmp_path):
    folder, key, given = secretly
    before = key.read_text("utf-8")
    assert collect.collect([UNIT, str(tmp_path / "all.zip"), *given]) == 0
    assert key.read_text("utf-8") == before
    assert len(list((folder / "submitted").iterdir())) == 2


def test_somebody_is_forgotten_by_name_and_in_the_key_too(secretly, capsys):
    folder, key, given = secretly
    assert forget.forget(["ann", *given, "--yes"]) == 0
    assert [row["student"] for row in pseudonyms.read_key(key).values()] == ["bob"]
    assert len(list((folder / "submitted").iterdir())) == 1
    assert forget.forget(["ann", *given, "--yes"]) == 2
    assert f"nobody in {key} is called ann" in capsys.readouterr().err


@pytest.fixture
def mixed(secretly):
    """The same class, into which a teacher has put everybody a second time, by name."""
    folder, key, given = secretly
    for name in ("ann", "bob"):
        put(folder, name)
    return folder, key, given


def code_in(key, name):
    return next(code for code, row in pseudonyms.read_key(key).items() if row["student"] == name)


@pytest.mark.parametrize("called", ["ann", "Ann Lee", "lee, ann", "Lee", "ANN@example.org", "code"])
def test_whoever_is_called_so_in_the_key_goes_under_code_and_name(mixed, capsys, called):
    folder, key, given = mixed
    code = code_in(key, "ann")
    assert forget.forget([code if called == "code" else called, *given, "--yes"]) == 0
    told = capsys.readouterr().out
    for shown in (f"submitted/{code}: 1", "submitted/ann: 1", f"the row of {code}, ann (Ann Lee, ann@"):
        assert shown in told.partition("Deleted.")[0]
    assert not files(folder, code) and not files(folder, "ann") and files(folder, "bob")
    assert "ann" not in key.read_text("utf-8") and "bob" in key.read_text("utf-8")


def test_a_row_of_the_key_goes_where_no_work_is_left(secretly, capsys):
    _, key, given = secretly
    assert forget.forget([code_in(key, "ann"), *given[:2], "--yes"]) == 0
    assert "and the key of this class, where the name still stands" in capsys.readouterr().out
    assert forget.forget(["ann", *given, "--yes"]) == 0
    assert "Ann Lee" in capsys.readouterr().out and "ann" not in key.read_text("utf-8")


def test_who_is_not_in_the_key_and_has_a_folder_goes_by_its_name(secretly, capsys):
    folder, key, given = secretly
    before = key.read_text("utf-8")
    put(folder, "zoe")
    assert forget.forget(["zoe", *given, "--yes"]) == 0
    assert not files(folder, "zoe") and key.read_text("utf-8") == before


def test_names_that_are_like_it_are_told_and_kept(course, secretly, capsys):
    _, _, given = secretly
    assert forget.forget(["Anne Lee", *given, "--yes"]) == 2
    assert "is called Anne Lee. Like it: ann (Ann Lee, ann@example.org)." in capsys.readouterr().err
    shutil.copytree(course / "submitted" / "ann", course / "submitted" / "Ann-Lee")
    assert forget.forget(["Ann Lee", "--course", str(course), "--yes"]) == 1
    assert (
        "There is nothing of Ann Lee in" in (told := capsys.readouterr().err) and "Like it: Ann-Lee" in told
    )
    assert files(course, "Ann-Lee") and files(course, "ann")


def test_what_is_perhaps_of_the_same_person_is_told_and_kept(secretly, capsys):
    folder, _, given = secretly
    put(folder, "Lee-Ann")
    assert forget.forget(["ann", *given, "--yes"]) == 0
    assert "perhaps of the same person (forget each by this name): Lee-Ann" in capsys.readouterr().out
    assert files(folder, "Lee-Ann")


def test_of_two_who_are_called_so_nobody_is_forgotten(secretly, capsys):
    folder, key, given = secretly
    key.write_text(key.read_text("utf-8").replace("Bob,Oz", "Bob,Lee"), encoding="utf-8")
    assert forget.forget(["lee", *given, "--yes"]) == 2
    assert "ann (Ann Lee, ann@example.org), bob (Bob Lee, bob@" in capsys.readouterr().err
    assert len(list((folder / "submitted").iterdir())) == 2


def test_a_name_without_the_key_of_a_class_under_codes_is_told_so(secretly, capsys):
    _, _, given = secretly
    assert forget.forget(["ann", *given[:2], "--yes"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("This class is under codes (s-") and "give --key FILE" in told


def test_a_class_holds_names_or_codes_and_never_both(secretly, tmp_path, capsys):
    folder, key, given = secretly
    before = sorted(folder.rglob("*"))
    packed = [UNIT, str(tmp_path / "all.zip")]
    assert collect.collect([*packed, *given[:2]]) == 2
    assert "under codes (s-" in (told := capsys.readouterr().err) and "give --key FILE" in told
    other = ["--course", str(folder), "--key", str(tmp_path / "other.csv")]
    assert collect.collect([*packed, *other]) == 2
    assert "there is no key" in capsys.readouterr().err
    shutil.copy(key, tmp_path / "other.csv")
    (tmp_path / "other.csv").write_text("code,student,first_name,last_name,email\n", encoding="utf-8")
    assert collect.collect([*packed, *other]) == 2
    assert "does not know the codes of this class (s-" in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before
    named = ["--course", str(tmp_path / "named")]
    assert collect.collect([*packed, *named]) == 0
    assert collect.collect([*packed, *named, "--key", str(tmp_path / "new.csv")]) == 2
    told = capsys.readouterr().err
    assert "This class holds names (ann, bob): a key begins with an empty class (--course DIR)" in told
    assert not (tmp_path / "new.csv").exists() and len(list((tmp_path / "named/submitted").iterdir())) == 2
    assert collect.collect([*packed, *named]) == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "there is no key"),
        (b"code\xff\xfe", "is no key of a class: it is not text in UTF-8"),
        (b"\x00\x01\x02", "is no key of a class"),
        (b"a,b\n", "is no key of a class: it needs a first line with the columns code,student,"),
        (b"", "is no key of a class"),
        (b"student,first_name,last_name,email\nann,,,\n", "is no key of a class"),
        (b"code,student,first_name,last_name,email\ns-a,ann,,,\ns-b,ann,,,\n", "stands there twice"),
    ],
)
def test_a_file_that_is_no_key_is_told_and_kept_as_it_is(course, tmp_path, capsys, content, words):
    path = tmp_path / "none.csv"
    if content is not None:
        path.write_bytes(content)
    for command in (forget.forget, export.export, feedback.feedback):
        given = ["ann", "--yes"] if command is forget.forget else [UNIT]
        assert command([*given, "--course", str(course), "--key", str(path)]) == 2
        told = capsys.readouterr().err
        assert words in told and "graded so far" not in told and "codec" not in told
    if content is not None:
        new = ["--course", str(tmp_path / "new"), "--key", str(path)]
        (tmp_path / "ann.ipynb").write_text(json.dumps(filled()), encoding="utf-8")
        assert collect.collect([UNIT, str(tmp_path / "ann.ipynb"), *new]) == 2
        assert words in capsys.readouterr().err and path.read_bytes() == content
    assert files(course, "ann")


def test_a_folder_is_no_key_and_is_not_called_a_matter_of_grading(secretly, tmp_path, capsys):
    folder, _, _ = secretly
    given = ["--course", str(folder), "--key", str(tmp_path)]
    assert collect.collect([UNIT, str(tmp_path / "all.zip"), *given]) == 2
    assert "is no key of a class but a folder" in (told := capsys.readouterr().err)
    assert "graded so far" not in told


def test_a_key_beside_what_is_marked_and_a_file_that_is_none_are_refused(secretly, tmp_path, capsys):
    folder, key, _ = secretly
    inside = [UNIT, str(tmp_path / "all.zip"), "--course", str(folder), "--key"]
    assert collect.collect([*inside, str(folder / "key.csv")]) == 2
    assert "keep the key in another place" in capsys.readouterr().err
    key.write_text("a,b\n1,2\n", encoding="utf-8")
    assert collect.collect([*inside, str(key)]) == 2
    assert "is no key of a class" in capsys.readouterr().err
    assert key.read_text("utf-8") == "a,b\n1,2\n"
