"""Every lesson runs, every number in its prose is bound to what proves it, and each proof gives it."""

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import lesson_for_all
import pytest

from tools import prose, shown

ROOT = Path(__file__).resolve().parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TEXTS_OF_ALL = [*LESSONS, prose.QUESTIONS]
UNPROVED = {"plan", "choice"}  # what the course asks for is not true or false; a wrong choice stays wrong


@pytest.fixture(params=TEXTS_OF_ALL, ids=lambda path: path.stem)
def lesson(request):
    return request.param


def changed(number):
    """Return a number or a date with its last digit changed by one, down if it is a nine."""
    at = max(place for place, one in enumerate(number) if one.isdigit())
    if re.search("[A-Z]", number) and number[0].isdigit() and not number.startswith("9 "):
        at = number.index(" ") - 1  # the day rather than the year
    digit = int(number[at])
    return f"{number[:at]}{digit - 1 if digit == 9 else digit + 1}{number[at + 1 :]}"


@cache
def executed(path):
    """Return a lesson's notebook with its outputs, run from top to bottom without a network."""
    if path == lesson_for_all.LESSON:
        return lesson_for_all.executed()
    return prose.run(path, before=lesson_for_all.SHUT)


def given(path):
    """Return what each code cell of a lesson puts out; questions have none."""
    return {} if path == prose.QUESTIONS else prose.outputs(executed(path))


class TestLessons:
    @pytest.mark.slow
    @pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
    def test_it_runs_from_top_to_bottom_without_a_network(self, lesson):
        for cell in executed(lesson).cells:
            for output in cell.get("outputs", []):
                assert output.output_type != "stream" or output.name == "stdout", cell.source

    def test_every_number_is_bound_and_every_row_has_its_number(self, lesson):
        assert prose.unbound(prose.cells(lesson), prose.table(lesson.stem)) == []

    def test_numbers_that_build_the_text_are_in_order(self, lesson):
        assert shown.built(prose.cells(lesson)) == []

    def test_every_table_belongs_to_a_lesson(self):
        assert {path.stem for path in prose.TABLES.glob("*.csv")} == {path.stem for path in TEXTS_OF_ALL}

    @pytest.mark.slow
    def test_every_proof_gives_its_number(self, lesson):
        assert prose.unproved(lesson, prose.table(lesson.stem), given(lesson)) == []

    def test_any_number_that_is_changed_in_the_text_is_seen(self, lesson):
        texts, rows = prose.cells(lesson), prose.table(lesson.stem)
        for cell, text in texts.items():
            for at, number in enumerate(shown.numbers(text)):
                told = prose.unbound(texts | {cell: replaced(text, at)}, rows)
                assert any(f"cell {cell}: nothing proves {changed(number)}" in one for one in told)

    @pytest.mark.slow
    def test_changing_the_table_with_the_text_does_not_help(self, lesson):
        printed = given(lesson)
        rows = [row for row in prose.table(lesson.stem) if row["by"] not in UNPROVED]
        for row in rows:
            wrong = row | {"number": changed(row["number"])}
            assert prose.unproved(lesson, [wrong], printed), (
                f"{wrong} passes: name the line, or another proof"
            )


def replaced(text, at):
    """Return a text in which one of its numbers is changed, and nothing else."""
    before = shown.numbers(text)
    after = [*before[:at], changed(before[at]), *before[at + 1 :]]
    for found in re.finditer(re.escape(before[at]), text):
        new = text[: found.start()] + changed(before[at]) + text[found.end() :]
        if shown.numbers(new) == after:
            return new
    raise AssertionError(f"{before[at]} stands nowhere in {text!r}")


class TestNumbers:
    @pytest.mark.parametrize(
        "text, numbers",
        [
            (
                "On 24 February 2022, in March 2022, on 12 March.",
                ["24 February 2022", "March 2022", "12 March"],
            ),
            ("398,600 km³/s², 7 %, 51.8°, -3.5 and −2", ["398,600", "7", "51.8", "-3.5", "−2"]),
            ("a 500-ton structure, 5 to 6, 2021-2026", ["500", "5", "6", "2021", "2026"]),
            ("1 : 50 million, resolution 68/262, in 2014.", ["1", "50", "68/262", "2014"]),
            ("STS-135, Mir-2, SGP4, **u2-1**, Kosmos-1408, P3/P4, CC BY 4.0", []),
            ("## 3. What\n1. one\n2. two [3], Unit 2, part 4, [a](../2-b/2-b.ipynb)", []),
            ("$r^2$ and\n$$T = 2 \\pi r$$\nthen 9", ["9"]),
            ("`coverage.time_share(51.64)`", ["51.64"]),
        ],
    )
    def test_which_are_found(self, text, numbers):
        assert shown.numbers(text) == numbers

    @pytest.mark.parametrize(
        "number, value",
        [("51.8", 51.7970), ("51.80", 51.7970), ("7", 6.585), ("398,600", 398600.44), ("−2", -2.4)],
    )
    def test_they_are_rounded_as_they_are_shown(self, number, value):
        assert not shown.differs(number, value)

    @pytest.mark.parametrize(
        "number, value",
        [("51.64", 51.797), ("51.81", 51.797), ("7", 7.6), ("2", -2), ("68/262", 68), ("7", "7")],
    )
    def test_others_differ(self, number, value):
        assert shown.differs(number, value)

    def test_a_date_is_that_day_in_whole_or_in_part(self):
        day = dt.date(2022, 3, 8)
        for number in ("8 March 2022", "8 March", "March 2022", "2022", "2022-03-08"):
            assert shown.is_day(number, day)
        assert not any(shown.is_day(number, day) for number in ("8", "18 March", "March 2021", "3"))


