"""u4-5: which cities lie below the track of something that falls by itself."""

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Names
from course.checks.unit4.common import UNIT
from course.constants import ISS_INCLINATION_DEG

TRACK_DEG = 51.8  # where the station turns: a geodetic latitude, as those of the cities
TIANGONG_DEG = 41.6  # where the Chinese station Tiangong turns, inclination 41.47 degrees
HORIZON_DEG = 20.2  # how far from the track the station just comes up
CLOSE_DEG = 0.02  # no city of a hidden list is so close to the limit
COUNT = 12  # cities in a hidden list

CITIES = {  # country and latitude as in course.cities (GeoNames)
    "Moscow": ("RUS", 55.752),
    "Saint Petersburg": ("RUS", 59.939),
    "Novosibirsk": ("RUS", 55.023),
    "Murmansk": ("RUS", 68.968),
    "Saratov": ("RUS", 51.54),
    "Voronezh": ("RUS", 51.668),
    "Kursk": ("RUS", 51.727),
    "Orenburg": ("RUS", 51.767),
    "Volgograd": ("RUS", 48.714),
    "Sochi": ("RUS", 43.597),
    "Vladivostok": ("RUS", 43.106),
    "Delhi": ("IND", 28.652),
    "Kolkata": ("IND", 22.563),
    "Chennai": ("IND", 13.088),
    "Harbin": ("CHN", 45.75),
    "Beijing": ("CHN", 39.907),
    "Kunming": ("CHN", 25.039),
    "London": ("GBR", 51.509),
    "Berlin": ("DEU", 52.524),
    "Stockholm": ("SWE", 59.329),
    "Paris": ("FRA", 48.853),
    "Rome": ("ITA", 41.892),
    "Istanbul": ("TUR", 41.014),
    "Houston": ("USA", 29.763),
    "New York City": ("USA", 40.714),
    "Anchorage": ("USA", 61.218),
    "Mexico City": ("MEX", 19.428),
    "Singapore": ("SGP", 1.29),
    "Nairobi": ("KEN", -1.283),
    "Lima": ("PER", -12.043),
    "Cape Town": ("ZAF", -33.926),
    "Sydney": ("AUS", -33.868),
    "Wellington": ("NZL", -41.287),
    "Christchurch": ("NZL", -43.533),
    "Punta Arenas": ("CHL", -53.163),
    "Ushuaia": ("ARG", -54.811),
}
SHOWN = (
    (
        *("Moscow", "Saint Petersburg", "Voronezh", "Kursk", "Orenburg", "Volgograd", "Sochi", "Delhi"),
        *("Beijing", "London", "Berlin", "Houston", "Nairobi", "Sydney", "Punta Arenas", "Ushuaia"),
    ),
    (
        *("Murmansk", "Sochi", "Delhi", "Chennai", "Harbin", "Beijing", "Rome", "Istanbul"),
        *("New York City", "Singapore", "Lima", "Cape Town", "Wellington", "Christchurch", "Ushuaia"),
    ),
)


def _table(names, turning_deg):
    countries, latitudes = zip(*(CITIES[name] for name in names), strict=True)
    return tuple(names), countries, latitudes, turning_deg


def _draw_lists(random):
    """Two lists for the station's own orbit, and three for lower and higher ones."""
    limits = [
        TRACK_DEG,
        TRACK_DEG,
        *(round(random.uniform(*band), 1) for band in ((20, 27), (31, 39), (56, 64))),
    ]
    tables = []
    for limit in limits:
        clear = [name for name, (_, latitude) in CITIES.items() if abs(abs(latitude) - limit) > CLOSE_DEG]
        tables.append(_table(random.sample(clear, COUNT), limit))
    return tables


def _below(latitude, limit):
    return np.abs(latitude) <= limit


def _listed(chosen):
    """Return the answer that lists the names for which a condition on country, latitude and limit holds."""
    return lambda names, country, latitude, limit: names[chosen(country, latitude, limit)]


def _of(country, *codes):
    return np.isin(country, codes)


