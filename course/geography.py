"""Geography: coastlines, and countries in two views of the borders.

Borders are those recognised by the United Nations (General Assembly resolution 68/262) unless
``borders="de-facto"`` asks for Natural Earth's, which follow who holds the ground: there Crimea is in Russia,
the west of Western Sahara in Morocco, and Northern Cyprus and Somaliland stand alone (as CYN and SOL, which
are not ISO codes). Either way XKX is Kosovo and KAS the Siachen Glacier, which have no ISO code. All lines
are straight in longitude and latitude, and cut at 180 degrees.
"""

import csv
import io
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from course.areas import areas_named
from course.data import read_bytes, read_text
from course.names import country_codes, similar_countries
from course.quantities import Array, shown, text, word

if TYPE_CHECKING:
    from shapely import MultiPolygon

Borders: TypeAlias = Literal["un", "de-facto"]
Outline: TypeAlias = tuple[NDArray[np.float32], NDArray[np.float32]]  # longitude and latitude, in degrees
VIEWS: tuple[Borders, ...] = get_args(Borders)


@dataclass(frozen=True)
class Region:
    """A piece of land with one owner in each view of the borders; almost always the two are the same.

    Attributes
    ----------
    un, de_facto : str
        Alpha-3 codes of the owner in the view of the United Nations and of the de-facto owner.
    rings : tuple of ndarray of shape (n, 2)
        Longitude and latitude in degrees, closed. Outer rings run counter-clockwise, holes clockwise and
        after the ring that holds them.
    """

    un: str
    de_facto: str
    rings: tuple[Array, ...]

    @cached_property
    def polygon(self) -> "MultiPolygon":
        """The region as a ``shapely.MultiPolygon``."""
        import shapely

        parts = []
        for ring in self.rings:
            if signed_area_deg2(ring) > 0:
                parts.append([ring, []])
            else:
                parts[-1][1].append(ring)
        return shapely.MultiPolygon([shapely.Polygon(*part) for part in parts])

    def owner(self, borders: Borders = "un") -> str:
        """Return the code of the owner in one view of the borders."""
        return self.un if view(borders) == "un" else self.de_facto


def view(borders: str) -> Borders:
    """Return the name of a view of the borders after checking it."""
    return word("borders", borders, VIEWS)


@cache
def regions() -> tuple[Region, ...]:
    """Return all regions, a tuple ordered by owner."""
    with np.load(io.BytesIO(read_bytes("borders_50m.npz"))) as packed:
        rings = _unpack(packed)
        region = packed["region"]
        owners = [packed[name].astype(str) for name in ("un", "de_facto")]
    starts = np.searchsorted(region, np.arange(len(owners[0]) + 1))
    return tuple(
        Region(str(un), str(other), tuple(rings[first:last]))
        for un, other, first, last in zip(*owners, starts[:-1], starts[1:], strict=True)
    )


def codes(borders: Borders = "un") -> tuple[str, ...]:
    """Return the codes of all countries that are drawn, a tuple in alphabetical order.

    Examples
    --------
    >>> len(codes()), len(codes("de-facto"))
    (238, 240)
    """
    return _codes(view(borders))


@cache
def _codes(borders):
    return tuple(sorted({region.owner(borders) for region in regions()}))


def country_code(country: str, *, borders: Borders = "un") -> str:
    """Return the alpha-3 code of a country that is drawn, from its code or its name in any usual spelling.

    Names in English and in the country's own languages, official and former names, abbreviations and
    two-letter codes are known (`course.names`).

    Raises
    ------
    ValueError
        If there is no such country, or several go by that name; codes and names are suggested. Also for codes
        without a polygon of their own: overseas parts that are drawn with their state, the smallest
        territories, and areas that are drawn as a part of another state.

    Examples
    --------
    >>> country_code("russia"), country_code("KAZ"), country_code("UK"), country_code("Côte d'Ivoire")
    ('RUS', 'KAZ', 'GBR', 'CIV')
    """
    drawn = codes(borders)
    if text("country", country, such_as="KAZ") in drawn:
        return str(country)
    found = [code for code in country_codes(country) if code in _table()]
    if len(found) > 1:
        raise ValueError(f"several countries go by the name {shown(country)}: use {_or(found)}")
    if not found:
        raise ValueError(_unknown(country))
    if found[0] in drawn:
        return found[0]
    name, drawn_as = _table()[found[0]]
    if drawn_as:
        raise ValueError(f"{found[0]} ({name}) is drawn as part of {drawn_as}: use {drawn_as}")
    if found[0] in codes("de-facto"):
        raise ValueError(f'{found[0]} ({name}) is on the map only with borders="de-facto"')
    raise ValueError(f"{found[0]} ({name}) is too small for this map, which is drawn at 1:50 million")


