"""Dependencies: sentences of the picture."""

from collections.abc import Collection, Mapping, Sequence
from string import Template
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from course.tables import counted, day
from course.widgets.kit.words import joined

if TYPE_CHECKING:
    from pandas import DataFrame

ROLES = {"US": "american", "Russian": "russian"}  # in the palette, of each segment

LABELS = {  # on the drawing and its controls
    "how": "{ink:$module} ($level): $words.",
}

WHOLE = {  # by how many segments take something from the other one
    2: "On {ink:$day} each segment depends on the other: $first, $second.",
    1: "On {ink:$day} one segment depends on the other: $first.",
    0: "On {ink:$day} neither segment depends on the other.",
}
TAKES = "the {$role:$segment segment} for the main $functions"
ALONE = "On {ink:$day} the station is {ink:Zarya} alone: there is nothing to cut yet."
CUT = "Cut at {ink:$joint}, $first; $second."
ALT = (
    "The space station of $day as simple bodies, seen from below and ahead on its starboard side: $american "
    "of the US segment on the right, $russian of the Russian segment on the left, joined at PMA-1 and Zarya. "
    "Which modules provide what: $provided. $state"
)
ALT_ALONE = "Zarya on $day, with nothing attached yet. It provides: $provided."
ALT_WHOLE = "No joint is cut."
ALT_CUT = "The joint $joint is cut: $first and $second have moved apart."
CLOSED = (
    "The space station as simple bodies, whole. Answer the question or skip it to see what each part "
    "provides."
)
HEAD = {
    "table": "What each part has",
    "function": "Function",
    "mass": "Listed mass",
    "cut": "Cut at",
    "uncut": "nowhere",
    "joint": "another joint",
    "hint": "Press a joint to cut it",
    "more": "Masses, colours, other joints",
}
LISTED = "$tonnes listed, $count"  # the spaces after numbers do not break
SAYS = {"main": "main", "own": "own", "with a ship": "needs a ship"}  # of what is as it was before the cut
LESS = {"main": "main, $modules of $before", "own": "own only", "with a ship": "needs a ship"}
LOST = "none"
FED = {"": "from $other", "own": "own + $other"}  # before a cut: what comes from the other segment
LAMPS = {"main": "full", "own": "half", "with a ship": "ship"}  # how far a lamp is filled
KEY_RUSSIAN = "Russian segment (Zarya in it is US-owned)"
KEY_US, KEY_PARTNERS = "US segment", " with {}"
MASS_NOTE = (
    "Listed masses: sums over single modules, without the racks, stores, propellant and ships that came "
    "later. They are not the mass of the station (NASA gave $tonnes t on $day), nor of its parts."
)
DRAWING_NOTE = (
    "Colours show the segments, rings what was built in Russia. (In the picture of the building colours show "
    "the owners: there Zarya is blue.) The parts stand apart to be seen; where they would go, Unit 4 "
    "computes. Ships are left out."
)
HOW_NOTE = (
    "Each function belongs to the module that houses it: press one to see its modules and how it works."
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


Level: TypeAlias = tuple[str, int]  # the best of a function, and the number of modules that provide it so


def count(modules: int) -> str:
    """Return a number of modules in words.

    Examples
    --------
    >>> count(1), count(27)
    ('1\\xa0module', '27\\xa0modules')
    """
    return counted(modules, "$count\xa0module", "$count\xa0modules")


def tonnes(kilograms: float) -> str:
    """Return a mass in tonnes, as it is shown."""
    return f"{kilograms / 1000:.1f}\xa0t"


def listed_mass(kilograms: float, modules: int) -> str:
    """Return what is said of the mass of a part: a sum over its modules, not what it weighs.

    Examples
    --------
    >>> listed_mass(72628, 6)
    '72.6\\xa0t listed, 6\\xa0modules'
    """
    return Template(LISTED).substitute(tonnes=tonnes(kilograms), count=count(modules))


def says(change: str, now: Level | None, before: Level | None) -> str:
    """Return what stands beside the lamp of a function: its level, and what is less than before the cut.

    Parameters
    ----------
    change : {"kept", "less", "lost", ""}
    now, before : tuple or None
        Best level and number of modules that provide it so, of the part and of the whole station.

    Examples
    --------
    >>> says("kept", ("main", 4), ("main", 4)), says("less", ("own", 2), ("main", 4))
    ('main', 'own only')
    """
    if now is None or before is None:
        return LOST
    if change == "kept":
        return SAYS[now[0]]
    return Template(LESS[now[0]]).substitute(modules=now[1], before=before[1])


def fed(level: str | None, other: str) -> str:
    """Return what stands beside the lamp of a function that comes mainly from the other segment.

    Examples
    --------
    >>> fed(None, "US"), fed("own", "US"), fed("with a ship", "Russian")
    ('from US', 'own + US', 'from Russian')
    """
    return Template(FED.get(level or "", FED[""])).substitute(other=other)


def mass_note(published: "DataFrame", date: np.datetime64) -> str:
    """Return the remark on listed masses, beside the mass of the whole station nearest to a day.

    Parameters
    ----------
    published : DataFrame
        From `course.station.station_masses`.
    date : datetime64
    """
    near = published.iloc[(published["day"] - date).abs().argmin()]
    when = day(near["day"].to_datetime64())
    return Template(MASS_NOTE).substitute(tonnes=f"{near['mass_kg'] / 1000:.1f}", day=when)


def part_name(name: str, modules: Collection[str], segments: Mapping[str, str]) -> str:
    """Return how a part is called: by its segment if it is all of it, by its module if there is only one.

    Parameters
    ----------
    name : str
        The module at the cut.
    modules : sequence of str
    segments : dict of str to str
        Segment of every module of the station.

    Examples
    --------
    >>> segments = {"Unity": "US", "PMA-1": "US", "Zarya": "Russian"}
    >>> part_name("PMA-1", ["PMA-1", "Unity"], segments), part_name("Zarya", ["Zarya"], segments)
    ('the US segment', 'the Russian segment')
    >>> part_name("Unity", ["Unity"], segments), part_name("PMA-1", ["Zarya", "PMA-1"], segments)
    ('Unity', 'the part with PMA-1')
    """
    for segment in ("US", "Russian"):
        if set(modules) == {one for one, of in segments.items() if of == segment}:
            return f"the {segment} segment"
    return name if len(modules) == 1 else f"the part with {name}"


def head(name: str) -> str:
    """Return the name of a part as it stands alone.

    Examples
    --------
    >>> head("the US segment"), head("the part with Zvezda"), head("Unity")
    ('US segment', 'Part with Zvezda', 'Unity')
    """
    name = name.removeprefix("the ")
    return name[0].upper() + name[1:]


def takes(segment: str, functions: Sequence[str]) -> str:
    """Return what a segment of the whole station needs the other one for.

    Examples
    --------
    >>> takes("US", ["propulsion", "reboost"])
    'the {american:US segment} for the main propulsion and reboost'
    """
    given = {
        "role": ROLES[segment],
        "segment": segment,
        "functions": joined(functions),
    }
    return Template(TAKES).substitute(given)


def coloured(name: str) -> str:
    """Return the name of a part with the mark of its colour: that of its segment, if it is all of one.

    Examples
    --------
    >>> coloured("the US segment"), coloured("Unity")
    ('{american:the US segment}', '{ink:Unity}')
    """
    roles = {f"the {segment} segment": role for segment, role in ROLES.items()}
    return f"{{{roles.get(name, 'ink')}:{name}}}"


def part_in_words(name: str, has: Mapping[str, Level], whole: Mapping[str, Level]) -> str:
    """Return in words what a part lacks, and what it has less well than the whole station had.

    Parameters
    ----------
    name : str
    has, whole : dict of str to tuple
        Function to its best level and the number of modules that provide it so, of the part and of the
        station before the cut.

    Examples
    --------
    >>> whole = {"power": ("main", 4), "reboost": ("main", 1), "refuelling": ("main", 1)}
    >>> part_in_words("Zarya", {"power": ("own", 2), "reboost": ("main", 1)}, whole)
    'Zarya lacks refuelling and has only its own power'
    >>> part_in_words("S0", whole | {"power": ("main", 2)}, whole)
    'S0 has only 2 of 4 main modules of power'
    """
    lost = [one for one in whole if one not in has]
    if len(lost) == len(whole):
        return f"{name} lacks all {_NUMBERS[len(lost)]} functions"
    if len(lost) > len(whole) / 2:
        kept = _kept(has)
        return f"{name} has only {', '.join(kept)}{',' * (len(kept) > 1)} and lacks all else"
    said = [f"lacks {joined(lost)}"] if lost else []
    for level, words in (("own", "has only its own {}"), ("with a ship", "has {} only with a ship")):
        if less := [one for one, (best, _) in has.items() if best == level != whole[one][0]]:
            said.append(words.format(joined(less)))
    for one, (best, modules) in has.items():
        if best == "main" and modules < whole[one][1]:
            said.append(f"has only {modules} of {whole[one][1]} main modules of {one}")
    return f"{name} {joined(said) if said else f'keeps all {_NUMBERS[len(whole)]} functions'}"


def _kept(has):
    words = {"main": "{}", "own": "its own {}", "with a ship": "{} with a ship"}
    levels = {level: [one for one, (best, _) in has.items() if best == level] for level in words}
    return [words[level].format(joined(ones)) for level, ones in levels.items() if ones]
