"""The station that can be cut, in a real browser, as a page without a server."""

import numpy as np
import pytest
from picture_page import widths

from course import station, widgets
from course.widgets.dependencies import parting

SMALLEST_PX = 12.0  # of text
DEPTHS = ("PMA-1/Zarya", "Zarya/Zvezda", "Zvezda/Nauka", "P6/P5", "Kibo EF/Kibo PM", "Destiny/Unity")
TOGETHER_PX = 750  # drawing, lamps, sentence and main control
DAY = "2022-03-05"
RIM_PX = (26, 22)  # above and below the station


@pytest.fixture
def opened(show):
    def make(date="2022-03-05", question=None, cut=None, **context):
        picture = widgets.dependencies(date, question=question, cut=cut)
        return show(picture, **{"reduced_motion": "reduce", **context})

    return make


def joint_at(shown, joint):
    """Return where a joint of the whole station is on the canvas, from its place in metres."""
    canvas = shown.page.locator(".iss-canvas").bounding_box()
    (left, low), (right, high) = parting.limits(np.datetime64(DAY))
    scale = (canvas["height"] - RIM_PX[0] - RIM_PX[1]) / (high - low)
    across, up = parting.cut(np.datetime64(DAY), joint).joint_m
    return canvas["width"] / 2 + scale * (across - (left + right) / 2), RIM_PX[0] + scale * (high - up)


def button(shown, function):
    return shown.page.get_by_role("button", name=function, exact=True)


def press(shown, x, y):
    box = shown.page.locator(".iss-canvas").bounding_box()
    shown.page.mouse.click(box["x"] + x, box["y"] + y)
    shown.settle()


def cells(shown, function):
    row = shown.page.get_by_role("row", name=function)
    return [" ".join(text.split()) for text in row.get_by_role("cell").all_text_contents()]


def test_a_pressed_joint_is_cut_and_pressed_again_is_whole(opened):
    shown = opened()
    before = shown.pixels(), shown.alt()
    press(shown, *joint_at(shown, "PMA-1/Zarya"))
    assert shown.sentence() == widgets.dependencies(cut="PMA-1/Zarya").sentence
    assert shown.page.get_by_role("radio", name="PMA-1/Zarya").is_checked()
    assert cells(shown, "refuelling") == ["main", "none"]  # the Russian segment stands on the left
    after = shown.pixels(), shown.alt()
    assert all(one != other for one, other in zip(before, after, strict=True))
    x, y = joint_at(shown, "PMA-1/Zarya")
    press(shown, x - 10, y)  # the gap is where the two shares of it meet
    assert shown.sentence() == widgets.dependencies().sentence
    assert cells(shown, "refuelling") == ["main", "from Russian"]
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_both_parts_are_named_and_told_with_their_masses(opened):
    shown = opened()
    shown.page.get_by_role("radio", name="PMA-1/Zarya").check()
    written = {one["words"]: one for one in shown.written()}
    assert written["Russian segment"]["right"] < written["US segment"]["left"] + 60
    heads = shown.page.get_by_role("columnheader").all_text_contents()
    assert heads == [
        "Russian segment72.6\xa0t listed, 6\xa0modules",
        "Function",
        "US segment240.3\xa0t listed, 29\xa0modules",
    ]


def test_what_a_part_lacks_goes_dark(opened):
    shown = opened()
    dark = shown.page.locator(".iss-lost")
    assert dark.count() == 0
    shown.page.get_by_role("radio", name="PMA-1/Zarya").check()
    assert dark.count() == 3
    looks = "one => getComputedStyle(one.querySelector('.iss-lamp')).backgroundColor"
    lit = shown.page.locator("td:has(.iss-full)").first.evaluate(looks)
    assert [one.evaluate(looks) for one in dark.all()] == ["rgba(0, 0, 0, 0)"] * 3 != [lit] * 3
    shown.page.get_by_role("radio", name="nowhere").check()
    assert dark.count() == 0


@widths(420, 1280)
def test_an_arrow_leads_from_the_giver_s_lamp_to_the_other_one(opened, width):
    """Before a cut; it starts and ends in the space between both lamps, its point at the lamp that is fed."""
    shown = opened(viewport={"width": width, "height": 900})
    row = shown.page.get_by_role("row", name="propulsion")
    russian, american = (row.locator(".iss-lamp").nth(at).bounding_box() for at in (0, 1))
    flow = row.locator(".iss-flow").bounding_box()
    side, long = ("x", "width") if width == 420 else ("y", "height")
    first, last = sorted((russian, american), key=lambda box: box[side])
    assert first[side] + first[long] <= flow[side] and flow[side] + flow[long] <= last[side]
    assert row.locator(".iss-full").count() == row.locator(".iss-fed").count() == 1
    drawn = "one => ['::before', '::after'].map((end) => getComputedStyle(one, end).content)"
    assert row.locator(".iss-flow").evaluate(drawn) == ['""', '""']
    shown.page.get_by_role("radio", name="PMA-1/Zarya").check()
    assert row.locator(".iss-flow").evaluate(drawn) == ["none", "none"]


