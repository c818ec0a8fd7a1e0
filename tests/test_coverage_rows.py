"""A country as a table of rows: against areas on the ellipsoid, and for odd countries and rows."""

import numpy as np
import pytest
import shapely

from course import coverage, geography
from course.coverage.rows import rows_of

SHARE_TOLERANCE = 1e-3  # a round Earth instead of the ellipsoid, rows of 22 km


@pytest.mark.parametrize("country", ["RUS", "CAN", "CHN", "KAZ", "BRA", "USA", "ATA"])
def test_shares_of_the_area_agree_with_the_exact_integral(country):
    latitude, width = rows_of(country)
    area = width * np.cos(np.radians(latitude))
    for limit in np.round(np.linspace(latitude[0], latitude[-1], 12)[1:-1] * 5) / 5:  # edges of rows
        share = area[latitude < limit].sum() / area.sum()
        assert share == pytest.approx(
            coverage.area_share_below(country, latitude_deg=limit), abs=SHARE_TOLERANCE
        )


def test_rows_follow_one_another_from_south_to_north():
    latitude, width = rows_of("RUS")
    assert latitude.shape == width.shape
    assert np.allclose(np.diff(latitude), 0.2)
    assert 41.0 < latitude[0] < 41.3 and 81.7 < latitude[-1] < 82.0  # Dagestan to Franz Josef Land
    assert width.min() >= 0


@pytest.mark.parametrize(
    ("country", "why"),
    [("RUS", "both sides of the date line"), ("ZAF", "Lesotho is a hole in it"), ("IDN", "islands")],
)
def test_widths_are_the_lengths_that_shapely_cuts_out(country, why):
    shape = geography.polygon(country)
    latitude, width = rows_of(country, row_deg=1)
    for middle, wide in zip(latitude, width, strict=True):
        cut = shapely.LineString([(-180, middle), (180, middle)]).intersection(shape)
        assert wide == pytest.approx(cut.length, abs=0.005 + 1e-9), (middle, why)  # rounded to 0.01


def test_borders_in_the_view_that_is_asked_for():
    latitude, un = rows_of("RUS")
    same, de_facto = rows_of("RUS", borders="de-facto")
    assert np.array_equal(latitude, same)
    crimea = (latitude > 44.4) & (latitude < 46.2)
    assert np.all(de_facto[crimea] - un[crimea] > 0)
    assert np.array_equal(de_facto[latitude > 47], un[latitude > 47])


def test_antarctica_ends_at_the_pole_and_has_all_longitudes_there():
    latitude, width = rows_of("ATA", row_deg=1)
    assert latitude[0] == -89.5
    assert width[0] == 360


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"country": "Atlantis"}, "no country"),
        ({"country": "RUS", "row_deg": 0}, "row_deg"),
        ({"country": "RUS", "row_deg": -1}, "row_deg"),
        ({"country": "RUS", "row_deg": 1000}, "row_deg"),
        ({"country": "RUS", "borders": "mine"}, "borders"),
    ],
)
def test_odd_arguments_are_refused(arguments, complaint):
    with pytest.raises(ValueError, match=complaint):
        rows_of(**arguments)


@pytest.mark.parametrize("row_deg", [float("nan"), [0.2, 0.4]])
def test_the_height_of_a_row_is_one_number(row_deg):
    with pytest.raises((ValueError, TypeError)):
        rows_of("RUS", row_deg=row_deg)
