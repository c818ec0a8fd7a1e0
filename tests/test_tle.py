"""The two-line element format.

Authorities: AIAA 2006-6753 appendix B (the format), and the sgp4 package's own reading of the same lines.
"""

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sgp4.api import Satrec

from course.elements import parse, shipped
from course.quantities import shown
from course.tle import ElementSetError, catalogue_number, checksum, read_lines

LINE1 = "1 25544U 98067A   22071.78032407  .00021395  00000-0  39008-3 0  9996"
LINE2 = "2 25544  51.6424  94.0370 0004047 256.5103  89.8846 15.49386383330227"
TIANHE2 = "2 48274  41.4681 322.4705 0003879 310.0852  49.9647 15.63450567172966"  # 2024-05-09
NAME = "ISS (ZARYA)"


def with_checksum(line):
    """Return a line with its last column made right."""
    return line[:68] + str(checksum(line))


def refusal(text):
    """Return the message with which a text is refused."""
    with pytest.raises(ElementSetError) as refused:
        parse(text)
    return str(refused.value)


def marked(message):
    """Return the columns that a message marks, counted from 1."""
    pattern, got, *marks = message.splitlines()[1:]
    assert pattern.startswith("  pattern  ") and got.startswith("  got      ")
    return [place - 10 for place, mark in enumerate(marks[0], start=0) if mark == "^"] if marks else []


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE1}\n{LINE2}",
        f"{NAME}\n{LINE1}\n{LINE2}\n",
        f"{LINE1}\r\n{LINE2}\r\n",
        f"\n\n  {NAME}  \r\n\n {LINE1}  \n\t{LINE2}\n\n",
    ],
    ids=["two lines", "with a name", "Windows line ends", "blank lines and spaces"],
)
def test_the_usual_ways_to_write_a_set_are_read(text):
    assert read_lines(text) == (LINE1, LINE2)


def test_checksums_of_the_format():
    assert (checksum(LINE1), checksum(LINE2)) == (6, 7)
    assert (
        checksum("1 25544U 98067A   22071.78032407 -.00021395  00000-0  39008-3 0  999") == 7
    )  # a minus is 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "two lines, or three with a name above .got 0 lines."),
        ("   \n ", "got 0 lines"),
        (LINE1, "got 1 lines"),
        ("<!DOCTYPE html>\n<html>\n<title>Oops</title>\n</html>\n<!-- -->", r"a web page \('Oops'\) came"),
        ("<html>\n<body>Service unavailable</body>\n</html>", "a web page came instead"),
        ("No GP data found", "CelesTrak knows no element set for what was asked"),
        ("GP data has not updated since your last successful download", "nothing newer"),
        (f"{LINE2}\n{LINE1}", "line 1 must begin with '1 '"),
        (f"{LINE1}\n{LINE1}", "line 2 must begin with '2 '"),
        (
            f"{LINE1}\n{LINE2}  0.00 2880.00 120.00",
            r"more follows after column 69, .*\('0.00 2880.00 120.00'\)",
        ),
    ],
)
def test_what_is_no_element_set_is_named(text, words):
    with pytest.raises(ElementSetError, match=words):
        parse(text)


@pytest.mark.parametrize("thing", [None, 25544, 2.5, b"1 25544U", [LINE1, LINE2]])
def test_what_is_no_text_is_named_by_its_type(thing):
    with pytest.raises(ElementSetError, match=f"got {re.escape(shown(thing))}"):
        parse(thing)


NAMES = {  # of the fields of each line, by their columns
    1: {
        (3, 7): "catalogue number",
        (8, 8): "classification",
        (10, 17): "international designator",
        (19, 20): "epoch year",
        (21, 32): "epoch day of the year",
        (34, 43): "half the change of the mean motion",
        (45, 52): "second change of the mean motion",
        (54, 61): "drag term B*",
        (63, 63): "ephemeris type",
        (65, 68): "element set number",
        (69, 69): "checksum",
    },
    2: {
        (3, 7): "catalogue number",
        (9, 16): "inclination",
        (18, 25): "right ascension of the node",
        (27, 33): "eccentricity",
        (35, 42): "argument of perigee",
        (44, 51): "mean anomaly",
        (53, 63): "mean motion",
        (64, 68): "revolution number",
        (69, 69): "checksum",
    },
}


