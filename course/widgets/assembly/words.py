"""Assembly: sentences of the picture."""

from collections.abc import Iterable, Mapping, Sequence

from course.history import DAYS_PER_YEAR
from course.widgets.kit.words import joined as listed

SENTENCE = (
    "{ink:$day}, $since after Zarya: $what. The station has {ink:$modules}, with {ink:$listed} of listed "
    "mass: $us % of it in the US segment, $russian % in the Russian."
)
ON = (
    "{ink:$on}, $event. Since the last change, on $day ($what), the station has {ink:$modules}, with "
    "{ink:$listed} of listed mass: $us % of it in the US segment, $russian % in the Russian."
)
FIRST = "{ink:$day}: {american:Zarya} is launched, the first module, with {ink:$listed} of listed mass."
ALT = (
    "Drawings of the station on $day to scale, from above and from the side: $modules, $long m along the "
    "flight and $wide m across. $plain. Beside them, from 1998 to 2026: listed mass by owner ($masses), and "
    "the number of modules, trusses among them."
)
NOTE = (
    "Point at a module to read its name. To scale, schematic, without ships. Listed masses: sums over single "
    "modules, without the racks, stores, propellant and ships that came later. They are not the mass of the "
    "station, which the diamonds give: $marks."
)
DAYS = {  # that the lesson names, by their events: a button each, and what is said of the day
    "expedition-1": ("First crew", "the first crew arrives"),
    "sts-135-landing": ("Last Shuttle has left", "the last Shuttle lands"),
    "clip": ("Day of the clip", "the clip is shown"),
}
CLOSED = (
    "Drawing of the station from above and from the side, to scale. Answer the question or skip it to see "
    "how it was built."
)
OTHER_PORT = "another port of $module"
HEAD = {
    "day": "Day",
    "days": "Days that the lesson names",
    "more": "What is drawn, and what the masses are",
    "rate": "one change a second",
    "published": "NASA, whole station",
    "scale": "10 m",
}


def since(days: int) -> str:
    """Return a time in words: days at first, then years to a tenth.

    Examples
    --------
    >>> since(17), since(8407)
    ('17 days', '23.0 years')
    """
    return f"{days} days" if days < DAYS_PER_YEAR else f"{days / DAYS_PER_YEAR:.1f} years"


def published(masses: Iterable[tuple[str, str, float]]) -> str:
    """Return the published masses of the whole station in words, those of one kind together.

    Parameters
    ----------
    masses : sequence of tuple
        (what was weighed, when, t).

    Examples
    --------
    >>> published([("all", "2022", 445.386), ("all", "2023", 461.235)])
    'all, 445.4 t (2022), 461.2 t (2023)'
    """
    kinds = dict.fromkeys(what for what, *_ in masses)
    said = (
        "".join(f", {tonnes:.1f} t ({when})" for what, when, tonnes in masses if what == kind)
        for kind in kinds
    )
    return "; ".join(kind + of_it for kind, of_it in zip(kinds, said, strict=True))


def happened(
    joined: Sequence[str],
    moved: Sequence[tuple[str, str]],
    left: Sequence[str],
    folded: Sequence[str],
    roles: Mapping[str, str],
) -> str:
    """Return in words what changed on a day.

    Parameters
    ----------
    joined, left, folded : sequence of str
        Modules that came, that left for good, and whose wings were folded.
    moved : sequence of tuple of str
        Modules that moved, and what they hang on since.
    roles : dict of str to str
        Module to the role of its owner in the palette.

    Examples
    --------
    >>> happened(["Nauka"], [], [], [], {"Nauka": "russian"})
    '{russian:Nauka} joins'
    >>> happened([], [("P6", "P5")], [], [], {"P6": "american"})
    '{american:P6} moves to P5'
    """

    def named(names):
        return listed([f"{{{roles[name]}:{name}}}" for name in names])

    said = [f"{named(joined)} {'joins' if len(joined) == 1 else 'join'}"] if joined else []
    said += [f"{named([name])} moves to {parent}" for name, parent in moved]
    said += [f"{named(left)} leaves"] if left else []
    said += [f"the wings of {named(folded)} are folded"] if folded else []
    return listed(said)
