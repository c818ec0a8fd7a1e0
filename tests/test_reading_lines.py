"""Two lines among others: whose the line above is, how long a name may be, how far a page is searched."""

import pytest

from course import elements
from course.elements import ElementSetError, parse

ISS = elements.on("2022-03-12")
TWO = f"{ISS.line1}\n{ISS.line2}"


def test_a_line_above_is_the_name_up_to_24_letters():
    for name in ("ISS (ZARYA)", "Q", "N" * 24):
        assert parse(f"{name}\n{TWO}").name == name
        assert parse(f"0 {name}\n{TWO}").name == name
    assert parse(f"{'N' * 25}\n{TWO}").name == ""


def test_lines_of_another_set_are_no_name():
    for stray in (ISS.line1, ISS.line2):
        found = parse(f"{stray}\n{TWO}")
        assert (found.name, found.line1, found.line2) == ("", ISS.line1, ISS.line2)
    assert parse(f"1 ISS\n{TWO}").name == ""
    assert parse(f"2 ISS\n{TWO}").name == ""


def test_a_title_is_looked_for_in_the_first_20000_letters():
    def page(length):
        title = "<title>Sorry</title>"
        return "<html>" + "x" * (length - len("<html>" + title)) + title

    with pytest.raises(ElementSetError, match="'Sorry'"):
        parse(page(20_000))
    with pytest.raises(ElementSetError, match="web page") as told:
        parse(page(20_001))
    assert "Sorry" not in str(told.value)
