"""Nodes: when and where an orbit crosses the equator northward.

Authorities: the points of the track itself, and the course's physics notes, section 1.
"""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from course import elements, ground
from course.tle import checksum

ISS = elements.on("2022-03-12")
ignore_age = pytest.mark.filterwarnings("ignore::course.elements.ElementAgeWarning")


def test_nodes_are_where_the_latitude_is_zero_and_lie_as_the_physics_notes_say():
    nodes = ground.ascending_nodes(ISS, start_utc="2022-03-12", laps=15)
    assert len(nodes.utc) == len(nodes.longitude_deg) == 16
    latitude, longitude, _ = ground.sub_satellite_points(ISS, nodes.utc)
    one_millisecond_deg = 5e-5  # of latitude, at 0.05 degrees a second
    assert np.abs(latitude).max() < one_millisecond_deg
    np.testing.assert_allclose(longitude, nodes.longitude_deg, atol=1e-4)
    later = ground.sub_satellite_points(ISS, nodes.utc + np.timedelta64(10, "s"))[0]
    assert (later > 0.3).all()  # northward
    assert nodes.westward_shift_deg == pytest.approx(23.603, abs=0.005)  # physics notes, section 1: TLE nodes
    assert nodes.period_s == pytest.approx(5572.5, abs=1.5)  # a = 6797.16 km


@ignore_age
@pytest.mark.parametrize("laps", [1, 16, 100])
@pytest.mark.parametrize("days", [-300, -1, 0, 200])
def test_every_lap_has_its_node_even_far_from_the_epoch(laps, days):
    nodes = ground.ascending_nodes(ISS, start_utc=ISS.epoch_utc + np.timedelta64(days, "D"), laps=laps)
    assert len(nodes.utc) == laps + 1
    steps = np.diff(nodes.utc) / np.timedelta64(1, "s")
    assert np.ptp(steps) < 1.5  # seconds: none is left out


@ignore_age
def test_laps_longer_than_at_the_epoch_are_all_found():
    # A year before its epoch, laps of this set are longer by 0.3 %: a hundred of them add up to minutes.
    known = elements.on("2003-04-07")
    nodes = ground.ascending_nodes(known, start_utc=known.epoch_utc - np.timedelta64(360, "D"), laps=100)
    assert len(nodes.utc) == 101


@pytest.mark.parametrize("laps", [0, -1, math.nan, "ten", None])
def test_laps_that_make_no_sense_are_refused(laps):
    with pytest.raises((ValueError, TypeError), match="laps must be"):
        ground.ascending_nodes(ISS, start_utc="2022-03-12", laps=laps)


@pytest.mark.parametrize("laps", [2.7, 0, 6001, [2], True, "2", math.nan])
def test_laps_are_whole_ones(laps):
    with pytest.raises((ValueError, TypeError), match="laps must"):
        ground.ascending_nodes(ISS, start_utc="2022-03-12", laps=laps)


def test_an_orbit_above_the_equator_has_no_node():
    line2 = ISS.line2[:8] + "  0.0000" + ISS.line2[16:68]
    flat = elements.ElementSet(ISS.line1, line2 + str(checksum(line2)))
    with pytest.raises(ValueError, match="at an inclination of 0 degrees there is no such lap"):
        ground.ascending_nodes(flat, start_utc="2022-03-12", laps=2)


@pytest.mark.parametrize("inclination", [5.0, 51.64, 88.0, 90.0, 98.0, 120.0, 175.0])
def test_nodes_of_any_inclination_lie_on_the_track(inclination):
    """Steep orbits and those against the Earth's turning cross the equator westward."""
    line2 = f"{ISS.line2[:8]}{inclination:8.4f}{ISS.line2[16:68]}"
    tilted = elements.ElementSet(ISS.line1, line2 + str(checksum(line2)))
    nodes = ground.ascending_nodes(tilted, start_utc="2022-03-12", laps=4)
    latitude, longitude, _ = ground.sub_satellite_points(tilted, nodes.utc)
    assert np.abs(latitude).max() < 5e-5  # degrees: a millisecond of flight
    assert np.abs((longitude - nodes.longitude_deg + 180) % 360 - 180).max() < 1e-4


@pytest.mark.parametrize(("crossings", "laps"), [(3, 2), (3, 3), (2, 3), (1, 1)])
def test_there_is_one_crossing_more_than_laps_or_none_is_told(crossings, laps, monkeypatch):
    place = np.arange(20 * crossings + 5)
    latitude = 50 * np.sin(2 * np.pi * (place - 9.5) / 20)  # northward once in each twenty points
    utc = np.datetime64("2022-03-12", "us") + place * np.timedelta64(10, "s")
    track = SimpleNamespace(latitude_deg=latitude, longitude_deg=0.0 * place, utc=utc)
    monkeypatch.setattr("course.ground.nodes.ground_track", lambda *_, **__: track)
    if crossings > laps:
        assert len(ground.ascending_nodes(ISS, start_utc="2022-03-12", laps=laps).utc) == laps + 1
        return
    with pytest.raises(
        ValueError, match=f"northward {crossings} times in the time of {laps} laps and one more"
    ):
        ground.ascending_nodes(ISS, start_utc="2022-03-12", laps=laps)
