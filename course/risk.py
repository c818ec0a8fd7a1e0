"""Re-entry risk: where an uncontrolled fall can end, by country, for the world, and for one person.

Nobody can say where a station comes down that falls by itself: the place is as likely as the satellite's time
over it. The share of each country is then its share of the time (`coverage.time_share`), and the danger to a
person depends on the latitude alone: highest just below the turning latitude, zero beyond it. That is so for
pieces that fall on the track itself. They fall beside it too: NASA reckons with a footprint 300 km wide [2]_.
`spread_km` spreads the falls evenly north and south of the track; with 150 km the edge at the turning
latitude becomes a slope, and an average person of Russia runs three quarters of the risk.

People are those of GeoNames: cities and towns by latitude, raised to the national total of each country.
Where villages are not listed (a quarter of India's people is listed, 84 % of Russia's) the villagers are
taken to live at the latitudes of the towns. A census grid of one degree (GPW v4, 2020) gives 3 % more for the
world, 2 % more for an Indian and 13 % less for a Russian: most of Russia lies beyond the last latitude. A
second independent count differs by 4 % for the world. The totals are mostly those of 2018, 7.61 thousand
million in all: of 8.0 thousand million (United Nations, 15 November 2022) 5 % more were at risk.

How much of a station reaches the ground is known far worse. Published casualty areas, 22 m2 for the satellite
UARS of 5.7 tonnes [3]_ among them, scaled with the mass make 1,800 to 7,700 m2 for 420 tonnes.

References
----------
.. [1] NASA-STD-8719.14: a re-entry may cost at most 0.0001 casualties.
.. [2] National Research Council, Engineering Challenges to the Long-Term Operation of the International Space
   Station (2000), chapter 6.
.. [3] NASA on UARS, September 2011: 22.38 m2 at an inclination of 57 degrees, 1 casualty in 3,200 re-entries.
"""

import csv
import io
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from course.cities import population_bands
from course.constants import EARTH_FLATTENING, EARTH_RADIUS_KM, ISS_INCLINATION_DEG
from course.coverage import share_below, time_share
from course.data import read_text
from course.geography import Borders, country_code, view
from course.quantities import Array, Floats, one, plain, quantity

STEP_DEG = 0.05  # of a latitude: wider than the margin of the model, and as wide as the bands of people
LARGEST_AREA_M2 = 1e6  # a square kilometre; the station's pieces have some thousand square metres
STATION_AREAS_M2 = (1800.0, 7700.0)  # scaled with the mass from published cases: a range, not a limit
FOOTPRINT_HALF_WIDTH_KM = 150.0  # NASA's footprint is 300 km wide [2]_
WIDEST_KM = 1000.0
OFFSETS = 61  # of a spread: even steps across the track
KM_PER_DEG = 111.2  # of latitude, to 0.5 %: far better than a spread is known
ACCEPTED = 1e-4  # expected casualties: the limit of NASA and of most agencies [1]_


def impact_share(inclination_deg: float, *, borders: Borders = "un") -> dict[str, float]:
    """Return the probability that an uncontrolled fall ends in each country.

    The share of the time, taken at 420 km; for the last laps, at 120 km, Russia's is 0.2 % larger.

    Parameters
    ----------
    inclination_deg : float
        0 to 180 degrees.
    borders : {"un", "de-facto"}

    Returns
    -------
    dict
        Alpha-3 code to probability. What is missing to 1 is the sea.

    Examples
    --------
    >>> share = impact_share(51.64)
    >>> round(100 * share["RUS"], 1), round(100 * share["IND"], 1), round(100 * (1 - sum(share.values())))
    (1.9, 0.6, 73)
    """
    return time_share(inclination_deg, borders=borders)


