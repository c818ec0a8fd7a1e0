"""Deorbit planner: every sentence of the picture."""

from course.decay.footprint import ENTRY_KM
from course.widgets.kit.words import named

LABELS = {  # on the drawing and its controls
    "perigee_km": "Perigee aimed at",
    "mass_t": "Mass",
    "altitude_km": "Height before the burn",
    "isp_s": "Specific impulse",
    "burn_at": "Burn at",
    "too_high": ", too high to aim",
    "aims": "Aims",
    "tweet": "Try to drop 500 tons on India or China",
    "more": "Mass, height and engine; other aims; how it is computed",
    "pacific": "Aim at the South Pacific",
    "next": "Next footprint over $name",
    "nemo": "Point Nemo",
    "nemo_far": "Point Nemo, 2,688 km from land",
    "entry": "entry",
    "entry_height": f"entry, {ENTRY_KM:g} km",
    "burn": "burn: $change against the flight",
    "pull": "pull",
    "perigee": "perigee $perigee",
    "perigee_pull": "perigee $perigee: pull",
    "ships": "of propellant; each square is what one Progress brought in February 2023, $most kg",
    "ships_short": "of propellant; a square: one Progress, $most kg",
    "others": "$count other countries",
    "to": " to ",
}

_TAKES = (
    "{speed:$change} and {fuel:$fuel of propellant}, what $ships Progress ships bring, lower the far side of "
    "the orbit of $mass from $altitude to $perigee. "
)
SENTENCE = (
    _TAKES
    + "Lit at {ink:$clock UTC}, the burn spreads the pieces over {debris:$length of the track}, give or "
    "take a factor of 2. Under them: $under."
)
UNAIMED = (
    _TAKES + "There the air is too thin to hold it: it flies on, for laps or for days, and nobody can choose "
    "where it comes down."
)
ALT_BURN = "Map of the world with the track of the station on $day, and a burn at $clock UTC over $place. "
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
MOST_NAMES = 4


def ships(tonnes, brought_kg):
    """Return how many ships bring that much propellant, in words, if one brings so little or so much.

    Examples
    --------
    >>> ships(15.12, (430, 720))
    '21 to 35'
    """
    low, high = (int(1000 * tonnes / kg + 0.5) for kg in reversed(brought_kg))
    return f"{low} to {high}"


def under(names):
    """Return what lies under a line of equal steps, the largest share first, in words.

    Parameters
    ----------
    names : sequence of str
        For each step the code of the country under it, "" over none.

    Examples
    --------
    >>> under(["", "CHL", "ARG", ""])
    'sea 50 %, Chile 25 %, Argentina 25 %'
    """
    counts = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    order = sorted(counts, key=lambda name: -counts[name])
    shown = [f"{named(name) if name else SEA} {_percent(counts[name], len(names))} %" for name in order]
    more = len(shown) - MOST_NAMES
    if more > 1:
        shown[MOST_NAMES:] = [f"{more} other countries"]
    return ", ".join(shown)


def _percent(part, whole):
    return int(100 * part / whole + 0.5)
