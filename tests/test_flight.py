"""Newton's cannon. Authority: conservation of energy and angular momentum, and numerical integration."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.flight import FAR_KM, free_flight
from course.orbits import circular_speed_km_s, escape_speed_km_s, period_s

altitudes = st.floats(min_value=0, max_value=50_000)  # km: the cannon stands within ten Earth radii
shares = st.floats(min_value=0, max_value=3)  # of escape speed


def pull(_, state):
    """Return the derivative of position and velocity in the plane under the Earth's gravity."""
    x, y, vx, vy = state
    cube = (x * x + y * y) ** 1.5
    return [vx, vy, -MU_EARTH_KM3_S2 * x / cube, -MU_EARTH_KM3_S2 * y / cube]


@given(altitudes, shares)
@example(0, 0)
@example(1e-9, 0)
@example(420, 0)
@example(0, 1)
@example(0, math.sqrt(0.5))
@example(420, 1 - 1e-12)
@example(420, 1)
@example(420, 1 + 1e-12)
def test_the_path_is_finite_begins_at_the_cannon_and_runs_forward_in_time(altitude, share):
    speed = share * escape_speed_km_s(altitude)
    flight = free_flight(altitude, speed_km_s=speed)
    for numbers in (flight.time_s, flight.x_km, flight.y_km):
        assert numbers.shape == (181,)
        assert np.isfinite(numbers).all()
    launch = EARTH_RADIUS_KM + altitude
    assert flight.time_s[0] == 0
    assert flight.time_s[-1] == flight.duration_s
    assert (flight.x_km[0], flight.y_km[0]) == (0, launch)
    assert (np.diff(flight.time_s) >= 0).all()
    assert np.hypot(flight.x_km, flight.y_km).min() >= EARTH_RADIUS_KM * (1 - 1e-7)


@given(altitudes, st.floats(min_value=0.05, max_value=3).filter(lambda share: abs(share - 1) > 1e-3))
def test_energy_and_angular_momentum_are_kept_along_the_path(altitude, share):
    speed = share * escape_speed_km_s(altitude)
    flight = free_flight(altitude, speed_km_s=speed, samples=4_001)
    if flight.duration_s < 1:  # it stands on the ground
        return
    radius = np.hypot(flight.x_km, flight.y_km)
    # vis-viva, from the heights alone: the speed that the energy of the launch leaves at each point
    energy = speed**2 / 2 - MU_EARTH_KM3_S2 / radius[0]
    left = np.sqrt(2 * (energy + MU_EARTH_KM3_S2 / radius))
    travelled = np.hypot(np.diff(flight.x_km), np.diff(flight.y_km))
    moved = np.diff(flight.time_s) > 0
    seen = travelled[moved] / np.diff(flight.time_s)[moved]
    expected = (left[1:] + left[:-1])[moved] / 2
    chord = 1e-3  # a step is a chord of the conic; places and times to 1e-6 are tested below
    np.testing.assert_allclose(seen, expected, rtol=chord, atol=chord * speed)
    # Kepler's second law: the area swept is proportional to time
    x, y = flight.x_km, flight.y_km
    area = np.cumsum(x[1:] * y[:-1] - x[:-1] * y[1:])
    momentum = radius[0] * speed
    np.testing.assert_allclose(area / momentum, flight.time_s[1:], rtol=0, atol=chord * flight.duration_s)


@given(altitudes, st.floats(min_value=0, max_value=3))
def test_the_outcome_follows_from_speed_and_lowest_point(altitude, share):
    speed = share * escape_speed_km_s(altitude)
    flight = free_flight(altitude, speed_km_s=speed)
    launch = EARTH_RADIUS_KM + altitude
    if speed >= escape_speed_km_s(altitude):
        assert flight.outcome == "escapes"
        return
    axis = 1 / (2 / launch - speed**2 / MU_EARTH_KM3_S2)
    perigee = min(launch, 2 * axis - launch) - EARTH_RADIUS_KM
    rounding_km = 1e-6
    if perigee < -rounding_km:
        assert flight.outcome == "falls"
        assert math.hypot(flight.x_km[-1], flight.y_km[-1]) == pytest.approx(EARTH_RADIUS_KM, rel=1e-9)
        assert 0 <= flight.ground_range_km <= math.pi * EARTH_RADIUS_KM
    elif perigee > rounding_km:
        assert flight.outcome in ("ellipse", "circle")
        assert math.isnan(flight.ground_range_km)
        assert flight.lowest_km == pytest.approx(perigee, rel=1e-9, abs=rounding_km)


@pytest.mark.parametrize(
    ("factor", "outcome"),
    [(1 - 2e-4, "ellipse"), (1 - 5e-5, "circle"), (1, "circle"), (1 + 5e-5, "circle"), (1 + 2e-4, "ellipse")],
)
def test_a_circle_is_a_circle_within_one_part_in_ten_thousand(factor, outcome):
    flight = free_flight(420, speed_km_s=factor * circular_speed_km_s(420))
    assert flight.outcome == outcome
    if outcome == "circle":
        assert flight.highest_km - flight.lowest_km < 3  # km, as the module says
        assert flight.duration_s == pytest.approx(period_s(420), rel=4e-4)


