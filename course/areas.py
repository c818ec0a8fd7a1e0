"""Areas whose status the United Nations see otherwise than an atlas may draw it, and what the course does."""

import tomllib
from dataclasses import dataclass
from functools import cache

from course.data import read_text
from course.names import plain_text

NO_DOCUMENT = "position not retrieved"


@dataclass(frozen=True)
class Area:
    """One such area.

    Attributes
    ----------
    name : str
    un, de_facto : str
        Codes under which its land counts in the two views of the borders; "" where the map draws none.
    points : tuple of tuple of float
        Latitude and longitude of places in it.
    position, document : str
        What the United Nations say, and where; the document is "" if none was found.
    names : tuple of str
        How people ask for it.
    against : bool
        The map cannot draw it as the document says.
    own : bool
        It is all of the land that counts under its code.
    geonames : str
        Code under which GeoNames lists some of its towns, if not with `un`; they count with the area.
    outline : tuple of tuple of float
        Latitude and longitude around an area without a line in the atlas, good enough to find its towns.
    towns : str
        Code with which the towns in `outline` count in the view of the United Nations.
    """

    name: str
    un: str
    de_facto: str
    points: tuple[tuple[float, float], ...]
    position: str
    document: str
    names: tuple[str, ...] = ()
    against: bool = False
    own: bool = False
    geonames: str = ""
    outline: tuple[tuple[float, float], ...] = ()
    towns: str = ""

    @property
    def treatment(self) -> str:
        """What the course does with it, in words."""
        if not self.un:
            return "too small for this map, it is not drawn"
        drawn = f"it counts as {self.un}"
        if self.de_facto != self.un:
            drawn += f', and with borders="de-facto" as {self.de_facto}'
        return drawn + ("; this map has no line there" if self.against else "")


@cache
def documents() -> dict[str, str]:
    """Return where each resolution was read, or a report of it by its number: number to address.

    Examples
    --------
    >>> documents()["ES-11/4"]
    'https://press.un.org/en/2022/ga12458.doc.htm'
    """
    return tomllib.loads(read_text("areas.toml"))["documents"]


@cache
def areas() -> tuple[Area, ...]:
    """Return all areas that the course knows of, a tuple.

    Examples
    --------
    >>> areas()[0].name, areas()[0].un, areas()[0].de_facto
    ('Crimea and Sevastopol', 'UKR', 'RUS')
    """
    rows = tomllib.loads(read_text("areas.toml"))["area"]
    spots = ({key: tuple(map(tuple, row.get(key, ()))) for key in ("points", "outline")} for row in rows)
    return tuple(
        Area(**row | {"names": tuple(row.get("names", ()))} | where)
        for row, where in zip(rows, spots, strict=True)
    )


def areas_named(name: str) -> tuple[Area, ...]:
    """Return the areas that people call by a name, a tuple that is mostly empty.

    Examples
    --------
    >>> [area.treatment for area in areas_named("crimea")]
    ['it counts as UKR, and with borders="de-facto" as RUS']
    """
    wanted = plain_text(name)
    return tuple(area for area in areas() if wanted in map(plain_text, (area.name, *area.names)))
