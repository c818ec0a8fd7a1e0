"""The dwell curve without a browser: its numbers, its words, its twin in print."""

import re

import numpy as np
import pytest
import traitlets
from matplotlib.colors import to_hex
from pictures import sent

from course import coverage, orbits, widgets
from course.constants import ISS_INCLINATION_DEG
from course.coverage.dwell import sub_satellite
from course.widgets.dwell import figure as twin
from course.widgets.dwell.tables import EDGES_DEG, stops_deg
from course.widgets.kit.palette import colour
from course.widgets.kit.show import blank

FLOAT32 = 1e-7  # of the whole time
PAGE_BYTES = 250_000
STOPS = stops_deg().tolist()


pytestmark = pytest.mark.usefixtures("learner")


def curve(inclination_deg=ISS_INCLINATION_DEG, band_deg=(50, 90)):
    return widgets.dwell(inclination_deg, band_deg=band_deg)


def test_the_slider_has_every_degree_and_the_station():
    assert (STOPS[0], STOPS[-1], len(STOPS)) == (20, 90, 72) and ISS_INCLINATION_DEG in STOPS


@pytest.mark.parametrize("stop", [20.0, 51.64, 65.0, 90.0])
@pytest.mark.parametrize("band", [(50, 90), (-90, 0), (-10, 20), (51, 52), (-90, 90)])
def test_the_share_is_that_of_coverage(stop, band):
    south, north = (coverage.share_below(edge, inclination_deg=stop) for edge in band)
    assert curve(stop, band).share == pytest.approx(north - south, abs=2 * FLOAT32)


def test_the_band_of_the_station_agrees_with_a_year_of_sgp4():
    """SGP4, one year in steps of 10 s, both hemispheres: 50-51 degrees 4.86 %, above 51.5 degrees 5.79 %."""
    tolerance = 0.003  # above 51 degrees the year itself is spread by that
    both = curve(band_deg=(50, 51)).share + curve(band_deg=(-51, -50)).share
    assert both == pytest.approx(0.0486, abs=tolerance)
    both = curve(band_deg=(51, 90)).share + curve(band_deg=(-90, -51)).share
    assert both == pytest.approx(0.0372 + 0.0579, abs=2 * tolerance)


def test_equal_times_on_the_lap_are_equal_times():
    """Share of dense equal steps in time of the drawn lap: the same law seen from the other side."""
    steps = np.linspace(0, 2 * np.pi, 200_001)[:-1]
    latitude = sub_satellite(steps, np.radians(ISS_INCLINATION_DEG), orbits.radius_km(420))[0]
    for band in ((50, 90), (0, 10), (-52, -51)):
        counted = np.mean((latitude >= band[0]) & (latitude < band[1]))
        assert curve(band_deg=band).share == pytest.approx(counted, abs=2e-5)
    drawn = sent(curve(), "lap_deg")[curve().stop]
    minutes = 2 * np.pi * 60 * np.arange(len(drawn)) / orbits.nodal_period_s(420)
    model = sub_satellite(minutes, np.radians(ISS_INCLINATION_DEG), orbits.radius_km(420))[0]
    np.testing.assert_allclose(drawn, model, atol=1e-5)


def test_all_latitudes_together_take_all_the_time():
    below = sent(curve(), "below")
    assert np.all(np.diff(below, axis=1) >= 0)
    np.testing.assert_allclose(below[:, [0, -1]], [[0, 1]] * len(STOPS), atol=FLOAT32)
    assert curve(band_deg=(-90, 90)).share == pytest.approx(1) == curve(band_deg=(-90, 90)).even_share
    assert np.diff(below, axis=1).max() < twin.FULL_SCALE


@pytest.mark.parametrize(("band", "even"), [((50, 90), 1.80 / 103.6), ((-90, 0), 0.5), ((60, 90), 0)])
def test_if_latitudes_were_alike_only_their_number_would_count(band, even):
    assert curve(band_deg=band).even_share == pytest.approx(even, abs=5e-5)


