"""Owners of modules: the colour and the pattern of each, the same in all drawings of the station."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from course.widgets.kit.palette import colour


class Paint(TypedDict):
    """Properties of a matplotlib patch."""

    facecolor: str
    edgecolor: str
    hatch: str
    linewidth: float


@dataclass(frozen=True)
class Owner:
    """How the modules of one owner are drawn: colour by role, pattern as matplotlib names hatches."""

    name: str
    role: str
    hatch: str


OWNERS = {  # by the names of `course.station.modules`
    "USA": Owner("United States", "american", ""),
    "Russia": Owner("Russia", "russian", "////"),
    "Europe": Owner("Europe (ESA)", "european", "---"),
    "Japan": Owner("Japan", "japanese", "..."),
    "Canada": Owner("Canada", "canadian", "xxx"),
    "Nanoracks": Owner("Nanoracks, a US company", "quiet", "|||"),
}
BUILT = {"Zarya": "Russia"}  # whose pattern a module also bears: built in one country, owned by another
BUILT_WORDS = {"Zarya": "Zarya: Russian-built, US-owned"}


def built(name: str, owner: str) -> str:
    """Return who built a module, if that is another than its owner."""
    return BUILT.get(name, owner)


def paint(owner: str, built: str) -> Paint:
    """Return the properties of a matplotlib patch that shows a module by its owner.

    Without a pattern the colour is full; what was built elsewhere has the builder's pattern in its colour.

    Examples
    --------
    >>> [paint(*pair)["hatch"] for pair in (("Russia", "Russia"), ("USA", "Russia"), ("USA", "USA"))]
    ['////', '////', '']
    """
    drawn, pattern = OWNERS[owner], OWNERS[built]
    opacity = "40" if pattern.hatch else ""
    return {
        "facecolor": colour(drawn.role) + opacity,
        "edgecolor": colour(pattern.role),
        "hatch": pattern.hatch,
        "linewidth": 1,
    }


def key(owners: Iterable[str], names: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return what explains the drawing, one (owner, builder, words) for each colour and pattern.

    Examples
    --------
    >>> key(["USA", "Russia"], ["Zarya", "Zvezda"])[-1]
    ('USA', 'Russia', 'Zarya: Russian-built, US-owned')
    """
    found = [(owner, owner, drawn.name) for owner, drawn in OWNERS.items() if owner in set(owners)]
    return found + [("USA", BUILT[name], words) for name, words in BUILT_WORDS.items() if name in set(names)]
