"""Cities of the world with their people, from GeoNames, and how the people are spread over latitude.

GeoNames counts people twice, in a city and in its districts. Places that look like districts are left out by
the rule in ``tools/data/cities.py``.
"""

import gzip
import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course.data import read_bytes
from course.geography import Borders, country_code, country_name, view
from course.names import city_places, plain_text, similar_cities
from course.quantities import Array, one, shown, text

if TYPE_CHECKING:
    from pandas import DataFrame, Series

OWN_NAME = 40  # the name that a city has today counts as much as forty times the people
LIKE_SIZE = 0.25  # of the largest: a namesake of that size may have been meant as well
NEAR_DEG = 0.3  # one city under two names, or in two countries
NEIGHBOUR_DEG = 0.5  # another town, just beyond a line


@cache
def _cities() -> "DataFrame":
    import pandas as pd

    packed = gzip.decompress(read_bytes("cities.csv.gz"))
    return pd.read_csv(io.BytesIO(packed), keep_default_na=False)


def table(country: str | None = None, *, at_least: int = 15_000, borders: Borders = "un") -> "DataFrame":
    """Return the cities of the world or of one country, the largest first.

    Parameters
    ----------
    country : str, optional
        Code or name.
    at_least : int
        Number of inhabitants; places under 15,000 are not listed.
    borders : {"un", "de-facto"}

    Returns
    -------
    DataFrame
        Columns name, iso3, latitude_deg, longitude_deg, population.

    Examples
    --------
    >>> table("Russia")["name"].head(3).tolist()
    ['Moscow', 'Saint Petersburg', 'Novosibirsk']
    """
    least = one("at_least", at_least, at_least=0)
    whole = _cities()
    owner = whole["iso3"]
    if view(borders) == "de-facto":
        owner = owner.mask(whole["de_facto"] != "", whole["de_facto"])
    chosen = whole.assign(iso3=owner).drop(columns="de_facto")
    chosen = chosen[chosen["population"] >= least]
    if country is not None:
        chosen = chosen[chosen["iso3"] == country_code(country, borders=borders)]
    return chosen.reset_index(drop=True)


def find(name: str, *, country: str | None = None) -> "Series":
    """Return the city of a name, in any of its spellings, a row of `table`.

    Parameters
    ----------
    name : str
        ``"Moscow"``, ``"Moskva"``, ``"Kiev"``, ``"New York"``; or with the country: ``"Valencia, Spain"``.
    country : str, optional
        Code or name.

    Raises
    ------
    ValueError
        If no such city is listed, or several of like size go by that name; the message lists them, or those
        that may have been meant.

    Examples
    --------
    >>> float(find("moscow")["latitude_deg"]), find("Kiev")["name"], find("Valencia, Spain")["iso3"]
    (55.752, 'Kyiv', 'ESP')
    """
    text("name", name, such_as="Moscow")
    places, named = _named(name, country), name
    if not len(places) and country is None and "," in name:
        named, _, country = (part.strip() for part in name.rpartition(","))
        places = _named(named, country) if named and country else places
    code = None if country is None else country_code(country)
    listed = _cities()
    if not len(places):
        raise ValueError(_unlisted(named.strip(), code))
    weight = listed["population"].to_numpy()[places].astype(float)
    weight *= np.where(_plain_names().to_numpy()[places] == plain_text(named), OWN_NAME, 1)
    order = np.argsort(-weight, kind="stable")
    places, weight = places[order], weight[order]
    rivals = places[weight > weight[0] * LIKE_SIZE]
    if len(rivals) > 1 and not _near(rivals):
        way = "Name the country too, or take" if code is None else "Take"
        raise ValueError(
            f"several cities go by the name {shown(named.strip())}: {_listed(places)}. {way} one from "
            "cities.table()"
        )
    return listed.drop(columns="de_facto").iloc[int(places[0])]


def _named(name, country):
    """Return the places, in the list, of the cities of a name, in one country or in all."""
    plain = plain_text(name)
    own = np.flatnonzero(_plain_names().to_numpy() == plain)
    places = np.unique(np.concatenate([own, np.array(city_places(name), int)])).astype(int)
    if country is None or not len(places):
        return places
    inside = _cities()["iso3"].to_numpy()[places] == country_code(country)
    return places[:0] if _is_neighbours(own, places[inside]) else places[inside]


def _is_neighbours(own, found):
    """Tell whether a name is that of a town just beyond the line, and only another name of what was found.

    Jerusalem has been called Ariel; who asks for Ariel in Israel means the town, which is in Palestine.
    """
    if not len(own) or np.isin(found, own).any():
        return False
    spots = _cities()[["latitude_deg", "longitude_deg"]].to_numpy()
    apart = np.abs(spots[own][:, None] - spots[found][None]).max(axis=2)
    return bool(((apart > NEAR_DEG) & (apart < NEIGHBOUR_DEG)).any())


def _near(places):
    """Tell whether all places lie together: one city that is listed under two names."""
    spots = _cities().iloc[places]
    return bool(np.ptp(spots["latitude_deg"]) < NEAR_DEG and np.ptp(spots["longitude_deg"]) < NEAR_DEG)


def _unlisted(name, code):
    where = "" if code is None else f" in {country_name(code)}"
    places = np.array(similar_cities(name), int)
    if code is not None:
        elsewhere = _named(name, None)
        elsewhere = elsewhere[_cities()["iso3"].to_numpy()[elsewhere] != code]
        if len(elsewhere):
            return f"there is no city {shown(name)}{where} in the list; there is {_listed(elsewhere)}"
        places = places[_cities()["iso3"].to_numpy()[places] == code]
    found = f"there is no city {shown(name)} of 15,000 people or more{where} in the list"
    return found + (f"; did you mean {_listed(places)}?" if len(places) else "")


def _listed(places, most=5):
    rows = _cities().iloc[np.sort(places)[:most]]  # the list is ordered by size
    named = (f"{row.name_}, {country_name(str(row.iso3))} ({row.population:,})"
             for row in rows.rename(columns={"name": "name_"}).itertuples())  # fmt: skip
    return "; ".join(named)


@dataclass(frozen=True)
class PopulationBands:
    """People by country and latitude.

    Attributes
    ----------
    un, de_facto : ndarray of str
        Codes of the owner in each view of the borders.
    south_deg : ndarray
        Southern edge of the band of latitude.
    people : ndarray
    width_deg : float
        Width of every band.
    """

    un: NDArray[np.str_]
    de_facto: NDArray[np.str_]
    south_deg: Array
    people: Array
    width_deg: float


@cache
def population_bands() -> PopulationBands:
    """Return how many people live in each band of latitude of each country.

    All places of GeoNames from 500 inhabitants on, districts left out: what is missing are people who live in
    smaller villages, a sixth of Russia and far more in countries whose villages GeoNames does not know.
    """
    with np.load(io.BytesIO(read_bytes("population.npz"))) as packed:
        width = float(packed["band_deg"])
        un, de_facto = (packed[name].astype(str) for name in ("un", "de_facto"))
        return PopulationBands(
            un, de_facto, packed["band"] * width - 90, packed["people"].astype(float), width
        )


@cache
def _plain_names():
    return _cities()["name"].map(plain_text)
