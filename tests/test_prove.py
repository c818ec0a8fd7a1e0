"""The proof of the graders: it is green for the course as it is, and red for each way to spoil it."""

import contextlib
import dataclasses
import io
import shutil

import nbformat
import pytest

from course.checks import catalogue, drawing
from tools import answers, firm, graders, prove
from tools.answers import read_answers

UNIT = "2-orbital-basics"
ANSWERS = prove.ROOT / "tests" / "answers"
TIME_LIMIT_S = 2.0

pytestmark = pytest.mark.filterwarnings("ignore")  # the answers are students' code


@pytest.fixture(autouse=True)
def short_wait(monkeypatch):
    """Wait less for the answers that never end; the others take a tenth of a second at most."""
    monkeypatch.setattr(prove, "TIME_LIMIT_S", TIME_LIMIT_S)


each_unit = pytest.mark.parametrize("unit", catalogue.UNITS)


def objections(answers_folder=ANSWERS, unit=UNIT):
    answers = prove.answers_of(unit, answers_folder)
    brief = {name: [one for one in each if one.name != "never ends"] for name, each in answers.items()}
    return prove.prove(unit, brief).objections


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


@pytest.fixture(scope="module")
def proved():
    """What the proof tells of all units: every answer through the judge, one of each kind through `grade`."""
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(io.StringIO()) as told:
        patch.setattr(prove, "TIME_LIMIT_S", TIME_LIMIT_S)
        assert prove.main(["--nbgrader", "none", "--grade", "sample"]) == 0
    return told.getvalue()


@pytest.mark.slow
@each_unit
def test_the_quick_half_is_green(unit, proved):
    (written,) = catalogue.written(unit)
    assert f"0 objections; a person marks {written.id}" in proved
    first = catalogue.functions(unit)[0]
    assert f"{first.id}     wrong: {first.misconceptions[0].name}" in proved


def partial_credit_stands_in_the_gradebook(unit, out, graders=2):
    first = catalogue.functions(unit)[0]
    slip = next(slip for slip in first.misconceptions if slip.credit == 0.5)
    start = f"{first.id}     wrong: {slip.name}  "
    (line,) = (line for line in out.splitlines() if line.startswith(start))
    return line.removeprefix(start).split()[: 1 + graders] == ["1/2", *["1"] * graders]


@pytest.mark.slow
def test_one_answer_of_each_kind_earns_the_same_through_nbgrader(capsys):
    assert prove.main([UNIT, "--nbgrader", "sample", "--grade", "none"]) == 0
    out = capsys.readouterr().out
    assert out.count(" 0 objections") == 1
    assert partial_credit_stands_in_the_gradebook(UNIT, out, graders=1)


@pytest.mark.slow
def test_one_answer_of_each_kind_earns_what_it_deserves_in_all_units(proved):
    assert proved.count(" 0 objections") == len(catalogue.UNITS)
    assert partial_credit_stands_in_the_gradebook(UNIT, proved, graders=1)


@pytest.mark.long
def test_every_answer_earns_the_same_through_both_graders(capsys):
    assert prove.main([]) == 0
    out = capsys.readouterr().out
    assert out.count(" 0 objections") == len(catalogue.UNITS)
    assert all(partial_credit_stands_in_the_gradebook(unit, out) for unit in catalogue.UNITS)


@each_unit
def test_each_sample_holds_answers_of_all_kinds_and_none_is_lost(unit):
    answers = prove.answers_of(unit, ANSWERS)
    sample = {answer.kind for of_one in answers.values() for answer in of_one[: prove.MOST["sample"]]}
    assert sample == {"right", "wrong", "hard-coded", "blank"}
    for exercise in catalogue.functions(unit):
        in_file = read_answers(ANSWERS, exercise)
        assert sorted(map(repr, answers[exercise.id])) == sorted(map(repr, in_file))


@pytest.mark.long  # the sample: a grader that disagrees, below
@each_unit
def test_a_notebook_without_its_hidden_check_is_found(unit, tmp_path):
    spoilt = shutil.copytree(prove.ROOT / "solutions", tmp_path / "spoilt")
    path = spoilt / unit / f"{unit}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    first = catalogue.functions(unit)[0]
    (cell,) = (cell for cell in notebook.cells if cell.id == f"{first.id}-check")
    cell.source = cell.source.split("### BEGIN HIDDEN TESTS")[0]
    nbformat.write(notebook, path)
    learnt = next(one for one in read_answers(ANSWERS, first) if one.kind == "hard-coded")
    answers = {one.id: [learnt] if one is first else [] for one in catalogue.functions(unit)}
    recorded = graders.through_nbgrader({unit: answers}, spoilt)
    found = prove.prove(unit, answers, {"nbgrader": lambda: recorded[unit]}).objections
    assert f"{first.id} hard-coded: the judge gives 0 points, nbgrader {first.points:.1f}" in found


