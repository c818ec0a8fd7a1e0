"""The strip of Russia below the track, without a browser: the projection, the shares, the words, the twin."""

import numpy as np
import pytest
from pictures import sent

from course import coverage, geography, orbits, widgets
from course.widgets.russia_band import words as wording
from course.widgets.russia_band.albers import MIDDLE_DEG, STANDARD_DEG, albers_km, parallel_km

PROJ_KM = 1e-6  # a millimetre: two programs, one formula
AREA_RATIO = 1e-3  # straight edges of the thinned outline and islands below half a pixel
PAGE_BYTES = 400_000


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def band():
    return widgets.russia_band()


def rings(points):
    ends = np.flatnonzero(np.isnan(points[:, 0]))
    return [points[first:last] for first, last in zip(np.r_[0, ends[:-1] + 1], ends, strict=True)]


def test_the_projection_is_that_of_proj():
    """PROJ, +proj=aea on WGS84."""
    pyproj = pytest.importorskip("pyproj")
    definition = f"+proj=aea +lat_1={STANDARD_DEG[0]} +lat_2={STANDARD_DEG[1]} +lat_0=90 +lon_0={MIDDLE_DEG}"
    proj = pyproj.Transformer.from_crs("EPSG:4326", f"{definition} +ellps=WGS84", always_xy=True)
    longitude = np.array([19.6, 37.62, 100, 131.9, 179.9, -180, -169.1])
    latitude = np.array([54.7, 55.75, 81.8, 43.1, 71.2, 68.9, 66.1])
    x, y = (np.array(part) / 1000 for part in proj.transform(longitude, latitude))
    right, down = albers_km(longitude, latitude)
    assert right == pytest.approx(x, abs=PROJ_KM)
    assert down == pytest.approx(parallel_km(90) - y, abs=PROJ_KM)


def test_russia_on_paper_is_as_large_as_on_the_ellipsoid(band):
    """Equal areas: the polygon in km, measured flat, against the integral over the ellipsoid."""
    flat = sum(geography.signed_area_deg2(ring) for ring in rings(sent(band, "russia_km")))
    assert abs(flat) == pytest.approx(coverage.area_km2("RUS"), rel=AREA_RATIO)


def test_the_strip_on_paper_is_the_share_that_is_said(band):
    """What the eye compares: the part of the drawn outline beyond the arc, cut with shapely."""
    import shapely

    parts = [shapely.Polygon(ring) for ring in rings(sent(band, "russia_km"))]
    whole = shapely.union_all([part.buffer(0) for part in parts])
    north = shapely.Point(0, 0).buffer(float(parallel_km(51.798)), quad_segs=720)
    drawn = whole.difference(north).area / whole.area
    assert drawn == pytest.approx(band.shares["area"], abs=AREA_RATIO)


def test_the_date_line_leaves_no_seam(band):
    """Both parts of Chukotka overlap in the drawing, so that Russia's largest part is one piece."""
    import shapely

    whole = shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in rings(sent(band, "russia_km"))])
    mainland = max(whole.geoms, key=lambda part: part.area)
    right, down = albers_km(-172.0, 66.5)  # Chukotka, east of 180 degrees
    assert mainland.contains(shapely.Point(right, down))


def test_the_numbers_of_the_station(band):
    """Area south of 51.80 degrees: 11.4 % without Crimea, 11.6 % with it (reference: pyproj)."""
    assert band.shares["area"] == pytest.approx(0.1142, abs=5e-4)
    assert widgets.russia_band(borders="de-facto").shares["area"] == pytest.approx(0.1156, abs=5e-4)
    assert [round(100 * band.shares[each]) for each in wording.LINES] == [96, 69, 42]
    assert band.sentence.startswith(
        "At 51.6 degrees the track reaches 51.8 degrees north: 11.4 % of Russia's area"
    )


