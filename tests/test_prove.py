"""The proof of the graders: it is green for the course as it is, and red for each way to spoil it."""

import dataclasses
import shutil

import nbformat
import pytest

from course.checks import answers, catalogue, prove
from course.checks.answers import read_answers

UNIT = "2-orbital-basics"
ANSWERS = prove.ROOT / "tests" / "answers"

pytestmark = pytest.mark.filterwarnings("ignore")  # the answers are students' code


@pytest.fixture(autouse=True)
def short_wait(monkeypatch):
    """Wait less for the answer that never ends; all others take microseconds."""
    monkeypatch.setattr(prove, "TIME_LIMIT_S", 1.0)


each_unit = pytest.mark.parametrize("unit", catalogue.UNITS)


def objections(answers_folder=ANSWERS, solutions=None, unit=UNIT):
    return prove.prove(unit, answers_folder, solutions).objections


@pytest.fixture
def folder(tmp_path):
    """Return a copy of tests/answers to spoil."""
    return shutil.copytree(ANSWERS, tmp_path / "answers")


def spoil(folder, name, old, new):
    path = folder / f"{name}.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def declare(monkeypatch, changed):
    """Put a changed exercise in the place of the declared one."""
    exercises = tuple(changed if one.id == changed.id else one for one in catalogue.UNITS[UNIT])
    monkeypatch.setitem(catalogue.UNITS, UNIT, exercises)


def with_slip(exercise, name, **changes):
    slips = tuple(
        dataclasses.replace(slip, **changes) if slip.name == name else slip
        for slip in exercise.misconceptions
    )
    return dataclasses.replace(exercise, misconceptions=slips)


@each_unit
def test_the_quick_half_is_green(unit, capsys):
    assert prove.main([unit, "--no-nbgrader"]) == 0
    out = capsys.readouterr().out
    (written,) = catalogue.written(unit)
    assert f"0 objections; a person marks {written.id}" in out
    first = catalogue.functions(unit)[0]
    assert f"{first.id}     wrong: {first.misconceptions[0].name}" in out


@pytest.mark.slow
@each_unit
def test_every_answer_earns_the_same_through_a_real_nbgrader(unit, capsys):
    assert prove.main([unit]) == 0
    out = capsys.readouterr().out
    assert "0 objections" in out
    first = catalogue.functions(unit)[0]
    slip = next(slip for slip in first.misconceptions if slip.credit == 0.5)
    start = f"{first.id}     wrong: {slip.name}  "
    (line,) = (line for line in out.splitlines() if line.startswith(start))
    assert line.removeprefix(start).split()[:2] == ["1/2", "1"]  # partial credit stands in the gradebook


@pytest.mark.slow
@each_unit
def test_a_notebook_without_its_hidden_check_is_found(unit, tmp_path):
    few = tmp_path / "answers"
    few.mkdir()
    for exercise in catalogue.functions(unit):
        kept = [one for one in read_answers(ANSWERS, exercise) if one.kind in ("right", "hard-coded")]
        text = "\n\n".join(f"# %% {one.label}\n{one.source}" for one in kept[:1] + kept[-1:])
        (few / f"{exercise.id}.py").write_text(text + "\n", encoding="utf-8")
    whole = shutil.copytree(prove.ROOT / "solutions", tmp_path / "whole")
    assert not [text for text in objections(few, whole, unit) if "nbgrader" in text]

    spoilt = shutil.copytree(whole, tmp_path / "spoilt")
    path = spoilt / unit / f"{unit}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    first = catalogue.functions(unit)[0]
    (cell,) = (cell for cell in notebook.cells if cell.id == f"{first.id}-check")
    cell.source = cell.source.split("### BEGIN HIDDEN TESTS")[0]
    nbformat.write(notebook, path)
    found = [text for text in objections(few, spoilt, unit) if "nbgrader" in text]
    assert found == [f"{first.id} hard-coded: the judge gives 0 points, nbgrader {first.points:.1f}"]