def casualty_expectation(
    casualty_area_m2: float,
    inclination_deg: float = ISS_INCLINATION_DEG,
    *,
    spread_km: float = 0.0,
    borders: Borders = "un",
) -> dict[str, float]:
    """Return how many people an uncontrolled fall hurts or kills on average: by country, and in the world.

    Parameters
    ----------
    casualty_area_m2 : float
        The ground on which somebody would be hit, all surviving pieces together, 0 to 1,000,000 m2. To the
        width of each piece that of a person is added.
    inclination_deg : float
        0 to 180 degrees.
    spread_km : float
        How far beside the track pieces fall, 0 to 1,000 km to either side.
    borders : {"un", "de-facto"}

    Returns
    -------
    dict
        Alpha-3 code to expected casualties, 0 where the track never comes, and the sum under ``"world"``.

    Examples
    --------
    >>> expected = casualty_expectation(1000)
    >>> round(expected["IND"] / expected["RUS"])     # eight times as many, because there are more people
    8
    >>> expected["world"] > ACCEPTED                  # far above what agencies accept
    True
    >>> uars = casualty_expectation(22.38, 57.0)["world"]       # NASA: 1 in 3,200
    >>> round(1 / uars, -2)
    2900.0
    """
    area = one("casualty_area_m2", casualty_area_m2, at_least=0, at_most=LARGEST_AREA_M2)
    middles = _south_deg() + STEP_DEG / 2
    per_km2 = person_density_km2(middles, inclination_deg=inclination_deg, spread_km=spread_km)
    owners, people = _people(view(borders))
    expected = people @ per_km2 * (area * 1e-6)
    by_country = dict(zip(owners, expected.tolist(), strict=True))
    return by_country | {"world": float(expected.sum())}


def mean_person_density_km2(
    country: str,
    *,
    inclination_deg: float = ISS_INCLINATION_DEG,
    spread_km: float = 0.0,
    borders: Borders = "un",
) -> float:
    """Return the chance for an average person of a country to be hit, per km2 of casualty area.

    With `spread_km` pieces fall up to so far beside the track, as in `casualty_expectation`.

    Examples
    --------
    >>> for spread_km in (0, 150):
    ...     india, russia = (mean_person_density_km2(one, spread_km=spread_km) for one in ("IND", "RUS"))
    ...     round(russia / india, 1)        # much the same, either way
    1.2
    0.9
    """
    ours = people_by_latitude(country, width_deg=STEP_DEG, borders=borders)
    middles = _south_deg() + STEP_DEG / 2
    per_km2 = person_density_km2(middles, inclination_deg=inclination_deg, spread_km=spread_km)
    return float(ours @ per_km2 / ours.sum())


def person_density_km2(
    latitude_deg: ArrayLike, *, inclination_deg: float = ISS_INCLINATION_DEG, spread_km: float = 0.0
) -> Floats:
    """Return the chance that a given km2 is where an uncontrolled fall ends, by latitude.

    Times the casualty area in km2 this is the chance of one person there to be hit: for the ISS and 1,000 m2
    1.6 in a million million at the equator.

    Parameters
    ----------
    latitude_deg : float or array_like
        Geodetic, -90 to 90 degrees. The mean over 0.05 degrees; beyond the turning latitude and the spread 0.
    inclination_deg : float
        0 to 180 degrees.
    spread_km : float
        How far beside the track pieces fall, 0 to 1,000 km to either side, all distances alike.

    Examples
    --------
    >>> round(person_density_km2(50) / person_density_km2(0), 1)
    4.5
    >>> person_density_km2(53), person_density_km2(53, spread_km=150) > 0       # 130 km north of the track
    (0.0, True)
    """
    latitude = quantity("latitude_deg", latitude_deg, at_least=-90, at_most=90)
    reach = one("spread_km", spread_km, at_least=0, at_most=WIDEST_KM) / KM_PER_DEG
    south, north = np.maximum(latitude - STEP_DEG / 2, -90), np.minimum(latitude + STEP_DEG / 2, 90)
    beside = reach * (2 * np.arange(OFFSETS) + 1 - OFFSETS) / OFFSETS if reach else np.zeros(1)
    south_of, north_of = (np.clip(np.add.outer(beside, edge), -90, 90) for edge in (south, north))
    time = np.asarray(share_below(north_of, inclination_deg=inclination_deg)) - np.asarray(
        share_below(south_of, inclination_deg=inclination_deg)
    )
    return plain(time.mean(axis=0) / (_cap_km2(north) - _cap_km2(south)))