LINE = Exercise(
    id="u4-5",
    unit=UNIT,
    title="Who is under the fall line?",
    points=2,
    function="below_the_track",
    takes="the turning latitude {3:g}°",
    shown=(_table(SHOWN[0], TRACK_DEG), _table(SHOWN[1], TIANGONG_DEG)),
    draw=_draw_lists,
    reference=_listed(lambda c, lat, limit: _below(lat, limit)),
    form=Names(),
    tolerance=0.0,
    tolerance_reason="The names may come in any order, as a list, a tuple, a set or an array. A city counts "
    "by its own latitude; how far pieces spread to the sides of the track is left out. The turning latitude "
    "is given, because inclination and turning latitude are 0.16 degrees apart: three Russian cities of more "
    "than 400,000 people lie between them.",
    why="The track knows no borders: whoever lives between its two turning latitudes shares the risk, in "
    "Russia as well as in India and China.",
    question="Which numbers of a city decide whether the track comes over it?",
    misconceptions=(
        Misconception(
            "only India and China",
            _listed(lambda c, lat, limit: _of(c, "IND", "CHN")),
            "Your list has cities of India and China, and no others. Does the orbit pass over their borders "
            "in another way than over those of their neighbours?",
            variants=(_listed(lambda c, lat, limit: _of(c, "IND", "CHN") & _below(lat, limit)),),
        ),
        Misconception(
            "Russia left out",
            _listed(lambda c, lat, limit: _below(lat, limit) & ~_of(c, "RUS")),
            "{returned}, nor is any other city of Russia. How far south does Russia reach?",
            variants=(_listed(lambda c, lat, limit: (lat <= limit) & ~_of(c, "RUS")),),
        ),
        Misconception(
            "all of Russia",
            _listed(lambda c, lat, limit: _below(lat, limit) | _of(c, "RUS")),
            "{returned}, and all other cities of Russia. Is it the country or the latitude that decides?",
            variants=(
                _listed(lambda c, lat, limit: _of(c, "RUS")),
                _listed(lambda c, lat, limit: _of(c, "RUS", "IND", "CHN")),
            ),
        ),
        Misconception(
            "no limit in the south",
            _listed(lambda c, lat, limit: lat <= limit),
            "{returned}. In the north your list ends at the limit, in the south it runs on to the pole. "
            "Where does the track turn in the other half of its lap?",
            credit=0.5,
        ),
        Misconception(
            "northern half only",
            _listed(lambda c, lat, limit: (lat >= 0) & (lat <= limit)),
            "{returned}, nor is any other city south of the equator. Where is the station in the second half "
            "of each lap?",
            credit=0.5,
        ),
        Misconception(
            "the inclination as limit",
            _listed(lambda c, lat, limit: _below(lat, ISS_INCLINATION_DEG)),
            "{returned}, as if the limit were the tilt of the station's orbit; maps count latitude along "
            "the plumb line of a flattened Earth. Which latitude is given as the turning one?",
            credit=0.5,
            variants=(
                _listed(lambda c, lat, limit: _below(lat, 51.6)),
                _listed(lambda c, lat, limit: _below(lat, limit - 0.16)),
            ),
        ),
        Misconception(
            "the station's own limit",
            _listed(lambda c, lat, limit: _below(lat, TRACK_DEG)),
            "Your list fits the ISS, and a station that turns at another latitude gets the same limit. "
            "What does turning_deg change in your function?",
            credit=0.5,
        ),
        Misconception(
            "above its horizon",
            _listed(lambda c, lat, limit: _below(lat, limit + HORIZON_DEG)),
            "{returned}. From there the station comes above the horizon. Does what falls reach "
            "everybody who has it above the horizon?",
            variants=(
                _listed(lambda c, lat, limit: _below(lat, limit + 12.5)),
                _listed(lambda c, lat, limit: lat <= limit + HORIZON_DEG),
            ),
        ),
        Misconception(
            "those who are clear of it",
            _listed(lambda c, lat, limit: ~_below(lat, limit)),
            "{returned}, as all cities over which the track never comes. Which ones are asked for?",
            credit=0.5,
        ),
        Misconception(
            "beyond the limit in the north",
            _listed(lambda c, lat, limit: lat >= limit),
            "{returned} and goes on to the pole. On which side of the northern limit does the station fly?",
        ),
        Misconception(
            "everywhere",
            lambda names, country, latitude, limit: names,
            "Your list has all the cities. Does the track come over all of them?",
        ),
        Misconception(
            "nowhere",
            lambda names, country, latitude, limit: names[:0],
            "Your list is empty. Is there no city over which the track comes?",
        ),
        Misconception(
            "a yes or no for each",
            lambda names, country, latitude, limit: _below(latitude, limit),
            "One True or False comes back for each city. Which names belong to the True ones?",
            credit=0.5,
        ),
        Misconception(
            "latitudes instead of names",
            lambda names, country, latitude, limit: latitude[_below(latitude, limit)],
            "A list of latitudes comes back. Whose are they?",
            credit=0.5,
        ),
        Misconception(
            "places in the list",
            lambda names, country, latitude, limit: np.flatnonzero(_below(latitude, limit)),
            "Places in the list come back, counted from zero. Which names stand there?",
            credit=0.5,
        ),
        Misconception(
            "two lists",
            lambda names, country, latitude, limit: [
                names[_below(latitude, limit)].tolist(),
                names[~_below(latitude, limit)].tolist(),
            ],
            "Two lists come back, below the track and clear of it. Which one is asked for?",
            credit=0.5,
        ),
    ),
)
