"""Orders of names (u1-6): places are not measured, and every wrong order is told what is wrong in it."""

import itertools
import re

import pytest

from course.checks import catalogue, diagnosis, drawing, ladder
from course.checks.cells import NotYet, check
from course.checks.comparing import read
from course.checks.factors import explain
from course.checks.faults import returned
from course.checks.forms import Order, Reading
from course.checks.judge import judge
from course.checks.recorder import plain, record
from course.checks.unit1.order import PLACES

TRAIL = catalogue.exercise("u1-6")
BEGINS = re.compile(r"begins with the origin, but its (\w+) report does not go back to its (\w+)\.")
OF_NUMBERS = ("number", "decimals", "digits", "sign", "unit", "factor", "square", "upside", "%")
WRONG = [order for order in itertools.permutations(range(5)) if order != tuple(range(5))]


def judged(function, inputs=TRAIL.shown):
    return judge(TRAIL, record(function, inputs), inputs=inputs)


def in_order(order):
    """Return an answer whose list is in some order of the right one, and whose second part is right."""

    def trace(reports, words):
        names, lost = TRAIL.reference(reports, words)
        return [names[k] for k in order], lost

    return trace


def test_every_wrong_order_reads_what_is_wrong_in_it_and_no_word_of_numbers():
    reports, _ = TRAIL.shown[0]
    right, follows = TRAIL.reference(*TRAIL.shown[0])[0], {one["name"]: one["follows"] for one in reports}
    for order in WRONG:
        verdict, names = judged(in_order(order)), [right[k] for k in order]
        assert not any(word in verdict.message for word in OF_NUMBERS)
        if verdict.misconception == "backwards":
            assert names == right[::-1] and verdict.points == 1
            continue
        assert (
            verdict.points == 0
            and "Your order does not fit, and the report that you name does." in verdict.message
        )
        if found := BEGINS.search(verdict.message):
            at = PLACES.index(found[1])
            assert names[:at] == right[:at] and names[at] != right[at] and PLACES[at - 1] == found[2]
            assert f"{names[at]} stands right after {names[at - 1]}" in verdict.more
            assert f"goes back to {follows[names[at]]}." in verdict.more
        else:
            assert "It begins with a report that goes back to another." in verdict.message
            assert f"{names[0]} stands first, and goes back to {follows[names[0]]}." in verdict.more


WHERE_TURNED = (
    "Write beside each report of your order whether its text has the words. "
    "Where does True turn into False for the first time?"
)


def test_who_fails_again_is_told_of_his_own_order_or_how_to_look():
    """Where the order fits, the way to the report; where it does not, the first place that is wrong."""
    for slip in TRAIL.misconceptions:
        verdict = judged(slip.answer)
        assert verdict.misconception == slip.name
        if "Your order fits" in verdict.message:
            assert verdict.more == WHERE_TURNED
        elif "Your order" in verdict.message:
            assert re.match(
                r"In your order [\w ]+ stands (first|right after [\w ]+), and goes back to", verdict.more
            )
        else:  # parts swapped, or one of them alone
            assert verdict.more == ""


def test_what_came_back_is_said_as_it_is_seen():
    answer = in_order((1, 0, 2, 3, 4))
    values = [call["value"] for call in record(answer, TRAIL.shown)["calls"]]
    said = returned(TRAIL, read(TRAIL, values, TRAIL.shown), TRAIL.shown)
    assert said == ["Your order does not fit, and the report that you name does"]


def test_each_line_of_the_table_reads_as_its_place_counted_from_1():
    table = [{"name": name} for name in ("wire", "blog", "paper")]
    readings = Order().read(plain(["paper", "wire", "blog"]), (table,), "a table")
    assert [(reading.about, reading.value) for reading in readings] == [
        ("wire", 2),
        ("blog", 3),
        ("paper", 1),
    ]


def test_places_are_neither_cut_off_nor_turned_over():
    class Looked:
        slack, tolerance = 0.25, 0.0

        @staticmethod
        def margin(wanted):
            return 0.25

    def row(values, measured):
        return [[Reading(value, "", "", None, measured=measured) for value in values]]

    for got, wanted in (((4.0, 5.0), (5.0, 4.0)), ((2.0, 3.0), (4.0, 6.0))):
        assert explain(Looked, row(got, True), row(wanted, True), ["You returned it"])
        assert explain(Looked, row(got, False), row(wanted, False), ["You returned it"]) is None


@pytest.mark.parametrize("take", [any, all], ids=["any word", "all words"])
def test_a_search_for_each_word_alone_fails_in_every_draw(take):
    def trace(reports, words):
        names, _ = TRAIL.reference(reports, words)
        text = {one["name"]: one["text"] for one in reports}
        gone = (name for name in names if not take(word in text[name] for word in words.split()))
        return names, next(gone, names[-1])

    for student in range(40):
        inputs = drawing.drawn_inputs(TRAIL, student=str(student), secret="s")
        assert judged(trace, inputs).misconception == "fits only what is shown"  # fails in some of them
    assert "apart from one another" in judged(trace).message


