"""The country under points and tracks. Authorities: Shapely's STRtree, reference numbers of a frozen year."""

import warnings
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from coverage_tracks import frozen, frozen_track, frozen_year
from hypothesis import given
from hypothesis import strategies as st

from course import coverage, elements, geography, ground
from course.coverage import under
from course.coverage.under import country_numbers

STEP_POINTS = 211  # of the 3,153,600 points of a year: the tree takes a microsecond for each


def countries_by_tree(latitude, longitude, borders="un"):
    """Return all countries of each point by a tree over whole polygons: the authority."""
    codes = geography.codes(borders)
    tree = shapely.STRtree([geography.polygon(code, borders=borders) for code in codes])
    point, country = tree.query(shapely.points(longitude, latitude), predicate="intersects")
    found = [set() for _ in latitude]
    for at, number in zip(point, country, strict=True):
        found[at].add(codes[number])
    return found


def assert_same(latitude, longitude, borders="un"):
    ours = coverage.countries_under(latitude, longitude_deg=longitude, borders=borders)
    for code, wanted in zip(ours, countries_by_tree(latitude, longitude, borders), strict=True):
        assert code in wanted if wanted else code == ""


@pytest.mark.parametrize("borders", geography.VIEWS)
def test_no_wrong_point_along_a_year_of_track(borders):
    track = frozen_year()
    assert_same(track.latitude_deg[::STEP_POINTS], track.longitude_deg[::STEP_POINTS], borders)


def test_no_wrong_point_close_to_borders():
    random = np.random.default_rng(1)
    corners = np.concatenate([ring for region in geography.regions() for ring in region.rings])
    near = corners[random.integers(len(corners), size=20_000)] + random.normal(scale=0.02, size=(20_000, 2))
    assert_same(np.clip(near[:, 1], -90, 90), near[:, 0].clip(-180, 179.999999))


def test_no_wrong_point_on_whole_degrees_where_borders_run():
    longitude, latitude = np.meshgrid(np.arange(-180, 180.0, 2), np.arange(-90, 91.0))
    assert_same(latitude.ravel(), longitude.ravel())


def test_points_on_a_border_or_coast_belong_to_a_country():
    ring = geography.polygon("RUS").geoms[0].exterior
    longitude, latitude = shapely.get_coordinates(ring)[::50].T
    assert np.all(coverage.countries_under(latitude, longitude_deg=longitude) != "")
    assert coverage.countries_under(49.0, longitude_deg=-100.0) in ("CAN", "USA")


@given(
    st.floats(-90, 90),
    st.floats(-180, 180, exclude_max=True),
    st.integers(-3, 3),
)
def test_whole_turns_of_longitude_change_nothing(latitude, longitude, turns):
    turned = longitude + 360 * turns
    back = (turned + 180) % 360 - 180  # rounding moves a point by 1e-13 degrees: compare with that one
    assert coverage.countries_under(latitude, longitude_deg=turned) == coverage.countries_under(
        latitude, longitude_deg=back
    )


@pytest.mark.parametrize("turns", [-1, 1])
def test_turned_and_other_longitudes_may_stand_in_one_list(turns):
    latitude, longitude = np.array([55.75, 40.0, -29.0]), np.array([37.6, -83.0, 24.0])
    mixed = longitude + 360 * turns * np.array([0, 1, 0])
    assert list(coverage.countries_under(latitude, longitude_deg=mixed)) == ["RUS", "USA", "ZAF"]
    mixed = longitude + 360 * turns * np.array([1, 0, 1])
    assert list(coverage.countries_under(latitude, longitude_deg=mixed)) == ["RUS", "USA", "ZAF"]


def test_the_coordinate_that_is_wrong_is_named():
    with pytest.raises(ValueError, match=r"^latitude_deg must be at most 90 \(got 91 degrees\)$"):
        coverage.countries_under(91.0, longitude_deg=0.0)
    with pytest.raises(
        ValueError, match=r"^longitude_deg must be at least -3600000 \(got -4000000 degrees\)$"
    ):
        coverage.countries_under(0.0, longitude_deg=-4e6)


def test_the_last_meridian_is_the_first_all_along():
    """On islands that it crosses, and where a border ends at it, 180 degrees are -180 degrees."""
    latitude = np.linspace(-90, 90, 18_001)
    first, last, turned = (
        country_numbers(latitude, np.full(latitude.shape, longitude)) for longitude in (-180.0, 180.0, 540.0)
    )
    assert (first == last).all() and (first == turned).all()
    hair, near = (country_numbers(latitude, np.full(latitude.shape, 180 - gap)) for gap in (3e-14, 1e-10))
    assert (hair == near).all()  # a rounding error before it lies in the same row of cells


