"""The circle on the ground that sees a satellite.

Authorities: the course's physics notes, section 2.4, and a plane triangle.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import ground


@pytest.mark.parametrize(
    ("altitude", "radii"),
    [  # km at elevations of 0, 5, 10, 25 and 40 degrees (physics notes, section 2.4)
        (350, (2066, 1581, 1225, 643, 382)),
        (420, (2253.7, 1762.0, 1390.1, 751.9, 451.0)),
        (450, (2329, 1835, 1457, 797, 480)),
        (800, (3040, 2530, 2109, 1265, 791)),
    ],
)
def test_footprints_of_the_physics_notes(altitude, radii):
    rounding_km = 0.05 if altitude == 420 else 0.5
    for elevation, radius in zip((0, 5, 10, 25, 40), radii, strict=True):
        assert abs(ground.footprint_radius_km(altitude, elevation_deg=elevation) - radius) <= rounding_km


@given(st.floats(0, 40_000), st.floats(0, 90))
def test_from_the_edge_of_the_footprint_the_elevation_is_the_one_asked_for(altitude, elevation):
    radius_km = ground.footprint_radius_km(altitude, elevation_deg=elevation)
    assert radius_km >= 0
    angle = radius_km / 6378.137
    across = (6378.137 + altitude) * math.sin(angle)
    up = (6378.137 + altitude) * math.cos(angle) - 6378.137
    if altitude > 1:
        assert math.degrees(math.atan2(up, across)) == pytest.approx(elevation, abs=1e-6)


def test_footprints_of_arrays_and_of_bad_input():
    radii = ground.footprint_radius_km([420, math.nan, 800], elevation_deg=10)
    assert radii[0] == ground.footprint_radius_km(420, elevation_deg=10)
    assert math.isnan(radii[1])
    for arguments, words in (
        ((-1,), "got -1 km"),
        ((420, 91), "got 91 degrees"),
        ((420, -5), "got -5 degrees"),
    ):
        with pytest.raises(ValueError, match=words):
            ground.footprint_radius_km(*arguments)
