"""Unit 1's exercises against the models of the package, and what only they ask of the machinery."""

import datetime as dt
import json
import re
from pathlib import Path

import nbformat
import numpy as np
import pytest

from course import evidence, history, station
from course.checks import catalogue, drawing
from course.checks.cells import NotYet, check
from course.checks.comparing import frozen
from course.checks.exercise import Line
from course.checks.forms import Number, Unreadable, Word, in_words
from course.checks.judge import judge
from course.checks.recorder import plain, record
from course.checks.unit1.segments import MOVING_DAYS
from course.checks.wording import gives_away
from course.publish import verdicts
from course.tables import day as day_in_words

UNIT = "1-history"
GAP, MILE, SEGMENTS, CREWED, TRAIL = catalogue.functions(UNIT)
STUDENTS = [str(n) for n in range(100)]
STATUTE, NAUTICAL = 5280 * 0.3048 / 1000, 1.852  # km: 5,280 international feet; 1929 conference
ROUNDED = 5e-4  # half of the last digit of a number in a text


@pytest.fixture(scope="module")
def texts():
    """Return what students read above each exercise."""
    path = Path(__file__).parent.parent / "exercises" / UNIT / f"{UNIT}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    return {cell.id.removesuffix("-text"): cell.source for cell in cells if cell.cell_type == "markdown"}


def judged(exercise, function):
    return judge(exercise, record(function, exercise.shown))


def hidden(exercise):
    """Return the hidden calls of many students."""
    return [call for name in STUDENTS for call in drawing.drawn_inputs(exercise, student=name, secret="s")]


def test_points_of_unit_1_are_those_of_the_plan():
    assert [one.points for one in catalogue.UNITS[UNIT]] == [2, 2, 3, 2, 2, 3]


def test_unit_1_comes_first():
    assert next(iter(catalogue.UNITS)) == UNIT


class TestGap:
    def test_the_gap_of_the_article_is_3236_days(self):
        # NASA: STS-135 landed on 21 July 2011, Crew Dragon Demo-2 was launched on 30 May 2020.
        assert GAP.shown[0] == tuple(str(history.day_of(one)) for one in ("sts-135-landing", "demo-2"))
        assert GAP.reference(*GAP.shown[0]) * 365.25 == pytest.approx(3236)

    @pytest.mark.parametrize("call", GAP.shown)
    def test_gaps_agree_with_the_package(self, call):
        assert GAP.reference(*call) == pytest.approx(history.years_between(*call))

    def test_the_shown_days_are_those_of_the_record(self):
        ids = ("sts-135-landing", "demo-2", "columbia", "return-to-flight", "expedition-1", "columbia")
        assert [day for call in GAP.shown for day in call] == [str(history.day_of(one)) for one in ids]

    @pytest.mark.parametrize("year", [365, 365.25, 365.2425])
    @pytest.mark.parametrize("more", [0, 1])
    def test_every_usual_year_counts_and_the_first_day_and_two_decimals_may(self, year, more):
        def count(start, end):
            return round((history.days_between(start, end) + more) / year, 2)

        for call in [*GAP.shown, *hidden(GAP)]:
            assert abs(count(*call) - GAP.reference(*call)) < GAP.margin(GAP.reference(*call))

    def test_a_leap_year_of_days_is_no_year(self):
        assert (
            judged(GAP, lambda start, end: GAP.reference(start, end) * 365.25 / 366).misconception == "close"
        )

    def test_hidden_gaps_lie_in_the_history_of_the_station(self):
        for start, end in hidden(GAP):
            assert "1984-01-25" <= start < end <= str(station.AS_OF)
            assert int(end[8:]) - int(start[8:]) >= 9  # days of months show

    def test_a_timedelta_of_any_library_gets_the_same_message(self):
        durations = (
            lambda start, end: dt.date.fromisoformat(end) - dt.date.fromisoformat(start),
            lambda start, end: np.datetime64(end) - np.datetime64(start),
            lambda start, end: np.datetime64(end, "s") - np.datetime64(start, "s"),
            lambda start, end: (np.datetime64(end) - np.datetime64(start)).astype("timedelta64[ns]"),
            lambda start, end: (
                dt.date.fromisoformat(end) - dt.date.fromisoformat(start) + dt.timedelta(minutes=9)
            ),
        )
        assert {judged(GAP, one) for one in durations} == {judged(GAP, durations[0])}
        verdict = judged(GAP, durations[0])
        assert verdict.misconception == "timedelta" and verdict.points == 1
        assert verdict.message.startswith("You returned a timedelta")

    def test_a_timedelta_with_the_right_number_in_it_is_no_right_answer(self):
        assert judged(GAP, lambda start, end: dt.timedelta(GAP.reference(start, end))).points == 1


