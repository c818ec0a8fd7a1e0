"""Cities of the world with their people, from GeoNames, and how the people are spread over latitude.

GeoNames counts people twice, in a city and in its districts. Places that look like districts are left out by
the rule in ``data/build/cities.py``.
"""

import difflib
import gzip
import io
from dataclasses import dataclass
from functools import cache

import numpy as np

from course.data import read_bytes
from course.geography import country_code, plain_text, view


@cache
def _cities():
    import pandas as pd

    text = gzip.decompress(read_bytes("cities.csv.gz"))
    return pd.read_csv(io.BytesIO(text), keep_default_na=False)


def table(country=None, *, at_least=15_000, borders="un"):
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
    whole = _cities()
    owner = whole["iso3"]
    if view(borders) == "de-facto":
        owner = owner.mask(whole["de_facto"] != "", whole["de_facto"])
    chosen = whole.assign(iso3=owner).drop(columns="de_facto")
    chosen = chosen[chosen["population"] >= at_least]
    if country is not None:
        chosen = chosen[chosen["iso3"] == country_code(country, borders=borders)]
    return chosen.reset_index(drop=True)


def find(name, *, country=None):
    """Return the largest city of a name, a row of `table`.

    Raises
    ------
    ValueError
        If no such city is listed; the nearest names are suggested.

    Examples
    --------
    >>> float(find("moscow")["latitude_deg"])
    55.752
    """
    if not isinstance(name, str):
        raise TypeError(f"the name of a city is a text (got {type(name).__name__})")
    listed = table(country)
    plain = _plain_names() if country is None else listed["name"].map(plain_text)
    wanted = plain_text(name)
    found = listed[plain == wanted]
    if len(found):
        return found.iloc[0]
    near = difflib.get_close_matches(wanted, plain.tolist(), n=3, cutoff=0.7)
    hint = ", ".join(dict.fromkeys(listed["name"][plain == one].iloc[0] for one in near))
    raise ValueError(
        f"there is no city {name!r} of 15,000 people or more in the list"
        + (f"; near to it are {hint}" if hint else "")
    )


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

    un: np.ndarray
    de_facto: np.ndarray
    south_deg: np.ndarray
    people: np.ndarray
    width_deg: float


@cache
def population_bands():
    """Return how many people live in each band of latitude of each country.

    All places of GeoNames from 500 inhabitants on, districts left out: what is missing are people who live in
    smaller villages, a sixth of Russia and far more in countries whose villages GeoNames does not know.
    """
    with np.load(io.BytesIO(read_bytes("population.npz"))) as packed:
        width = float(packed["band_deg"])
        owners = [packed[name].astype(str) for name in ("un", "de_facto")]
        return PopulationBands(*owners, packed["band"] * width - 90, packed["people"].astype(float), width)


@cache
def _plain_names():
    return _cities()["name"].map(plain_text)
