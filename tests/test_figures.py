"""Figures: shown with an alt text, in colours that can be read, without touching matplotlib's settings."""

import html
import io
import re

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from course import widgets
from course.constants import EARTH_RADIUS_KM
from course.flight import free_flight
from course.widgets.cannon import figure as twin
from course.widgets.cannon import words as wording
from course.widgets.kit import palette
from course.widgets.kit import show as figures

READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text
VISIBLE = 3.0  # WCAG 2.2, 1.4.11: contrast of what must be seen


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return float(np.dot([0.2126, 0.7152, 0.0722], linear))


def contrast(one, other):
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_agrees_with_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("role", palette.WORD_ROLES)
def test_words_in_the_colour_of_a_role_can_be_read(role, dark):
    for ground in (palette.BACKGROUND[dark], palette.colour("sky", dark=dark)):
        assert contrast(palette.colour(role, dark=dark), ground) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["earth", "earth-rim", "land", "land-strip"])
@pytest.mark.parametrize("role", ["ink", "quiet", "gravity"])
def test_words_on_the_earth_can_be_read(role, ground, dark):
    assert contrast(palette.colour(role, dark=dark), palette.colour(ground, dark=dark)) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
def test_the_path_is_seen_on_sky_and_earth(dark):
    for ground in ("sky", "earth", "earth-rim", "land", "land-strip"):
        assert contrast(palette.colour("speed", dark=dark), palette.colour(ground, dark=dark)) >= VISIBLE


@pytest.mark.parametrize("name", ["risk_by_latitude", "russia_band"])
def test_land_is_drawn_in_a_colour_of_its_own(name, monkeypatch):
    """Nothing of a map follows the globe's colour. The map of the world: `test_one_day`."""
    picture, shown = getattr(widgets, name)(), []
    for role in (None, "earth", "land"):
        with monkeypatch.context() as patch:
            if role:
                patch.setitem(palette.ROLES, role, ("#00FF00", "#00FF00"))
            pixels = io.BytesIO()
            picture.figure().savefig(pixels, format="raw", dpi=60)
            shown.append(np.frombuffer(pixels.getvalue(), np.uint8))
    assert np.array_equal(shown[0], shown[1])
    assert np.mean(shown[2] != shown[0]) > 0.02


def test_an_unknown_role_is_named():
    with pytest.raises(ValueError, match="no role 'sped'"):
        palette.colour("sped")


def test_the_palette_reaches_pictures_as_css_variables():
    light, dark = palette.css().splitlines()
    assert f"--iss-speed:{palette.colour('speed')};" in light
    assert (
        dark.startswith(".iss-picture.iss-dark")
        and f"--iss-speed:{palette.colour('speed', dark=True)};" in dark
    )


def test_marks_are_taken_out_of_words():
    assert palette.unmarked("At {speed:7 km/s}, {gravity:gravity} pulls.") == "At 7 km/s, gravity pulls."


def test_a_figure_is_shown_as_html_with_its_alt_text(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    figure, _ = figures.blank()
    figures.show(figure, 'A line with "quotes" & <signs>', caption="a < b")
    page = shown[0]["text/html"]
    assert html.unescape(re.search(r'<img alt="([^"]*)"', page)[1]) == 'A line with "quotes" & <signs>'
    assert "<figcaption>a &lt; b</figcaption>" in page
    assert re.search(r'src="data:image/png;base64,[\w+/=]{1000,}"', page) and "max-width:100%" in page
    assert shown[0]["text/plain"] == 'A line with "quotes" & <signs>\na < b'


def test_a_figure_of_pyplot_is_closed_when_it_was_shown(monkeypatch):
    monkeypatch.setattr("IPython.display.display", lambda data, raw: None)
    figure, _ = plt.subplots()
    figures.show(figure, "An empty figure")
    assert not plt.fignum_exists(figure.number)


@pytest.mark.parametrize("alt", ["", "  ", None])
def test_no_figure_without_an_alt_text(alt):
    with pytest.raises(ValueError, match="alt text"):
        figures.show(figures.blank()[0], alt)


def test_the_style_leaves_matplotlib_as_it_was():
    before = dict(matplotlib.rcParams)
    with figures.style():
        assert not matplotlib.rcParams["axes.spines.top"]
    assert dict(matplotlib.rcParams) == before


# Newton's cannon ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speed_km_s", "words"),
    [
        (0, "Without speed, the ball drops straight down and lands after 5.1 minutes."),
        (6, "At 6.00 km/s, the ball lands 2,945 km away after 8.4 minutes."),
        (7.6, "comes back after 90.9 minutes: an ellipse that dips to 220 km."),
        (7.55, "Real air would stop it."),
        (7.65727, "At 7.66 km/s, the ball comes back after 93.0 minutes: a circle."),
        (9, "comes back after 3.2 hours: an ellipse that climbs to 8,805 km."),
        (10.83, "At 10.83 km/s, the ball never comes back: it escapes."),
    ],
)
def test_a_shot_in_words(speed_km_s, words):
    assert words in palette.unmarked(wording.sentence(free_flight(420, speed_km_s=speed_km_s)))


