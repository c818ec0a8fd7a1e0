"""Relative motion after a push.

Authorities: the course's physics notes, section 3 (push-off, Clohessy-Wiltshire, exact two-body, J2 and
differential drag, computed there by independent code); a numerical integration in this file; momentum.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from course import relative
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
from course.orbits import circular_speed_km_s, period_s, radius_km

LAP_S = 5578.22
HALVES_KG = {"PMA-1/Zarya": (71_400, 348_300), "Zarya/Zvezda": (47_000, 372_700)}  # physics 3.1, dry
LAST_DIGIT_M_S = 1.01e-4  # the notes round to 0.0001 m/s; masses to 100 kg
METRE_TABLE = 0.06  # the notes round to 0.1 m


@pytest.mark.parametrize(
    "cut, relative_m_s, light, heavy, impulse_kn_s, energy_j",
    [
        ("PMA-1/Zarya", 0.10, 0.0830, 0.0170, 5.92, 296),
        ("PMA-1/Zarya", 0.15, 0.1245, 0.0255, 8.88, 666),
        ("PMA-1/Zarya", 0.20, 0.1660, 0.0340, 11.85, 1185),
        ("Zarya/Zvezda", 0.10, 0.0888, 0.0112, 4.17, 209),
        ("Zarya/Zvezda", 0.15, 0.1332, 0.0168, 6.26, 469),
        ("Zarya/Zvezda", 0.20, 0.1776, 0.0224, 8.34, 834),
    ],
)
def test_push_off_table_of_the_physics_notes(cut, relative_m_s, light, heavy, impulse_kn_s, energy_j):
    masses = HALVES_KG[cut]
    ours, theirs = relative.push_off_m_s(*masses, relative_m_s=relative_m_s)
    assert ours == pytest.approx(light, abs=LAST_DIGIT_M_S)
    assert -theirs == pytest.approx(heavy, abs=LAST_DIGIT_M_S)
    assert relative.push_off_impulse_n_s(*masses, relative_m_s=relative_m_s) == pytest.approx(
        1000 * impulse_kn_s, rel=2e-3
    )
    assert relative.push_off_energy_j(*masses, relative_m_s=relative_m_s) == pytest.approx(energy_j, rel=2e-3)


masses_kg = st.floats(1.0, 1e7)


@given(masses_kg, masses_kg, st.floats(0, 100))
def test_push_off_keeps_momentum_and_relative_speed(a, b, speed):
    v_a, v_b = relative.push_off_m_s(a, b, relative_m_s=speed)
    assert a * v_a + b * v_b == pytest.approx(0, abs=1e-9 * a * max(v_a, 1e-300))
    assert v_a - v_b == pytest.approx(speed)
    assert v_a >= 0 >= v_b


CW_TABLE = [  # push of 0.15 m/s; laps; radial, along, cross in m (physics 3.3)
    ("along_m_s", 0.25, 266.3, -94.9, 0),
    ("along_m_s", 0.5, 532.7, -1255.1, 0),
    ("along_m_s", 0.75, 266.3, -2415.3, 0),
    ("along_m_s", 1, 0, -2510.2, 0),
    ("along_m_s", 2, 0, -5020.4, 0),
    ("along_m_s", 3, 0, -7530.6, 0),
    ("radial_m_s", 0.25, 133.2, -266.3, 0),
    ("radial_m_s", 0.5, 0, -532.7, 0),
    ("radial_m_s", 0.75, -133.2, -266.3, 0),
    ("radial_m_s", 1, 0, 0, 0),
    ("cross_m_s", 0.25, 0, 0, 133.2),
    ("cross_m_s", 0.5, 0, 0, 0),
    ("cross_m_s", 0.75, 0, 0, -133.2),
    ("cross_m_s", 3, 0, 0, 0),
]


@pytest.mark.parametrize("push, laps, radial, along, cross", CW_TABLE)
@pytest.mark.parametrize("sign", [1, -1])
def test_clohessy_wiltshire_table_of_the_physics_notes(push, laps, radial, along, cross, sign):
    path = relative.hill_motion(laps * LAP_S, **{push: sign * 0.15})
    found = path.radial_m, path.along_m, path.cross_m
    assert np.allclose(found, sign * np.array([radial, along, cross]), rtol=0, atol=METRE_TABLE)


def test_clohessy_wiltshire_solves_its_differential_equations():
    rate = np.sqrt(MU_EARTH_KM3_S2 / radius_km(420) ** 3)

    def hill(_, y):
        x, _, z, u, v, w = y
        return u, v, w, 3 * rate**2 * x + 2 * rate * v, -2 * rate * u, -(rate**2) * z

    push = [0.07, -0.11, 0.05]
    time = np.linspace(0, 3 * LAP_S, 50)
    numerical = solve_ivp(hill, (0, time[-1]), [0, 0, 0, *push], "DOP853", time, rtol=1e-12, atol=1e-9).y
    path = relative.hill_motion(time, radial_m_s=push[0], along_m_s=push[1], cross_m_s=push[2])
    assert np.allclose([path.radial_m, path.along_m, path.cross_m], numerical[:3], rtol=0, atol=1e-4)


def offset_from_linear(path, time, **push):
    linear = relative.hill_motion(time, **push)
    return np.linalg.norm(
        [path.radial_m - linear.radial_m, path.along_m - linear.along_m, path.cross_m - linear.cross_m]
    )


@pytest.mark.parametrize(
    "laps, axes, metres, tolerance",
    [
        (1, "straight", 0.50, 0.005),
        (1, "curvilinear", 0.20, 0.005),
        (5, "straight", 11.6, 0.05),
        (5, "curvilinear", 0.98, 0.005),
    ],
)
def test_exact_motion_leaves_the_linear_one_as_in_the_physics_notes(laps, axes, metres, tolerance):
    time = laps * LAP_S
    path = relative.two_body_motion(time, along_m_s=0.15, axes=axes)
    assert offset_from_linear(path, time, along_m_s=0.15) == pytest.approx(metres, abs=tolerance)


@pytest.mark.parametrize("laps, j2_m, drag_m", [(1, 7.0, 7.5), (5, 35, 296)])
def test_j2_and_drag_leave_the_linear_motion_as_in_the_physics_notes(laps, j2_m, drag_m):
    time, push = laps * LAP_S, {"along_m_s": 0.15}
    oblate = relative.perturbed_motion([time], **push)
    both = relative.perturbed_motion(
        [time], **push, density_kg_m3=4e-12, ballistic_coefficients_kg_m2=(1 / 0.0066, 1 / 0.0040)
    )
    assert offset_from_linear(oblate, time, **push) == pytest.approx(j2_m, rel=0.01)
    assert offset_from_linear(both, time, **push) == pytest.approx(drag_m, rel=0.01)


def integrated_m(time, push, altitude_km=420.0):
    """Return the pushed body's place (m, axes fixed at the push), integrated to the solver's limit."""
    radius, speed = radius_km(altitude_km), circular_speed_km_s(altitude_km)

    def kepler(_, y):
        return [*y[3:], *(-MU_EARTH_KM3_S2 * y[:3] / np.linalg.norm(y[:3]) ** 3)]

    start = [radius, 0, 0, push[0] / 1000, speed + push[1] / 1000, push[2] / 1000]
    return 1000 * solve_ivp(kepler, (0, time[-1]), start, "DOP853", time, rtol=3e-14, atol=1e-12).y[:3]


@pytest.mark.parametrize("push", [(0.0, 0.15, 0.0), (-3.0, 2.0, 5.0), (60.0, 40.0, -80.0)])
def test_exact_motion_agrees_with_a_numerical_integration(push):
    time = np.linspace(0, 10 * LAP_S, 41)
    x, y, z = integrated_m(time, push)
    rate, radius = np.sqrt(MU_EARTH_KM3_S2 / radius_km(420) ** 3), 1000 * radius_km(420)
    ahead = np.unwrap(np.arctan2(y, x) - rate * time)
    names = dict(zip(("radial_m_s", "along_m_s", "cross_m_s"), push, strict=True))
    path = relative.two_body_motion(time, **names, axes="straight")
    across = np.hypot(x, y)
    numerical = across * np.cos(ahead) - radius, across * np.sin(ahead), z
    solver_m = 2e-3  # of the integration over 10 laps
    assert np.allclose([path.radial_m, path.along_m, path.cross_m], numerical, rtol=0, atol=solver_m)
    bent = relative.two_body_motion(time, **names)
    assert np.allclose(bent.radial_m, np.sqrt(across**2 + z**2) - radius, rtol=0, atol=solver_m)
    assert np.allclose(bent.cross_m, radius * np.arctan2(z, across), rtol=0, atol=solver_m)


def test_laps_ahead_are_counted_not_folded():
    fortnight = np.linspace(0, 14 * 86400, 2001)
    path = relative.two_body_motion(fortnight, along_m_s=20.0)
    assert np.all(np.abs(np.diff(path.along_m)) < 1e6)
    assert path.along_m[-1] < -2.2 * np.pi * 1000 * radius_km(420)  # more than a whole lap behind


def test_laps_are_counted_also_between_points_far_apart():
    week = np.array([0.0, 3.5, 7.0]) * 86400
    numerical = relative.perturbed_motion(week, along_m_s=40.0, j2=False)
    exact = relative.two_body_motion(week, along_m_s=40.0)
    assert exact.along_m[-1] < -2 * np.pi * 1000 * radius_km(420)
    assert numerical.along_m == pytest.approx(exact.along_m, rel=1e-6, abs=1)


def test_without_j2_and_drag_the_integration_is_the_exact_motion():
    day = np.linspace(0, 86400, 25)
    push = {"radial_m_s": 0.05, "along_m_s": -0.1, "cross_m_s": 0.12}
    numerical = relative.perturbed_motion(day, **push, j2=False, argument_of_latitude_deg=70.0)
    exact = relative.two_body_motion(day, **push)
    for name in ("radial_m", "along_m", "cross_m"):
        assert np.allclose(getattr(numerical, name), getattr(exact, name), rtol=0, atol=0.05)


def test_a_day_with_j2_and_drag_is_good_to_a_metre():
    """Against the same forces written with vectors, integrated 10,000 times as strictly."""
    from course.constants import EARTH_J2, EARTH_ROTATION_RAD_S

    radius, speed = radius_km(420), circular_speed_km_s(420)
    place, velocity = [radius, 0, 0], [0, speed * np.cos(0.9), speed * np.sin(0.9)]
    day, density, ballistic = np.linspace(0, 86400, 25), 4e-12, 160.0

    def forces(_, y):
        r, v = y[:3], y[3:]
        distance = np.linalg.norm(r)
        wind = v - np.cross([0, 0, EARTH_ROTATION_RAD_S], r)
        tilt = 5 * r[2] ** 2 / distance**2
        bulge = 1.5 * EARTH_J2 * MU_EARTH_KM3_S2 * EARTH_RADIUS_KM**2 / distance**5
        pull = -MU_EARTH_KM3_S2 * r / distance**3 + bulge * r * (tilt - np.array([1, 1, 3]))
        return [*v, *(pull - 1000 * density / (2 * ballistic) * np.linalg.norm(wind) * wind)]

    strict = solve_ivp(forces, (0, 86400), [*place, *velocity], "DOP853", day, rtol=1e-13, atol=1e-12).y[:3]
    ours = relative.orbit_with_drag(
        day,
        position_km=place,
        velocity_km_s=velocity,
        ballistic_coefficient_kg_m2=ballistic,
        density_kg_m3=density,
    )
    assert 1000 * np.abs(ours - strict).max() < 1.0
    without = relative.orbit_with_drag(day, position_km=place, velocity_km_s=velocity)
    assert 1000 * np.abs(ours - without).max() > 1000.0  # m: so the drag was there


def test_push_for_two_kilometres_after_one_lap():
    """Physics 3.5: 0.1195 m/s; two-body 0.11950 forward, 0.11952 backward."""
    assert relative.along_push_m_s(2000) == pytest.approx(0.1195, abs=5e-5)
    for push in (0.11950, -0.11952):
        along = relative.two_body_motion(period_s(420), along_m_s=push).along_m
        assert abs(along) == pytest.approx(2000, abs=0.2)


@pytest.mark.parametrize(
    "speed, percent",
    [
        (0.10, 14.3),
        (0.20, 7.4),
        *(pytest.param(*one, marks=pytest.mark.long) for one in ((0.12, 12.0), (0.15, 10.0))),
    ],
)
def test_recontact_within_a_day_in_a_random_direction(speed, percent):
    """Physics 3.5: a Monte Carlo of 6,000 pushes, to 0.5 points; ours has half as many."""
    sampling_points = 1.5  # two standard deviations of the difference
    pushes = np.random.default_rng(3).normal(size=(3000, 3))
    pushes *= speed / np.linalg.norm(pushes, axis=1)[:, None]
    day = np.arange(0, 86400, 120.0)
    met = [
        np.isfinite(relative.recontact_s(relative.hill_motion(day, **named(push)), after_s=0.45 * LAP_S))
        for push in pushes
    ]
    assert 100 * np.mean(met) == pytest.approx(percent, abs=sampling_points)
    assert np.mean(met) > 100 / (3 * LAP_S * speed)  # the analytic lower bound of the notes


def named(push):
    return dict(zip(("radial_m_s", "along_m_s", "cross_m_s"), map(float, push), strict=True))


@pytest.mark.parametrize("degrees_off, metres", [(85, 219), (89, 44)])
def test_only_the_part_along_the_track_separates(degrees_off, metres):
    angle = np.radians(degrees_off)
    push = {"along_m_s": 0.15 * np.cos(angle), "radial_m_s": 0.15 * np.sin(angle)}
    assert relative.hill_motion(LAP_S, **push).distance_m == pytest.approx(metres, abs=1)


def test_who_comes_back_over_a_day_and_a_fortnight():
    """A push up or sideways returns within a lap; one along the track does not return in a fortnight."""
    for days in (1, 14):
        time = np.arange(0, days * 86400, 60.0)
        for push, laps in (("radial_m_s", 1), ("cross_m_s", 0.5)):
            path = relative.two_body_motion(time, **{push: 0.15})
            first = relative.recontact_s(path, within_m=5, after_s=0.2 * LAP_S)
            assert first == pytest.approx(laps * LAP_S, abs=60)
        path = relative.two_body_motion(time, along_m_s=0.15)
        assert np.isnan(relative.recontact_s(path, after_s=0.45 * LAP_S))
        nearest = relative.closest_approach(path, after_s=0.45 * LAP_S)
        assert nearest.distance_m > 1000 and nearest.time_s < 0.5 * LAP_S


def test_closest_approach_is_found_between_the_points():
    path = relative.hill_motion(np.arange(0, 20000, 50.0), cross_m_s=0.15)
    found = relative.closest_approach(path, after_s=1000)
    fine = relative.hill_motion(np.arange(1000, 20000, 0.1), cross_m_s=0.15)
    assert found.distance_m == pytest.approx(fine.distance_m.min(), abs=0.3)
    assert found.distance_m < path.distance_m[path.time_s > 1000].min()
    half_laps = found.time_s / (LAP_S / 2)
    assert half_laps == pytest.approx(round(half_laps), abs=0.01)


def test_a_path_of_one_point_has_its_nearest_approach_there():
    path = relative.hill_motion([90.0], along_m_s=1.0)
    metres = float(path.distance_m[0])
    found = relative.closest_approach(path, after_s=90)
    assert (found.time_s, found.distance_m) == (90.0, pytest.approx(metres, rel=1e-12))
    assert relative.recontact_s(path, within_m=1.001 * metres, after_s=90) == 90.0
    assert np.isnan(relative.recontact_s(path, within_m=0.999 * metres, after_s=90))


@pytest.mark.parametrize("within", [1.0, 50.0, 150.0])
def test_they_meet_where_their_distance_is_the_one_asked_for(within):
    """A push up: after a lap the other is back; the path itself, computed at that moment, says how far."""
    path = relative.hill_motion(np.arange(0, 1.2 * LAP_S, 10.0), radial_m_s=0.15)
    met = relative.recontact_s(path, within_m=within, after_s=0.5 * LAP_S)
    chord_m = 0.01  # between points 10 s apart the path is taken as straight
    assert relative.hill_motion(met, radial_m_s=0.15).distance_m == pytest.approx(within, abs=chord_m)
    assert relative.hill_motion(met - 10, radial_m_s=0.15).distance_m > within


@pytest.mark.parametrize(
    ("time", "along"),
    [
        ([0.0, 10.0, 10.0], [1.0, 2.0, 3.0]),
        ([0.0, 20.0, 10.0], [1.0, 2.0, 3.0]),
        ([0.0, 10.0, 20.0], [1.0, np.nan, 3.0]),
        ([[0.0, 10.0], [20.0, 30.0]], [[1.0, 2.0], [3.0, 4.0]]),
    ],
    ids=["twice the same moment", "back in time", "a gap", "two paths"],
)
def test_points_that_make_no_path_are_refused(time, along):
    along = np.array(along)
    path = relative.HillPath(np.array(time), 0 * along, along, 0 * along)
    for ask in (relative.closest_approach, relative.recontact_s):
        with pytest.raises(ValueError, match="one list of points at rising times, without gaps"):
            ask(path, after_s=0)


DRAG = {"density_kg_m3": 4e-12, "ballistic_coefficients_kg_m2": (1 / 0.0066, 1 / 0.0040)}


@pytest.mark.parametrize(
    "push, density, days", [(-0.15, 4e-12, 12.4), (-0.1, 4e-12, 8.2), (-0.15, 1e-11, 4.9), (-0.1, 1e-11, 3.3)]
)
def test_drag_brings_the_lighter_dragged_one_back_in_the_days_of_the_notes(push, density, days):
    found = relative.drag_recontact_days(push, **(DRAG | {"density_kg_m3": density}))
    assert found == pytest.approx(days, abs=0.1)


def test_drag_recontact_agrees_with_the_integration():
    time = np.arange(0, 15 * 86400, 600.0)
    path = relative.perturbed_motion(time, along_m_s=-0.15, j2=False, **DRAG)
    crossed = time[np.flatnonzero((path.along_m[1:] < 0) & (path.along_m[:-1] > 0))[0]] / 86400
    assert relative.drag_recontact_days(-0.15, **DRAG) == pytest.approx(crossed, rel=0.03)
    assert np.isnan(relative.drag_recontact_days(0.15, **DRAG))  # both effects then carry it behind


@pytest.mark.parametrize("bad", [0, -5.0, 1e8, np.inf])
def test_masses_that_have_no_meaning_are_refused(bad):
    for masses in ((bad, 1000), (1000, bad)):
        with pytest.raises(ValueError, match=r"mass_[ab]_kg must be"):
            relative.push_off_m_s(*masses, relative_m_s=0.1)


def test_nan_stays_nan_and_shapes_are_kept():
    v_a, v_b = relative.push_off_m_s([100, np.nan], 200, relative_m_s=0.1)
    assert np.isnan(v_a).tolist() == np.isnan(v_b).tolist() == [False, True]
    for motion in (relative.hill_motion, relative.two_body_motion):
        path = motion([[0.0, np.nan], [10.0, 20.0]], along_m_s=0.1)
        assert np.isnan(path.along_m).tolist() == [[False, True], [False, False]]
        assert motion([], along_m_s=0.1).along_m.shape == (0,)
        assert motion(100.0, along_m_s=[0.1, 0.2, 0.3]).along_m.shape == (3,)


@pytest.mark.parametrize("motion", [relative.hill_motion, relative.two_body_motion])
@pytest.mark.parametrize(
    "wrong",
    [
        {"along_m_s": 101.0},
        {"radial_m_s": -1e6},
        {"cross_m_s": np.inf},
        {"altitude_km": -1},
        {"time_s": -1.0},
        {"time_s": 1e9},
    ],
)
def test_pushes_and_times_without_meaning_are_refused(motion, wrong):
    with pytest.raises(ValueError):
        motion(**({"time_s": 100.0} | wrong))


def test_zero_push_stays_at_home():
    for motion in (relative.hill_motion, relative.two_body_motion):
        path = motion(np.linspace(0, 1e6, 7))
        assert np.all(path.distance_m < 1e-5)


def test_words_for_wrong_arguments():
    with pytest.raises(ValueError, match="curvilinear"):
        relative.two_body_motion(1.0, axes="round")
    with pytest.raises(ValueError, match="ground"):
        relative.two_body_motion(1.0, altitude_km=200, along_m_s=-90)
    with pytest.raises(TypeError, match="HillPath"):
        relative.closest_approach([1, 2, 3])
    path = relative.hill_motion([0.0, 10.0], along_m_s=0.1)
    with pytest.raises(ValueError, match="ends before"):
        relative.recontact_s(path, after_s=11)
    with pytest.raises(ValueError, match="rising"):
        relative.perturbed_motion([10.0, 5.0])
    with pytest.raises(ValueError, match="two numbers"):
        relative.perturbed_motion([10.0], ballistic_coefficients_kg_m2=160)
    with pytest.raises(ValueError, match="three numbers"):
        relative.orbit_with_drag([1.0], position_km=[1, 2], velocity_km_s=[0, 7, 0])


def test_after_five_laps_the_bulge_has_moved_the_end():
    lap_s = period_s(420)
    time_s = np.linspace(0, 5 * lap_s, 301)
    linear = relative.hill_motion(time_s, along_m_s=0.15).along_m[-1]
    exact = relative.two_body_motion(time_s, along_m_s=0.15).along_m[-1]
    assert abs(exact - linear) < 1
    moved = relative.perturbed_motion(time_s, along_m_s=0.15).along_m[-1] - exact
    assert moved == pytest.approx(34, abs=0.5)  # to the metre that the lesson shows