def test_the_date_line_and_540_degrees():
    on_line = [coverage.countries_under(68.0, longitude_deg=lon) for lon in (-180, 180, 540, -540, 179.9999)]
    assert on_line == ["RUS"] * 5
    assert coverage.countries_under([90, -90, -90], longitude_deg=[0, 0, 180]).tolist() == ["", "ATA", "ATA"]


def test_shapes_scalars_nan_and_nothing():
    assert coverage.countries_under(48.7, longitude_deg=44.5) == "RUS"
    assert coverage.countries_under([[48.7], [0]], longitude_deg=[44.5, -30, 44.6]).shape == (2, 3)
    found = coverage.countries_under([np.nan, 48.7, 48.7], longitude_deg=[44.5, np.nan, 44.5])
    assert found.tolist() == ["", "", "RUS"]
    assert coverage.countries_under([], longitude_deg=[]).shape == (0,)
    assert country_numbers(np.full(5, 48.7), 44.5).dtype == np.int16


@pytest.mark.parametrize(
    "arguments, message",
    [
        ({"latitude_deg": 90.1, "longitude_deg": 0}, "at most 90"),
        ({"latitude_deg": 0, "longitude_deg": np.inf}, "finite"),
        ({"latitude_deg": 0, "longitude_deg": 0, "borders": "UN"}, "un"),
        ({"latitude_deg": [0, 1], "longitude_deg": [0, 1, 2]}, "latitude_deg has 2, longitude_deg has 3"),
    ],
)
def test_bad_points_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        coverage.countries_under(arguments.pop("latitude_deg"), **arguments)


# Reference: minutes a day of the frozen year at 10 s, Natural Earth 1:50m (with Crimea in Russia)
REFERENCE_MIN_DAY = {
    "CHN": 36.60,
    "USA": 33.41,
    "CAN": 30.19,
    "RUS": 27.47,
    "AUS": 21.55,
    "BRA": 20.30,
    "ARG": 10.79,
    "MNG": 10.68,
    "IND": 8.39,
    "DZA": 6.68,
    "UKR": 5.86,
    "COD": 5.35,
    "MEX": 5.28,
    "SAU": 5.15,
    "IRN": 5.13,
    "IDN": 4.31,
    "FRA": 3.70,
}
REFERENCE_TOLERANCE = 0.05  # min/day: the two atlases differ by 0.02; Sudan and others were drawn otherwise


def test_minutes_per_day_over_a_year():
    un, de_facto = (coverage.minutes_per_day(frozen_year(), borders=borders) for borders in geography.VIEWS)
    assert de_facto["RUS"] == pytest.approx(27.47, abs=0.05)
    assert un["RUS"] == pytest.approx(27.33, abs=0.05)
    for code, minutes in REFERENCE_MIN_DAY.items():
        assert de_facto[code] == pytest.approx(minutes, abs=REFERENCE_TOLERANCE), code
    assert sorted(un, key=un.get, reverse=True)[:4] == ["CHN", "USA", "CAN", "RUS"]
    assert sum(un.values()) / 1440 == pytest.approx(1 - 0.7279, abs=0.0005)  # the rest is sea and lakes


def test_minutes_over_russia_depend_on_the_days():
    table = coverage.spread(frozen_year(), "RUS", borders="de-facto").set_index("window_days")
    day = table.loc[1]
    assert (day["windows"], table.loc[365]["windows"]) == (365, 1)
    assert day["sd"] == pytest.approx(2.21, abs=0.1)
    assert day["least"] == pytest.approx(21.8, abs=0.3) and day["most"] == pytest.approx(34.3, abs=0.3)
    assert day["median"] == pytest.approx(27.5, abs=0.2)
    assert 26.3 < table.loc[4]["least"] < table.loc[4]["most"] < 29.6
    assert 27.3 < table.loc[61]["least"] < table.loc[61]["most"] < 27.7


def test_windows_add_up_to_the_whole():
    track = frozen_track(4 * 86400.0)
    days = coverage.minutes_in_windows(track, "Kazakhstan", window_days=1)
    assert len(days) == 4
    assert days.mean() == pytest.approx(coverage.minutes_per_day(track)["KAZ"], rel=1e-12)
    # a step that does not divide the day: windows differ by a point, nothing is lost
    odd = frozen_track(2 * 86400.0, step_s=7.0)
    assert len(coverage.minutes_in_windows(odd, "KAZ", window_days=0.5)) == 4


