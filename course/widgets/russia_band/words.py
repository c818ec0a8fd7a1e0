"""Russia under the track: sentences of the picture."""

from course.widgets.kit.borders import notes

NONE = "none of the cities"
LABELS = {  # on the drawing and its controls
    "overhead": "overhead, south of $top° N: $area",
    "overhead_short": "overhead: $area",
}
CLOSED = (
    "Equal-area map of Russia with some cities. Answer the question or skip it to see which part the "
    "station passes over."
)

_REACH = "At {ink:$inclination degrees} the track reaches {ink:$top degrees north}: "
SENTENCE = {
    "part": _REACH
    + "{russian:$area of Russia's area} and {russian:$people} of its people lie south of that line.",
    "none": _REACH + "it never comes as far as {russian:Russia}.",
    "all": _REACH + "it passes over {russian:all parts of Russia}.",
}
ALT = (
    "Equal-area map of Russia with the line up to which the track of the station comes, $top degrees north. "
    "South of it: $area of the area, $people of the people. Below the track: $inside. Beyond it: $outside. "
    "The station rises above the horizon in $horizon of the area, to 10 degrees in $ten, to 25 degrees in "
    "$twentyfive."
)
LINES = {  # elevation: what the station does at best where this line is
    0: "on the horizon",
    10: "10° up",
    25: "25° up",
}
SEEN = ("horizon", "ten", "twentyfive")  # names of their shares in the alt text
KEY = "Each line: how high the station climbs there at best, and the part of Russia's area south of it."
NOTES = notes("$other of the area", crimea="Crimea (hatched)")
MORE = (
    " Occupied parts of the Donetsk, Kherson, Luhansk and Zaporizhzhia regions are Ukraine's in both views; "
    "the map has no outline of them. People are those in places of 500 or more (GeoNames). Albers' "
    "projection: equal areas on the ground are equal on the map."
)


def percent(share: float) -> str:
    """Return a share in per cent: to a tenth, and never as nothing or all if it is not.

    Examples
    --------
    >>> percent(0.1142), percent(0.00004), percent(0.9999), percent(1.0), percent(0.0)
    ('11.4 %', 'less than 0.1 %', 'more than 99.9 %', '100 %', '0 %')
    """
    if share in (0, 1):
        return f"{100 * share:.0f} %"
    if share < 0.0005:
        return "less than 0.1 %"
    return "more than 99.9 %" if share > 0.9995 else f"{100 * share:.1f} %"
