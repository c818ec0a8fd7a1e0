"""The line of time in a real browser, as a page without a server."""

from itertools import pairwise

import pandas as pd
import pytest
from picture_page import widths
from timeline_page import SAID, clashes, drawn, flags, names, press

from course import history, widgets
from course.widgets.timeline.picture import Timeline
from course.widgets.timeline.tables import ANCHORS, FIRST, TURNS

ANSWER = "Twice: 3.4 years and 8.9 years."
WHOLE = {"start": FIRST}  # with all events
MARCH = {"start": "2022-02-22", "end": "2022-04-01"}
TOGETHER_PX = 750  # drawing, sentence and both controls; the cards and their question
APART_PX = 12  # between names of a row, so that they never read as one sentence


@pytest.fixture
def opened(show):
    def make(question=None, span=None, **context):
        picture = widgets.timeline(question=question, **(span or {}))
        return show(picture, reduced_motion="reduce", **context)

    return make


@pytest.mark.parametrize("id", ["leak-found", "clip", "reagan"])
def test_words_on_the_page_are_those_of_python(opened, id):
    shown, picture = opened(span=WHOLE), widgets.timeline(**WHOLE)
    shown.slide("Event", picture.words["ids"].index(id))
    picture.event = id
    assert (shown.sentence(), shown.alt(), shown.note()) == (picture.sentence, picture.alt, picture.source)


@pytest.mark.parametrize(("at", "id"), list(enumerate(TURNS)))
def test_it_opens_on_what_begins_and_ends_the_times_of_soyuz_alone(opened, at, id):
    shown, picture = opened(), widgets.timeline()
    shown.slide("Event", at)
    picture.event = id
    assert (shown.sentence(), shown.alt(), shown.note()) == (picture.sentence, picture.alt, picture.source)
    turns = history.events().set_index("id").loc[list(TURNS), "label"]
    ships = set(history.crew_vehicles()["vehicle"])  # one of them is named as its first flight
    assert set(turns) <= set(names(shown)) <= set(turns) | ships


def test_a_name_below_its_pole_is_pressed(opened):
    shown = opened()
    one = names(shown)["Columbia is lost"]
    shown.drag((one["left"] + 20, one["y"] - 4), (one["left"] + 20, one["y"] - 4))
    assert "1 February 2003: Columbia is lost" in shown.sentence()


ASKED = {  # view: its question, how its sentence begins, and the answer as it is drawn
    "Soyuz alone": ("How long could only a Soyuz bring crews?", ANSWER, {"3.4 years", "8.9 years"}),
    "All 42 years": (
        "How long from agreement to first crew?",
        "12.1 years: 10.1 from the first agreement to the first module, 2.0 more to the first crew.",
        {"10.1 years", "2.0 years", "First agreement", "Zarya", "First crew"},
    ),
    "March 2022": (
        "How soon did words follow the invasion?",
        "The first words came on the same day, the clip was shown about 9 days later, the article came "
        "about 12 days later.",
        {"24 February 2022: the invasion", "same day", "about +9 days", "about +12 days"},
    ),
}


