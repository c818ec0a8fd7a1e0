"""The graph that can be cut in a real browser, as a page without a server."""

import pytest

from course import station, widgets

SMALLEST_PX = 12.0  # of text
DEPTHS = ("PMA-1/Zarya", "Zarya/Zvezda", "Zvezda/Nauka", "P6/P5", "Kibo EF/Kibo PM", "Destiny/Unity")


@pytest.fixture
def opened(show):
    def make(date="2022-03-05", question=None, cut=None, **context):
        picture = widgets.dependencies(date, question=question, cut=cut)
        return show(picture, **{"reduced_motion": "reduce", **context})

    return make


def place(shown, *names):
    """Return where names of modules stand on the canvas."""
    shown.page.locator(".iss-canvas").dispatch_event("pointermove")  # hovers over nothing
    shown.written()
    button(shown, "power").click()  # draws once more
    button(shown, "power").click()
    found = {one["words"]: one for one in shown.written()}
    return [(found[name]["left"], found[name]["right"], found[name]["y"] - 4) for name in names]


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
    (_, right, y), (left, _, _) = place(shown, "PMA-1", "Zarya")
    press(shown, (right + left) / 2, y)
    assert shown.sentence() == widgets.dependencies(cut="PMA-1/Zarya").sentence
    assert shown.page.get_by_role("radio", name="PMA-1/Zarya").is_checked()
    assert cells(shown, "refuelling") == ["none", "main Zvezda"]
    after = shown.pixels(), shown.alt()
    assert all(one != other for one, other in zip(before, after, strict=True))
    (_, right, y), (left, _, _) = place(shown, "PMA-1", "Zarya")
    press(shown, right + 12, y)
    assert shown.sentence() == widgets.dependencies().sentence
    assert cells(shown, "refuelling") == ["main Zvezda"]
    assert shown.requests == [shown.file.as_uri()] and shown.errors == []


def test_parts_come_apart(opened):
    shown = opened()
    (_, right, _), (left, _, _) = place(shown, "PMA-1", "Zarya")
    shown.page.get_by_role("radio", name="PMA-1/Zarya").check()
    (_, right_then, _), (left_then, _, _) = place(shown, "PMA-1", "Zarya")
    assert left_then - right_then > left - right + 20


def test_every_joint_can_be_cut_by_the_keyboard(opened):
    shown, picture = opened(), widgets.dependencies()
    for cut in station.joints("2022-03-05"):
        picture.cut = cut
        if cut in station.CUTS:
            shown.page.get_by_role("radio", name=cut).check()
        else:
            shown.page.get_by_role("combobox", name="another joint").select_option(cut)
        assert (shown.sentence(), shown.alt()) == (picture.sentence, picture.alt)
    shown.page.get_by_role("radio", name="no joint").check()
    shown.page.get_by_role("radio", name="no joint").press("ArrowRight")
    assert shown.sentence().startswith("Cut at PMA-1/Zarya")
    assert shown.errors == []


def test_a_function_shows_its_modules_and_how_it_works(opened):
    shown = opened()
    before = shown.pixels()
    button(shown, "attitude by gyroscopes").press("Enter")
    assert shown.pixels() != before
    assert button(shown, "attitude by gyroscopes").get_attribute("aria-pressed") == "true"
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


@pytest.mark.parametrize(
    ("width", "date"),
    [
        *((420, "1998-11-20"), (420, "2001-02-11"), (420, "2022-03-05")),
        (880, "2022-03-05"),  # the narrowest tree that grows to both sides
        *((1280, "1998-11-20"), (1280, "2022-03-05")),
    ],
)
def test_nothing_overflows_and_all_can_be_read(opened, width, date):
    shown = opened(date, viewport={"width": width, "height": 900})
    for cut in (None, *(one for one in DEPTHS if one in station.joints(date))):
        if cut:
            control = shown.page.get_by_role("radio", name=cut)
            list_ = shown.page.get_by_role("combobox", name="another joint")
            control.check() if cut in station.CUTS else list_.select_option(cut)
        shown.written()
        button(shown, "power").click()  # draws once more
        for one in shown.written():
            assert one["px"] >= SMALLEST_PX, one
            assert one["left"] >= 0 and one["right"] <= one["width"] + 0.5, one
            assert 0 < one["y"] < one["height"], one
        button(shown, "power").click()
        assert shown.clashes() == []
    assert shown.overflow_px() <= 0 and shown.controls_outside() == []
