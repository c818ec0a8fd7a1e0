"""The judge: right answers earn everything, misconceptions are told apart, messages keep the rules."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.checks import catalogue, drawing
from course.checks.comparing import expected_readings, expected_values, right
from course.checks.exercise import Verdict
from course.checks.faults import FAULTS
from course.checks.forms import Names, in_words
from course.checks.judge import judge
from course.checks.recorder import argument, plain, record
from course.checks.wording import MAX_SENTENCES, gives_away, numbers_in, sentences_in
from tools import answers
from tools.prove import NAMES

UNIT = "2-orbital-basics"
EXERCISES = [one for unit in catalogue.UNITS for one in catalogue.functions(unit)]
FOLDER = Path(__file__).parent / "answers"
STUDENTS = [f"student {n}" for n in range(100)]
SPEED, ROW = catalogue.exercise("u2-1"), catalogue.exercise("u2-5")
PIECES, TIME = catalogue.exercise("u3-3"), catalogue.exercise("u3-4")
GAP, MILE, SEGMENTS = (catalogue.exercise(name) for name in ("u1-1", "u1-2", "u1-3"))
OF_EACH_FORM = (SPEED, ROW, GAP, MILE, SEGMENTS)


def of_each(exercises):
    return pytest.mark.parametrize("exercise", exercises, ids=lambda exercise: exercise.id)


each_exercise = of_each(EXERCISES)
each_with_one_answer = of_each([one for one in EXERCISES if not one.outcome])
each_with_numbers = of_each([one for one in EXERCISES if not one.outcome and not isinstance(one.form, Names)])


@pytest.fixture
def students(request, exercise):
    """A hundred students, and fewer where every call takes whole tables; a few of them in a short run."""
    many = STUDENTS if request.config.getoption("--long") else STUDENTS[:4]
    return many if len(json.dumps(exercise.shown[0])) < 1000 else many[: len(many) // 4]


def inputs_of(exercise, student, secret="a secret"):
    return drawing.graded_inputs(exercise, student=student, secret=secret)


def judged(exercise, function, inputs=None):
    """Return the verdict on a function, through JSON as in grading."""
    written = record(function, exercise.shown if inputs is None else inputs, time_limit_s=5.0)
    return judge(exercise, json.loads(json.dumps(written)), inputs=inputs)


def written_answers(exercise, kind):
    """Return the functions of one kind from tests/answers."""
    functions = {}
    for answer in answers.read_answers(FOLDER, exercise):
        if answer.kind == kind:
            names = {}
            exec(NAMES + answer.source, names)
            functions[answer.label] = names[exercise.function]
    return functions


def holds_the_rules(verdict, expected):
    return not gives_away(verdict.message, expected) and 1 <= sentences_in(verdict.message) <= MAX_SENTENCES


@each_exercise
@pytest.mark.filterwarnings("ignore:I am not sure")  # one of the answers says so
def test_right_answers_earn_everything_for_many_students(exercise, students):
    for label, function in written_answers(exercise, "right").items():
        for student in students:
            verdict = judged(exercise, function, inputs_of(exercise, student))
            assert (verdict.points, verdict.misconception) == (exercise.points, None), (
                label,
                student,
                verdict,
            )


@each_exercise
def test_copied_numbers_earn_nothing_for_many_students(exercise, students):
    for function in written_answers(exercise, "hard-coded").values():
        assert judged(exercise, function).points == exercise.points  # the visible check alone is satisfied
        for student in students:
            assert judged(exercise, function, inputs_of(exercise, student)).points == 0


@each_exercise
def test_misconceptions_are_named_for_many_students_and_give_nothing_away(exercise, students):
    for student in students:
        inputs = inputs_of(exercise, student)
        for slip in exercise.misconceptions:
            for code in (slip.answer, *slip.variants):
                verdict = judged(exercise, code, inputs)
                assert verdict.misconception == slip.name, (student, verdict)
                assert verdict.points == pytest.approx(slip.credit * exercise.points)
                assert verdict.points < exercise.points
                assert holds_the_rules(verdict, expected_values(exercise, inputs)), verdict


@each_with_one_answer
def test_a_misconception_is_named_only_if_it_explains_every_answer(exercise):
    first, last = exercise.shown[0], exercise.shown[-1]
    slip = next(
        one
        for one in exercise.misconceptions
        if not right(exercise, [plain(one.answer(*map(argument, first)))], [first])
    )

    def mixed(*given):
        same = all(np.array_equal(one, other) for one, other in zip(given, last, strict=True))
        return (exercise.reference if same else slip.answer)(*given)

    assert judged(exercise, mixed).misconception in FAULTS


@each_with_numbers
@given(factor=st.floats(-1e6, 1e6))
def test_any_other_number_gets_a_message_that_keeps_the_rules(exercise, factor):
    assume(not exercise.also_right or not 1 < factor < 1.03)  # the other model is as good
    calls = [[argument(one) for one in call] for call in exercise.shown]
    values = [number for call in calls for number in flat(exercise.reference(*call))]
    verdict = judged(exercise, lambda *given: scaled(exercise.reference(*given), factor))
    if all(abs(factor - 1) * abs(value) <= 0.999 * exercise.margin(value) for value in values):
        assert verdict.points == exercise.points
    elif any(abs(factor - 1) * abs(value) > 1.001 * exercise.margin(value) for value in values):
        assert verdict.points < exercise.points
        assert verdict.misconception is not None
        assert holds_the_rules(verdict, expected_values(exercise, exercise.shown)), verdict


def scaled(answer, factor):
    """Return an answer with each of its numbers multiplied, in the same shape."""
    if isinstance(answer, (list, tuple)):
        return [scaled(part, factor) for part in answer]
    return answer if isinstance(answer, str) else answer * factor


def flat(answer):
    """Return all numbers of an answer."""
    if isinstance(answer, (list, tuple)):
        return [number for part in answer for number in flat(part)]
    return [] if isinstance(answer, str) else np.ravel(answer).tolist()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
KINDS = ["number", "integer", "bool", "text", "none", "nan", "inf", "complex", "duration"]
KINDS += ["list", "dict", "set", "other"]
TAGGED = st.recursive(
    st.fixed_dictionaries(
        {"is": st.sampled_from(KINDS)}, optional={"value": JSON, "days": JSON, "items": JSON, "type": JSON}
    ),
    lambda inner: st.fixed_dictionaries({"is": st.just("list"), "items": st.lists(inner, max_size=4)}),
    max_leaves=8,
)
CALLS = st.lists(
    st.fixed_dictionaries({}, optional={"value": TAGGED, "raised": JSON, "printed": JSON, "changed": JSON})
    | JSON,
    max_size=3,
)


@given(written=JSON | st.fixed_dictionaries({"calls": CALLS}) | st.fixed_dictionaries({"absent": JSON}))
def test_the_judge_never_raises_and_gives_nothing_for_noise(written):
    for exercise in OF_EACH_FORM:
        verdict = judge(exercise, written)
        assert isinstance(verdict, Verdict)
        assert verdict.points == 0
        assert verdict.message


@given(first=TAGGED, second=TAGGED)
def test_two_noisy_values_are_judged_without_an_exception(first, second):
    written = {"calls": [{"value": first}, {"value": second}]}
    for exercise in OF_EACH_FORM:
        assert judge(exercise, written).points < exercise.points


def test_only_values_count_and_not_their_order_of_recording():
    calls = record(SPEED.reference, SPEED.shown)["calls"]
    assert judge(SPEED, {"calls": calls}).points == 2
    assert judge(SPEED, {"calls": calls[::-1]}).points == 0
    assert judge(SPEED, {"calls": calls[:1]}).points == 0
    assert judge(SPEED, {"calls": calls + calls}).points == 0


def test_a_row_that_claims_another_length_is_not_right():
    written = record(ROW.reference, ROW.shown)
    written["calls"][0]["value"]["items"][0]["length"] = 10**9
    assert judge(ROW, written).misconception == "wrong shape"


@pytest.mark.parametrize("place", [(), ("items", 0)], ids=["the list", "a piece"])
def test_pieces_that_claim_another_length_are_not_right(place):
    written = record(PIECES.reference, PIECES.shown)
    claimed = written["calls"][0]["value"]
    for step in place:
        claimed = claimed[step]
    claimed["length"] = 10**9
    verdict = judge(PIECES, written)
    assert (verdict.points, verdict.misconception) == (0, "wrong shape")


def bracketed(row, which):
    return [[each] if place in which else each for place, each in enumerate(row)]


@pytest.mark.parametrize("which", [(0,), (1,), (0, 2), (0, 1, 2)])
def test_needless_brackets_around_some_numbers_of_a_row_do_not_matter(which):
    def row(altitudes_km):
        speeds, best = ROW.reference(altitudes_km)
        return bracketed(speeds, which), best

    def pieces(longitudes_deg):
        return [bracketed(piece, which) for piece in PIECES.reference(longitudes_deg)]

    for exercise, function in ((ROW, row), (PIECES, pieces)):
        verdict = judged(exercise, function)
        assert (verdict.points, verdict.misconception) == (exercise.points, None)


@pytest.mark.parametrize("which", [(0,), (0, 1, 2)])
def test_needless_brackets_do_not_make_a_wrong_row_right(which):
    def wrong(altitudes_km):
        speeds, best = ROW.reference(altitudes_km)
        return np.asarray(speeds) * 1.5, best

    def in_brackets(altitudes_km):
        speeds, best = wrong(altitudes_km)
        return bracketed(speeds, which), best

    assert judged(ROW, in_brackets) == judged(ROW, wrong)
    assert judged(ROW, wrong).points < ROW.points


def test_right_numbers_with_a_spoiled_argument_earn_half():
    def spoil(altitudes_km):
        answer = ROW.reference(altitudes_km)
        altitudes_km[:] = 0
        return answer

    verdict = judged(ROW, spoil)
    assert (verdict.points, verdict.misconception) == (1.5, "changes its input")


def test_an_argument_that_is_spoiled_in_one_call_of_several_is_spoiled():
    """The shown rows and a longer one: only that one is changed."""
    inputs = [*ROW.shown, (tuple(range(300, 1000, 50)),)]

    def spoil(altitudes_km):
        answer = ROW.reference(altitudes_km)
        if len(altitudes_km) == 14:
            altitudes_km[:] = 0
        return answer

    assert all(len(row) != 14 for (row,) in ROW.shown)
    assert judged(ROW, spoil, inputs).misconception == "changes its input"
    assert judged(ROW, ROW.reference, inputs).misconception is None


@pytest.mark.parametrize(("points", "earned"), [(0.5, 0.25), (2.5, 1.25), (3.0, 1.5)])
def test_half_of_any_points_is_kept_to_the_hundredth(points, earned):
    exercise = dataclasses.replace(SPEED, points=points)
    assert judged(exercise, lambda h: 1.004 * SPEED.reference(h)).points == earned


def test_a_row_whose_values_are_all_alike_is_named_in_a_single_call_too():
    first = ROW.shown[:1]
    assert judged(ROW, lambda h: (0 * h + 7000, 7000), first).misconception == "same for every input"


def test_a_number_that_is_nearly_right_is_not_echoed():
    verdict = judged(SPEED, lambda h: 1.004 * SPEED.reference(h))
    assert verdict.misconception == "close"
    assert numbers_in(verdict.message) == []


@pytest.mark.parametrize("off", [(1.004, 1.3), (1.3, 1.004)])
def test_close_is_said_only_where_every_answer_is_close(off):
    factors = iter(off * len(SPEED.shown))
    assert judged(SPEED, lambda h: next(factors) * SPEED.reference(h)).misconception != "close"


@pytest.mark.parametrize(("answers", "negative"), [((-3.0, -1.0), True), ((0.0, -1.0), False)])
def test_a_negative_answer_is_below_zero_each_time(answers, negative):
    given = iter(answers * len(GAP.shown))
    assert (judged(GAP, lambda *days: next(given)).misconception == "negative") is negative


def test_text_of_an_exception_that_holds_the_answer_is_not_passed_on():
    def tell(altitude_km):
        raise ValueError(f"{SPEED.reference(altitude_km)}")

    message = judged(SPEED, tell).message
    assert message.startswith("orbital_speed stopped with ValueError for 420 km, in line ")
    assert holds_the_rules(judged(SPEED, tell), expected_values(SPEED, SPEED.shown))


def test_an_answer_that_is_the_same_in_all_its_parts_each_time_is_named():
    verdict = judged(MILE, lambda distance_km, miles: (365.3, 420.4, "nautical"))
    assert verdict.misconception == "same for every input"
    assert "The value for 227 miles is the same as for 250 miles." in verdict.message


def test_two_inputs_are_said_to_be_alike_only_where_they_should_not_be():
    """All of the time for every strip: the right shares of the first two are the same, nearly."""
    shown, [(first,), (second,), *_] = TIME.shown, expected_readings(TIME, TIME.shown)
    assert abs(first.value - second.value) < TIME.slack
    message = judged(TIME, lambda south_deg, north_deg, inclination_deg: 1.0).message
    alike = f"{in_words(shown[0], TIME.takes)} is the same as for {in_words(shown[1], TIME.takes)}"
    assert "is the same as for" in message and alike not in message


@pytest.mark.parametrize(("share", "alike"), [(0.45, False), (0.55, True)])
def test_right_answers_are_alike_where_one_number_is_right_for_both(share, alike):
    """That is where their margins touch: each as wide as half of the gap between them."""
    calls = SPEED.shown[:2]
    first, second = (SPEED.reference(*call) for call in calls)
    exercise = dataclasses.replace(SPEED, tolerance=0.0, slack=share * abs(first - second))
    verdict = judged(exercise, lambda h: first + 3 * abs(first - second), calls)
    assert verdict.misconception is not None
    assert (verdict.misconception == "same for every input") is not alike


@pytest.mark.parametrize("spoil", [lambda table: table.clear(), lambda table: table[0].update(mass_kg=0)])
def test_a_spoiled_table_earns_half_and_spoils_nothing_else(spoil):
    def share(modules, segment, day):
        answer = SEGMENTS.reference(modules, segment, day)
        spoil(modules)
        return answer

    for _ in range(2):
        verdict = judged(SEGMENTS, share)
        assert (verdict.points, verdict.misconception) == (1.5, "changes its input")
    assert judged(SEGMENTS, SEGMENTS.reference).points == 3


def test_inputs_that_went_through_json_are_judged_alike():
    inputs = inputs_of(SEGMENTS, "ada")
    sent = json.loads(json.dumps(inputs))
    for function in (SEGMENTS.reference, SEGMENTS.misconceptions[0].answer):
        assert judged(SEGMENTS, function, sent) == judged(SEGMENTS, function, inputs)