def test_tracks_too_short_are_refused():
    track = frozen_track(3600.0)
    empty = frozen_track(0.0)
    with pytest.raises(ValueError, match="the track is empty"):
        coverage.minutes_per_day(empty)
    with pytest.raises(ValueError, match="less than a window"):
        coverage.minutes_in_windows(track, "RUS", window_days=1)
    with pytest.raises(ValueError, match="single point"):
        coverage.minutes_in_windows(frozen_track(10.0), "RUS")
    with pytest.raises(ValueError, match="window_days must be at least"):
        coverage.minutes_in_windows(track, "RUS", window_days=0)
    assert coverage.spread(track, "RUS").empty
    with pytest.raises(ValueError, match="did you mean"):
        coverage.spread(track, "Rusia")


def test_the_longest_single_pass_over_russia():
    """Measured for this course with another program: 270 s, from 50.8 N 35.8 E to 51.3 N 61.5 E."""
    track = frozen_track(61 * 86400.0)
    over = coverage.countries_under(track.latitude_deg, longitude_deg=track.longitude_deg) == "RUS"
    turns = np.flatnonzero(np.diff(np.concatenate([[0], over.astype(int), [0]])))
    assert 10 * (turns[1::2] - turns[::2]).max() == pytest.approx(270, abs=10)


def test_each_point_counts_the_same():
    utc = np.array(["2022-03-12T00:00", "2022-03-12T00:01"], "M8[us]")
    track = ground.GroundTrack(frozen(), utc, np.array([55.0, 0.0]), np.array([37.0, -30.0]), np.zeros(2))
    assert coverage.minutes_per_day(track)["RUS"] == 720


@pytest.mark.long
def test_two_months_of_three_lie_within_half_a_minute_of_the_year():
    """The set with its own drag: its height changes, and with it how nearly the track repeats."""
    iss = elements.on("2022-03-12")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        year = ground.ground_track(iss, start_utc="2022-03-12", duration_s=360 * 86400, step_s=60)
    month = coverage.spread(year, "RUS", windows_days=30).iloc[0]
    assert month["windows"] == 12 and month["mean"] == pytest.approx(27.3, abs=0.05)
    assert month["sd"] == pytest.approx(0.5, abs=0.05)
    held = coverage.spread(frozen_year(), "RUS", windows_days=30).iloc[0]  # at one height
    assert held["sd"] < 0.3


def test_far_from_borders_no_polygon_is_asked(monkeypatch):
    countries_by = under._exact
    asked = []
    monkeypatch.setattr(under, "_exact", lambda x, y: asked.append(len(x)) or countries_by(x, y))
    sine, turn = np.random.default_rng(7).uniform(-1, 1, (2, 100_000))
    country_numbers(np.degrees(np.arcsin(sine)), 180 * turn)
    assert sum(asked) < 4_000  # one point in fifty lies in a cell with a border
    assert (under._raster() == under.MIXED).mean() < 0.02
    assert len(under._raster()) == 3600 * 1800


class TestCellsOnWhichAnEdgeLies:
    """Cells beside an edge are looked up exactly; a point there is then right whatever rounding did to it."""

    @staticmethod
    def touched(monkeypatch, *ring):
        region = SimpleNamespace(rings=[np.array(ring, float)])
        monkeypatch.setattr(under, "regions", lambda: [region])
        rows, columns = under._touched_cells()
        return set(zip(rows.tolist(), columns.tolist(), strict=True))

    def test_an_edge_between_two_cells_touches_both(self, monkeypatch):
        square = self.touched(monkeypatch, (10, 10), (20, 10), (20, 20), (10, 20), (10, 10))
        for row in range(1001, 1100):
            assert {(row, 1899), (row, 1900), (row, 1999), (row, 2000)} <= square
        for column in range(1901, 2000):
            assert {(999, column), (1000, column), (1099, column), (1100, column)} <= square
        assert (1050, 1950) not in square and (1050, 2001) not in square

    @pytest.mark.parametrize("forwards", [True, False])
    def test_an_edge_through_a_corner_touches_all_four_cells(self, monkeypatch, forwards):
        ends = [(0, 0), (100, 10)] if forwards else [(100, 10), (0, 0)]
        flat = self.touched(monkeypatch, *ends)
        for up in range(1, 100):  # ten cells further at each cell up
            row, column = 900 + up, 1800 + 10 * up
            assert {(row, column), (row - 1, column), (row, column - 1), (row - 1, column - 1)} <= flat
