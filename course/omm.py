"""Orbit Mean-Elements Messages (OMM): the four ways to write one, read into the two lines of an element set.

New satellites come in this format alone, because the two-line format has run out of numbers. The names of the
fields are those of the standard [1]_; CelesTrak and Space-Track write them as JSON, CSV, XML and KVN ("key =
value"). What SGP4 does not read, or reads otherwise, is refused: other theories, frames and scales of time.

References
----------
.. [1] CCSDS 502.0-B-3, Orbit Data Messages (2023), section 4.
"""

import csv
import io
import json
import re
from xml.etree import ElementTree

import numpy as np

from course.quantities import instant, shown
from course.tle import ElementSetError

LARGEST_NUMBER = 339_999  # Z9999: no higher one fits into two lines
_NUMBERS = {  # field: (least, greatest); what it is without, None where it must be given
    "MEAN_MOTION": (0.05, 18, None),
    "ECCENTRICITY": (0, 0.9999999, None),
    "INCLINATION": (0, 180, None),
    "RA_OF_ASC_NODE": (0, 360, None),
    "ARG_OF_PERICENTER": (0, 360, None),
    "MEAN_ANOMALY": (0, 360, None),
    "BSTAR": (-9.9, 9.9, None),
    "MEAN_MOTION_DOT": (-0.99, 0.99, 0.0),
    "MEAN_MOTION_DDOT": (-9.9, 9.9, 0.0),
}
_WHOLE = {
    "NORAD_CAT_ID": (1, 999_999_999, None),
    "ELEMENT_SET_NO": (0, 9999, 999),
    "REV_AT_EPOCH": (0, 10**9, 0),
    "EPHEMERIS_TYPE": (0, 9, 0),
}
_FIXED = {  # what SGP4 takes for granted
    "CENTER_NAME": ("EARTH",),
    "REF_FRAME": ("TEME",),
    "TIME_SYSTEM": ("UTC",),
    "MEAN_ELEMENT_THEORY": ("SGP4", "SGP/SGP4"),
}
_KVN_LINE = re.compile(r"^[ \t]*([A-Z_]+)[ \t]*=[ \t]*(.*?)[ \t]*(?:\[[^\]\n]*\])?[ \t]*\r?$", re.MULTILINE)


def form_of(text: str) -> str:
    """Return the form of an OMM, "JSON", "CSV", "XML" or "KVN", or "" if the text is something else."""
    start = text.lstrip()
    if start[:1] in ("{", "["):
        return "JSON"
    if start[:1] == "<" and re.search(r"<(?:\w+:)?(omm|ndm)\b", start):
        return "XML"
    if re.match(r'"?[A-Z_]+"?,', start) and "MEAN_MOTION" in start.splitlines()[0]:
        return "CSV"
    return "KVN" if {"EPOCH", "MEAN_MOTION"} & {name for name, _ in _KVN_LINE.findall(text)} else ""


def read_records(text: str, form: str) -> list[dict[str, str]]:
    """Return every record of an OMM in one of the four forms, each a dict of texts by field.

    Raises
    ------
    ElementSetError
        If the text breaks off or is not in that form.
    """
    try:
        found = {"JSON": _json, "CSV": _csv, "XML": _xml, "KVN": _kvn}[form](text)
    except (ValueError, ElementTree.ParseError, csv.Error, RecursionError) as problem:
        reason = next(iter(str(problem).splitlines()), "")
        raise ElementSetError(f"the OMM in {form} cannot be read, it may be cut off ({reason})") from None
    if not found:
        raise ElementSetError(f"the OMM in {form} holds no element set")
    return found