def test_the_mass_changes_the_words_and_nothing_else():
    flight = free_flight(420, speed_km_s=9)
    ball, station = (wording.sentence(flight, body=body) for body in wording.BODIES)
    assert "the path is the same" in station and "3.2 hours" in ball and "3.2 hours" in station


def test_without_gravity_nothing_comes_back():
    assert "never comes back" in wording.sentence(free_flight(420, speed_km_s=7.66), gravity=False)
    assert "stays where it is" in wording.sentence(free_flight(420, speed_km_s=0), gravity=False)


@pytest.mark.parametrize("speed_km_s", [0, 3, 6, 7, 7.4, 7.53, 7.6, 7.657, 9])
def test_the_frame_holds_the_whole_path(speed_km_s):
    flight = free_flight(420, speed_km_s=speed_km_s)
    left, right, bottom, top = twin.frame_km(flight)
    assert left <= flight.x_km.min() and flight.x_km.max() <= right
    assert bottom <= flight.y_km.min() and flight.y_km.max() <= top + 1e-6


def test_the_frame_never_jumps_between_neighbouring_shots():
    speeds = np.arange(0, 12.001, 0.01)
    frames = np.array([twin.frame_km(free_flight(420, speed_km_s=speed)) for speed in speeds])
    size = np.maximum(np.ptp(frames[:, :2], axis=1), np.ptp(frames[:, 2:], axis=1))
    step = np.abs(np.diff(frames, axis=0)).max(axis=1) / size[1:]
    assert step.max() < 0.12  # of the frame, for one hundredth of a km/s


@pytest.mark.parametrize("gravity", [True, False])
@pytest.mark.parametrize("speed_km_s", [0, 6, 7.657, 10.9])
def test_the_printed_cannon_has_its_path_and_axes_with_units(speed_km_s, gravity):
    flight = free_flight(420, speed_km_s=speed_km_s)
    figure, ax = figures.blank()
    alt = twin.draw(flight, ax, others=[free_flight(420, speed_km_s=5)], gravity=gravity)
    path = next(line for line in ax.lines if line.get_color() == palette.colour("speed"))
    if gravity:
        np.testing.assert_array_equal(path.get_xdata(), flight.x_km)
    else:
        assert np.ptp(path.get_ydata()) == 0
    assert ax.get_xlabel().endswith("km") and ax.get_ylabel().endswith("km")
    assert ax.get_aspect() == 1  # to scale
    assert alt == wording.alt_text(flight, gravity=gravity)
    assert ("circle" in alt) == (gravity and speed_km_s == 7.657)
    figure.savefig(io.BytesIO(), format="png")


def test_the_printed_earth_is_round_even_from_near():
    ax = figures.blank()[1]
    twin.draw(free_flight(420, speed_km_s=0), ax)
    corners = ax.patches[0].get_xy()
    chord_km = np.hypot(*(corners[1] - corners[0]))
    sagitta_km = chord_km**2 / (8 * EARTH_RADIUS_KM)
    assert sagitta_km < 0.01
