"""Where the pieces come down after a burn.

Authority: the course's physics notes, section 5.2, and numerical integration.
"""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from course import decay
from course.constants import EARTH_RADIUS_KM
from course.orbits import circular_speed_km_s, radius_km


@pytest.mark.parametrize("perigee, length_km", [(50, 2460), (60, 2880), (70, 3610), (80, 5610)])
def test_footprints_of_the_physics_notes(perigee, length_km):
    """Physics 5.2, with the air of NRLMSIS; the factor 1.5 there is for the unknown station, not the sum."""
    same_model = 0.06  # relative: standard atmosphere instead of NRLMSIS, up to 20 % apart above 110 km
    found = decay.footprint(420, perigee_km=perigee)
    assert found.length_km == pytest.approx(length_km, rel=same_model)
    assert 15_000 < found.nearest_km < found.farthest_km < 24_000


def test_entry_of_the_physics_notes():
    """7.90 km/s and -1.27 degrees at 122 km; pieces of 20 and 1,500 kg/m2 from 78 km land 1,145 km apart."""
    from course.decay.footprint import _flown

    speed = circular_speed_km_s(420) - decay.deorbit_delta_v_m_s(420, perigee_km=50) / 1000
    apogee = [radius_km(420), 0.0, speed, 0.0]
    _, _, speed, slope = _flown(apogee, 160.0, 122.0)
    assert speed == pytest.approx(7.90, abs=0.005)
    assert np.degrees(slope) == pytest.approx(-1.27, abs=0.005)
    released = _flown(apogee, 160.0, 78.0)
    near, far = (EARTH_RADIUS_KM * _flown(released, piece, 0.0)[1] for piece in (20.0, 1500.0))
    assert far - near == pytest.approx(1145, rel=0.02)


@pytest.mark.parametrize("perigee", [-1, 81, 419, np.nan, np.inf])
def test_footprints_that_nobody_can_foresee_are_refused(perigee):
    with pytest.raises(ValueError, match="perigee_km must"):
        decay.footprint(420, perigee_km=perigee)


def test_footprints_of_many_aims_are_the_single_ones():
    many = decay.footprint([[270.0], [420.0]], perigee_km=[0.0, 50.0, 80.0])
    assert many.length_km.shape == (2, 3)
    for at, height in enumerate((270, 420)):
        for other, perigee in enumerate((0, 50, 80)):
            single = decay.footprint(height, perigee_km=perigee)
            found = many.nearest_km[at, other], many.farthest_km[at, other], many.entry_km[at, other]
            assert found == pytest.approx((single.nearest_km, single.farthest_km, single.entry_km))
    assert np.all(many.entry_km < many.nearest_km)


def test_the_steps_of_an_entry_agree_with_a_strict_integration():
    """scipy's LSODA with the same air: a body of 160 kg/m2 down to 78 km, and a heavy piece to 10 km."""
    from course.decay.footprint import _flown, _rates

    def strict(state, ballistic, height):
        def arrives(_, y):
            return y[0] - EARTH_RADIUS_KM - height

        def rates(_, y):
            return _rates(y, ballistic)

        arrives.terminal, arrives.direction = True, -1
        exact = {"rtol": 1e-9, "atol": 1e-10}
        return solve_ivp(rates, (0, 9000), state, "LSODA", events=arrives, **exact).y[:, -1]

    speed = circular_speed_km_s(420) - decay.deorbit_delta_v_m_s(420, perigee_km=50) / 1000
    start = [radius_km(420), 0.0, speed, 0.0]
    for ballistic, height in ((160.0, 78.0), (1500.0, 10.0)):
        ours, theirs = _flown(start, ballistic, height), strict(start, ballistic, height)
        assert EARTH_RADIUS_KM * ours[1] == pytest.approx(EARTH_RADIUS_KM * theirs[1], abs=1.0)  # km
        assert ours[2] == pytest.approx(theirs[2], rel=2e-3)


def test_a_piece_that_flies_on_is_no_footprint():
    from course.decay.footprint import _flown

    with pytest.raises(ValueError, match="flies on"):
        _flown([radius_km(420), 0.0, circular_speed_km_s(420), 0.0], 160.0, 100.0)