@pytest.mark.parametrize("number", NAMES)
def test_every_field_that_does_not_fit_is_named_with_its_columns(number):
    for (first, last), name in NAMES[number].items():
        for column in {first, last}:
            lines = [LINE1, LINE2]
            line = lines[number - 1]
            lines[number - 1] = line[: column - 1] + "?" + line[column:]
            message = refusal("\n".join(lines))
            said = f"line {number} of the element set: does not fit: {name} (columns {first}-{last})"
            assert message.splitlines()[0] == said
            assert marked(message) == list(range(first, last + 1))


def test_several_fields_that_do_not_fit_are_all_named():
    message = refusal(f"{LINE1.replace('22071', '?2071').replace(' 999', ' ?99')}\n{LINE2}")
    names = "epoch year (columns 19-20), element set number (columns 65-68)"
    assert message.splitlines()[0] == f"line 1 of the element set: does not fit: {names}"


def test_errors_are_value_errors():
    assert issubclass(ElementSetError, ValueError)


@pytest.mark.parametrize(
    ("line1", "line2", "number", "columns", "words"),
    [
        (LINE1[:68] + "5", LINE2, 1, [69], "the digits give the checksum 6, the line ends in 5"),
        (LINE1, LINE2[:68] + "0", 2, [69], "the digits give the checksum 7, the line ends in 0"),
        (LINE1, LINE2.replace("15.49", "15,49"), 2, range(53, 64), r"mean motion \(columns 53-63\)"),
        (LINE1.replace("39008-3", "39008\u22123"), LINE2, 1, [60], "only plain ASCII"),
        (LINE1.replace("22071", "22O71"), LINE2, 1, range(21, 33), "epoch day of the year"),
        (LINE1, LINE2.replace("0004047", "OOO4047"), 2, range(27, 34), "eccentricity"),
        (LINE1, LINE2.replace("0004047", "00 4047"), 2, range(27, 34), "eccentricity"),
        (LINE1.replace("A   22", "A  \t22"), LINE2, 1, [18], "the gap before epoch year"),
        (LINE1.replace(" 22071", "  2071"), LINE2, 1, [19, 20], "epoch year"),
    ],
)
def test_the_message_shows_the_line_and_marks_the_columns(line1, line2, number, columns, words):
    with pytest.raises(ElementSetError, match=words) as refused:
        parse(f"{line1}\n{line2}")
    message = str(refused.value)
    assert message.startswith(f"line {number} of the element set: ")
    assert (line1, line2)[number - 1] in message
    assert marked(message) == list(columns)


@pytest.mark.parametrize("lost", [3, 10, 20, 30, 40, 50, 60])
def test_a_lost_character_is_noticed_and_marked_near_its_place(lost):
    message = refusal(f"{LINE1[:lost]}{LINE1[lost + 1 :]}\n{LINE2}")
    assert "a line has 69 characters (got 68): one may be lost or doubled" in message
    assert marked(message)
    nearest = 18  # columns: blanks may be lost within a gap before a field stops fitting
    assert lost - nearest <= marked(message)[0] <= lost + nearest


@pytest.mark.parametrize("shift", [1, 2, 5])
def test_shifted_columns_are_noticed(shift):
    shifted = LINE2[:8] + " " * shift + LINE2[8 : 69 - shift]
    message = refusal(f"{LINE1}\n{with_checksum(shifted)}")
    assert marked(message)[0] <= 9 + shift


@pytest.mark.parametrize("what", [None, 25544, (LINE1, LINE2), f"{LINE1}\n{LINE2}".encode()])
def test_what_is_no_text_is_no_element_set(what):
    with pytest.raises(ElementSetError, match="an element set is a text of two lines"):
        read_lines(what)


