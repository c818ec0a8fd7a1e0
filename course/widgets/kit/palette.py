"""Colours of the course: Okabe-Ito by the names of what they stand for, the same in figures and pictures.

A role is drawn in one colour wherever it appears, in print, in a picture and in the words under it. Each role
has a colour for a light and for a dark background; those that also colour words have a contrast of at least
4.5 : 1 there, so some are a shade darker than Okabe and Ito's own. Colour never stands alone: roles differ in
line style, marker or label as well.

References
----------
.. [1] M. Okabe, K. Ito, Color Universal Design (2008): eight colours that all kinds of colour
   vision tell apart.
"""

import re

BACKGROUND = ("#FFFFFF", "#111111")  # JupyterLab's own

ROLES = {  # role: (on light, on dark)
    "speed": ("#B34700", "#FF8A3D"),  # vermillion: the strong colour, what the reader changes
    "gravity": ("#005C94", "#56B4E9"),  # blue, dark enough for words on the Earth
    "period": ("#007A58", "#1FB98C"),  # green
    "laps": ("#A5487C", "#CC79A7"),  # purple
    "station": ("#B34700", "#FF8A3D"),  # where the station is and was
    "fall": ("#005C94", "#56B4E9"),  # what sinks by drag, engines off
    "sun": ("#8A5F00", "#E69F00"),
    "lamp": ("#E69F00", "#E69F00"),  # a ground for what is lit, never for words
    "debris": ("#A5487C", "#CC79A7"),  # where pieces come down
    "fuel": ("#007A58", "#1FB98C"),
    "ink": ("#1F2933", "#E8ECF0"),
    "quiet": ("#4E5863", "#A3ADB8"),  # labels that step back, still 4.5 : 1
    "dim": ("#5F6872", "#9BA5AF"),  # marks without words that step back, still 3 : 1
    "faint": ("#C3CBD3", "#454D56"),  # lines without words: ghosts, graticules
    "sky": ("#F7F9FB", "#14181D"),  # the ground of a picture
    "night": ("#1F29331A", "#0000004D"),  # lies over a map: the last two digits are its opacity
    "earth": ("#DCE6EE", "#253341"),  # the globe, which shades into its rim; also a city's sky, an empty bar
    "earth-rim": ("#C9D8E4", "#2B3F52"),
    "earth-edge": ("#9FB4C6", "#4F6B84"),
    "land": ("#DCE6EE", "#253341"),  # on maps; as the globe is
    "land-edge": ("#9FB4C6", "#4F6B84"),  # coasts; laid thinly over a globe, the land on it
    "land-strip": ("#C9D8E4", "#2B3F52"),  # the times over land, on a strip too thin for coasts
    "ghost": ("#AEB8C2", "#59636D"),
    "russian": ("#B34700", "#FF8A3D"),
    "american": ("#0072B2", "#56B4E9"),
    "european": ("#8A5F00", "#E69F00"),
    "japanese": ("#A5487C", "#CC79A7"),
    "canadian": ("#007A58", "#1FB98C"),
    "low": ("#A5487C", "#CC79A7"),  # of two heights that are compared
    "high": ("#005C94", "#56B4E9"),
}

WORD_ROLES = tuple(
    role
    for role in ROLES
    if role not in ("lamp", "dim", "faint", "ghost", "night", "sky")
    and not role.startswith(("earth", "land"))
)
_MARK = re.compile(r"\{[\w-]+:([^{}]*)\}")  # {role:words}


def colour(role: str, *, dark: bool = False) -> str:
    """Return the colour of a role as ``#rrggbb``.

    Examples
    --------
    >>> colour("gravity")
    '#005C94'
    """
    if role not in ROLES:
        raise ValueError(f"the palette has no role {role!r}; it has {', '.join(sorted(ROLES))}")
    return ROLES[role][bool(dark)]


def css() -> str:
    """Return the palette as CSS variables (``--iss-speed``) for pictures, light and dark."""

    def block(selector, column):
        lines = "".join(f"--iss-{role}:{pair[column]};" for role, pair in ROLES.items())
        return f"{selector}{{{lines}}}\n"

    return block(".iss-picture", 0) + block(".iss-picture.iss-dark", 1)


def unmarked(words: str) -> str:
    """Return words without their colour marks.

    Examples
    --------
    >>> unmarked("At {speed:7.66 km/s} it comes back.")
    'At 7.66 km/s it comes back.'
    """
    return _MARK.sub(r"\1", words)