def test_the_boundary_of_escape_is_one_float_wide():
    escape = escape_speed_km_s(420)
    below = free_flight(420, speed_km_s=np.nextafter(escape, 0))
    above = free_flight(420, speed_km_s=escape)
    assert (below.outcome, above.outcome) == ("ellipse", "escapes")
    assert below.highest_km > 1e9
    assert above.highest_km == math.inf
    assert math.hypot(above.x_km[-1], above.y_km[-1]) == pytest.approx(FAR_KM, rel=1e-6)


def test_the_boundary_of_falling_is_where_perigee_meets_the_ground():
    launch = EARTH_RADIUS_KM + 420
    grazing = math.sqrt(2 * MU_EARTH_KM3_S2 * (1 / launch - 1 / (launch + EARTH_RADIUS_KM)))  # vis-viva
    assert free_flight(420, speed_km_s=grazing * (1 - 1e-9)).outcome == "falls"
    assert free_flight(420, speed_km_s=grazing * (1 + 1e-9)).outcome == "ellipse"
    falls = free_flight(420, speed_km_s=grazing * (1 - 1e-9))
    assert falls.ground_range_km == pytest.approx(math.pi * EARTH_RADIUS_KM, rel=1e-3)  # half way round


TIME_TOLERANCE = 1e-7  # of the duration; the integrator's is 1e-11 a step


@pytest.mark.parametrize("altitude", [0, 420, 35786])
@pytest.mark.parametrize("share", [0.2, 0.6, 0.7072, 0.85, 0.999, 1, 1.001, 2.5])
def test_places_and_times_agree_with_numerical_integration(altitude, share):
    speed = share * escape_speed_km_s(altitude)
    flight = free_flight(altitude, speed_km_s=speed, samples=50)
    launch = EARTH_RADIUS_KM + altitude
    if flight.duration_s == 0:
        assert (altitude, flight.outcome) == (0, "falls")
        return
    path = solve_ivp(
        pull,
        (0, flight.duration_s),
        [0, launch, speed, 0],
        "DOP853",
        rtol=1e-11,
        atol=1e-8,
        t_eval=flight.time_s,
    )
    far = np.hypot(flight.x_km, flight.y_km).max()
    place_tolerance_km = 1e-6 * far  # the integrator over one lap of a long ellipse
    assert np.hypot(path.y[0] - flight.x_km, path.y[1] - flight.y_km).max() < place_tolerance_km


def test_the_fall_from_rest_takes_the_time_of_the_book():
    # Free fall along a line from r0 to R (Vallado: the rectilinear ellipse, Kepler's equation with e = 1)
    launch = EARTH_RADIUS_KM + 420
    half = math.acos(math.sqrt(EARTH_RADIUS_KM / launch))
    expected = launch**1.5 / math.sqrt(2 * MU_EARTH_KM3_S2) * (half + math.sin(2 * half) / 2)
    flight = free_flight(420, speed_km_s=0)
    assert flight.duration_s == pytest.approx(expected, rel=TIME_TOLERANCE)
    assert np.abs(flight.x_km).max() < 1e-9
    assert flight.ground_range_km == 0


def test_a_shot_at_the_ground_below_orbital_speed_ends_where_it_began():
    for share in (0, 0.3, 1 - 1e-15):
        flight = free_flight(0, speed_km_s=share * circular_speed_km_s(0))
        assert flight.outcome == "falls"
        assert flight.duration_s == pytest.approx(0, abs=1e-3)
        assert flight.ground_range_km == pytest.approx(0, abs=1e-3)


def test_heights_of_an_ellipse_agree_with_its_points():
    flight = free_flight(420, speed_km_s=9)
    heights = np.hypot(flight.x_km, flight.y_km) - EARTH_RADIUS_KM
    assert flight.lowest_km == pytest.approx(heights.min(), abs=1e-6)
    assert flight.highest_km == pytest.approx(heights.max(), rel=1e-4)
    assert flight.x_km[-1] == pytest.approx(0, abs=1e-6)  # back at the cannon after one lap
    assert flight.y_km[-1] == pytest.approx(EARTH_RADIUS_KM + 420, abs=1e-6)


@pytest.mark.parametrize(
    ("altitude", "arguments", "error", "words"),
    [
        (-1, {"speed_km_s": 7}, ValueError, r"altitude_km must be at least 0 \(got -1 km\)"),
        (420, {"speed_km_s": -7}, ValueError, r"speed_km_s must be at least 0 \(got -7 km/s\)"),
        (420, {"speed_km_s": 7657}, ValueError, r"speed_km_s must be at most 1000 \(got 7657 km/s\)"),
        (1e300, {"speed_km_s": 7}, ValueError, "altitude_km must be at most"),
        (math.nan, {"speed_km_s": 7}, ValueError, "altitude_km must be one number"),
        (420, {"speed_km_s": math.nan}, ValueError, "speed_km_s must be one number"),
        (420, {"speed_km_s": math.inf}, ValueError, "speed_km_s must be finite"),
        ([420, 430], {"speed_km_s": 7}, ValueError, "altitude_km must be one number"),
        ("420", {"speed_km_s": 7}, TypeError, "got '420'"),
        (420, {"speed_km_s": None}, TypeError, "got None"),
        (420, {"speed_km_s": 7, "samples": 1}, ValueError, "samples must be at least 2"),
        (420, {"speed_km_s": 7, "samples": "many"}, TypeError, "samples must be"),
    ],
)
def test_wild_input_is_refused(altitude, arguments, error, words):
    with pytest.raises(error, match=words):
        free_flight(altitude, **arguments)