class TestMile:
    def test_miles_have_their_lengths(self):
        statute, nautical, _ = MILE.reference(420.0, 227.0)
        assert (statute, nautical) == pytest.approx((227 * STATUTE, 227 * NAUTICAL))
        assert history.miles(statute) == pytest.approx(227)
        assert history.miles(nautical, kind="nautical") == pytest.approx(227)

    def test_the_article_means_nautical_miles(self):
        # facts: 420 km are 226.78 nautical and 260.98 statute miles
        assert MILE.reference(420.0, 226.78)[2] == MILE.reference(420.0, 227.0)[2] == "nautical"
        assert MILE.reference(420.0, 260.98)[2] == "statute"

    def test_hidden_pairs_fit_one_mile_and_both_miles_occur(self):
        for student in STUDENTS:
            pairs = drawing.drawn_inputs(MILE, student=student, secret="s")
            names = [MILE.reference(*pair)[2] for pair in pairs]
            assert set(names) == {"statute", "nautical"}
            for (distance_km, miles), name in zip(pairs, names, strict=True):
                exact = miles * {"statute": STATUTE, "nautical": NAUTICAL}[name]
                assert abs(distance_km / exact - 1) < 0.01

    def test_shown_pairs_hold_both_miles_and_figures_that_are_not_exact(self):
        exact = {}
        for distance_km, miles in MILE.shown:
            *readings, name = MILE.reference(distance_km, miles)
            exact.setdefault(name, set()).add(distance_km in map(round, readings))
        assert exact == {"statute": {True, False}, "nautical": {True, False}}

    @pytest.mark.parametrize("name", ["nautical", "Nautical", " NAUTICAL\n"])
    def test_a_name_counts_in_capitals_too(self, name):
        right = {"nautical": name, "statute": "Statute"}

        def answer(distance_km, miles):
            *readings, found = MILE.reference(distance_km, miles)
            return *readings, right[found]

        assert judged(MILE, answer).points == 2

    def test_the_message_of_another_name_quotes_it(self):
        def answer(distance_km, miles):
            *readings, name = MILE.reference(distance_km, miles)
            return *readings, "nautical" if miles == 250 else name

        with pytest.raises(NotYet, match='You returned "nautical" for 250 miles'):
            check("u1-2", answer)

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ("sea mile", "You returned another word"),
            (1.0, "In place of the word stands one number"),
            (True, "In place of the word stands True or False"),
            (None, "In place of the word stands nothing"),
        ],
    )
    def test_words_that_are_not_asked_for_are_named(self, value, said):
        with pytest.raises(Unreadable) as unreadable:
            Word(("statute", "nautical")).read(plain(value), (420.0, 227.0), MILE.takes)
        assert unreadable.value.fault == "wrong type"
        assert unreadable.value.messages[0].startswith(f"{said} for 227 miles. Asked for is statute or")

    def test_a_word_is_read_as_its_place_and_shown_as_itself(self):
        (reading,) = Word(("statute", "nautical"), about="{1:g} miles").read(
            plain("Nautical"), (420.0, 227.0), ""
        )
        assert (reading.value, reading.about) == (1.0, "227 miles")
        assert reading.said == 'You returned "nautical" for 227 miles'

    def test_what_a_number_is_about_may_hold_the_arguments(self):
        (reading,) = Number("km", about="{1:,g} statute miles").read(plain(1.0), (9.0, 1200.0), "")
        assert reading.about == "1,200 statute miles"