def _unknown(country):
    if found := areas_named(country):
        told = "; ".join(f"{area.name}: {area.treatment}" for area in found)
        return f"{shown(country)} is no country of this map. {told}"
    similar = similar_countries(country)
    hint = f"; did you mean {_or(similar)}" if similar else ""
    return f"there is no country {shown(country)}: use its ISO 3166 code or its name{hint}"


def _or(found):
    return " or ".join(f"{code} ({country_name(code)})" for code in found)


def country_name(iso3: str) -> str:
    """Return the English name of a country from its code.

    Examples
    --------
    >>> country_name("RUS")
    'Russia'
    """
    code = text("iso3", iso3, such_as="KAZ")
    if code not in _table():
        raise ValueError(f"there is no country with the code {shown(code)}")
    return _table()[code][0]


def polygon(country: str, *, borders: Borders = "un") -> "MultiPolygon":
    """Return the land of a country as a valid ``shapely.MultiPolygon`` in longitude and latitude."""
    return _polygon(country_code(country, borders=borders), borders)


@cache
def _polygon(code, borders):
    import shapely

    parts = [region.polygon for region in regions() if region.owner(borders) == code]
    whole = parts[0] if len(parts) == 1 else shapely.union_all(parts)
    return shapely.MultiPolygon(list(shapely.get_parts(whole)))


def outlines(country: str, *, borders: Borders = "un") -> Outline:
    """Return the outlines of a country for drawing, as `land_outlines` does."""
    import shapely

    shape = shapely.orient_polygons(polygon(country, borders=borders))
    rings = [ring for part in shape.geoms for ring in (part.exterior, *part.interiors)]
    return _joined([shapely.get_coordinates(ring) for ring in rings])


def disputed_outlines() -> dict[tuple[str, str], Outline]:
    """Return the outlines of each territory whose owner differs between the two views, for hatching.

    Returns
    -------
    dict
        ``(un, de_facto)`` codes to longitude and latitude, as `land_outlines` gives them.
    """
    return {(one.un, one.de_facto): _joined(one.rings) for one in regions() if one.un != one.de_facto}


def land_outlines(scale: str = "110m") -> Outline:
    """Return the outlines of all land, for drawing.

    Parameters
    ----------
    scale : {"110m", "50m"}
        1:110 million is enough for a world map, 1:50 million for one country.

    Returns
    -------
    longitude_deg, latitude_deg : ndarray of float32, read-only
        Rings one after the other, ``nan`` after each. Outer rings run counter-clockwise, holes (the Caspian
        Sea) clockwise. No segment crosses the date line: what lies on both sides of it is two rings, and
        Antarctica is closed along 180 degrees and the pole.

    Examples
    --------
    >>> longitude, latitude = land_outlines()
    >>> len(longitude), int(np.isnan(longitude).sum())
    (5641, 132)
    """
    return _land_outlines(word("scale", scale, ("110m", "50m")))


@cache
def _land_outlines(scale):
    if scale == "110m":
        return _read_only(np.load(io.BytesIO(read_bytes("land_110m.npy"))).T)
    with np.load(io.BytesIO(read_bytes("land_50m.npz"))) as packed:
        return _joined(_unpack(packed))


def signed_area_deg2(ring: Array) -> float:
    """Return the area inside a closed ring in square degrees, positive if it runs counter-clockwise."""
    x, y = np.asarray(ring).T
    return 0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def _unpack(packed):
    points = np.cumsum(packed["steps"], axis=1).T * packed["grid_deg"]
    ends = np.cumsum(packed["sizes"])
    return [np.concatenate([ring, ring[:1]]) for ring in np.split(points, ends[:-1])]


def _joined(rings):
    gap = np.full((1, 2), np.nan)
    return _read_only(np.concatenate([part for ring in rings for part in (ring, gap)]).T)


def _read_only(rows):
    rows = np.ascontiguousarray(rows, np.float32)
    rows.flags.writeable = False
    return rows[0], rows[1]


@cache
def _table():
    rows = csv.DictReader(io.StringIO(read_text("countries.csv")))
    return {row["iso3"]: (row["name"], row["drawn_as"]) for row in rows}