def test_a_wrong_answer_that_earns_everything_is_found(folder):
    spoil(folder, "u2-1", "np.sqrt(2 * MU_EARTH", "np.sqrt(1 * MU_EARTH")
    assert "u2-1 wrong: escape speed: it earns full points" in objections(folder)


def test_a_right_answer_that_earns_less_is_found(folder):
    spoil(folder, "u2-2", "r = 6371 + altitude_km", "r = 6300 + altitude_km")
    assert any(
        "u2-2 right: way divided by speed: a right answer earns 0 of 2" in one for one in objections(folder)
    )


def test_another_misconception_than_the_named_one_is_found(folder):
    spoil(folder, "u2-3", "# %% wrong: percent", "# %% wrong: fraction upside down")
    found = objections(folder)
    assert any("fraction upside down: it was taken for 'percent'" in one for one in found)
    assert "u2-3: no answer in tests/answers has the misconception 'percent'" in found


def test_a_name_that_is_not_declared_is_found(folder):
    spoil(folder, "u2-3", "# %% wrong: percent", "# %% wrong: per cent")
    assert "u2-3: tests/answers names 'per cent', which is not declared" in objections(folder)


def test_too_few_kinds_of_answers_are_found(folder):
    spoil(folder, "u2-4", "# %% blank\n", "")
    assert "u2-4: 0 answers of the kind 'blank', at least 1 are needed" in objections(folder)


@pytest.mark.parametrize(
    ("message", "objection"),
    [
        ("You want 7,657 m/s. Why?", "within one percent"),
        ("One. Two. Three. Four?", "more than 3 sentences"),
        ("That is wrong. Why?", "breaks the house style"),
    ],
)
def test_a_message_that_breaks_a_rule_is_found(monkeypatch, message, objection):
    declare(monkeypatch, with_slip(catalogue.exercise("u2-1"), "escape speed", message=message))
    assert any("u2-1 wrong: escape speed" in one and objection in one for one in objections())


def test_two_misconceptions_with_one_message_are_found(monkeypatch):
    speed = catalogue.exercise("u2-1")
    declare(monkeypatch, with_slip(speed, "escape speed", message=speed.misconceptions[0].message))
    assert any("escape speed: another misconception has the same message" in one for one in objections())


def test_a_misconception_that_earns_everything_is_found(monkeypatch):
    declare(monkeypatch, with_slip(catalogue.exercise("u2-1"), "escape speed", credit=1.0))
    assert "u2-1 wrong: escape speed: it earns full points" in objections()


def test_a_tolerance_that_lets_a_misconception_through_is_found(monkeypatch):
    declare(monkeypatch, dataclasses.replace(catalogue.exercise("u2-4"), tolerance=0.004))
    assert "u2-4 wrong: day against the stars: it earns full points" in objections()


def test_objections_make_the_command_fail(folder, capsys):
    spoil(folder, "u2-1", "np.sqrt(2 * MU_EARTH", "np.sqrt(1 * MU_EARTH")
    assert prove.main([UNIT, "--no-nbgrader", "--answers", str(folder)]) == 1
    assert "NOT PROVED  u2-1 wrong: escape speed: it earns full points" in capsys.readouterr().out


def test_what_cannot_be_proved_is_one_sentence(folder, capsys):
    (folder / "u2-5.py").unlink()
    assert prove.main([UNIT, "--no-nbgrader", "--answers", str(folder)]) == 1
    assert "cannot be proved: u2-5 has no answers" in capsys.readouterr().err
    assert prove.main(["7-moon", "--no-nbgrader"]) == 1
    assert "there is no unit '7-moon'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("heading", "complaint"),
    [
        ("# %% good: one", "must read right, wrong, blank or hard-coded"),
        ("# %% wrong", "needs a name"),
        ("# %% blank: empty", "needs a name after right and wrong, and nowhere else"),
    ],
)
def test_headings_that_cannot_be_read_are_refused(tmp_path, heading, complaint):
    (tmp_path / "u2-1.py").write_text(f"{heading}\nx = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        answers.read_answers(tmp_path, catalogue.exercise("u2-1"))