@widths(420, 720, 1280)
def test_the_key_of_both_colours_stands_at_every_width(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    keyed = {words for _, words in widgets.dependencies().words["key"]}
    assert keyed <= {one["words"] for one in shown.written()}


def test_every_joint_can_be_cut_by_the_keyboard(opened, few):
    shown, picture = opened(), widgets.dependencies()
    shown.page.get_by_text("Masses, colours, other joints").click()
    others = [joint for joint in station.joints(DAY) if joint not in station.CUTS]
    for cut in few(station.CUTS, 2) + few(others, 4):
        picture.cut = cut
        if cut in station.CUTS:
            shown.page.get_by_role("radio", name=cut).check()
        else:
            shown.page.get_by_role("combobox", name="another joint").select_option(cut)
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    shown.page.get_by_role("radio", name="nowhere").check()
    shown.page.get_by_role("radio", name="nowhere").press("ArrowRight")
    assert shown.sentence().startswith("Cut at PMA-1/Zarya")
    assert shown.errors == []


def test_a_function_shows_its_modules_and_how_it_works(opened):
    shown = opened()
    before = shown.pixels()
    button(shown, "gyroscopes").press("Enter")
    assert shown.pixels() != before
    assert button(shown, "gyroscopes").get_attribute("aria-pressed") == "true"
    assert shown.page.get_by_text("four control moment gyroscopes, run from Destiny").is_visible()


def test_the_parts_glide_where_motion_is_welcome(opened):
    shown = opened(reduced_motion="no-preference")
    frames = shown.page.get_by_role("radio", name="Zvezda/Nauka").evaluate(
        """async (radio) => {
          const canvas = document.querySelector(".iss-canvas");
          const seen = new Set([canvas.toDataURL()]);
          radio.click();
          for (let i = 0; i < 40; i += 1) {
            await new Promise(requestAnimationFrame);
            seen.add(canvas.toDataURL());
          }
          return seen.size;
        }"""
    )
    assert frames >= 4  # whole, apart, and on the way


def test_the_question_hides_what_the_modules_provide(opened):
    shown = opened(question="u1-p3")
    assert not shown.page.get_by_role("table").is_visible() and shown.sentence() == ""
    closed = shown.pixels()
    assert "power" not in shown.alt()
    shown.page.get_by_role("radio", name="the US segment both").check()
    shown.page.get_by_role("button", name="Store my prediction").click()
    assert shown.page.get_by_role("table").is_visible() and shown.pixels() != closed
    assert shown.page.get_by_text("You said “the US segment both”.").is_visible()


@widths(420, 720, 1280)
def test_drawing_lamps_sentence_and_control_fit_a_window(opened, width):
    shown = opened(viewport={"width": width, "height": 900})
    for cut in ("nowhere", *station.CUTS):
        shown.page.get_by_role("radio", name=cut).check()
        shown.settle()
        top = shown.page.locator(".iss-picture").bounding_box()["y"]
        control = shown.page.locator(".iss-choice").bounding_box()
        assert control["y"] + control["height"] - top <= TOGETHER_PX, cut


@pytest.mark.parametrize(
    ("width", "date"),
    [
        *((420, "1998-11-20"), (420, "2001-02-11"), (420, DAY)),
        pytest.param(720, DAY, marks=pytest.mark.long),
        pytest.param(880, DAY, marks=pytest.mark.long),  # the lamps are turned
        *(pytest.param(1280, date, marks=pytest.mark.long) for date in ("1998-11-20", DAY)),
    ],
)
def test_nothing_overflows_and_all_can_be_read(opened, few, width, date):
    shown = opened(date, viewport={"width": width, "height": 900})
    shown.page.get_by_text("Masses, colours, other joints").click()
    for cut in (None, *few([one for one in DEPTHS if one in station.joints(date)], 2)):
        if cut:
            control = shown.page.get_by_role("radio", name=cut)
            list_ = shown.page.get_by_role("combobox", name="another joint")
            control.check() if cut in station.CUTS else list_.select_option(cut)
        shown.written()
        for function in ("power", "crew return"):
            if not button(shown, function).is_visible():
                continue
            button(shown, function).click()  # draws once more, with names of modules
            for one in shown.written():
                assert one["px"] >= SMALLEST_PX, one
                assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
                assert 0 < one["y"] < one["height"], one
            button(shown, function).click()
            assert shown.clashes() == []
            button(shown, function).click()
            assert shown.clashes() == []
            button(shown, function).click()
            shown.written()
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
