"""Look angles: whose argument a refusal names, and that the age of the elements is told once."""

import warnings

import numpy as np
import pytest

from course import coverage, elements

MOSCOW = {"latitude_deg": 55.7558, "longitude_deg": 37.6173}
ISS = elements.on("2022-03-12")


@pytest.mark.parametrize(("utc", "error"), [("no moment", ValueError), (5, TypeError), ([None], TypeError)])
def test_what_is_no_moment_is_refused_as_utc(utc, error):
    with pytest.raises(error, match=r"^utc must "):
        coverage.look_angles(ISS, utc, **MOSCOW)


@pytest.mark.parametrize("days", [-100, 100])
def test_old_elements_are_told_of_once(days):
    utc = ISS.epoch_utc + np.timedelta64(days, "D") + np.arange(3) * np.timedelta64(60, "s")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        coverage.look_angles(ISS, utc, **MOSCOW)
    assert [one.category for one in caught] == [elements.ElementAgeWarning]


def test_fresh_elements_need_no_word():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        coverage.look_angles(ISS, [ISS.epoch_utc], **MOSCOW)


@pytest.mark.parametrize("utc", ["1900-01-01", "2099-12-31T23:59:59.999999"])
def test_two_centuries_of_the_sun_are_told_to_the_moment(utc):
    latitude, longitude = coverage.subsolar_point(utc)
    assert abs(latitude) < 23.5 and abs(longitude) <= 180
    for outside in ("1899-12-31T23:59:59.999999", "2100-01-01"):
        with pytest.raises(ValueError) as refused:
            coverage.subsolar_point(outside)
        assert str(refused.value) == (
            f"utc must lie between 1900 and 2100: the Sun is known so far (got '{outside}')"
        )
