"""Newton's cannon without a browser: its stops, its paths, its words, its twin in print."""

import itertools
import re

import numpy as np
import pytest
from pictures import sent

from course import widgets
from course.constants import EARTH_RADIUS_KM
from course.flight import free_flight
from course.orbits import circular_speed_km_s, escape_speed_km_s

FLOAT32 = 2e-7  # relative size of one rounding to float32


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def cannon():
    return widgets.cannon()


@pytest.fixture(scope="module")
def stops(cannon):
    return np.array(cannon.words["stops_km_s"])


def test_the_slider_goes_from_rest_to_beyond_escape_in_fine_steps(stops):
    assert stops[0] == 0 and stops[-1] == 12 and np.all(np.diff(stops) > 0)
    assert np.diff(stops).max() < 0.0501
    around = (stops > 7.4) & (stops < 7.9)
    assert np.diff(stops[around]).max() < 0.0181  # 0.01, and up to 0.0073 that the circle moved its stop


def test_one_stop_is_the_circle_itself(cannon, stops):
    assert circular_speed_km_s(420) in stops
    assert cannon.words["outcomes"].count("circle") == 1


def test_the_outcomes_come_in_their_order(cannon):
    order = [outcome for outcome, _ in itertools.groupby(cannon.words["outcomes"])]
    assert order == ["falls", "ellipse", "circle", "ellipse", "escapes"]


@pytest.mark.parametrize("place", [0, 60, 160, 170, 200, 306])
def test_what_is_drawn_is_what_was_computed(cannon, stops, place):
    flight = free_flight(420, speed_km_s=stops[place], samples=97)
    radius = EARTH_RADIUS_KM + sent(cannon, "height_km")[place]
    angle = sent(cannon, "angle_rad")[place]
    furthest = np.abs(radius).max()
    np.testing.assert_allclose(radius * np.sin(angle), flight.x_km, atol=4 * FLOAT32 * furthest)
    np.testing.assert_allclose(radius * np.cos(angle), flight.y_km, atol=4 * FLOAT32 * furthest)
    np.testing.assert_allclose(sent(cannon, "time_s")[place], flight.time_s, rtol=FLOAT32)


def test_the_speed_along_the_path_is_the_path_s_own_slope(stops):
    """Energy gives the speed; the dense path, differentiated, must give the same."""
    picture = widgets.cannon()
    place = int(np.abs(stops - 9).argmin())
    dense = free_flight(420, speed_km_s=stops[place], samples=8001)
    slope = np.hypot(np.gradient(dense.x_km, dense.time_s), np.gradient(dense.y_km, dense.time_s))
    there = np.interp(sent(picture, "time_s")[place], dense.time_s, slope)
    slope_error_km_s = 2e-3  # one-sided differences at both ends
    np.testing.assert_allclose(sent(picture, "speed_km_s")[place], there, atol=slope_error_km_s)


def test_gravity_pulls_with_the_inverse_square_and_never_outward(cannon):
    radius = EARTH_RADIUS_KM + sent(cannon, "height_km")
    pull = sent(cannon, "pull")
    assert pull.min() > 0
    np.testing.assert_allclose(pull * radius**2, (EARTH_RADIUS_KM + 420) ** 2, rtol=1e-6)


def test_every_shot_plays_in_ten_seconds_at_most_at_a_rate_it_states(cannon):
    lasts = sent(cannon, "time_s")[:, -1] / sent(cannon, "rate")
    assert lasts.max() <= 10 and lasts.min() > 1
    assert all(
        re.fullmatch(r"1 second shows \d+ (minute|hour|day)s?", words) for words in cannon.words["rates"]
    )


def test_a_cell_reads_what_the_hand_chose_and_the_other_way_round(stops):
    picture = widgets.cannon()
    picture.set_state({"speed_km_s": stops[170], "gravity": False, "body": "station"})
    assert picture.speed_km_s == stops[170]
    assert "Without gravity, the station" in picture.sentence
    picture.gravity, picture.body, picture.speed_km_s = True, "ball", 7.6573
    assert picture.flight.outcome == "circle"
    assert picture.sentence == "At 7.66 km/s, the ball comes back after 93.0 minutes: a circle."


def test_what_is_said_is_the_same_in_python_and_in_the_browser(stops):
    picture = widgets.cannon()
    for place in (0, 80, 165, 180, 300):
        picture.speed_km_s = stops[place]
        for gravity in (True, False):
            picture.gravity = gravity
            kind = "ball" if gravity else "ball-straight"
            said = re.sub(r"\{\w+:([^}]*)\}", r"\1", picture.words["sentences"][kind][place])
            assert picture.sentence == said
            shape = picture.words["shapes"][picture.words["outcomes"][place] if gravity else "straight"]
            assert picture.alt == f"{picture.words['scene']} {shape} {said}"


@pytest.mark.parametrize("speed", [-0.1, 12.5, float("nan"), float("inf")])
def test_a_speed_off_the_slider_is_refused(speed):
    with pytest.raises(ValueError, match="speed_km_s must be"):
        widgets.cannon().speed_km_s = speed


@pytest.mark.parametrize("altitude", [-1, 50, 36000, float("inf")])
def test_a_height_that_cannot_be_drawn_is_refused(altitude):
    with pytest.raises(ValueError, match="altitude_km must be"):
        widgets.cannon(altitude)


@pytest.mark.parametrize("altitude", [100, 800, 2000])
def test_other_heights_have_their_own_circle(altitude):
    picture = widgets.cannon(altitude, speed_km_s=circular_speed_km_s(altitude))
    assert picture.flight.outcome == "circle"
    fastest = picture.words["outcomes"].index("escapes")
    assert picture.words["stops_km_s"][fastest] - escape_speed_km_s(altitude) < 0.0101


def test_the_twin_is_the_same_shot():
    picture = widgets.cannon(speed_km_s=7.0)
    ax = picture.figure().axes[0]
    assert any(np.array_equal(line.get_xdata(), picture.flight.x_km) for line in ax.lines)