def test_lines_of_two_satellites_are_not_mixed():
    assert checksum(TIANHE2) == int(TIANHE2[-1])
    assert "line 1 is of 25544, line 2 of 48274" in refusal(f"{LINE1}\n{TIANHE2}")


@pytest.mark.parametrize(
    ("old", "new", "columns", "words"),
    [
        (" 51.6424", "181.0000", range(9, 17), "inclination must lie between 0 and 180"),
        (" 94.0370", "394.0370", range(18, 26), "node must lie between 0 and 360"),
        ("256.5103", "360.0001", range(35, 43), "perigee must lie between 0 and 360"),
        (" 89.8846", "360.0001", range(44, 52), "anomaly must lie between 0 and 360"),
        ("15.49386383", "18.00000001", range(53, 64), "mean motion must lie between 0.05 and 18"),
        ("15.49386383", " 0.04999999", range(53, 64), "mean motion must lie between 0.05 and 18"),
        ("071.78032407", "400.78032407", range(21, 33), "day of the year must lie between 1 and 367"),
        ("071.78032407", "367.00000001", range(21, 33), "day of the year must lie between 1 and 367"),
        ("071.78032407", "000.99999999", range(21, 33), "day of the year must lie between 1 and 367"),
    ],
)
def test_values_beyond_their_range_are_marked(old, new, columns, words):
    changed = [with_checksum(line.replace(old, new)) for line in (LINE1, LINE2)]
    with pytest.raises(ElementSetError, match=words) as refused:
        parse("\n".join(changed))
    assert marked(str(refused.value)) == list(columns)
    assert str(refused.value).startswith(f"line {1 if old in LINE1 else 2} of the element set: ")


@pytest.mark.parametrize(
    ("old", "values"),
    [
        (" 51.6424", ("  0.0000", "180.0000")),
        (" 94.0370", ("  0.0000", "360.0000")),
        ("256.5103", ("  0.0000", "360.0000")),
        (" 89.8846", ("  0.0000", "360.0000")),
        ("15.49386383", (" 0.05000000", "18.00000000")),
        ("071.78032407", ("001.00000000", "367.00000000")),
    ],
)
def test_values_at_the_ends_of_their_range_are_read(old, values):
    for value in values:
        changed = [with_checksum(line.replace(old, value)) for line in (LINE1, LINE2)]
        assert read_lines("\n".join(changed)) == tuple(changed)


def numbers_of(elements):
    """Return what the sgp4 package reads from the two lines, with the epoch in days since 1970."""
    read = Satrec.twoline2rv(elements.line1, elements.line2)
    return {
        "epoch_days": read.jdsatepoch - 2440587.5 + read.jdsatepochF,
        "inclination_deg": math.degrees(read.inclo),
        "raan_deg": math.degrees(read.nodeo),
        "eccentricity": read.ecco,
        "mean_motion_rev_day": read.no_kozai * 1440 / (2 * math.pi),
    }


def assert_read_as_sgp4_reads(elements):
    """Compare every field that the course hands out with sgp4's own parser."""
    theirs = numbers_of(elements)
    days = (elements.epoch_utc - np.datetime64("1970-01-01", "us")) / np.timedelta64(1, "D")
    microsecond_days = 1.2e-11
    assert days == pytest.approx(theirs["epoch_days"], abs=microsecond_days, rel=0)
    for name in ("inclination_deg", "raan_deg", "eccentricity", "mean_motion_rev_day"):
        assert getattr(elements, name) == pytest.approx(theirs[name], rel=1e-14, abs=1e-12), name


