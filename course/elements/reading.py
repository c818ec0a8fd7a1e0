"""Element sets as people paste them: two lines or an OMM, with the dirt of web pages, mails and notebooks."""

import re
import warnings

from course.elements.element_set import ISS_NUMBER, ElementSet
from course.omm import form_of, read_records, to_lines
from course.quantities import shown, whole
from course.tle import ElementSetError, catalogue_number, read_lines

LONGEST_TEXT = 5_000_000  # characters: the whole catalogue of active satellites
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))  # byte order mark, joiners
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")  # spaces at which no line breaks
_FENCE = re.compile(r"^[ \t]*(```|~~~).*$", re.MULTILINE)
_REFUSALS = (  # what CelesTrak and Space-Track answer instead of an element set, and what it means
    (
        "no gp data found",
        "CelesTrak knows no element set for what was asked: the number or the name is wrong",
    ),
    (
        "gp data has not updated",
        "CelesTrak has nothing newer than what it sent you before, and sends it once",
    ),
    ("invalid query", "CelesTrak did not understand what was asked"),
    ("no results found", "the catalogue knows no element set for what was asked"),
    ("forbidden", "the server refuses to answer (403): too many requests came from here"),
    ("you must be logged in", "Space-Track answers only those who are logged in"),
)


class OtherSatelliteWarning(UserWarning):
    """An element set is not of the ISS; the message says whose it is."""


def parse(text: str, *, source: str = "given by hand", satellite: int | None = ISS_NUMBER) -> ElementSet:
    """Return the element set written in a text.

    Two lines, or three with a name above them; or an OMM in JSON, CSV, XML or KVN, as CelesTrak and
    Space-Track send it. Byte order marks, no-break spaces, code fences, blank lines and lines around the set
    do not matter. Of several sets the one of the ISS is taken.

    Parameters
    ----------
    text : str
    source : str
        Where it comes from: pictures show it.
    satellite : int or None
        The number of the satellite that is meant, by default the ISS; None takes any.

    Warns
    -----
    OtherSatelliteWarning
        If the only set in the text is of another satellite than the one that is meant: it says whose it is.

    Raises
    ------
    ElementSetError
        A ValueError that shows which line and which columns, or which field, do not fit the format.

    Examples
    --------
    >>> found = parse('''{"OBJECT_NAME": "ISS (ZARYA)", "NORAD_CAT_ID": 25544,
    ...     "EPOCH": "2024-09-15T00:58:12.885", "MEAN_MOTION": 15.49088255, "ECCENTRICITY": 0.0007613,
    ...     "INCLINATION": 51.6359, "RA_OF_ASC_NODE": 230.2949, "ARG_OF_PERICENTER": 354.9391,
    ...     "MEAN_ANOMALY": 85.5828, "BSTAR": -0.00036841}''')
    >>> found.satellite, round(found.altitude_km)
    ('the ISS (25544)', 420)
    """
    wanted = None if satellite is None else whole("satellite", satellite, at_least=1, at_most=999_999_999)
    lines, name = _chosen(_found(_clean(text)), wanted)
    found = ElementSet(*lines, source=source, name=name)
    if wanted is not None and found.number != wanted:
        meant = "the ISS (25544)" if wanted == ISS_NUMBER else f"satellite {wanted}"
        warnings.warn(f"this element set is of {found.satellite}, not of {meant}", OtherSatelliteWarning,
                      stacklevel=2)  # fmt: skip
    return found


def _clean(text: str) -> str:
    if not isinstance(text, str):
        raise ElementSetError(f"an element set is a text (got {shown(text)})")
    if len(text) > LONGEST_TEXT:
        raise ElementSetError(f"an element set is a short text (got {len(text):,} characters)")
    return _FENCE.sub("", text.translate(_INVISIBLE | _SPACES)).strip()


def _found(text):
    """Return every set in a clean text: a list of (number, function that gives lines and name)."""
    if form := form_of(text):
        records = read_records(text, form)
        return [(_number(record), lambda record=record: _split(to_lines(record))) for record in records]
    if pairs := _pairs(text):
        return [(catalogue_number(line1), lambda pair=(line1, line2, name): _split(pair))
                for name, line1, line2 in pairs]  # fmt: skip
    refuse_answers(text)
    return [(None, lambda: (read_lines(text), ""))]  # its message teaches the format


def _pairs(text):
    """Return name and both lines of each set in two lines; none if no line 2 follows a line 1."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    starts = [at for at, line in enumerate(lines[:-1]) if line[:2] == "1 " and lines[at + 1][:2] == "2 "]
    found = []
    for at in starts:
        above = lines[at - 1] if at else ""
        name = "" if above[:2] in ("1 ", "2 ") else above.removeprefix("0 ").strip()
        found.append((name if len(name) <= 24 else "", lines[at], lines[at + 1]))
    return list(dict.fromkeys(found))


def _chosen(found, wanted):
    if len(found) > 1 and wanted is not None:
        found = [one for one in found if one[0] == wanted] or found
    if len(found) > 1:
        whose = ", ".join(dict.fromkeys(str(number) for number, _ in found[:8]))
        raise ElementSetError(
            f"the text holds {len(found)} element sets (of {whose}): leave the one that you mean"
        )
    return found[0][1]()


def _split(three):
    return three[:2], three[2]


def _number(record):
    written = record.get("NORAD_CAT_ID", "").strip()
    return int(written) if written.isdecimal() and len(written) < 10 else None


def refuse_answers(text: str) -> None:
    """Raise an ElementSetError if the text is what a server says instead of an element set."""
    start = text[:20_000].casefold()
    meaning = next((words for sign, words in _REFUSALS if sign in start), "")
    if start.startswith("<") or "<html" in start:
        title = re.search(r"<title>\s*(.*?)\s*</title>", text[:20_000], re.IGNORECASE | re.DOTALL)
        what = f"a web page{f' ({title[1][:60]!r})' if title else ''} came instead of an element set"
        raise ElementSetError(what + (f": {meaning}" if meaning else ""))
    if meaning:
        raise ElementSetError(meaning)