@pytest.mark.parametrize(
    "inclination_deg", [51.64, *(pytest.param(one, marks=pytest.mark.long) for one in (45.96, 65.0, 72.25))]
)
@pytest.mark.parametrize("borders", geography.VIEWS)
def test_shares_are_those_of_the_model(inclination_deg, borders):
    picture = widgets.russia_band(inclination_deg, borders=borders)
    top = orbits.turning_latitude_deg(420, inclination_deg=inclination_deg)
    where = {"latitude_deg": top, "borders": borders}
    area = coverage.area_share_below("RUS", **where)  # of all stops at once, sums end in other digits
    assert picture.shares["area"] == pytest.approx(area, abs=1e-12)
    assert picture.shares["people"] == coverage.population_share_below("RUS", **where)
    for elevation in wording.LINES:
        seen = coverage.risen_share(
            "RUS", elevation_deg=elevation, inclination_deg=inclination_deg, borders=borders
        )
        assert picture.shares[elevation] == pytest.approx(seen.area_share, abs=1e-9)
    assert wording.percent(picture.shares["area"]) in picture.sentence
    assert f"{top:.1f} degrees north" in picture.alt


def test_cities_lie_on_their_side_of_the_line(band):
    assert (
        "Below the track: Vladivostok, Sochi, Khabarovsk, Volgograd, Saratov, Voronezh and Orenburg."
        in band.alt
    )
    assert "Beyond it: Moscow, Saint Petersburg and Murmansk." in band.alt
    south = widgets.russia_band(45.96).alt
    assert "Below the track: Vladivostok and Sochi." in south
    assert "Beyond it: none of the cities." in widgets.russia_band(70).alt


def test_before_and_after_all_of_russia():
    assert widgets.russia_band(40).sentence == (
        "At 40 degrees the track reaches 40.2 degrees north: it never comes as far as Russia."
    )
    assert widgets.russia_band(85).sentence.endswith("it passes over all parts of Russia.")
    assert "100 %" in widgets.russia_band(85).alt


def test_a_value_between_two_stops_goes_to_the_nearest(band):
    picture = widgets.russia_band(51.7)
    assert picture.inclination_deg == 51.75
    picture.inclination_deg = 51.63
    assert picture.inclination_deg == 51.64 and picture.shares == band.shares


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(39.9, "at least 40"), (90.1, "at most 90"), (float("nan"), "inclination_deg must be one number")],
)
def test_what_the_slider_does_not_have_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        widgets.russia_band(wrong)


def test_both_views_name_the_number_of_the_other(band):
    notes, texts = band.words["notes"], band.words["texts"]
    assert (
        "Crimea" in notes["un"]
        and "part of Ukraine" in notes["un"]
        and "part of Ukraine" in notes["de-facto"]
    )
    stop = band.stop
    assert (texts["un"]["area"][stop], texts["de-facto"]["area"][stop]) == ("11.4 %", "11.6 %")


def test_crimea_is_in_neither_russia_nor_the_land_but_drawn_apart(band):
    import shapely

    simferopol = shapely.Point(*albers_km(34.1, 44.95))
    inside = {
        name: any(shapely.Polygon(ring).contains(simferopol) for ring in rings(sent(band, name)))
        for name in ("russia_km", "land_km", "crimea_km")
    }
    assert inside == {"russia_km": False, "land_km": False, "crimea_km": True}


@pytest.mark.parametrize("borders", geography.VIEWS)
def test_the_twin_has_the_line_at_its_latitude(borders):
    picture = widgets.russia_band(borders=borders)
    figure, seen = picture.figure(), wording.percent(picture.shares[10])
    (ax,) = figure.axes
    arcs = sorted(patch.radius for patch in ax.patches if type(patch).__name__ == "Circle")
    assert arcs[-1] == pytest.approx(float(parallel_km(51.798)), abs=1)
    assert {"Sochi", "Moscow", f"10° up: {seen}"} <= {text.get_text() for text in ax.texts}


def test_shares_in_words_never_claim_all_or_nothing_falsely():
    assert wording.percent(0.99996) == "more than 99.9 %" and wording.percent(1e-6) == "less than 0.1 %"


def test_the_page_is_small(band):
    assert len(band.to_html()) < PAGE_BYTES
