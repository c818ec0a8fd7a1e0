"""u3-5: the share of a country's area south of a latitude, from a table of rows."""

from functools import cache

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit3.common import UNIT, cos_deg, sin_deg
from course.coverage.rows import ROW_DEG, rows_of

TRACK_DEG = 51.8  # where the station turns
SIGHT_DEG = 64.4  # as far north as it rises 10 degrees above the horizon
KAZAKH_DEG = 48.0  # through another country: an answer that looks past its arguments shows here already
EARTH_KM2 = 510.1e6
DEGREE_KM2 = 111.2**2  # one square degree at the equator


@cache
def _columns(country):
    return tuple(tuple(column.tolist()) for column in rows_of(country))


def _table(country, limit_deg):
    return *_columns(country), limit_deg


def _draw_tables(random):
    """Russia at other latitudes, and two other wide countries; all limits are edges of rows."""
    wanted = [("RUS", 46, 50), ("RUS", 54, 60), ("RUS", 66, 72), ("CHN", 28, 42), ("CAN", 50, 62)]
    return [
        _table(country, round(ROW_DEG * random.randint(round(low / ROW_DEG), round(high / ROW_DEG)), 1))
        for country, low, high in wanted
    ]


def _share(latitude, width, limit, weight=cos_deg):
    area = width * weight(latitude)
    return area[latitude <= limit].sum() / area.sum()


def _area_km2(latitude, width, limit):
    return ROW_DEG * DEGREE_KM2 * (width * cos_deg(latitude))[latitude <= limit].sum()


AREA = Exercise(
    id="u3-5",
    unit=UNIT,
    title="How much of Russia?",
    points=3,
    function="area_share_south",
    takes="the limit {2:g}°",
    shown=(_table("RUS", TRACK_DEG), _table("RUS", SIGHT_DEG), _table("KAZ", KAZAKH_DEG)),
    draw=_draw_tables,
    reference=_share,
    form=Number("", Size(0, "", 1, "No part of a country is larger than the whole.")),
    tolerance=0.004,
    slack=0.003,
    tolerance_reason="Lets through rows that are cut at the limit, and areas on the ellipsoid instead of "
    "the round Earth (0.001). Keeps out every misconception below; the nearest, square degrees, is 0.03 off "
    "below the track.",
    why="Most of Russia lies north of the track, yet over two thirds of it the station comes well above the "
    "horizon.",
    question="How large is a square of one degree at the equator, and how large near the pole?",
    misconceptions=(
        Misconception(
            "square degrees",
            lambda lat, width, limit: _share(lat, width, limit, np.ones_like),
            "{returned}, as if a degree of longitude were as long in every row, as a flat map shows it. "
            "How long is it near the pole?",
        ),
        Misconception(
            "every row alike",
            lambda lat, width, limit: np.mean(lat <= limit),
            "{returned}. Each of your rows counts as if the country were equally wide there. What does the "
            "table say about the row at its southern tip?",
            variants=(
                lambda lat, width, limit: (limit - lat.min()) / (lat.max() - lat.min()),
                lambda lat, width, limit: _share(lat, np.ones_like(width), limit),
                lambda lat, width, limit: _share(lat, (width > 0).astype(float), limit),
                lambda lat, width, limit: limit / lat.max(),
            ),
        ),
        Misconception(
            "sine for cosine",
            lambda lat, width, limit: _share(lat, width, limit, sin_deg),
            "{returned}, as if rows grew longer toward the pole. What is the length of a parallel at the "
            "equator, and what at the pole?",
        ),
        Misconception(
            "divided by the cosine",
            lambda lat, width, limit: _share(lat, width, limit, lambda x: 1 / cos_deg(x)),
            "{returned}, as if land near the pole were larger, as some maps show it. Which way does the "
            "true size change?",
        ),
        Misconception(
            "degrees into the cosine",
            lambda lat, width, limit: _share(lat, width, limit, np.cos),
            "{returned}, as if some of the rows had an area below zero. Which unit does np.cos take?",
        ),
        Misconception(
            "the part in the north",
            lambda lat, width, limit: 1 - _share(lat, width, limit),
            "{returned}. Move your limit farther north: your share shrinks. Which side of it do you count?",
            credit=0.5,
        ),
        Misconception(
            "south compared with north",
            lambda lat, width, limit: _share(lat, width, limit) / (1 - _share(lat, width, limit)),
            "{returned}. You compare the south with the north. What is the whole of which a share is asked "
            "for?",
            credit=0.5,
        ),
        Misconception(
            "divided by the span",
            lambda lat, width, limit: (width * cos_deg(lat))[lat <= limit].sum() / width.sum(),
            "{returned}. With the limit at the pole your share would not be one. Are the part and the whole "
            "weighed in the same way?",
            variants=(lambda lat, width, limit: width[lat <= limit].sum() / (width * cos_deg(lat)).sum(),),
        ),
        Misconception(
            "share of the Earth",
            lambda lat, width, limit: _area_km2(lat, width, limit) / EARTH_KM2,
            "{returned}. That is a share of the whole Earth. Of which area is a share asked for?",
            variants=(lambda lat, width, limit: width[lat <= limit].sum() * ROW_DEG / (360 * 180),),
        ),
        Misconception(
            "area, not a share",
            _area_km2,
            "{returned}. That is an area. Which other area makes it a share?",
            credit=0.5,
            variants=(
                lambda lat, width, limit: (width * cos_deg(lat))[lat <= limit].sum(),
                lambda lat, width, limit: ROW_DEG * (width * cos_deg(lat))[lat <= limit].sum(),
            ),
        ),
        Misconception(
            "percent",
            lambda lat, width, limit: 100 * _share(lat, width, limit),
            "{returned}. No share is larger than one. Is a fraction asked for, or a percentage?",
            credit=0.5,
        ),
    ),
)