def test_every_shipped_set_reads_as_sgp4_reads_it():
    for elements in shipped():
        assert_read_as_sgp4_reads(parse(str(elements)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" 51.6424", "151.6424"),
        (" 94.0370", "294.0370"),
        ("0004047", "1234567"),
        ("256.5103", "  6.5103"),
        (" 89.8846", "189.8846"),
        ("15.49386383", " 8.49386383"),
        ("071.78032407", "366.12345678"),
        ("  22071", "  57071"),
        ("  22071", "  56071"),
    ],
)
def test_every_column_of_a_field_counts(old, new):
    changed = [with_checksum(line.replace(old, new)) for line in (LINE1, LINE2)]
    assert changed != [LINE1, LINE2]
    assert_read_as_sgp4_reads(parse("\n".join(changed)))


ANYTHING = st.characters(codec="utf-8")
PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)
# Fields in which a letter, a sign or a blank can change and the set stays a valid one, with the checksum as
# it was: letters, plus signs and blanks count nothing, and blanks may stand for leading zeros.
SILENT = {
    1: {8, 15, 16, 21, 34, 45, 54, 63, 65},
    2: {9, 18, 44},
}


@given(st.sampled_from(shipped()), st.integers(1, 2), st.integers(0, 68), ANYTHING | PRINTABLE)
def test_no_changed_character_passes_unless_the_set_is_still_valid(elements, number, place, character):
    lines = [elements.line1, elements.line2]
    if lines[number - 1][place] == character:
        return
    line = lines[number - 1]
    lines[number - 1] = line[:place] + character + line[place + 1 :]
    try:
        found = parse("\n".join(lines))
    except ElementSetError:
        return
    assert not character.isdigit() or {character, line[place]} <= {"0", " "}
    assert_read_as_sgp4_reads(found)
    assert numbers_of(found) == numbers_of(elements)  # what changed is no number of the orbit


@given(st.integers(1, 2), st.integers(0, 67), PRINTABLE)
def test_with_the_checksum_mended_a_changed_set_is_refused_or_read_as_sgp4_reads_it(number, place, character):
    lines = [LINE1, LINE2]
    line = lines[number - 1]
    lines[number - 1] = with_checksum(line[:place] + character + line[place + 1 :])
    try:
        found = parse("\n".join(lines))
    except ElementSetError as refused:
        assert f"line {number}" in str(refused)
        return
    assert_read_as_sgp4_reads(found)


def test_every_single_change_of_the_reference_set():
    """All 69 x 2 places and all printable characters, so that the list of silent places is complete."""
    lines = (LINE1, LINE2)
    silent = {1: set(), 2: set()}
    for number, line in enumerate(lines, start=1):
        for place in range(69):
            for code in range(32, 127):
                if chr(code) == line[place]:
                    continue
                changed = list(lines)
                changed[number - 1] = line[:place] + chr(code) + line[place + 1 :]
                try:
                    parse("\n".join(changed))
                except ElementSetError:
                    continue
                silent[number].add(place + 1)
    assert silent == SILENT


@given(st.text())
def test_any_text_is_refused_with_an_element_set_error(text):
    with pytest.raises(ElementSetError):
        parse(text)


@given(st.lists(st.text(PRINTABLE, min_size=67, max_size=67), min_size=2, max_size=2))
def test_any_two_lines_of_the_right_length_give_an_answer_or_an_element_set_error(bodies):
    with pytest.raises(ElementSetError):
        parse("\n".join(f"{number} {body}" for number, body in enumerate(bodies, start=1)))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("00005", 5), ("    5", 5), ("99999", 99_999), ("A0000", 100_000), ("A0001", 100_001),
        ("H9999", 179_999), ("J0000", 180_000), ("N9999", 229_999), ("P0000", 230_000), ("Z9999", 339_999),
        ("I0000", None), ("O0000", None), ("a0000", None), ("A00 1", None), ("-0001", None), ("     ", None),
    ],
)  # fmt: skip
def test_numbers_of_the_catalogue_go_on_with_letters(written, number):
    """Alpha-5 of Space-Track: A stands for 10, Z for 33; I and O are left out."""
    assert catalogue_number(f"1 {written}U 98067A") == number