class TestSegments:
    @pytest.mark.parametrize("call", SEGMENTS.shown, ids=lambda call: call[2])
    def test_shown_shares_agree_with_the_package(self, call):
        table = station.listed_masses(call[2])
        assert SEGMENTS.reference(*call) == pytest.approx(table.loc[call[1], "share"])

    @pytest.mark.parametrize("day", ["1999-06-01", "2001-10-01", "2021-07-27", "2026-06-08"])
    def test_shares_of_other_days_agree_and_add_up(self, day):
        modules = station.lines()
        shares = {segment: SEGMENTS.reference(modules, segment, day) for segment in ("Russian", "US")}
        assert shares == pytest.approx(station.listed_masses(day)["share"].to_dict())
        assert sum(shares.values()) == pytest.approx(1)

    def test_the_lines_are_those_of_the_record(self):
        table = station.record().set_index("name")
        assert [line["name"] for line in station.lines()] == table.index.tolist()
        for line in station.lines():
            for column in ("launched", "joined"):
                assert line[column] == f"{table.loc[line['name'], column]:%Y-%m-%d}"
            assert (line["removed"] is None) == (str(table.loc[line["name"], "removed"]) == "NaT")
            assert line["mass_kg"] == table.loc[line["name"], "mass_kg"]
            assert line["owner"] == table.loc[line["name"], "owner"]

    def test_pirs_left_on_26_july_2021_and_it_shows(self):
        # Roscosmos: Progress MS-16 took it away.
        (pirs,) = (line for line in station.lines() if line["removed"])
        assert (pirs["name"], pirs["removed"]) == ("Pirs", str(history.day_of("pirs-leaves")))
        assert SEGMENTS.shown[2][2] > pirs["removed"] and SEGMENTS.shown[1][2] < pirs["removed"]
        kept = judged(
            SEGMENTS, next(s for s in SEGMENTS.misconceptions if s.name == "gone and still counted").answer
        )
        assert (kept.points, kept.misconception) == (1.5, "gone and still counted")

    def test_no_module_moves_on_a_day_that_is_asked_for(self):
        for _, _, day in [*SEGMENTS.shown, *hidden(SEGMENTS)]:
            assert day not in MOVING_DAYS
            assert "1998-11-20" < day <= str(station.AS_OF)

    def test_hidden_tables_hold_both_segments_in_another_order(self):
        for modules, segment, day in hidden(SEGMENTS):
            assert 0.01 < SEGMENTS.reference(modules, segment, day) < 0.99
            assert list(modules) != sorted(modules, key=lambda line: line["joined"])

    def test_a_line_can_be_looked_up_and_is_equal_to_its_dictionary(self):
        one, other = Line(name="Zarya", mass_kg=19323), {"name": "Zarya", "mass_kg": 19323}
        assert one == other and hash(one) == hash(Line(other))
        assert frozen([[[other], "US"]]) == (((one,), "US"),)
        assert {frozen([[[other]]]): 1}[frozen([((one,),)])] == 1


class TestCrewed:
    @pytest.mark.parametrize(
        ("until", "days"),
        [("2020-11-02", 7305), ("2010-11-02", 3652), ("2025-11-02", 9131)],  # anniversaries that NASA kept
    )
    def test_anniversaries(self, until, days):
        assert CREWED.reference(until) == days == history.crewed_days(until)

    @pytest.mark.parametrize("call", CREWED.shown)
    def test_days_agree_with_the_package(self, call):
        assert CREWED.reference(*call) == history.crewed_days(*call)

    def test_both_ways_to_count_are_right_and_a_mixture_is_not(self):
        (inclusive,) = CREWED.also_right
        assert judged(CREWED, CREWED.reference).points == judged(CREWED, inclusive).points == 2

        def mixed(until):
            return (inclusive if until == "2022-03-08" else CREWED.reference)(until)

        assert judged(CREWED, mixed).misconception == "close"

    def test_hidden_days_lie_between_the_first_crew_and_the_last_day_of_the_facts(self):
        for (until,) in hidden(CREWED):
            assert "2000-11-02" < until <= str(station.AS_OF)
            history.crewed_days(until)

    def test_numbers_near_the_answer_are_not_shown(self):
        verdict = judged(CREWED, lambda until: CREWED.reference(until) - 5)
        assert verdict.misconception == "close"
        assert not gives_away(verdict.message, [7796])


def test_calls_with_text_read_as_declared():
    assert in_words(GAP.shown[0], GAP.takes) == "2011-07-21 to 2020-05-30"
    assert in_words(SEGMENTS.shown[1], SEGMENTS.takes) == "the US segment on 2011-07-21"
    assert in_words(MILE.shown[0], MILE.takes) == "227 miles"
    assert in_words(CREWED.shown[0], CREWED.takes) == "2022-03-08"


@pytest.mark.parametrize(
    ("exercise", "arguments", "words", "value"),
    [
        (GAP, ("1998-11-20", "2000-11-02"), "your function returns about 1.95", 1.95),
        (CREWED, ("2000-12-25",), "your function returns 53 or 54", 53),
        (SEGMENTS, (station.lines(), "Russian", "2000-01-01"), "your function returns about 0.565", 0.565),
    ],
    ids=lambda value: getattr(value, "id", None),
)
def test_worked_numbers_are_right_and_are_not_graded(texts, exercise, arguments, words, value):
    text = texts[exercise.id]
    assert words in text
    assert all(one in text for one in arguments if isinstance(one, str) and one != "Russian")
    assert exercise.reference(*arguments) == pytest.approx(value, rel=2e-3)
    assert frozen([arguments])[0] not in frozen(exercise.shown)


def test_the_worked_pair_is_right(texts):
    assert (
        'for 185 km and 100 miles your function returns about 160.9, 185.2 and `"nautical"`' in texts["u1-2"]
    )
    assert MILE.reference(185.0, 100.0) == (
        pytest.approx(160.9, rel=ROUNDED),
        pytest.approx(185.2),
        "nautical",
    )
    assert f"{STATUTE:.6f} km" in texts["u1-2"] and f"{NAUTICAL} km" in texts["u1-2"]


