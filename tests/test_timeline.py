"""The line of time without a browser: its events, its words, its cards, its twin in print."""

import datetime as dt
import re

import numpy as np
import pytest
import traitlets
from pictures import sent

from course import history, predictions, widgets
from course.widgets.kit.palette import colour
from course.widgets.kit.show import blank
from course.widgets.questions.unit1 import PLACED, dated
from course.widgets.timeline.asks import since
from course.widgets.timeline.tables import ANCHORS, TURNS, alone, ships, table

PAGE_BYTES = 300_000
MARCH = ("2022-02-22", "2022-04-01")
SAID = [2008, 1996, 2022, 2016, 1999]  # in the order of PLACED


pytestmark = pytest.mark.usefixtures("learner")


# Events ---------------------------------------------------------------------------------------------------


def test_every_event_of_the_record_is_on_the_line_at_its_day():
    picture, events = widgets.timeline(), history.events()
    assert sorted(picture.words["ids"]) == sorted(events["id"])
    drawn = dict(zip(picture.words["ids"], sent(picture, "day"), strict=True))
    for one in events[events["precision"] == "day"].itertuples():
        assert dt.date(1984, 1, 1) + dt.timedelta(days=int(drawn[one.id])) == one.date.date()


def test_an_event_of_which_only_the_month_or_the_year_is_known_spans_it():
    known = table().loc[["leak-peak", "leak-found", "zarya"], ["first", "last"]]
    first = dt.date(1984, 1, 1)
    spans = [[first + dt.timedelta(days=int(side)) for side in row] for row in known.to_numpy()]
    assert spans == [
        [dt.date(2024, 4, 1), dt.date(2024, 4, 30)],
        [dt.date(2019, 1, 1), dt.date(2019, 12, 31)],
        [dt.date(1998, 11, 20)] * 2,
    ]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("leak-found", "2019 (incidents): A slow air leak is noticed"),
        ("redesign", "March 1993 (agreements): The White House orders a redesign"),
        (
            "invasion",
            "24 February 2022 (incidents): Russia begins its full-scale invasion of Ukraine. On 2 March",
        ),
        ("zarya", "20 November 1998 (flights): Zarya, the first module"),
    ],
)
def test_a_date_is_told_no_finer_than_it_is_known(event, said):
    picture = widgets.timeline()
    picture.event = event
    assert f". {said}" in picture.sentence


@pytest.mark.parametrize("id", history.events()["id"])
def test_every_event_names_its_source_and_what_is_not_certain(id):
    picture, row = widgets.timeline(), history.events().set_index("id").loc[id]
    picture.event = id
    assert picture.source.startswith(f"Source: {row['publisher']}, {row['source_title']}")
    assert (f" (at {row['held_by']})" in picture.source) == bool(row["held_by"])
    assert ("Confidence: medium." in picture.source) == (row["confidence"] == "medium")
    assert ("(not retrieved)" in picture.source) == (not row["url"])
    assert (f"Not certain: {row['conflict']}." in picture.source) == bool(row["conflict"])
    assert ("only the month is known" in picture.source) == (row["precision"] == "month")
    url = picture.words["events"][picture.words["ids"].index(id)]["url"]
    assert url == row["url"]


@pytest.mark.parametrize(
    ("event", "serving"),
    [
        ("return-to-flight", "Soyuz"),
        ("sts-121", "Soyuz, Space Shuttle"),
        ("trampoline", "Soyuz"),
        ("clip", "Soyuz, Crew Dragon"),
    ],
)
def test_the_ships_of_the_day_are_told(event, serving):
    picture = widgets.timeline()
    picture.event = event
    assert f"Ships for crews then: {serving}." in picture.source


def test_soyuz_was_alone_twice_for_3_4_and_8_9_years():
    """NASA: after Columbia until STS-121 brought a member of the crew, and after STS-135 until Demo-2."""
    gaps = [(str(first)[:10], str(last)[:10]) for first, last in alone()]
    assert gaps == [("2003-02-01", "2006-07-04"), ("2011-07-21", "2020-05-30")]
    assert widgets.timeline().words["gaps"] == ["3.4", "8.9"]
    for first, last in gaps:
        middle = np.datetime64(first) + (np.datetime64(last) - np.datetime64(first)) // 2
        assert history.crew_vehicles(middle)["vehicle"].tolist() == ["Soyuz"]
    assert len(ships()) == len(history.crew_vehicles())


def test_the_line_opens_on_the_answer_to_its_question():
    """eWeek (21 July 2011) for the last Shuttle, NASA (30 May 2020) for Demo-2."""
    picture = widgets.timeline()
    assert "the last flight of a Shuttle. Until 30 May 2020 crews travel by Soyuz alone." in picture.sentence
    ends = {str(history.day_of(id)) for id in ("columbia", "sts-121", "sts-135-landing", "demo-2")}
    assert {str(day)[:10] for gap in alone() for day in gap} == ends
    assert picture.words["gap_ends"][1] == ["21 July 2011", "30 May 2020"]


