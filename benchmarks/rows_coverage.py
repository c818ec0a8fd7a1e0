"""Coverage: the country under each point of a year, and time shares that follow a slider.

The row with geopandas is measured only where it is installed (``pip install geopandas``, for this alone).
"""

import sys
import warnings

import numpy as np
import shapely
from sgp4.api import SatrecArray  # noqa: F401 - loads the compiled module before the clock runs

from benchmarks.measure import Row, by_turns, fresh, processor_s
from course import coverage, elements, geography, ground
from course.coverage.under import country_numbers
from course.elements import ElementAgeWarning

START, STEP_S = "2022-03-12", 10
YEAR_POINTS = 3_153_600
PIECE_POINTS = 64  # polygons cut to this size make a tree six times as fast as whole ones
JOINED_POINTS = 100_000  # of the year: the join of all would take a while
SLIDER_STEPS = 50  # inclinations in a row, as a slider gives them
INCLINATIONS = np.linspace(0.37, 179.41, 60)

_READY = """
import json, time
begin = time.perf_counter()
from course import coverage
coverage.countries_under(48.7, longitude_deg=44.5)
coverage.share_table().at(51.64)
print(json.dumps(time.perf_counter() - begin))
"""


def rows():
    """Yield the rows of the table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ElementAgeWarning)
        yield from _countries()
    yield from _shares()
    yield Row("imports, map and tables made ready, once", fresh(_READY), float("nan"), "s", "-", 3, of="ours")


def _countries():
    iss = elements.on(START)

    def track():
        return ground.ground_track(iss, start_utc=START, duration_s=YEAR_POINTS * STEP_S, step_s=STEP_S)

    def raw():
        days = np.arange(YEAR_POINTS) * (STEP_S / 86400)
        return iss.satrec.sgp4_array(np.full(YEAR_POINTS, 2459650.5), days)

    year = track()
    latitude, longitude = year.latitude_deg, year.longitude_deg
    pieces, owner = _cut_polygons()
    tree = shapely.STRtree(pieces)

    def ours():
        return coverage.countries_under(latitude, longitude_deg=longitude)

    def both():
        now = track()
        return coverage.countries_under(now.latitude_deg, longitude_deg=now.longitude_deg)

    def by_tree():
        found = np.full(YEAR_POINTS, -1)
        for first in range(0, YEAR_POINTS, 100_000):
            part = slice(first, first + 100_000)
            point, piece = tree.query(shapely.points(longitude[part], latitude[part]), predicate="intersects")
            found[first + point] = owner[piece]
        return found

    ours()  # the map is made ready on first use; that has a row of its own
    what = "exact country of each point of a year at 10 s"
    ours_s, raw_s, both_s = by_turns(ours, raw, both)
    yield Row(what, ours_s, raw_s, "s", "SGP4 alone (sgp4_array)", 0.2)
    tree_s = by_turns(by_tree, repeats=3)[0]
    yield Row(what, ours_s, tree_s, "s", f"STRtree of polygons cut to {PIECE_POINTS} points", 0.1)
    yield from _join(what, ours_s, latitude[:JOINED_POINTS], longitude[:JOINED_POINTS])
    wrong = int((country_numbers(latitude, longitude) != by_tree()).sum())
    yield Row(
        f"wrong ones of these {YEAR_POINTS:,}", wrong, float("nan"), "", "the same STRtree", 0, of="ours"
    )
    yield Row("track and countries together", both_s, raw_s, "s", "SGP4 alone (sgp4_array)", 1.7)


def _join(what, ours_s, latitude, longitude):
    try:
        import geopandas
    except ImportError:
        print("geopandas is not installed: its row is left out", file=sys.stderr)
        return
    countries = geopandas.GeoDataFrame(
        {"iso3": geography.codes()}, geometry=[geography.polygon(code) for code in geography.codes()]
    )

    def join():
        points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(longitude, latitude))
        return geopandas.sjoin(points, countries, predicate="within", how="left")

    scaled_s = by_turns(join, repeats=3)[0] * YEAR_POINTS / JOINED_POINTS
    yield Row(what, ours_s, scaled_s, "s", f"geopandas sjoin, scaled from {JOINED_POINTS:,}", 0.05)


def _shares():
    table = coverage.share_table()
    fresh_ones = iter(np.random.default_rng(1).uniform(28, 98, 100_000))  # nothing is remembered

    def milliseconds(work):
        return (
            processor_s(lambda: [work(float(next(fresh_ones))) for _ in range(SLIDER_STEPS)])
            / SLIDER_STEPS
            * 1000
        )

    for work in (table.at, coverage.time_share):
        work(51.64)
    table_ms, exact_ms = by_turns(table.at, coverage.time_share, repeats=5, timer=milliseconds)
    yield Row(
        "time shares of all countries at a new inclination",
        table_ms,
        exact_ms,
        "ms",
        "the exact integral",
        1,
        of="ours",
    )
    off = [
        np.abs(table.at(one) - np.array(list(coverage.time_share(one).values()))).max()
        for one in INCLINATIONS
    ]
    yield Row(
        f"largest error at {len(INCLINATIONS)} inclinations",
        100 * max(off),
        float("nan"),
        "points",
        "the exact integral",
        0.001,
        of="ours",
    )


def _cut_polygons():
    """Return polygons halved until they are small, and the number of the country of each."""
    small, owner = [], []
    for number, code in enumerate(geography.codes()):
        waiting = [geography.polygon(code)]
        while waiting:
            shape = waiting.pop()
            if shape.geom_type == "Polygon" and shapely.get_num_coordinates(shape) <= PIECE_POINTS:
                small.append(shape)
                owner.append(number)
            elif shape.geom_type == "Polygon":
                west, south, east, north = shape.bounds
                x, y = (west + east) / 2, (south + north) / 2
                if east - west > north - south:
                    halves = shapely.box(west, south, x, north), shapely.box(x, south, east, north)
                else:
                    halves = shapely.box(west, south, east, y), shapely.box(west, y, east, north)
                waiting += [shapely.intersection(shape, half) for half in halves]
            else:
                waiting += [part for part in shapely.get_parts(shape) if part.area > 0]
    return small, np.array(owner)