def to_lines(record: dict[str, str]) -> tuple[str, str, str]:
    """Return the two lines of a record and the name of its satellite.

    Raises
    ------
    ElementSetError
        If a field is missing, no number, out of range, or says that the set is not one for SGP4.
    """
    from sgp4 import omm
    from sgp4.api import Satrec
    from sgp4.exporter import export_tle

    for field, allowed in _FIXED.items():
        said = record.get(field, "").strip().upper() or allowed[0]
        if said not in allowed:
            raise ElementSetError(
                f"{field} of the OMM must be {allowed[0]}: SGP4 reads no other (got {said})"
            )
    fields = {name: _number(record, name, *limits) for name, limits in _NUMBERS.items()}
    fields |= {name: int(_number(record, name, *limits)) for name, limits in _WHOLE.items()}
    if fields["EPHEMERIS_TYPE"] not in (0, 2):
        raise ElementSetError(
            f"EPHEMERIS_TYPE of the OMM must be 0: SGP4 reads no other (got {fields['EPHEMERIS_TYPE']})"
        )
    if fields["NORAD_CAT_ID"] > LARGEST_NUMBER:
        raise ElementSetError(
            f"this is satellite {fields['NORAD_CAT_ID']}: numbers above {LARGEST_NUMBER} do not fit into the "
            "two lines that the course works with (the ISS is 25544)"
        )
    fields["REV_AT_EPOCH"] %= 100_000  # the two lines have five columns for it
    satellite = Satrec()
    omm.initialize(satellite, fields | _texts(record))
    return (*export_tle(satellite), record.get("OBJECT_NAME", "").strip())


def _texts(record):
    epoch = record.get("EPOCH", "").strip().removesuffix("Z")
    if not epoch:
        raise ElementSetError("EPOCH of the OMM is missing")
    try:
        moment = instant("EPOCH of the OMM", _from_day_of_year(epoch))
    except ValueError as problem:
        raise ElementSetError(str(problem)) from None
    if not np.datetime64("1957-01-01") <= moment < np.datetime64("2057-01-01"):
        raise ElementSetError(f"EPOCH of the OMM must lie in the years 1957 to 2056 (got {epoch})")
    designator = record.get("OBJECT_ID", "").strip()
    return {
        "EPOCH": str(moment),
        "CLASSIFICATION_TYPE": record.get("CLASSIFICATION_TYPE", "").strip()[:1] or "U",
        "OBJECT_ID": designator if re.fullmatch(r"\d{4}-\d{3}[A-Z]{1,3}", designator) else "",
    }


def _from_day_of_year(epoch):
    """Return an epoch such as 2022-071T18:43:40 with month and day, any other one unchanged."""
    found = re.fullmatch(r"(\d{4})-(\d{3})(T.*)", epoch)
    if not found:
        return epoch
    return f"{np.datetime64(f'{found[1]}-01-01') + np.timedelta64(int(found[2]) - 1, 'D')}{found[3]}"


def _number(record, name, least, greatest, default):
    written = record.get(name, "").strip()
    if not written and default is not None:
        return default
    if not written:
        raise ElementSetError(f"{name} of the OMM is missing")
    try:
        value = float(written)
    except ValueError:
        raise ElementSetError(f"{name} of the OMM must be a number (got {shown(written)})") from None
    if not least <= value <= greatest:
        raise ElementSetError(
            f"{name} of the OMM must lie between {least:g} and {greatest:g} (got {written})"
        )
    return value


def _json(text):
    found = json.loads(text)
    records = found if isinstance(found, list) else [found]
    if not all(isinstance(record, dict) for record in records):
        raise ValueError("a list of element sets was expected")
    return [{str(name): "" if value is None else str(value) for name, value in record.items()}
            for record in records]  # fmt: skip


def _csv(text):
    rows = list(csv.DictReader(io.StringIO(text.strip()), strict=True))
    if any(None in row or None in row.values() for row in rows):
        raise ValueError("a row has another number of columns than the first line")
    return rows


def _xml(text):
    if "<!" in text.replace("<!--", ""):
        raise ValueError("definitions of entities are not read")
    root = ElementTree.fromstring(text.strip())
    blocks = [one for one in root.iter() if _tag(one) == "omm"]
    return [{_tag(one): (one.text or "") for one in block.iter()} for block in blocks]


def _tag(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _kvn(text):
    """Return the records of a KVN text; each begins with CCSDS_OMM_VERS, or where a field comes again."""
    records = []
    for name, value in _KVN_LINE.findall(text):
        if name == "COMMENT":
            continue
        if not records or name == "CCSDS_OMM_VERS" or name in records[-1]:
            records.append({})
        records[-1][name] = value
    return [record for record in records if record.keys() & {"EPOCH", "MEAN_MOTION"}]