def test_the_anchors_are_events_and_few():
    assert set(ANCHORS) <= set(history.events()["id"]) and len(ANCHORS) <= 9


def test_each_part_in_view_answers_a_question_of_its_own():
    whole = widgets.timeline(start="1984-01-01")
    days = [(dt.date(1988, 9, 29), dt.date(1998, 11, 20)), (dt.date(1998, 11, 20), dt.date(2000, 11, 2))]
    built = whole.words["asks"][0]
    assert built["steps"] == [f"{(last - first).days / 365.25:.1f} years" for first, last in days]
    assert whole.sentence.startswith(
        "12.1 years: 10.1 from the first agreement to the first module, 2.0 more"
    )
    assert f"{built['question']} 12.1 years: 10.1" in whole.alt
    march = widgets.timeline(start=MARCH[0], end=MARCH[1])
    assert march.sentence.startswith("The first words came on the same day, the clip was shown about 9 ")
    whole.threads = ["flights"]  # without the agreement nothing is counted from it
    assert whole.sentence.startswith("28 events are in view. ")
    march.threads = ["flights"]
    assert march.sentence.startswith("2 events are in view. ")


def test_no_answer_of_the_line_is_asked_for_later():
    """Exercise u1-4 asks how long crews have been aboard, the lesson how long ago it all began."""
    said = " ".join(one["answer"] for one in widgets.timeline().words["asks"])
    later = [f"{history.years_between(event, 'article'):.1f}" for event in history.events()["id"][:16]]
    assert not {*later, f"{history.crewed_days('article'):,}"} & set(re.findall(r"[\d.,]+\d", said))


@pytest.mark.parametrize("event", history.events()["id"])
def test_days_after_the_invasion_are_as_open_as_the_day_of_the_event(event):
    one, told = history.events().set_index("id").loc[event], since(event)
    assert told.startswith("about ") == ("about" in dated(event) and told != "")
    if "day" in told and told != "same day":
        count = int(told.removeprefix("about ").split()[0].replace("−", "-"))
        assert count == (one["date"].date() - dt.date(2022, 2, 24)).days


