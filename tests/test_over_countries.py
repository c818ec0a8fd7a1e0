"""One day over the countries, without a browser: country, minutes, words and twin of each moment."""

import numpy as np
import pytest
from pictures import sent

from course import elements, geography, ground
from course.widgets.kit.outlines import WORLD_GRID_DEG, rings_of, thinned
from course.widgets.kit.words import named
from course.widgets.over_countries import over_countries

DAY = elements.on("2022-03-12")
PAGE_BYTES = 800_000
ROUNDING_MIN = 1e-3  # float32 of half an hour


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def day():
    return over_countries(DAY)


@pytest.fixture(scope="module")
def inside():
    """Whether each point of the day's track, every 10 s, lies in Russia: shapely, point by point."""
    import shapely

    track = ground.ground_track(DAY, start_utc="2022-03-12", duration_s=86_410, step_s=10)
    return shapely.contains_xy(geography.polygon("RUS"), track.longitude_deg, track.latitude_deg)


def test_minutes_over_russia_are_those_of_the_polygon(day, inside):
    assert day.minutes_over.shape == (1441,)
    for minute in (0, 42, 900, 1058, 1440):
        assert day.minutes_over[minute] == pytest.approx(inside[: 6 * minute].sum() / 6)
    assert sent(day, "minutes_over") == pytest.approx(day.minutes_over, abs=ROUNDING_MIN)


def test_runs_cover_exactly_the_points_over_russia(day, inside):
    covered = np.zeros(8641, bool)
    for first, last in sent(day, "runs").astype(int):
        covered[first : last + 1] = True
    assert np.array_equal(covered, inside)


def test_visits_are_one_a_lap_and_hold_all_of_them(day, inside):
    middle = np.array([(first + last) / 2 for first, last in day.visits])
    laps = np.diff(middle) / 6 / 92.9
    assert laps == pytest.approx(np.round(laps), abs=0.15) and laps.min() > 0.9
    assert sum(inside[first : last + 1].sum() for first, last in day.visits) == inside.sum()


def test_it_starts_over_russia_and_every_stop_is_there(day):
    assert day.country == "RUS"
    assert len(day.words["stops"]) == len(day.visits) > 5
    for stop, (first, last) in zip(day.words["stops"], day.visits, strict=True):
        assert first / 6 - 1 <= stop <= last / 6 + 1
        assert day.countries[6 * stop] == "RUS"


@pytest.mark.parametrize("minute", [0, 333, 1058, 1140, 1440])
def test_the_sentence_names_the_country_and_counts(day, minute, inside):
    day.minute = minute
    place = named(day.country)
    so_far, total = inside[: 6 * minute].sum() / 6, inside[:8640].sum() / 6
    assert f"UTC: over {place}. " in day.sentence
    assert day.sentence.endswith(f"Over Russia so far {so_far:.0f} of {total:.0f} minutes on this day.")
    assert f"the station is over {place}" in day.alt and f"{len(day.visits)} laps" in day.alt


def test_at_seven_in_the_evening_it_is_over_turkey(day):
    """36.869 N, 34.748 E: the point that five programs agree on lies by Mersin."""
    day.minute = 19 * 60
    assert day.country == "TUR"


def test_some_hours_without_russia_say_so():
    picture = over_countries(DAY, "2022-03-12T03:00", hours=2)
    assert picture.visits == [] and picture.minutes_over[-1] == 0 and picture.minute == 60
    assert picture.sentence.endswith("The track does not pass over Russia in these 2 hours.")
    assert "does not pass over Russia" in picture.alt
    assert picture.figure().axes


def test_the_other_view_of_the_borders_is_counted_and_named():
    """On 14 March 2022 a lap crosses Crimea: counted as Ukraine's or, de facto, as Russia's."""
    un, de_facto = (over_countries(DAY, "2022-03-14", borders=view) for view in ("un", "de-facto"))
    assert de_facto.minutes_over[-1] > un.minutes_over[-1]
    assert f"De-facto borders: {de_facto.minutes_over[-1]:.1f} minutes" in un.words["note"]
    assert f"Recognised borders: {un.minutes_over[-1]:.1f} minutes" in de_facto.words["note"]
    taken = un.countries[de_facto.countries == "RUS"]
    assert set(taken.tolist()) == {"RUS", "UKR"}


def test_names_fit_into_a_sentence(day):
    assert named("GBR") == "the United Kingdom" and named("NLD") == "the Netherlands"
    assert named("FRA") == "France" and named("") == "water"
    assert all(name == "water" or name[0].isupper() or name.startswith("the ") for name in day.words["names"])


def test_each_outline_is_that_of_its_country(day):
    ends = np.append(0, sent(day, "outline_ends")).astype(int)
    shapes = sent(day, "outlines_deg")
    for code in ("RUS", "KAZ", "BRA"):
        at = day.words["codes"].index(code)
        points = shapes[ends[at] : ends[at + 1]]
        rings = np.concatenate(rings_of(code))
        for side in (np.nanmin, np.nanmax):
            assert side(points, axis=0) == pytest.approx(side(rings, axis=0), abs=WORLD_GRID_DEG)


def test_thinned_neighbours_still_share_their_points():
    """On one grid a common border stays common, so that no gap opens between two countries."""
    border = np.array([[10.03, 50.01], [10.11, 50.13], [10.32, 50.41], [10.77, 50.77]])
    west = np.vstack([border, [[5, 50], [10.03, 50.01]]])
    east = np.vstack([border[::-1], [[15, 50], [10.77, 50.77]]])
    one, other = ({tuple(point) for point in thinned(ring, 0.2).round(6)} for ring in (west, east))
    assert {point for point in one if point[0] >= 9.9} <= other | {(5.0, 50.0)}
    assert thinned(np.array([[0, 0], [0.01, 0], [0.01, 0.01], [0, 0]]), 0.2).shape == (0, 2)


@pytest.mark.parametrize(
    ("wrong", "kind", "said"),
    [
        ({"elements": "2022-03-12"}, TypeError, r"elements.on\(\)"),
        ({"hours": 0}, ValueError, "hours must be above 0"),
        ({"minute": 1441}, ValueError, "between 0 and 1440"),
        ({"borders": "russian"}, ValueError, "borders must be"),
    ],
)
def test_what_cannot_be_shown_is_refused(wrong, kind, said):
    with pytest.raises(kind, match=said):
        over_countries(**({"elements": DAY} | wrong))


def test_the_twin_draws_russia_strong_and_no_line_across_the_map(day, inside):
    day.minute = 1058
    figure = day.figure()
    map_ax, stairs_ax = figure.axes
    strong = next(one for one in map_ax.lines if one.get_linewidth() == 4).get_xydata()
    assert np.sum(np.isfinite(strong[:, 0])) == inside.sum()
    for path in (one.get_xydata() for one in map_ax.lines if len(one.get_xdata()) > 2):
        assert np.nanmax(np.abs(np.diff(path[:, 0]))) < 20
    stairs = stairs_ax.lines[0].get_ydata()
    assert stairs[-1] == pytest.approx(inside[:8640].sum() / 6) and (np.diff(stairs) >= 0).all()


def test_the_page_is_small(day):
    assert len(day.to_html()) < PAGE_BYTES