def people_by_latitude(
    country: str | None = None, *, width_deg: float = 1.0, borders: Borders = "un"
) -> Array:
    """Return how many people live in each band of latitude, from the south pole to the north pole.

    Parameters
    ----------
    country : str, optional
        Code or name; by default the whole world.
    width_deg : float
        Width of a band: a multiple of 0.05 degrees that divides 90.
    borders : {"un", "de-facto"}

    Returns
    -------
    ndarray
        As many as there are bands. The places of GeoNames, raised to the national total.

    Examples
    --------
    >>> russians = people_by_latitude("RUS")
    >>> beyond = russians[90 + 52 :].sum()                     # north of 52 degrees, where the track ends
    >>> round(russians.sum() / 1e6), f"{beyond / russians.sum():.0%}"
    (144, '75%')
    """
    steps = one("width_deg", width_deg, at_least=STEP_DEG, at_most=90) / STEP_DEG
    bands = 90 / width_deg
    if max(abs(steps - round(steps)), abs(bands - round(bands))) > 1e-6:
        raise ValueError(f"width_deg must be a multiple of {STEP_DEG} that divides 90 (got {width_deg})")
    owners, people = _people(view(borders))
    if country is None:
        ours = people.sum(axis=0)
    else:
        code = country_code(country, borders=borders)
        if code not in owners:
            raise ValueError(f"no inhabited place of 500 people or more is listed for {code}")
        ours = people[owners.index(code)]
    return ours.reshape(2 * round(bands), -1).sum(axis=1)


def population() -> dict[str, float]:
    """Return how many people live in each country, alpha-3 code to number (mostly of 2018).

    Examples
    --------
    >>> round(population()["RUS"] / 1e6)
    144
    """
    return dict(_national())


@cache
def _national():
    rows = csv.DictReader(io.StringIO(read_text("national_population.csv")))
    return {row["iso3"]: int(row["people"]) for row in rows}


@cache
def _people(borders):
    """Return the owners and their people by band of latitude (owners x bands), raised to national totals."""
    bands, national = population_bands(), _national()
    owner, listed = bands.un, np.unique(bands.un)
    # the people of a disputed territory are raised with the state that the United Nations name
    counted = {code: bands.people[owner == code].sum() for code in listed}
    raised = {code: national.get(code, counted[code]) / counted[code] for code in listed}
    people = bands.people * np.array([raised[code] for code in owner])
    holder = bands.un if borders == "un" else bands.de_facto
    owners, row = np.unique(holder, return_inverse=True)
    table = np.zeros((len(owners), len(_south_deg())))
    np.add.at(table, (row, np.round((bands.south_deg + 90) / STEP_DEG).astype(int)), people)
    return tuple(owners.tolist()), table


@cache
def _south_deg():
    return np.arange(round(180 / STEP_DEG)) * STEP_DEG - 90


def _cap_km2(latitude_deg):
    """Return the area south of a latitude on WGS84, less that of the southern half, in km2."""
    eccentricity = np.sqrt(EARTH_FLATTENING * (2 - EARTH_FLATTENING))
    polar_radius = EARTH_RADIUS_KM * (1 - EARTH_FLATTENING)
    sine = np.sin(np.radians(latitude_deg))
    zone = sine / (1 - (eccentricity * sine) ** 2) + np.arctanh(eccentricity * sine) / eccentricity
    return np.pi * polar_radius**2 * zone
