"""Element sets as people paste them: four forms of OMM, dirt of the web, refusals, another's satellite.

Authority: CCSDS 502.0-B-3 (the fields), the sgp4 package's own reading of the same OMM, and one set of
CelesTrak of 15 September 2024.
"""

import csv
import io
import json
import warnings
from itertools import pairwise

import numpy as np
import pytest
from sgp4 import omm
from sgp4.api import Satrec

from course import elements
from course.data import read_text
from course.elements import ElementSetError, OtherSatelliteWarning, parse

FIELDS = {
    "OBJECT_NAME": "ISS (ZARYA)",
    "OBJECT_ID": "1998-067A",
    "EPOCH": "2024-09-15T00:58:12.885024",
    "MEAN_MOTION": 15.49088255,
    "ECCENTRICITY": 0.0007613,
    "INCLINATION": 51.6359,
    "RA_OF_ASC_NODE": 230.2949,
    "ARG_OF_PERICENTER": 354.9391,
    "MEAN_ANOMALY": 85.5828,
    "EPHEMERIS_TYPE": 0,
    "CLASSIFICATION_TYPE": "U",
    "NORAD_CAT_ID": 25544,
    "ELEMENT_SET_NO": 999,
    "REV_AT_EPOCH": 47248,
    "BSTAR": -0.00036841,
    "MEAN_MOTION_DOT": -0.00020782,
    "MEAN_MOTION_DDOT": 0,
}
HUBBLE = FIELDS | {
    "OBJECT_NAME": "HST",
    "OBJECT_ID": "1990-037B",
    "NORAD_CAT_ID": 20580,
    "INCLINATION": 28.47,
}
ROUNDED_KM = 0.05  # the two lines hold the epoch to 0.9 ms and angles to 0.0001 degrees: 12 m each


def as_json(*sets):
    return json.dumps(list(sets))


def as_csv(*sets):
    return "\r\n".join([",".join(FIELDS), *(",".join(map(str, one.values())) for one in sets)])


def as_xml(*sets):
    metadata = ("OBJECT_NAME", "OBJECT_ID")
    blocks = []
    for one in sets:
        meta, data = (
            "".join(
                f"<{name}>{value}</{name}>" for name, value in one.items() if (name in metadata) is wanted
            )
            for wanted in (True, False)
        )
        blocks.append(
            '<omm id="CCSDS_OMM_VERS" version="2.0"><body><segment><metadata>'
            f"{meta}<CENTER_NAME>EARTH</CENTER_NAME><REF_FRAME>TEME</REF_FRAME></metadata>"
            f"<data><meanElements>{data}</meanElements></data></segment></body></omm>"
        )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<ndm>{"".join(blocks)}</ndm>'


def as_kvn(*sets):
    head = "CCSDS_OMM_VERS = 2.0\nCOMMENT a comment = with a sign\nCENTER_NAME = EARTH\n"
    return "\n\n".join(
        head + "\n".join(f"{name:<20}= {value}" for name, value in one.items()) for one in sets
    )


FORMS = {"JSON": as_json, "CSV": as_csv, "XML": as_xml, "KVN": as_kvn}
ISS = elements.on("2022-03-12")
forms = pytest.mark.parametrize("form", FORMS)


@forms
def test_an_omm_gives_the_orbit_that_sgp4_reads_from_it(form):
    found = parse(FORMS[form](FIELDS))
    assert (found.number, found.name, found.satellite) == (25544, "ISS (ZARYA)", "the ISS (25544)")
    theirs = Satrec()
    omm.initialize(theirs, {name: str(value) for name, value in FIELDS.items()})
    moment = theirs.jdsatepoch, theirs.jdsatepochF + 1
    ours, expected = (np.array(one.sgp4(*moment)[1]) for one in (found.satrec, theirs))
    assert np.linalg.norm(ours - expected) < ROUNDED_KM


@forms
def test_of_several_sets_the_one_of_the_station_is_taken(form):
    assert parse(FORMS[form](HUBBLE, FIELDS, HUBBLE | {"NORAD_CAT_ID": 5})).number == 25544
    with pytest.raises(ElementSetError, match=r"holds 2 element sets \(of 25544\)"):
        parse(FORMS[form](FIELDS, FIELDS | {"EPOCH": "2024-09-16T00:00:00"}))


@forms
def test_a_set_of_another_satellite_says_whose_it_is(form):
    with pytest.warns(OtherSatelliteWarning, match=r"is of HST \(20580\), not of the ISS \(25544\)"):
        assert parse(FORMS[form](HUBBLE)).number == 20580
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parse(FORMS[form](HUBBLE), satellite=None)
        parse(FORMS[form](HUBBLE), satellite=20580)


BAD = [
    ("MEAN_MOTION", None, "MEAN_MOTION of the OMM is missing"),
    ("BSTAR", "", "BSTAR of the OMM is missing"),
    ("ECCENTRICITY", "abc", "ECCENTRICITY of the OMM must be a number"),
    ("ECCENTRICITY", 1.2, "ECCENTRICITY of the OMM must lie between"),
    ("INCLINATION", 200, "INCLINATION of the OMM must lie between 0 and 180"),
    ("MEAN_ANOMALY", "nan", "MEAN_ANOMALY of the OMM must lie"),
    ("EPOCH", "yesterday", "EPOCH of the OMM must look like"),
    ("EPOCH", "", "EPOCH of the OMM is missing"),
    ("EPOCH", "1900-01-01T00:00:00", "years 1957 to 2056"),
    ("NORAD_CAT_ID", 799500123, "satellite 799500123: numbers above 339999 do not fit"),
    ("EPHEMERIS_TYPE", 4, "EPHEMERIS_TYPE of the OMM must be 0"),
]


