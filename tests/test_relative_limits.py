"""Pushes and burns: exact words, edges, and each formula by itself.

Authorities: momentum and energy, Clohessy-Wiltshire's drift, vis-viva, Tsiolkovsky, and points on a line.
"""

import math
import re
import warnings

import numpy as np
import pytest

from course import decay, relative
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.relative import Approach, HillPath

EXACT = 1e-12  # relative: the same formula, rounded
YEAR_S = 366 * 86_400
IN_KG = "masses are in kg; the station has 4.2e5"
DEORBIT = "a push this strong is a deorbit burn: see decay.deorbit_delta_v_m_s"


def pushed(mass_a_kg=1000.0, mass_b_kg=3000.0, relative_m_s=0.4):
    return relative.push_off_m_s(mass_a_kg, mass_b_kg, relative_m_s=relative_m_s)


def drag(along_m_s=-0.15, pair=(150.0, 250.0), **more):
    given = {"density_kg_m3": 4e-12, "ballistic_coefficients_kg_m2": pair} | more
    return relative.drag_recontact_days(along_m_s, **given)


def burn(**more):
    return decay.burn_time_s(**({"mass_kg": 1000, "delta_v_m_s": 100, "thrust_n": 10} | more))


MOTIONS = [relative.hill_motion, relative.two_body_motion]
SAID = [  # what is asked for, and all that is said of it
    (lambda: pushed(mass_a_kg=1e-7), f"mass_a_kg must be at least 1e-06 (got 1e-07 kg): {IN_KG}"),
    (lambda: pushed(mass_b_kg=2e7), f"mass_b_kg must be at most 10000000 (got 20000000 kg): {IN_KG}"),
    (lambda: pushed(relative_m_s=-1), "relative_m_s must be at least 0 (got -1 m/s)"),
    (lambda: pushed(relative_m_s=101), "relative_m_s must be at most 100 (got 101 m/s)"),
    (lambda: relative.along_push_m_s(-1), "distance_m must be at least 0 (got -1 m)"),
    (lambda: relative.along_push_m_s(1, laps=0.009), "laps must be at least 0.01 (got 0.009)"),
    (lambda: drag(along_m_s=-101), "along_m_s must be at least -100 (got -101 m/s)"),
    (lambda: drag(along_m_s=101), "along_m_s must be at most 100 (got 101 m/s)"),
    (lambda: drag(density_kg_m3=1.4), "density_kg_m3 must be at most 1.3 (got 1.4)"),
    (
        lambda: drag(pair=(150.0, 9e-4)),
        "ballistic_coefficients_kg_m2[1] must be at least 0.001 (got 0.0009)",
    ),
    (lambda: drag(pair=(150.0,)), "ballistic_coefficients_kg_m2 must be two numbers (got (150.0,))"),
    (
        lambda: decay.deorbit_delta_v_m_s(420, perigee_km=-1),
        "perigee_km must be at least 0 (got -1 km): 0 km, the ground, is as low as an aim can be",
    ),
    (
        lambda: decay.deorbit_delta_v_m_s(420, perigee_km=421),
        "perigee_km must not lie above the orbit it is lowered from (got 421 km, above 420 km)",
    ),
    (lambda: burn(mass_kg=0), "mass_kg must be above 0 (got 0 kg): in kg; the station has 4.2e5"),
    (
        lambda: burn(mass_kg=2e7),
        "mass_kg must be at most 10000000 (got 20000000 kg): in kg; the station has 4.2e5",
    ),
    (lambda: burn(delta_v_m_s=-1), "delta_v_m_s must be at least 0 (got -1 m/s)"),
    (lambda: burn(delta_v_m_s=13_000), "delta_v_m_s must be at most 12000 (got 13000 m/s)"),
    (lambda: burn(isp_s=0.9), "isp_s must be at least 1 (got 0.9 s)"),
    (lambda: burn(isp_s=10_001), "isp_s must be at most 10000 (got 10001 s)"),
    (lambda: burn(thrust_n=9e-4), "thrust_n must be at least 0.001 (got 0.0009)"),
    *(
        (lambda m=motion, n=name: m(60, **{n: 101.0}), f"{name} must be at most 100 (got 101 m/s): {DEORBIT}")
        for motion in MOTIONS
        for name in ("radial_m_s", "along_m_s", "cross_m_s")
    ),
    *(
        (
            lambda m=motion: m(60, along_m_s=-101.0),
            f"along_m_s must be at least -100 (got -101 m/s): {DEORBIT}",
        )
        for motion in MOTIONS
    ),
    *((lambda m=motion: m(-1), "time_s must be at least 0 (got -1 s)") for motion in MOTIONS),
]