def test_a_grader_that_disagrees_or_shows_another_message_is_found():
    answers = prove.answers_of(UNIT, ANSWERS)
    (right, slip), places = answers["u2-1"][:2], [("u2-1", 0), ("u2-1", 1)]
    recorded = dict(zip(places, [(None, "", ""), (1.0, "Not yet: something else", "")], strict=True))
    found = prove.prove(UNIT, answers, {"mine": lambda: recorded}).objections
    assert found[0] == f"u2-1 {right.label}: the judge gives 2 points, mine None"
    assert found[1].startswith(f"u2-1 {slip.label}: the graded notebook shows 'Not yet: something else', not")
    assert len(found) == 2


def test_a_wrong_answer_that_earns_everything_is_found(folder):
    spoil(folder, "u2-1", "np.sqrt(2 * MU_EARTH", "np.sqrt(1 * MU_EARTH")
    assert "u2-1 wrong: escape speed: it earns full points" in objections(folder)


def test_a_right_answer_that_earns_less_is_found(folder):
    spoil(folder, "u2-2", "r = 6371 + altitude_km", "r = 6300 + altitude_km")
    assert any(
        "u2-2 right: way divided by speed: a right answer earns 0 of 2" in one for one in objections(folder)
    )


def test_another_misconception_than_the_named_one_is_found(folder):
    spoil(folder, "u2-3", "# %% wrong, 1 point: percent", "# %% wrong, 1 point: fraction upside down")
    found = objections(folder)
    assert any("fraction upside down: it was taken for 'percent'" in one for one in found)
    assert "u2-3: no answer in tests/answers has the misconception 'percent'" in found


def test_a_name_that_is_not_declared_is_found(folder):
    spoil(folder, "u2-3", "# %% wrong, 1 point: percent", "# %% wrong, 1 point: per cent")
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
    assert prove.main([UNIT, "--nbgrader", "none", "--grade", "none", "--answers", str(folder)]) == 1
    assert "NOT PROVED  u2-1 wrong: escape speed: it earns full points" in capsys.readouterr().out


def test_what_cannot_be_proved_is_one_sentence(folder, capsys):
    (folder / "u2-5.py").unlink()
    assert prove.main([UNIT, "--nbgrader", "none", "--grade", "none", "--answers", str(folder)]) == 1
    assert "cannot be proved: u2-5 has no answers" in capsys.readouterr().err
    assert prove.main(["7-moon", "--nbgrader", "none"]) == 1
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


def spoilt(monkeypatch, **changes):
    monkeypatch.setitem(catalogue.UNITS, UNIT, (dataclasses.replace(SPEED, **changes),))
    return objections()


def same_draw(**fixed):
    real = drawing.drawn_inputs
    return lambda exercise, **who: real(exercise, **who | fixed)


SPEED = catalogue.exercise("u2-1")
HALF = next(slip.name for slip in SPEED.misconceptions if slip.credit == 0.5)
MUTATIONS = {
    "credit taken away": {"misconceptions": with_slip(SPEED, HALF, credit=0.0).misconceptions},
    "credit raised": {"misconceptions": with_slip(SPEED, HALF, credit=0.75).misconceptions},
    "credit given": {"misconceptions": with_slip(SPEED, "escape speed", credit=0.5).misconceptions},
    "reference 0.14 % too large": {"reference": lambda *given: 1.0014 * SPEED.reference(*given)},
    "reference 0.14 % too small": {"reference": lambda *given: 0.9986 * SPEED.reference(*given)},
    "hidden inputs constant": {"draw": lambda random: [(300.0,), (500.0,)]},
    "hidden inputs are the shown ones": {"draw": lambda random: list(SPEED.shown)},
    "another model is right too": {"also_right": (SPEED.misconceptions[0].answer,)},
    "tolerance without end": {"tolerance": 1.0},
    "tolerance of nothing": {"tolerance": 1e-6},
    "misconception dropped": {"misconceptions": SPEED.misconceptions[1:]},
    "another function's answer": {"reference": lambda *given: 1000 * SPEED.reference(*given)},
    "points raised": {"points": 3},
}


@pytest.mark.parametrize("changes", MUTATIONS.values(), ids=MUTATIONS)
def test_a_spoilt_declaration_is_found(monkeypatch, changes):
    assert spoilt(monkeypatch, **changes)


def test_the_declaration_as_it_is_meets_no_objection(monkeypatch):
    assert not spoilt(monkeypatch)


@pytest.mark.parametrize("what", firm.WHO)
def test_a_draw_that_ignores_who_it_is_for_is_found(monkeypatch, what):
    monkeypatch.setattr(drawing, "drawn_inputs", same_draw(**{what: "the same"}))
    assert f"u2-1: hidden inputs are the same whatever the {what}" in spoilt(monkeypatch)
