"""Make the table of disputed areas, borders.md: python -m tools.borders"""

import re
from pathlib import Path

from course.areas import NO_DOCUMENT, Area, areas, documents
from course.constants import ISS_INCLINATION_DEG, SOLAR_DAY_S
from course.coverage import time_share
from tools.data.cities import NEAR_DEG

PAGE = Path(__file__).resolve().parents[1] / "docs" / "borders.md"
HEAD = """# Borders: what the map draws, and what the United Nations say

Made by `python -m tools.borders` from `course/data/areas.toml`; tests hold the page to that file, and each
area to the codes that it names, in both views of the borders.

The course counts land by two views. `borders="un"`, the default, follows the United Nations where the
atlas has a line to follow; `borders="de-facto"` follows who holds the ground, as Natural Earth draws it.
They differ in {differ} areas. Where an area has no line of its own in the atlas, at 1:50 million, both
views count it with the country named here; where that is against a document the row says so. "Minutes a
day" is the mean over many days of the time that the station is straight above the area, where it has a
line of its own.

Each document leads to a copy in which it was read, or to a report that names it by its number; numbers that
could not be found in this way are left out. A row without a document says "{none}": no resolution
on its status was found, and the course does not guess.

The course draws and counts Kosovo and Taiwan on their own in both views, without a word on their
status: no other country's figure contains them. Overseas parts that the atlas draws with their state
count there.

Cities and people count with the country in which GeoNames lists them. It lists some towns of these areas
under another code; they count with the area all the same:
{towns}.
The towns of the Golan Heights are found by an outline drawn by hand, to about 2 km: they count as Syria's in
the view of the United Nations, while the land below them, which has no line, counts as Israel's. Quneitra,
outside of the outline, stays in both views with Syria, where GeoNames lists it, though the atlas draws it in
Israel. A town within {near_deg} degrees of a line on land, as near as the atlas can be trusted, stays where
GeoNames lists it too, in both views: Jerusalem with Israel and East Jerusalem with Palestine, Ceuta and
Melilla with Spain, and Nicosia, of which GeoNames lists no northern part, with Cyprus.

{heads}|---|---|---|---|---|---|---|
"""
NUMBER = re.compile(
    r"Final Clauses Handbook(?= \()|(?<![(\w/-])(?:ES-)?\d+(?:/\d+)?(?: A\b| \([XVI]+\))?(?= \()"
)
HEADS = (
    *("area", '`borders="un"`', '`borders="de-facto"`', "minutes a day"),
    *("the United Nations", "document", "what the map cannot show"),
)


def page() -> str:
    """Return the whole page as Markdown."""
    rows = [_row(area) for area in areas()]
    heads = _line(HEADS)
    differ = sum(area.un != area.de_facto for area in areas())
    towns = ";\n".join(f"{area.name} (listed as {area.geonames})" for area in areas() if area.geonames)
    return HEAD.format(
        differ=differ, none=NO_DOCUMENT, heads=heads, towns=towns, near_deg=NEAR_DEG
    ) + "".join(rows)


def minutes_a_day(area: Area) -> float | None:
    """Return the station's minutes a day above an area that has a line of its own, None above any other."""
    un, held = (time_share(ISS_INCLINATION_DEG, borders=view) for view in ("un", "de-facto"))
    if area.un and area.un != area.de_facto:
        share = held[area.de_facto] - un.get(area.de_facto, 0)
    elif area.own:
        share = held[area.un]
    else:
        return None
    return share * SOLAR_DAY_S / 60


def _row(area):
    minutes = minutes_a_day(area)
    drawn = [code or "not drawn" for code in (area.un, area.de_facto)]
    time = "no line of its own" if minutes is None else f"{minutes:.2f}"
    if not area.un:
        time = ""
    against = "the position of the United Nations" if area.against else ""
    cells = [area.name, *drawn, time, area.position, _linked(area.document) or "not retrieved", against]
    return _line(cells)


def _linked(document):
    """Return the documents of an area with a link at each number, which its year in brackets follows."""
    return re.sub(NUMBER, lambda found: f"[{found[0]}]({documents()[found[0]]})", document)


def _line(cells):
    return "| " + " | ".join(cells) + " |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
