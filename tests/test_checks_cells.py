"""What the cells of an exercise notebook do: check, grade, and the inputs that are drawn for each student."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from course.checks import catalogue, check, drawing, grade
from course.checks.cells import NotYet
from course.orbits import circular_speed_km_s

EXERCISES = [one for unit in catalogue.UNITS for one in catalogue.functions(unit)]


def right(altitude_km):
    return 1000 * circular_speed_km_s(altitude_km)


def in_km_s(altitude_km):
    return circular_speed_km_s(altitude_km)


def nothing(altitude_km):
    return None


@pytest.fixture(autouse=True)
def no_nbgrader(monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("COURSE_SECRET", raising=False)


def test_success_says_why_it_matters_and_that_more_is_checked(capsys):
    check("u2-1", right)
    said = " ".join(capsys.readouterr().out.split())
    assert said == f"It fits. {catalogue.exercise('u2-1').why} More is checked when it is graded."


def test_failure_is_one_message():
    with pytest.raises(NotYet, match=r"^You returned 7\.66 m/s for 420 km\. .*\?$"):
        check("u2-1", in_km_s)


def test_in_a_notebook_the_message_stands_without_a_traceback(capsys):
    InteractiveShell().run_cell("from course.checks import check\ncheck('u2-1', lambda altitude_km: None)")
    said = " ".join(capsys.readouterr().out.split())
    assert said == "Not yet: orbital_speed returned nothing. Does it end with a line that begins with return?"


def test_grade_returns_points_and_says_why_not_all(capsys):
    assert grade("u2-1", right) == 2
    assert capsys.readouterr().out == ""
    assert grade("u2-1", in_km_s) == 1
    assert capsys.readouterr().out.startswith("Not yet: You returned 7.66 m/s for 420 km.")
    assert grade("u2-1", nothing) == 0


def test_while_nbgrader_grades_a_check_leaves_partial_credit_to_grade(monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    check("u2-1", in_km_s)
    assert capsys.readouterr().out == ""
    with pytest.raises(NotYet):  # no points to protect: a notebook without its hidden part gives none either
        check("u2-1", nothing)


def test_the_student_is_the_folder_that_nbgrader_grades_in(tmp_path):
    assert drawing.student_here(tmp_path / "autograded" / "ada" / "2-orbital-basics") == "ada"
    assert drawing.student_here(tmp_path / "exercises" / "2-orbital-basics") == ""


def test_grade_draws_for_the_student_and_from_the_secret(monkeypatch, tmp_path):
    folder = tmp_path / "autograded" / "ada" / "2-orbital-basics"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COURSE_SECRET", "known to the teacher")
    seen = []
    grade("u2-1", lambda altitude_km: seen.append(altitude_km))
    speed = catalogue.exercise("u2-1")
    assert [(height,) for height in seen] == drawing.graded_inputs(
        speed, student="ada", secret="known to the teacher"
    )


def test_without_a_secret_the_public_one_holds(monkeypatch):
    assert drawing.secret() == drawing.PUBLIC_SECRET
    monkeypatch.setenv("COURSE_SECRET", "  ")
    assert drawing.secret() == drawing.PUBLIC_SECRET


@pytest.mark.parametrize(
    "content",
    [b"s e c r e t\n", b"\xef\xbb\xbfs e c r e t\r\n", "s e c r e t".encode("utf-16"), b"\n s e c r e t "],
    ids=["plain", "byte order mark", "UTF-16", "blanks"],
)
def test_a_secret_is_the_same_whatever_editor_wrote_it(tmp_path, content):
    (tmp_path / "secret.txt").write_bytes(content)
    assert drawing.secret_from(tmp_path / "secret.txt") == "s e c r e t"


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"\xef\xbb\xbf", "is empty"), (b"\xff\xfa", "no plain text"),
     ("secret".encode("utf-16-le"), "no plain text")],
)  # fmt: skip
def test_a_secret_that_is_none_is_refused(tmp_path, content, words):
    (tmp_path / "secret.txt").write_bytes(content)
    with pytest.raises(ValueError, match=words):
        drawing.secret_from(tmp_path / "secret.txt")


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_hidden_inputs_differ_by_secret_student_and_exercise_and_are_never_shown(exercise):
    draws = {
        (student, secret): tuple(drawing.drawn_inputs(exercise, student=student, secret=secret))
        for student in [f"student {n}" for n in range(100)]
        for secret in ("one", "another")
    }
    assert len(set(draws.values())) == len(draws)
    for inputs in draws.values():
        assert not set(inputs) & set(exercise.shown)
        assert len(set(inputs)) == len(inputs) >= 3


def test_hidden_inputs_stay_the_same_over_versions_and_platforms():
    # A regrade next year must call the same heights; the library reference keeps random.Random reproducible.
    speed = catalogue.exercise("u2-1")
    drawn = drawing.drawn_inputs(speed, student="ada", secret="s")
    assert drawn == [
        (319.1,),
        (522.3,),
        (16066.7,),
        (25377.1,),
        (46333.1,),
    ]