@pytest.mark.parametrize("dark", [False, True])
def test_marks_without_a_name_stand_out_from_their_ground(dark):
    """WCAG 2.2, 1.4.11: graphics need a contrast of 3 : 1."""

    def light(role):
        shares = [int(colour(role, dark=dark)[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return float(np.dot((0.2126, 0.7152, 0.0722), linear)) + 0.05

    for ground in ("sky", "faint"):  # a lane is faint, laid thinly over the sky
        ratio = max(light("dim"), light(ground)) / min(light("dim"), light(ground))
        assert ratio >= 3


# What a cell may set --------------------------------------------------------------------------------------


def test_it_opens_on_what_begins_and_ends_the_times_of_soyuz_alone():
    picture = widgets.timeline()
    assert picture.threads == [] and picture.events["id"].tolist() == list(TURNS)
    assert {str(history.day_of(id)) for id in TURNS} == {str(day)[:10] for gap in alone() for day in gap}
    names = {ship["row"]: ship["name"] for ship in picture.words["ships"]}
    rows = [names[turn["row"]] for turn in picture.words["turns"]]
    assert rows == ["Space Shuttle"] * 3 + ["Crew Dragon"]
    for id in TURNS:
        picture.event = id
        assert picture.threads == [] and picture.sentence.startswith("Twice: 3.4 years and 8.9 years. ")
    picture.event = "clip"  # all others come with all threads
    assert picture.threads == list(history.THREADS)
    picture.threads = []
    assert picture.event == "demo-2" and "Columbia is lost, 1 February 2003" in picture.alt


@pytest.mark.parametrize("day", [dt.date(2022, 2, 24), np.datetime64("2022-02-24"), "2022-02-24"])
def test_a_part_of_the_line_is_given_by_any_dates(day):
    picture = widgets.timeline(start=day, end="2022-03-30")
    assert picture.span == ("2022-02-24", "2022-03-30") and picture.event == "article"
    assert picture.events["id"].tolist() == history.events(start=day, end="2022-03-30")["id"].tolist()


def test_a_part_without_the_last_shuttle_and_the_article_begins_with_its_first_event():
    assert widgets.timeline(start="1998-01-01", end="2001-01-01").event == "iga-1998"


def test_choosing_an_event_brings_it_and_its_thread_into_view():
    picture = widgets.timeline(start=MARCH[0], end=MARCH[1])
    picture.threads = ["words"]
    picture.event = "zarya"
    first, last = (np.datetime64(day) for day in picture.span)
    assert first <= np.datetime64("1998-11-20") <= last and (last - first).astype(int) == 38
    assert picture.threads == ["flights", "words"]
    picture.span = ("2000-01-01", "2010-01-01")
    picture.event = "reagan"
    assert picture.span[0] == "1984-01-01"  # the line goes no further back


def test_without_its_thread_the_nearest_event_is_chosen():
    picture = widgets.timeline()
    picture.event = "clip"
    picture.threads = ["flights"]
    assert picture.event == "oneweb-cancelled"


def test_what_the_hand_does_reaches_the_cell():
    picture = widgets.timeline()
    picture.set_state({"span": list(MARCH), "event": "clip", "threads": ["words", "flights"]})
    assert picture.span == MARCH and picture.threads == ["flights", "words"]
    assert "It shows 10 events; flights: 2, words: 8." in picture.alt


@pytest.mark.parametrize(
    ("trait", "value", "why"),
    [
        ("span", ("2022-03-01", "2022-03-10"), "at least 14 days"),
        ("span", ("2022-03-30", "2022-02-24"), "at least 14 days"),
        ("span", ("1980-01-01", "2022-03-10"), "between 1984-01-01 and 2026-06-30"),
        ("span", ("2000-01-01", "2027-01-01"), "between 1984-01-01 and 2026-06-30"),
        ("span", ("2000-01-01",), "a first and a last day"),
        ("span", ("2000-01-01", "March"), "must look like 2022-03-12"),
        ("event", "moon-landing", "no event is called 'moon-landing'"),
        ("threads", ["rumours"], "threads must be some of agreements"),
        ("comparing", True, "needs a prediction"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_nothing_is_lost(trait, value, why):
    picture = widgets.timeline()
    before = (picture.span, picture.event, picture.threads, picture.comparing)
    with pytest.raises(ValueError, match=why):
        setattr(picture, trait, value)
    assert (picture.span, picture.event, picture.threads, picture.comparing) == before


def test_a_span_of_other_things_than_dates_is_refused():
    with pytest.raises((TypeError, traitlets.TraitError)):
        widgets.timeline(start=2000)


# Cards ----------------------------------------------------------------------------------------------------


def test_five_cards_are_asked_for_without_their_years():
    picture = widgets.timeline(question="u1-p1")
    assert picture.question["places"] == list(PLACED) and picture.question["ends"] == [1984, 2026]
    days = [history.day_of(event) for event in PLACED.values()]
    assert days != sorted(days)  # the order gives nothing away
    assert picture.prediction is None


def test_the_cards_are_compared_by_calendar_year():
    picture = widgets.timeline(question="u1-p1")
    picture.set_state({"prediction": {"answer": SAID}, "comparing": True})
    assert picture.sentence == (
        "1 of 5 in the right year; furthest off is first commercial crew, 4 years too early."
    )
    assert "last Shuttle landing said 2008, on record 21 July 2011" in picture.alt


def test_the_end_of_the_lesson_shows_what_was_said_beside_the_record():
    widgets.timeline(question="u1-p1")
    predictions.predict("u1-p1", SAID)
    told = repr(predictions.summary("u1"))
    assert "You said: last Shuttle landing 2008, first module launched 1996" in told
    assert "first module launched 20 November 1998, the press article about 8 March 2022" in told


def test_a_prediction_in_a_cell_opens_the_line():
    picture = widgets.timeline(question="u1-p1")
    predictions.predict("u1-p1", SAID)
    assert picture.prediction == {"answer": SAID}
    assert widgets.timeline(question="u1-p1").cards[1][3] == "2 years too early"


# Page and twin --------------------------------------------------------------------------------------------


def test_the_page_is_small_and_asks_nobody():
    page = widgets.timeline(question="u1-p1").to_html()
    assert len(page) < PAGE_BYTES
    assert not re.search(r'(?:src|href)="(?!data:)', page) and "@import" not in page


def test_the_twin_draws_the_events_in_view():
    picture = widgets.timeline(start=MARCH[0], end=MARCH[1])
    ax = picture.figure().axes[0]
    marks = [len(line.get_xdata()) for line in ax.lines if line.get_marker() not in ("None", None)]
    assert sum(marks) == len(picture.events) == 13
    assert "The article about +12 days" in {text.get_text() for text in ax.texts}
    assert ax.get_title(loc="left") == "How soon did words follow the invasion?"


def test_the_twin_draws_the_brackets_of_its_answer():
    ax = widgets.timeline(start="1984-01-01").figure().axes[0]
    assert {"10.1 years", "2.0 years"} <= {text.get_text() for text in ax.texts}
    joined = [
        tuple(str(day)[:10] for day in line.get_xdata()) for line in ax.lines if line.get_marker() == "|"
    ]
    assert joined == [("1988-09-29", "1998-11-20"), ("1998-11-20", "2000-11-02")]


def test_the_twin_draws_the_cards():
    picture = widgets.timeline(question="u1-p1")
    predictions.predict("u1-p1", SAID)
    picture.comparing = True
    ax = blank()[1]
    picture.draw(ax)
    rings = [float(line.get_xdata()[0]) for line in ax.lines if line.get_marker() == "o"]
    assert rings == [year + 0.5 for year in SAID]
    true = [float(line.get_xdata()[0]) for line in ax.lines if line.get_marker() == "D"]
    assert true[1] == pytest.approx(1998 + 323 / 365)  # 20 November is day 323, counted from 0