@pytest.mark.parametrize(
    ("stop", "band", "said"),
    [
        (
            51.64,
            (50, 90),
            "the station spends 7.2 % of its time north of 50 degrees; if every latitude that it",
        ),
        (51.64, (50, 90), "were alike, it would be 1.7 %."),
        (65.0, (50, 90), "At 65 degrees a satellite spends"),
        (51.64, (-90, -50), "spends 7.2 % of its time south of 50 degrees south"),
        (51.64, (-1, 0), "between 1 degree south and the equator"),
        (51.64, (-90, 90), "spends 100.0 % of its time over all latitudes"),
        (51.64, (60, 90), "the station never comes north of 60 degrees: it turns at 51.8 degrees."),
        (28.5, (29, 40), "never comes between 29 degrees north and 40 degrees north: it turns at"),
    ],
)
def test_the_sentence_says_where_and_how_long(stop, band, said):
    assert said in curve(stop, band).sentence


def test_the_alt_text_is_computed():
    alt = curve().alt
    assert "93 minutes: a wave between 51.8 degrees south and 51.8 degrees north" in alt
    assert "0.7 % at the equator and growing towards both ends, at most 4.8 %" in alt
    assert "north of 50 degrees: 2 of 31 dots, 7.2 % of the time" in alt
    assert "about 0.6 % everywhere" in curve(90).alt
    assert "31 of 31 dots" in curve(band_deg=(-90, 90)).alt


@pytest.mark.parametrize("wrong", [19.9, 90.1, np.nan])
def test_an_inclination_off_the_slider_is_refused(wrong):
    with pytest.raises(ValueError, match="inclination_deg must be"):
        curve(wrong)


@pytest.mark.parametrize("wrong", [(50, 50), (60, 50), (-91, 0), (0, 91)])
def test_a_band_must_go_from_south_to_north(wrong):
    with pytest.raises(ValueError, match="from a southern to a northern latitude"):
        curve(band_deg=wrong)


@pytest.mark.parametrize("wrong", [(50,), (50.5, 60), "50"])
def test_a_band_is_two_whole_degrees(wrong):
    with pytest.raises(traitlets.TraitError):
        curve(band_deg=wrong)


def test_what_the_hand_does_reaches_the_cell():
    picture = curve()
    picture.set_state({"inclination_deg": 65.0, "band_deg": [-20, 20]})  # lists, as JSON has them
    assert picture.band_deg == (-20, 20) and picture.share == pytest.approx(0.245, abs=0.001)


def test_the_page_is_small_and_asks_nobody():
    page = curve().to_html()
    assert len(page) < PAGE_BYTES
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page)) == {"http://www.w3.org"}  # the name of SVG


@pytest.mark.parametrize("stop", [28.5, 51.64, 90.0])
def test_the_twin_draws_the_same_lap_and_shares(stop):
    picture = curve(stop, (20, 60))
    lap_ax, share_ax = picture.figure().axes
    np.testing.assert_array_equal(lap_ax.lines[0].get_ydata(), sent(picture, "lap_deg")[picture.stop])
    bars = [patch for patch in share_ax.patches if patch.get_height() == pytest.approx(0.9)]
    np.testing.assert_allclose(
        [bar.get_width() for bar in bars], 100 * np.diff(sent(picture, "below")[picture.stop]), atol=1e-5
    )
    marked = [bar.get_width() for bar in bars if to_hex(bar.get_facecolor()) == colour("period").lower()]
    assert sum(marked) == pytest.approx(100 * picture.share, abs=1e-4) and len(marked) == 40
    assert lap_ax.get_ylim() == share_ax.get_ylim() == (-90, 90)
    assert len(EDGES_DEG) == 181


def test_the_twin_fits_into_axes_of_others():
    ax = blank()[1]
    curve().draw(ax)
    assert len(ax.child_axes) == 2