@forms
@pytest.mark.parametrize(("field", "value", "words"), BAD)
def test_a_field_that_is_missing_or_wrong_is_named(form, field, value, words):
    changed = {name: one for name, one in FIELDS.items() if name != field or value is not None}
    if value is not None:
        changed[field] = value
    text = FORMS[form](changed)
    if form == "CSV" and value is None:
        text = text.replace(f"{field},", "", 1)
    with pytest.raises(ElementSetError, match=words):
        parse(text)


@forms
@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6, 0.95])
def test_half_a_message_is_refused(form, kept):
    text = FORMS[form](FIELDS)
    if form == "KVN" and kept == 0.95:
        kept = 0.8  # what SGP4 does not need stands at the end
    with pytest.raises(ElementSetError):
        parse(text[: int(kept * len(text))])


@pytest.mark.parametrize(
    ("field", "value"),
    [("REF_FRAME", "GCRF"), ("TIME_SYSTEM", "TAI"), ("MEAN_ELEMENT_THEORY", "DSST"), ("CENTER_NAME", "MARS")],
)
def test_what_is_not_for_sgp4_is_refused(field, value):
    with pytest.raises(ElementSetError, match=f"{field} of the OMM must be .* SGP4 reads no other"):
        parse(as_json(FIELDS | {field: value}))


@pytest.mark.parametrize("text", ["[]", "{}", "[1, 2]", '{"MEAN_MOTION": ', "[[[", "{" * 5000])
def test_json_that_is_no_omm_is_refused(text):
    with pytest.raises(ElementSetError):
        parse(text)


def test_entities_of_xml_are_not_expanded():
    bomb = '<?xml version="1.0"?><!DOCTYPE omm [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><omm>&b;</omm>'
    with pytest.raises(ElementSetError, match="entities"):
        parse(bomb)


TWO = f"{ISS.line1}\n{ISS.line2}"
DIRTY = {
    "byte order mark": f"\ufeff{TWO}",
    "no-break spaces": TWO.replace(" ", "\u00a0"),
    "code fence": f"```text\n{TWO}\n```",
    "words around": f"Here it is:\n\nISS (ZARYA)\n{TWO}\n\nGood luck!",
    "zero-width spaces": TWO.replace("25544", "25544\u200b", 1),
    "other sets around": f"HST\n{TWO.replace('25544', '20580')}\nISS (ZARYA)\n{TWO}",
    "twice the same": f"{TWO}\n{TWO}",
    "name of a catalogue": f"0 ISS (ZARYA)\n{TWO}",
}


@pytest.mark.parametrize("text", DIRTY.values(), ids=DIRTY)
def test_dirt_of_the_web_does_not_matter(text):
    found = parse(text)
    assert (found.line1, found.line2) == (ISS.line1, ISS.line2)


@pytest.mark.parametrize("letter", "IO")
def test_the_letters_i_and_o_do_not_exist_in_a_number(letter):
    with pytest.raises(ElementSetError, match="catalogue number"):
        parse(TWO.replace("25544", f"{letter}5544"))


def test_a_text_of_a_library_is_not_searched_for_a_set():
    """Five million characters: the whole catalogue of active satellites is shorter."""
    longest = f"{ISS.line1}\n{ISS.line2}".ljust(5_000_000)
    assert parse(longest).line1 == ISS.line1
    with pytest.raises(
        ElementSetError, match=r"^an element set is a short text \(got 5,000,001 characters\)$"
    ):
        parse(longest + " ")


def test_of_two_sets_none_is_taken_because_it_has_no_number():
    with pytest.raises(ElementSetError, match="the text holds 2 element sets"):
        parse(as_json(FIELDS, FIELDS | {"NORAD_CAT_ID": "?"}), satellite=None)


def test_lines_that_are_none_make_no_element_set():
    with pytest.raises(ElementSetError, match="line 1 must begin"):
        elements.ElementSet("a", "b")
    with pytest.raises(ElementSetError, match="made of text"):
        elements.ElementSet(None, ISS.line2)


def test_uncertainty_grows_with_age_on_both_sides_until_nothing_is_known():
    ages = [elements.Uncertainty.at(days) for days in (0, 1, 3, 7, 14, 28)]
    for early, late in pairwise(ages):
        assert early.half_km < late.half_km and early.most_km < late.most_km
    assert elements.Uncertainty.at(-7) == elements.Uncertainty.at(7)
    assert all(one.half_km < one.most_km for one in ages)
    assert np.isfinite(elements.Uncertainty.at(elements.KNOWN_DAYS).most_km)
    assert str(elements.Uncertainty.at(60)) == "anywhere on its orbit"


def test_the_uncertainty_is_the_measured_one_up_to_the_last_measured_age():
    half_lap_km = np.pi * 6798.137  # 420 km up: who errs by more does not know the place at all
    rows = list(csv.DictReader(io.StringIO(read_text("element_age.csv"))))
    for row in rows:
        age, *measured = (float(row[name]) for name in ("age_days", "half_km", "nine_in_ten_km"))
        found = elements.Uncertainty.at(age)
        expected = [km if km < half_lap_km else np.inf for km in measured]
        assert [found.half_km, found.most_km] == pytest.approx(expected, rel=1e-12)
    assert np.isfinite(found.half_km)
    assert np.isinf(elements.Uncertainty.at(np.nextafter(found.age_days, np.inf)).half_km)
    youngest = elements.Uncertainty.at(float(rows[0]["age_days"]))
    assert elements.Uncertainty.at(0).half_km == youngest.half_km  # a set is no better than it was measured