TEXTS = {"a": "It flies at 420 km since 1998 [1].", "sources": "## Sources\n\n1. NASA."}
ROWS = (
    {"cell": "a", "number": "420", "by": "given", "proof": "b"},
    {"cell": "a", "number": "1998", "by": "event", "proof": "zarya"},
)


class TestComplaints:
    def test_a_new_number(self):
        told = prose.unbound(TEXTS | {"a": "It flies at 420 km since 1998, and 3 fly [1]."}, ROWS)
        assert told == ["cell a: nothing proves 3. Bind it by a row of its table (--write proposes one)"]

    def test_a_row_whose_number_is_gone(self):
        told = prose.unbound(TEXTS | {"a": "It flies since 1998 [1]."}, ROWS)
        assert told == [
            "cell a: its table proves 420, which the text does not show there. Which one is true?"
        ]

    @pytest.mark.parametrize(
        "by, proof, why",
        [
            ("claim", "A08", "that gives 8.8"),
            ("claim", "A99", "A99"),
            ("event", "zvezda", "it has 2000-07-12"),
            ("event", "clip: source", "it has 2022-03-05"),
            ("output", "c", "it shows"),
            ("given", "d", "does not hold it"),
            ("given", "d: 0.001", "does not hold it"),
            ("compute", "orbits.period_s(420)", "that gives 55"),
            ("compute", "orbits.nothing", "AttributeError"),
            ("compute", "6 / 2", "nothing of the course"),
            ("test", "tests/test_prose.py::nobody", "holds []"),
            ("source", "NASA, 2 fly", "not among these words"),
            ("source", "NASA, 3 fly", "names no source"),
            ("hearsay", "a friend", "a number is bound by claim, event"),
            ("plan", "", "what is planned"),
            ("choice", "orbits.period_s(420)", "in no choice"),
        ],
    )
    def test_a_proof_that_does_not_prove(self, tmp_path, by, proof, why):
        path = tmp_path / "n.ipynb"
        markdown = {"cell_type": "markdown", "id": "a", "source": "3 fly"}
        path.write_text(
            json.dumps({"cells": [markdown, {"cell_type": "code", "id": "d", "source": "x = 4"}]})
        )
        row = {"cell": "a", "number": "3", "by": by, "proof": proof}
        [told] = prose.unproved(path, [row], {"c": "two\nand 4"})
        assert told.startswith("cell a: 3 by ") and why in told

    def test_a_wrong_choice_is_one_that_is_not_the_computed_answer(self):
        share = "round(100 * orbits.gravity_fraction(420), -1)"
        row = {"cell": "u2-p1-choices", "by": "choice", "proof": share}
        assert prose.unproved(prose.QUESTIONS, [row | {"number": "50"}], {}) == []
        [told] = prose.unproved(prose.QUESTIONS, [row | {"number": "90"}], {})
        assert "this choice is the right one" in told

    @pytest.mark.parametrize(
        "change, told",
        [
            ({"a": "## 2. First"}, "headings are numbered [2]"),
            ({"a": "1. one\n3. three"}, "cell a: a list is numbered [1, 3]"),
            ({"a": "It flies [2]."}, "1 sources are listed, and first cited in the order [2]"),
            ({"a": "It flies."}, "1 sources are listed, and first cited in the order []"),
            ({"a": "See Unit 5 [1]."}, "there is no unit 5"),
            ({"a": "See part 2 [1]."}, "there is no part 2"),
            ({"a": "After STS-136 [1]."}, "STS-136 is a name that no table of the course has"),
            ({"a": "Exercise **u2-9** [1]."}, "u2-9 is a name that no table of the course has"),
        ],
    )
    def test_what_builds_the_text(self, change, told):
        assert shown.built(TEXTS) == []
        assert told in shown.built(TEXTS | change)


def test_a_table_that_is_brought_up_to_date_keeps_what_holds(lesson):
    rows = prose.table(lesson.stem)
    assert prose.proposed(lesson, rows, {}) == rows
    lost = rows[len(rows) // 2]
    made = prose.proposed(
        lesson, [row for row in rows if row is not lost], dict.fromkeys(prose.cells(lesson, "code"), "")
    )
    assert [(row["cell"], row["number"]) for row in made] == [(row["cell"], row["number"]) for row in rows]