@widths(340, 420, 720, 1280)
def test_each_part_in_view_has_its_own_question_and_its_answer_drawn(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    buttons = shown.page.get_by_role("group", name="Part in view").get_by_role("button")
    assert buttons.all_text_contents() == list(ASKED)
    for view, (question, sentence, answer) in ASKED.items():
        press(shown, view)
        asked = [words for words in drawn(shown) if words.endswith("?") and words not in LABELS]
        assert asked == [question]
        assert shown.sentence().startswith(sentence) and clashes(shown) == [], view
        assert width < 420 or answer <= set(drawn(shown)), view  # on less only the sentence tells each name


def test_any_other_part_says_from_when_to_when_it_goes(opened):
    shown = opened(span={"start": "2001-01-01", "end": "2014-12-31"})
    assert "1 January 2001 to 31 December 2014" in drawn(shown)
    assert "events are in view. " in shown.sentence()


def test_the_days_after_the_invasion_are_those_between_the_events(opened):
    shown = opened(span=MARCH)
    told = {one["words"] for one in drawn(shown).values()}
    for event, about in (("clip", "about "), ("article", "about "), ("ms-19-landing", ""), ("exomars", "")):
        assert f"{about}+{history.days_between('invasion', event)} days" in told
    assert not {"Space Shuttle", "Soyuz", "Crew Dragon", "Starliner"} & told  # bars would answer nothing here


@widths(420, 720, 1280)
def test_a_grey_mark_shows_the_year_of_its_event(opened, width):
    """Every event in view has a mark of its own on its day: no number stands for several."""
    shown = opened(viewport={"width": width, "height": 900})
    press(shown, "All 42 years")
    shown.page.evaluate(MARKS)
    words = drawn(shown)
    assert not [one for one in words if one.startswith("+")]
    grey = shown.page.evaluate("() => window.marks")
    plain = len(history.events()) - len(names(shown))
    assert grey == plain


MARKS = """() => {
  window.marks = 0;
  const dim = getComputedStyle(document.querySelector('.iss-picture')).getPropertyValue('--iss-dim');
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...words) {
    if (this.fillStyle === dim.trim().toLowerCase()) window.marks += 1;
    return fill.apply(this, words);
  };
}"""


LABELS = set(history.events()["label"])


@widths(340, 420, 720, 1280)
def test_no_pole_goes_through_a_name(opened, width):
    """A pole ends at its own name: it passes beside every name that stands higher."""
    shown = opened(viewport={"width": width, "height": 900})
    assert clashes(shown) == []
    words, events = drawn(shown), history.events().set_index("id").loc[list(TURNS)]
    middle = {year: (words[str(year)]["left"] + words[str(year)]["right"]) / 2 for year in (2000, 2020)}
    lowest = max(one["y"] for one in words.values())
    names_y = {label: max(one["y"] for one in flags(shown, label)) for label in events["label"]}
    for event in events.itertuples():
        years = (event.date - pd.Timestamp(2000, 1, 1)).days / 365.25
        pole = middle[2000] + years * (middle[2020] - middle[2000]) / 20
        for other in events["label"]:
            if names_y[other] >= names_y[event.label]:
                continue
            for one in flags(shown, other):
                assert not one["left"] - 2 < pole < one["right"] + 2, (event.label, other)
    assert lowest - max(names_y.values()) < 80  # the axis is near


def test_the_source_links_to_its_publisher(opened):
    shown = opened(span=WHOLE)
    shown.slide("Event", widgets.timeline().words["ids"].index("rogozin-map"))
    link = shown.page.locator(".iss-note a").first
    assert link.get_attribute("href").startswith("https://ixbt.com/") and "iXBT" in link.text_content()


def test_the_closer_the_more_names(opened):
    shown = opened()
    counted = []
    for name in ("All 42 years", "March 2022"):
        press(shown, name)
        counted.append(len({one for one in names(shown) if one in MARCH_LABELS}))
    assert counted[0] < counted[1] == len(MARCH_LABELS)
    shown = opened(span=MARCH, viewport={"width": 420, "height": 900})
    assert set(MARCH_EVENTS[MARCH_EVENTS["rank"] == 1]["label"]) <= set(names(shown))


MARCH_EVENTS = history.events(start="2022-02-22", end="2022-04-01")
MARCH_LABELS = set(MARCH_EVENTS["label"])


def test_a_part_of_the_line_speaks_of_an_event_of_its_answer(opened):
    shown = opened()
    press(shown, "March 2022")
    assert "24 February 2022 (incidents): Russia begins" in shown.sentence()
    press(shown, "All 42 years")
    assert "2 November 2000 (flights): Expedition 1 arrives" in shown.sentence()
    press(shown, "Soyuz alone")
    assert shown.sentence().startswith(f"{ANSWER} Each runs from when Shuttles stopped")


@pytest.mark.parametrize(
    ("width", "named"),
    [(420, 6), *(pytest.param(*more, marks=pytest.mark.long) for more in ((720, 8), (1280, 9)))],
)
def test_the_whole_line_names_its_anchors_alone(opened, width, named):
    shown = opened(span=WHOLE, viewport={"width": width, "height": 900})
    anchors = set(history.events().set_index("id").loc[list(ANCHORS), "label"])
    assert set(names(shown)) <= anchors and len(names(shown)) >= named


def test_where_a_time_alone_is_cut_off_its_other_end_is_told(show):
    told = lambda *span: set(drawn(show(Timeline(span=span), reduced_motion="reduce")))  # noqa: E731
    late = told("2020-01-01", "2022-12-31")
    assert {"8.9 years in all, since 21 July 2011", "← until 21 July 2011", "from 5 June 2024 →"} <= late
    assert "8.9 years" not in late
    early = told("1998-06-01", "2011-12-31")
    assert {"3.4 years", "8.9 years in all, until 30 May 2020"} <= early
    assert "8.9 years in all" in told("2013-01-01", "2014-12-31")


def test_marks_that_lie_over_one_another_come_apart_when_pressed(opened):
    shown = opened(span=WHOLE)
    words, before = drawn(shown), shown.alt()
    middle = {year: (words[str(year)]["left"] + words[str(year)]["right"]) / 2 for year in (1990, 1995)}
    there = middle[1990] + (middle[1995] - middle[1990]) * 3.5 / 5  # of June 1992 to September 1993
    shown.drag((there, words["Agreements"]["y"] - 4), (there, words["Agreements"]["y"] - 4))
    assert shown.alt().split(". ")[0] != before.split(". ")[0]  # from when to when
    assert shown.sentence().split(" (")[0][-4:] in ("1992", "1993")
    assert {"Saved by one vote", "Redesign ordered"} <= set(names(shown))


def test_the_part_in_view_is_marked(opened):
    shown = opened()
    marked = lambda: shown.page.locator("button[aria-pressed=true]").all_text_contents()  # noqa: E731
    assert marked() == ["Soyuz alone"]
    press(shown, "March 2022")
    assert marked() == ["March 2022"]
    shown.drag((500, 100), (400, 100))
    assert marked() == []


def test_dragging_moves_through_time_and_a_tap_chooses(opened):
    shown = opened(span=MARCH)
    before = names(shown)["The shared map"]["left"]
    shown.drag((500, 100), (400, 100))
    assert names(shown)["The shared map"]["left"] == pytest.approx(before - 100, abs=1)
    clip = names(shown)["The clip"]
    shown.drag((clip["left"] + 20, clip["y"] - 4), (clip["left"] + 20, clip["y"] - 4))
    assert "are in view. 5 March 2022 (words): NASA Watch shows" in shown.sentence()


def unfold(shown):
    shown.page.get_by_text("Any other part, single threads of events").click()


def test_zoom_and_events_by_key(opened):
    shown = opened(span=WHOLE)
    unfold(shown)
    for name, key in (("Zoom", "PageUp"), ("Event", "ArrowLeft"), ("Zoom", "End"), ("Event", "Home")):
        before = shown.pixels(), shown.alt()
        shown.press(name, key)
        assert (shown.pixels(), shown.alt()) != before
    assert shown.sentence().startswith("One event is in view. 25 January 1984")
    assert "to 15 January 1984" not in shown.alt() and "It shows 1 events" in shown.alt()


def test_a_thread_is_switched_off_and_without_the_last_one_the_answer_stays(opened):
    shown = opened(span=MARCH)
    unfold(shown)
    shown.page.get_by_role("checkbox", name="words").uncheck()
    assert "The clip" not in names(shown) and "(words)" not in shown.sentence()
    for thread in ("agreements", "incidents"):
        shown.page.get_by_role("checkbox", name=thread).uncheck()
    shown.page.get_by_role("checkbox", name="flights").uncheck()
    assert shown.sentence().startswith(ANSWER)


def bottom(shown, what):
    """Return how far below the top of the picture something ends."""
    top = shown.page.locator(".iss-picture").bounding_box()["y"]
    box = shown.page.locator(what).last.bounding_box()
    return box["y"] + box["height"] - top


@widths(420, 720, 1280)
def test_all_that_is_needed_fits_a_window(opened, width):
    shown = opened("u1-p1", viewport={"width": width, "height": 900})
    assert bottom(shown, ".iss-gate") <= TOGETHER_PX
    press(shown, "Skip")
    for view in ASKED:
        press(shown, view)
        assert bottom(shown, ".iss-picture > .iss-controls > .iss-slider") <= TOGETHER_PX


@widths(340, 420, 720, 1280)
def test_names_in_a_row_stand_apart(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    for view in ASKED:
        press(shown, view)
        rows = {}
        for one in names(shown).values():
            rows.setdefault(round(one["y"]), []).append((one["left"], one["right"], one["words"]))
        for row in rows.values():
            for (_, right, first), (left, _, second) in pairwise(sorted(row)):
                assert left - right >= APART_PX, (view, first, second)


@widths(420, 720, 1280)
def test_nothing_overflows_or_clashes_and_all_can_be_read(opened, width):
    shown = opened("u1-p1", viewport={"width": width, "height": 900})
    for what, year in SAID.items():
        shown.slide(what, year)
    shown.written()
    assert clashes(shown) == [] and shown.controls_outside() == []
    press(shown, "Show the record")
    assert clashes(shown) == []
    press(shown, "On to the history")
    for view in ASKED:
        press(shown, view)
        shown.must_be_readable(written=drawn(shown).values())
        assert clashes(shown) == []


def test_a_finger_moves_the_line_sideways_and_the_page_up_and_down(opened):
    shown = opened(span=MARCH, has_touch=True, viewport={"width": 420, "height": 500})
    session = shown.context.new_cdp_session(shown.page)
    box = shown.page.locator(".iss-canvas").bounding_box()

    def swipe(across, down):
        for step in range(9):
            kind = "touchMove" if step else "touchStart"
            place = {"x": box["x"] + 200 + across * step / 8, "y": box["y"] + 200 + down * step / 8}
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [place]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        shown.settle()
        return shown.page.evaluate("() => scrollY")

    first = shown.alt()
    assert swipe(-150, 0) == 0 and shown.alt() != first
    assert swipe(0, -150) > 0
