"""Make the table of disputed areas, borders.md: python -m tools.borders"""

import re
from pathlib import Path

from course.areas import NO_DOCUMENT, Area, areas, documents
from course.constants import ISS_INCLINATION_DEG, SOLAR_DAY_S
from course.coverage import time_share

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
    return HEAD.format(differ=differ, none=NO_DOCUMENT, heads=heads) + "".join(rows)


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
