"""Deorbit planner: sentences of the picture."""

from collections import Counter
from collections.abc import Sequence
from string import Template

from course.widgets.kit.words import joined, named, percents

LABELS = {  # on the drawing and its controls
    "perigee_km": "Perigee aimed at",
    "mass_t": "Mass",
    "altitude_km": "Height before the burn",
    "isp_s": "Specific impulse",
    "burn_at": "Burn at",
    "too_high": ", too high to aim",
    "tweet": "Try to drop 500 tons on $name",
    "again": "Now try $name",
    "ocean": "Back to the ocean",
    "more": "Mass, height and engine; how it is computed",
    "nemo": "Point Nemo",
    "nemo_far": "2,688 km from any land",
    "pieces": "pieces",
    "entry": "entry",
    "no_air": "if there were no air",
    "no_air_short": "without air",
    "burn_here": "burn",
    "burn_drag": "drag the burn",
    "burn": "burn: $change against the flight",
    "drag": "pull",
    "perigee": "perigee $perigee",
    "perigee_drag": "perigee $perigee: pull",
    "propellant": "of propellant",
    "square": "a square: what one Progress brought, $most kg",
    "square_short": "a square: one Progress, $most kg",
    "others": "$count other countries",
    "the_sea": "the sea",
    "share": "$name $percent\xa0%",  # the spaces after numbers do not break
    "to": " to ",
    "along": "height along the track, both in km",
}
CLOSED = (
    "Map of the world with the track of the station on 12 March 2022. Answer the question or skip it to "
    "see what a burn takes and where the pieces come down."
)

WEIGHED = {420: "the station's 420\xa0t", 500: "the tweet's 500\xa0t"}  # all others by their number alone
MASSES = {420: ", the station without ships", 500: ", the figure of the tweet"}  # beside the number
NOTE = (  # whole sentences fill its last two gaps
    "A Progress brought $few kg in February 2022 and $many kg in February 2023 (Roscosmos). The pieces are "
    "drawn along the real track. $borders $computed"
)
_TAKES = "Braking {ink:$weighed} takes {fuel:$fuel of propellant}, what $ships Progress ships bring. "
SENTENCE = _TAKES + "The pieces fall along {debris:$length}, or half or twice that (pale): {debris:$under}."
UNAIMED = (
    _TAKES + "At $perigee the air is too thin to hold it: it flies on, for laps or for days, and nobody can "
    "choose where it comes down."
)
ALT_BURN = (
    "Map of the world with the track of the station on $day, and a burn of $change at $clock UTC over "
    "$place. "
)
ALT = (
    ALT_BURN
    + "The pieces come down along $length of the track ahead of it, from $near to $far: $under. Below, "
    "the height along the way: from $altitude down to the entry, $entry from the burn, and to the ground "
    "$nearest to $farthest from it."
)
ALT_UNAIMED = (
    ALT_BURN
    + "Below, the height along the way: from $altitude down to $perigee half a lap later and up again."
)
BURN = (
    "At a thrust of {thrust:.0f} kN the burn takes $burn minutes, and a lap $lap: the longer a burn lasts, "
    "the more it needs than the $change of a short one."
)
SECOND = "One second earlier or later moves all the pieces {km:.1f} km along the track."
SEA = "sea"
MOST_NAMES = 3  # with their shares; more than that, and the smallest share one


def unbroken(words: str) -> str:
    """Return a number and its unit so that no line ends between them."""
    return words.replace(" ", "\xa0")


def ships(tonnes: float, brought_kg: tuple[float, float]) -> str:
    """Return how many ships bring that much propellant, in words, if one brings so little or so much.

    Examples
    --------
    >>> ships(15.12, (430, 720))
    '21 to 35'
    """
    low, high = (int(1000 * tonnes / kg + 0.5) for kg in reversed(brought_kg))
    return f"{low} to {high}"


def shares(names: Sequence[str]) -> list[tuple[str, int]]:
    """Return what lies under a line of equal steps: names and whole per cent, the largest share first.

    Parameters
    ----------
    names : sequence of str
        For each step the code of the country under it, "" over none.

    Examples
    --------
    >>> shares(["", "CHL", "ARG", ""])
    [('sea', 50), ('Chile', 25), ('Argentina', 25)]
    >>> shares(["IND"] * 24 + ["PAK"] * 8 + ["AFG", ""])
    [('India', 71), ('Pakistan', 23), ('Afghanistan and the sea', 6)]
    """
    counts = Counter(names)
    order = sorted(counts, key=lambda name: -counts[name])
    parts = percents([counts[name] for name in order])
    shown = [(named(name) if name else SEA, part) for name, part in zip(order, parts, strict=True)]
    if len(order) <= MOST_NAMES:
        return shown
    few = MOST_NAMES - 1
    return [*shown[:few], (_rest(order[few:]), sum(parts[few:]))]


def under(names: Sequence[str]) -> str:
    """Return the `shares` under a line of equal steps, in words.

    Examples
    --------
    >>> under(["", "CHL", "ARG", ""])
    'sea 50\\xa0%, Chile 25\\xa0%, Argentina 25\\xa0%'
    """
    share = Template(LABELS["share"])
    return ", ".join(share.substitute(name=name, percent=part) for name, part in shares(names))


def _rest(codes):
    lands = [named(code) for code in codes if code]
    few = lands if len(lands) == 1 else [Template(LABELS["others"]).substitute(count=len(lands))]
    return joined([*few, LABELS["the_sea"]] if "" in codes else few)