@pytest.mark.parametrize(("ask", "said"), SAID)
def test_what_is_refused_is_refused_in_these_words(ask, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        ask()


def test_a_push_is_shared_by_momentum_and_costs_its_energy():
    first, second = pushed()
    assert (first, second) == (pytest.approx(0.3, rel=EXACT), pytest.approx(-0.1, rel=EXACT))
    impulse = relative.push_off_impulse_n_s(1000.0, 3000.0, relative_m_s=0.4)
    assert impulse == pytest.approx(1000 * 0.3, rel=EXACT)
    energy = relative.push_off_energy_j(1000.0, 3000.0, relative_m_s=0.4)
    assert energy == pytest.approx((1000 * 0.3**2 + 3000 * 0.1**2) / 2, rel=EXACT)


def test_the_push_for_a_distance_is_the_drift_of_the_linear_equations():
    for altitude, laps in ((420.0, 1), (200.0, 3), (800.0, 2)):
        push = relative.along_push_m_s(5000.0, altitude_km=altitude, laps=laps)
        lap = 2 * math.pi * math.sqrt((EARTH_RADIUS_KM + altitude) ** 3 / MU_EARTH_KM3_S2)
        path = relative.hill_motion(laps * lap, altitude_km=altitude, along_m_s=push)
        assert path.along_m == pytest.approx(-5000, rel=1e-9)
        assert path.radial_m == pytest.approx(0, abs=1e-6)


def test_drag_brings_back_after_twice_the_push_by_the_difference_in_drag():
    radius = EARTH_RADIUS_KM + 420
    wind = 7.292115e-5 * radius * math.cos(math.radians(51.64))
    speed = 1000 * (math.sqrt(MU_EARTH_KM3_S2 / radius) - wind)
    slower = 0.5 * 4e-12 * speed**2 * (1 / 150 - 1 / 250)
    days = 2 * 0.15 / slower / 86_400
    assert drag() == pytest.approx(days, rel=EXACT) == drag(altitude_km=420.0)
    assert math.isnan(drag(along_m_s=0.15)) and math.isnan(drag(pair=(250.0, 150.0)))
    assert drag(along_m_s=0.15, pair=(250.0, 150.0)) == drag()
    low, high = drag(altitude_km=[200.0, 600.0])
    assert low < drag() < high  # the same air, flown through more slowly
    assert np.isnan(drag(along_m_s=[np.nan, -0.15])).tolist() == [True, False]


def test_a_burn_by_vis_viva_and_by_tsiolkovsky():
    mu, apogee, perigee = MU_EARTH_KM3_S2, EARTH_RADIUS_KM + 400, EARTH_RADIUS_KM + 60
    change = 1000 * (math.sqrt(mu / apogee) - math.sqrt(mu * (2 / apogee - 2 / (apogee + perigee))))
    assert decay.deorbit_delta_v_m_s(400, perigee_km=60) == pytest.approx(change, rel=1e-10)
    exhaust = 9.80665 * 300
    used = 1000 * (1 - math.exp(-100 / exhaust))
    assert decay.propellant_kg(1000, delta_v_m_s=100) == pytest.approx(used, rel=EXACT)
    assert burn() == pytest.approx(used * exhaust / 10, rel=EXACT)
    assert burn(isp_s=150) == pytest.approx(
        1000 * (1 - math.exp(-200 / exhaust)) * exhaust / 2 / 10, rel=EXACT
    )


def test_what_drag_takes_in_a_year_is_given_back_by_half_its_share_of_the_speed():
    drags = {"f107": 125.0, "ballistic_coefficient_kg_m2": 100.0}
    radius = EARTH_RADIUS_KM + 400
    lost_km = decay.rate_km_day(400, **drags) * 365.25
    change = decay.reboost_delta_v_m_s_year(400, **drags)
    assert change == pytest.approx(500 * math.sqrt(MU_EARTH_KM3_S2 / radius) * lost_km / radius, rel=EXACT)
    used = decay.reboost_propellant_kg_year(400, mass_kg=1000, isp_s=250, **drags)
    assert used == decay.propellant_kg(1000, delta_v_m_s=change, isp_s=250)
    usual = decay.reboost_propellant_kg_year(400, mass_kg=1000, f107=125.0)
    assert usual == decay.propellant_kg(1000, delta_v_m_s=decay.reboost_delta_v_m_s_year(400, f107=125.0))
    assert decay.reboost_delta_v_m_s_year(400, f107=125.0) == pytest.approx(change * 100 / 145, rel=EXACT)


def test_the_way_after_a_burn_begins_at_the_apogee_and_has_its_perigee_half_a_lap_on():
    half_lap = math.pi * EARTH_RADIUS_KM
    way = decay.coast_height_km(420, perigee_km=50, along_km=[0, half_lap, 2 * half_lap, -half_lap / 2])
    quarter = 2 / (1 / (EARTH_RADIUS_KM + 420) + 1 / (EARTH_RADIUS_KM + 50)) - EARTH_RADIUS_KM
    assert way == pytest.approx([420, 50, 420, quarter], abs=1e-8)
    assert decay.coast_height_km([420, 300], perigee_km=50, along_km=0) == pytest.approx([420, 300], abs=1e-8)


# Paths of points on a line: at y = 30 m, from x = -40 m to 40 m, 10 m a second ------------------------------


def line(first=-40.0, last=40.0, step=20.0, beside=30.0):
    along = np.arange(first, last + 1, step)
    return HillPath((along - first) / 10, np.full(along.shape, beside), along, np.zeros(along.shape))


def alone_at(along):
    return HillPath(np.array([7.0]), np.array([30.0]), np.array([along]), np.array([0.0]))


def test_the_nearest_point_may_lie_between_two_and_at_either_end():
    assert relative.closest_approach(line(-50, 50)) == Approach(5.0, 30.0)
    assert relative.closest_approach(line(-40, 40)) == Approach(4.0, 30.0)
    assert relative.closest_approach(line(40, 120)) == Approach(0.0, 50.0)
    assert relative.closest_approach(line(-120, -40)) == Approach(8.0, 50.0)
    assert relative.closest_approach(line(-40, 40), after_s=6.0) == Approach(6.0, math.hypot(20, 30))
    assert relative.closest_approach(line(-40, 40), after_s=8.0) == Approach(8.0, 50.0)
    assert relative.closest_approach(line(-40, 40), after_s=7.0) == Approach(8.0, 50.0)
    with pytest.raises(ValueError, match=r"^the path ends before 8\.1 s$"):
        relative.closest_approach(line(-40, 40), after_s=8.1)
    for path in (line(-40, 40), alone_at(30.0)):
        found = relative.closest_approach(path)
        assert type(found.time_s) is type(found.distance_m) is float
    resting = HillPath(np.array([0.0, 1.0]), np.full(2, 3.0), np.full(2, 4.0), np.zeros(2))
    assert relative.closest_approach(resting) == Approach(0.0, 5.0)


def test_they_meet_at_the_first_point_of_the_line_within_the_distance():
    path = line(-60, 60)
    assert relative.recontact_s(path, within_m=50, after_s=0) == pytest.approx(2.0, rel=EXACT)
    assert relative.recontact_s(path, within_m=30, after_s=0) == pytest.approx(6.0, rel=EXACT)
    assert math.isnan(relative.recontact_s(path, within_m=29.999, after_s=0))
    assert relative.recontact_s(line(-30, 30), within_m=30, after_s=0) == pytest.approx(3.0, rel=EXACT)
    assert relative.recontact_s(line(-400, 400), after_s=0) == pytest.approx(40 - math.sqrt(91), rel=EXACT)
    begin = HillPath(np.array([5.0, 6.0]), np.full(2, 30.0), np.array([-40.0, -30.0]), np.zeros(2))
    assert relative.recontact_s(begin, within_m=50, after_s=0) == 5.0  # already there
    assert relative.recontact_s(begin, within_m=49.999, after_s=0) > 5.0
    alone = alone_at(40.0)
    assert relative.recontact_s(alone, within_m=50, after_s=7.0) == 7.0
    assert math.isnan(relative.recontact_s(alone, within_m=49, after_s=0))
    with pytest.raises(ValueError, match=r"^within_m must be above 0 \(got 0 m\)$"):
        relative.recontact_s(path, within_m=0, after_s=0)


@pytest.mark.parametrize(
    "change", [{"time_s": [0, 1, 1]}, {"time_s": [0, 2, 1]}, {"along_m": [0, np.nan, 1]}]
)
def test_points_at_one_time_or_with_a_hole_make_no_path(change):
    given = {"time_s": [0, 1, 2], "radial_m": [5, 5, 5], "along_m": [0, 1, 2], "cross_m": [0, 0, 0]} | change
    path = HillPath(**{name: np.array(values, float) for name, values in given.items()})
    for ask in (relative.closest_approach, lambda path: relative.recontact_s(path, after_s=0)):
        with pytest.raises(
            ValueError, match=r"^a path must be one list of points at rising times, without gaps$"
        ):
            ask(path)
        with pytest.raises(TypeError, match=r"^path must be a HillPath, from hill_motion\(\) \(got tuple\)$"):
            ask((0, 1))


# Motion -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("motion", MOTIONS)
def test_a_short_time_after_a_push_the_way_is_speed_by_time(motion):
    path = motion(0.5, radial_m_s=0.3, along_m_s=-0.2, cross_m_s=0.1)
    assert (path.radial_m, path.along_m, path.cross_m) == pytest.approx((0.15, -0.1, 0.05), rel=2e-3)
    without = motion(1000.0)
    assert (without.radial_m, without.along_m, without.cross_m) == pytest.approx((0, 0, 0), abs=1e-6)
    assert motion(0.5, altitude_km=420.0, radial_m_s=0.3).radial_m == motion(0.5, radial_m_s=0.3).radial_m


def test_the_axes_are_curvilinear_unless_straight_ones_are_asked_for():
    lap = 5578.22
    bent, straight = (
        relative.two_body_motion(lap, along_m_s=5.0, axes=axes) for axes in ("curvilinear", "straight")
    )
    assert relative.two_body_motion(lap, along_m_s=5.0).radial_m == bent.radial_m
    radius = 1000 * (EARTH_RADIUS_KM + 420)
    fallen = bent.along_m**2 / (2 * radius)
    assert bent.radial_m - straight.radial_m == pytest.approx(fallen, rel=0.01)
    with pytest.raises(ValueError, match=r'^axes must be "curvilinear" or "straight" \(got .bent.\)$'):
        relative.two_body_motion(lap, axes="bent")


def test_a_push_that_ends_on_the_ground_is_told_with_the_lowest_point():
    said = r"within a lap \(its lowest point lies at -\d+ km\): see decay\.deorbit_delta_v_m_s$"
    with pytest.raises(ValueError, match=said):
        relative.two_body_motion(60, altitude_km=200, along_m_s=-100)
    to_ground = decay.deorbit_delta_v_m_s(200, perigee_km=0)
    assert to_ground < 100
    relative.two_body_motion(60, altitude_km=200, along_m_s=-(to_ground - 1e-6))
    with pytest.raises(ValueError, match=r"its lowest point lies at -?0 km"):
        relative.two_body_motion(60, altitude_km=200, along_m_s=-(to_ground + 1e-6))


def test_no_push_and_no_drag_meet_never_and_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for push in (0.0, 0.1, -0.1):
            assert math.isnan(drag(push, density_kg_m3=0.0))
        assert math.isnan(drag(0.0))
        assert math.isnan(drag(0.1, pair=(150.0, 150.0)))
        assert np.isnan(drag([0.0, 0.0, 0.1], density_kg_m3=[0.0, 4e-12, 0.0])).all()


def test_a_path_of_one_point_meets_the_station_or_never_does():
    for metres, expected in ((100.0, 7.0), (100.1, math.nan)):
        spot = HillPath(np.array([7.0]), *(np.array([each]) for each in (0.0, metres, 0.0)))
        found = relative.recontact_s(spot, after_s=0)
        assert type(found) is float
        assert found == pytest.approx(expected, nan_ok=True)
    long = HillPath(np.array([7.0, 8.0]), *(np.array([each, each]) for each in (0.0, 50.0, 0.0)))
    assert (
        type(relative.recontact_s(long, after_s=0)) is float and relative.recontact_s(long, after_s=0) == 7.0
    )