def test_the_texts_name_the_days_of_the_record(texts):
    assert "21 July 2011" in texts["u1-1"] and "30 May 2020" in texts["u1-1"]
    assert f"{history.day_of('expedition-1').item():%-d %B %Y}" in texts["u1-4"]
    assert f'`"{history.day_of("article")}"`, the day of the article' in texts["u1-4"]


class TestMarkScheme:
    """The numbers and days in the mark scheme are those of the models and of the record."""

    scheme = " ".join(text for _, text in catalogue.written(UNIT)[0].marks)

    @pytest.mark.parametrize(
        "words",
        [
            f"{history.days_between('sts-135-landing', 'demo-2'):,} days",
            f"{history.years_between('sts-135-landing', 'demo-2'):.2f} years",
            f"227 statute miles = {227 * STATUTE:.0f} km",
            f"227 nautical miles = {227 * NAUTICAL:.0f} km",
            f"420 km = {history.miles(420):.0f} statute miles",
            f"{history.crewed_days('article'):,} days",
        ],
    )
    def test_numbers(self, words):
        assert words in self.scheme

    @pytest.mark.parametrize(
        "event", ["sts-135-landing", "demo-2", "borisov-2025", "russia-2028", "rogozin-500-tons", "article"]
    )
    def test_days(self, event):
        assert f"{history.day_of(event).item():%-d %B %Y}" in self.scheme

    def test_each_sentence_earns_as_much_for_its_kind_as_for_its_evidence(self):
        (written,) = catalogue.written(UNIT)
        of_sentences = [(points, text) for points, text in written.marks if text.startswith("Sentence ")]
        assert [points for points, _ in of_sentences] == 5 * [0.6]
        assert all("Kind (0.3)" in text and "Evidence (0.3)" in text for _, text in of_sentences)

    def test_its_kinds_and_verdicts_are_those_of_the_lesson(self, texts):
        asked = {*re.findall(r"\*\*([a-z]+)\*\*", texts["u1-5"])}
        assert asked == {*history.KINDS, *history.VERDICTS} - {"not checkable"}
        lesson = json.loads(
            (Path(__file__).parent.parent / "notebooks" / "1-history.ipynb").read_text("utf-8")
        )
        table = next("".join(one["source"]) for one in lesson["cells"] if one["id"] == "article-text")
        assert tuple(re.findall(r"^\| (\w+) \|", table, re.MULTILINE))[1:] == history.KINDS
        for kind in history.KINDS:
            said = verdicts.in_writing(f"A. {kind}, unclear: no record says it")
            assert said["A08"].verdict == (kind if kind in ("prediction", "threat", "opinion") else "unclear")

    def test_the_record_of_the_notebook_holds_the_evidence(self, texts):
        shown = (
            history.events(start="1998-01-01", end="2023-12-31").query("precision == 'day'")["id"].tolist()
        )
        for event in (
            "sts-135-landing",
            "demo-2",
            "borisov-2025",
            "russia-2028",
            "rogozin-500-tons",
            "iga-1998",
        ):
            assert event in shown
        assert all(f"**{letter}.**" in texts["u1-5-sentences"] for letter in "ABCDE")


class TestTrail:
    """u1-6: the five reports on record, and trails that are made up."""

    def test_the_reports_on_record_lose_the_word_in_the_headline(self):
        order, lost = TRAIL.reference(*TRAIL.shown[0])
        assert order == ["DLR", "letter", "post", "headline", "article"] and lost == "headline"

    def test_every_report_is_sourced_and_dated_by_the_tables(self):
        reports, sources = evidence.trail(), evidence.trail_sources()
        assert {one["name"] for one in reports} == set(sources)
        for one in reports:
            assert day_in_words(one["date"]).split(" ", 1)[1] in sources[one["name"]]
        assert next(one for one in reports if one["name"] == "headline")["date"] == "2022-03-04"

    def test_dates_lead_astray_in_every_trail_that_is_drawn(self):
        for reports, words in hidden(TRAIL):
            order, lost = TRAIL.reference(reports, words)
            by_date = [one["name"] for one in sorted(reports, key=lambda one: one["date"])]
            texts = {one["name"]: one["text"] for one in reports}
            assert order != by_date and set(order) == set(texts)
            assert words in texts[order[0]] and words not in texts[lost]
            assert all(words in texts[name] for name in order[: order.index(lost)])

    def test_the_worked_trail_is_right(self, texts):
        lines = (
            Line(name="mail", follows="sign", text="No swimming"),
            Line(name="sign", follows=None, text="No swimming at night"),
        )
        assert TRAIL.reference(lines, "night") == (["sign", "mail"], "mail")
        assert '`["sign", "mail"], "mail"`' in texts["u1-6"]
