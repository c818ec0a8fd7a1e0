"""Where SGP4 no longer gives the orbit of a set: height, mean axis, past the first decay, and too far away.

Authority: sgp4's own answers for the same lines, day by day; sets of NORAD as they were published.
"""

import dataclasses
import warnings

import numpy as np
import pytest
from sgp4.api import Satrec

from course import elements, ground
from course.constants import EARTH_RADIUS_KM
from course.elements import ElementSetError
from course.elements.validity import AXIS_KM, MOST_DAYS, validity

ISS = elements.on("2022-03-12")
DECAYING = elements.parse(  # Tiangong-1, 10 November 2014 (US catalogue)
    "1 37820U 11053A   14314.79851609  .00064249  00000-0  44961-3 0  5637\n"
    "2 37820  42.7687 147.7173 0010686 283.6368 148.1694 15.73279710179072",
    satellite=37820,
)
GEOSTATIONARY = elements.parse(  # GOES 16, 15 July 2020 (US catalogue)
    "1 41866U 16071A   20197.82266252 -.00000239  00000-0  00000-0 0  9997\n"
    "2 41866   0.0419 172.4103 0000670 352.4101 350.2584  1.00271935 13434",
    satellite=41866,
)


def height_km(one, days):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ground.sub_satellite_points(one, one.epoch_utc + np.timedelta64(round(days * 86400), "s"))[2]


@pytest.mark.parametrize("days", np.linspace(-30 * 365.25, 30 * 365.25, 121).tolist())
def test_an_answer_lies_near_the_height_of_the_set_or_there_is_none(days):
    for one in (ISS, DECAYING, GEOSTATIONARY):
        try:
            height = height_km(one, days)
        except ElementSetError as error:
            assert "gives no orbit for" in str(error)
        else:
            assert abs(height - one.altitude_km) < AXIS_KM + 110  # an ellipse and an ellipsoid: 110 km


def test_past_the_first_decay_it_is_said_to_be_down():
    down = ISS.validity.decays_days
    for days in (down, down + 30, down + 3000):
        with pytest.raises(ElementSetError, match=r"the ISS .*: decayed\. .* comes down about 2024-06"):
            height_km(ISS, days)


def test_before_and_after_the_orbit_of_the_set_its_time_is_named():
    span = ISS.validity
    for days in (span.first_days - 2, span.last_days + 2):
        with pytest.raises(
            ElementSetError, match=r"no longer follows the orbit of the set there\. It does from"
        ):
            height_km(ISS, days)
    for days in (span.first_days, 0, span.last_days):
        assert 300 < height_km(ISS, days) < 540


def mean_orbit(known, days):
    """Return the mean axis and the mean perigee height by sgp4, in km; the axis is nan where it has none."""
    satrec = Satrec.twoline2rv(known.line1, known.line2)
    error, _, _ = satrec.sgp4_tsince(1440.0 * days)
    axis = np.nan if error else satrec.am * satrec.radiusearthkm
    return axis, axis * (1 - satrec.em) - EARTH_RADIUS_KM


@pytest.mark.parametrize("known", [ISS, DECAYING, *elements.shipped()[::50]])
@pytest.mark.parametrize("side", [-1, 1])
def test_the_time_of_a_set_ends_where_its_mean_orbit_does(known, side):
    last = abs(known.validity.first_days if side < 0 else known.validity.last_days)
    axes = [mean_orbit(known, side * day)[0] for day in range(last + 2)]
    assert np.abs(np.array(axes[:-1]) - axes[0]).max() <= AXIS_KM
    beyond, perigee = mean_orbit(known, side * (last + 1))
    turns = (beyond - axes[-2]) * (axes[-2] - axes[0]) < 0  # it comes back, or sinks into the past
    off = np.isnan(beyond) or abs(beyond - axes[0]) > AXIS_KM or perigee < 120
    assert off or turns or last == MOST_DAYS


@pytest.mark.parametrize("known", [ISS, DECAYING])
def test_it_is_down_on_the_day_on_which_no_orbit_lasts_a_lap(known):
    """The mean perigee first lies below 120 km then, or sgp4 has none."""
    down = known.validity.decays_days
    assert mean_orbit(known, down - 1)[1] >= 120
    assert not mean_orbit(known, down)[1] >= 120


@pytest.mark.parametrize("side", [-1, 1])
def test_each_of_several_moments_must_lie_within_the_orbit_of_the_set(side):
    beyond = ISS.validity.first_days - 2 if side < 0 else ISS.validity.last_days + 2
    moments = ISS.epoch_utc + np.array([0, round(beyond * 86400)]).astype("timedelta64[s]")
    for order in (moments, moments[::-1]):
        with pytest.raises(ElementSetError, match="gives no orbit for"):
            ground.sub_satellite_points(ISS, order)


def test_ten_years_away_no_set_says_anything():
    steady = next(one for one in elements.shipped() if one.validity.last_days == MOST_DAYS)
    with pytest.raises(ElementSetError, match="more than ten years away"):
        height_km(steady, MOST_DAYS + 1)


def test_a_track_that_runs_into_the_decay_is_refused_before_it_is_made():
    with pytest.raises(ElementSetError, match="decayed"):
        ground.ground_track(DECAYING, start_utc=DECAYING.epoch_utc, duration_s=700 * 86400, step_s=600)


@dataclasses.dataclass
class Craft:
    """A record as SGP4 would give it whose mean axis is a function of the days from the epoch."""

    axis_km: object
    method: str = "n"
    radiusearthkm: float = 6378.135
    em: float = 0.0
    am: float = 0.0

    def sgp4_tsince(self, minutes):
        self.am = self.axis_km(minutes / 1440.0) / self.radiusearthkm
        return 0, None, None


@pytest.mark.parametrize("side", [-1, 1])
def test_an_orbit_that_comes_back_ends_where_it_turns(side):
    def turns(day):
        return 6800.0 - min(
            side * day, 20 - side * day
        )  # a kilometre a day, down or up, and back from day 10

    found = validity(Craft(turns))
    assert (found.last_days if side > 0 else found.first_days) == side * 10


def test_a_creep_of_tens_of_metres_is_no_turn():
    def creeps(day):
        return 6800.0 - (0.04 if day % 2 else 0.0) - max(0.0, abs(day) - 30)

    found = validity(Craft(creeps))
    assert found.last_days == 130  # a hundred kilometres below the axis of the epoch