def test_an_order_that_fits_says_so_and_earns_the_same_whatever_report_is_named():
    def naming(pick):
        return lambda reports, words: (names := TRAIL.reference(reports, words)[0], pick(names))

    for pick in (
        lambda names: names[0],
        lambda names: names[1],
        lambda names: names[-1],
        lambda names: names[-2],
    ):
        verdict = judged(naming(pick))
        assert verdict.points == 1 and "our order fits" in verdict.message


def test_whole_words_are_told_that_part_of_a_word_counts():
    def trace(reports, words):
        names, _ = TRAIL.reference(reports, words)
        text = {one["name"]: one["text"] for one in reports}
        return names, next(name for name in names if not re.search(rf"\b{words}\b", text[name]))

    assert "has the words within a longer one, and that counts" in judged(trace).message


def alike(reports, words):
    """Answer as if capital and small letters were the same."""
    names, _ = TRAIL.reference(reports, words)
    text = {one["name"]: one["text"].lower() for one in reports}
    return names, next(name for name in names if words.lower() not in text[name])


def test_capital_and_small_letters_taken_for_the_same_are_told_so_and_fail_in_every_draw():
    verdict = judged(alike)
    assert verdict.points == 1 and "with a capital letter for a small one" in verdict.message
    for student in range(40):
        inputs = drawing.drawn_inputs(TRAIL, student=str(student), secret="s")
        assert judged(alike, inputs).misconception == "fits only what is shown"  # fails in some of them


def test_a_table_turned_round_is_not_said_to_be_as_given():
    verdict = judged(lambda reports, words: ([one["name"] for one in reports[::-1]], "headline"))
    assert verdict.misconception != "as given"
    right = {words: TRAIL.reference(reports, words)[1] for reports, words in TRAIL.shown}
    verdict = judged(lambda reports, words: ([one["name"] for one in reports[::-1]], right[words]))
    assert verdict.misconception == "table turned round" and "turned round" in verdict.message


def test_a_right_answer_that_spoils_the_reports_hears_of_answers():
    def trace(reports, words):
        answer = TRAIL.reference(tuple(reports), words)
        reports.clear()
        return answer

    verdict = judged(trace)
    assert verdict.misconception == "changes its input" and "number" not in verdict.message


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (lambda names: names[1:], "lacks"),
        (lambda names: [*names, names[0]], "more than once"),
        (lambda names: [*names, "press"], '"press", which is none of the given names'),
        (lambda names: [*names, "x" * 10**6], 'xxx", which is none'),
    ],
)
def test_a_list_of_other_names_reads_which_and_a_second_help_on_lists(names, said):
    def trace(reports, words):
        order, lost = TRAIL.reference(reports, words)
        return names(order), lost

    verdict = judged(trace)
    assert said in verdict.message and len(verdict.message) < 300
    assert "How many values" not in ladder.steps(TRAIL, verdict)[1]


def test_the_second_help_names_the_pair_and_the_third_the_part_with_the_reports():
    ladder.forget(TRAIL)
    read = []
    for _ in range(3):
        with pytest.raises(NotYet) as caught:
            check("u1-6", in_order((0, 1, 3, 2, 4)))
        read.append(str(caught.value))
    assert "headline stands right after letter" in read[1]
    assert "The sixth part of the lesson" in read[2]
    ladder.forget(TRAIL)


def test_text_in_place_of_the_function_is_not_told_to_define_it():
    verdict = judge(TRAIL, {"absent": "str"})
    assert verdict.misconception == "not a function"
    assert "is run" not in ladder.steps(TRAIL, verdict)[1]


@pytest.mark.parametrize("wrong", [{"is": "text"}, {"is": "text", "value": 7}, {"is": "none"}])
def test_an_order_whose_record_was_tampered_with_is_no_order(wrong):
    told = record(TRAIL.reference, TRAIL.shown)
    told["calls"][0]["value"]["items"][0]["items"][0] = wrong
    assert judge(TRAIL, told).misconception == "other things"


def test_a_list_that_ends_after_the_origin_is_no_text():
    verdict = judged(lambda reports, words: (["DLR"], "article"))
    assert verdict.misconception == "other names" and "your list lacks" in verdict.message


def test_a_list_that_lacks_a_report_is_not_asked_about_an_unused_argument():
    def trace(reports, words):
        return [one["name"] for one in reports][1:], reports[0]["name"]

    verdict = judged(trace)
    told = diagnosis.explained(TRAIL, trace, record(trace, TRAIL.shown), verdict)
    assert told.misconception == "other names" and told.message.startswith(verdict.message)


def test_a_place_of_a_word_does_not_count_as_a_number_given_away():
    """Zero and one are the places of the two words of u1-2, and no kilometres."""
    mile = catalogue.exercise("u1-2")

    def which_mile(distance_km, miles):
        return 0.0, 1.852 * miles, mile.reference(distance_km, miles)[2]

    assert "You returned 0 km" in judge(mile, record(which_mile, mile.shown)).message
