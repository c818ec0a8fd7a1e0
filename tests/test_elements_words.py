"""Element sets: what is said of their age, their time and their satellite, and exactly from when on."""

import re

import numpy as np
import pytest

from course import elements
from course.elements import ElementAgeWarning, ElementSet, ElementSetError
from course.elements.ages import Uncertainty
from course.tle import checksum

ISS = elements.on("2022-03-12")
DAY, MOMENT = np.timedelta64(86_400_000_000, "us"), np.timedelta64(1, "us")
OF = ISS.epoch_utc.astype("M8[D]")
# between two shipped sets that are more than a year apart: the earlier, the later
GAP = max(
    zip(elements.shipped()[:-1], elements.shipped()[1:], strict=True),
    key=lambda two: two[1].epoch_utc - two[0].epoch_utc,
)


def changed(line, column, text):
    """Return a line with other text from a column on, counted from 1, and its checksum made right."""
    line = line[: column - 1] + text + line[column - 1 + len(text) :]
    return line[:68] + str(checksum(line))


def exactly(text):
    return f"^{re.escape(text)}$"


@pytest.mark.parametrize("side", [-1, 1])
def test_two_weeks_from_the_epoch_are_fresh_and_a_moment_more_is_not(side, recwarn):
    ISS.warn_if_old(ISS.epoch_utc + side * 14 * DAY)
    assert not recwarn.list
    word = "after" if side > 0 else "before"
    said = (
        f"this element set is of {OF}: 14 days {word} its epoch the ISS (25544) may be "
        f"{Uncertainty.at(14.0)} (elements are good for about 14 days)"
    )
    with pytest.warns(ElementAgeWarning, match=exactly(said)):
        ISS.warn_if_old(ISS.epoch_utc, ISS.epoch_utc + side * (14 * DAY + MOMENT), ISS.epoch_utc)


def test_of_several_moments_the_one_farthest_away_is_told():
    with pytest.warns(
        ElementAgeWarning, match=r": 40 days before its epoch the ISS \(25544\) may be anywhere"
    ):
        ISS.warn_if_old(ISS.epoch_utc + 30 * DAY, ISS.epoch_utc - 40 * DAY, ISS.epoch_utc + 20 * DAY)


@pytest.mark.parametrize(("days", "answered"), [(28, True), (-28, True)])
def test_a_set_serves_for_four_weeks_and_not_a_moment_longer(days, answered):
    one = GAP[0] if days > 0 else GAP[1]
    at = one.epoch_utc + days * DAY
    with pytest.warns(ElementAgeWarning):
        assert elements.on(at) is one
    beyond = at + (MOMENT if days > 0 else -MOMENT)
    with pytest.raises(ElementSetError, match="the course has no element set near"):
        elements.on(beyond)


def too_far(moment):
    with pytest.raises(ElementSetError) as refused:
        elements.on(moment)
    return str(refused.value)


def test_a_day_between_two_sets_far_apart_is_refused_in_whole_sentences():
    before, after = GAP
    moment = before.epoch_utc + 50 * DAY
    earlier, later = (one.epoch_utc.astype("M8[D]") for one in GAP)
    wait = -round(after.age_days(moment))
    around = f"50 days before it, of {earlier} and {wait} days after it, of {later}"
    day = moment.astype("M8[D]")
    assert too_far(moment) == (
        f"the course has no element set near {day}: the nearest are {around}. More than 28 days away the "
        "station may be anywhere on its orbit: use elements.parse() with a set of that time. "
        "elements.nearest() gives the nearest one: good enough for the height and the plane of the orbit"
    )


def test_a_day_after_all_sets_is_told_of_the_newest():
    newest = elements.shipped()[-1]
    said = too_far(newest.epoch_utc + 50 * DAY)
    assert f": the nearest is 50 days before it, of {newest.epoch_utc.astype('M8[D]')}. More than 28" in said
    assert "use elements.latest(), or elements.parse() with a set of that time" in said
    plane, tilt = (
        "good enough for the height and the plane of the orbit",
        "its tilt holds, its height and the direction of its plane do not",
    )
    assert too_far(newest.epoch_utc + 120 * DAY).endswith(f"gives the nearest one: {plane}")
    assert too_far(newest.epoch_utc + 120 * DAY + MOMENT).endswith(f"gives the nearest one: {tilt}")


def test_the_day_of_the_first_launch_has_a_set_to_look_for_and_the_day_before_has_none():
    first = elements.shipped()[0]
    assert elements.nearest("1998-11-20") is first
    said = "there was no station to follow on 1998-11-19: its first module, Zarya, was launched on 1998-11-20"
    for ask in (elements.nearest, elements.on):
        with pytest.raises(ElementSetError, match=exactly(said)):
            ask("1998-11-19T23:59:59.999999")


@pytest.mark.parametrize("side", ["first_days", "last_days"])
def test_the_time_of_a_set_is_kept_to_the_moment(side):
    last = getattr(ISS.validity, side)
    end = ISS.epoch_utc + last * DAY
    ISS.require_valid(ISS.epoch_utc, end)
    beyond = end + (MOMENT if last > 0 else -MOMENT)
    first, final = (ISS.epoch_utc + days * DAY for days in (ISS.validity.first_days, ISS.validity.last_days))
    said = (
        f"the element set of the ISS (25544) of {OF} gives no orbit for "
        f"{str(beyond.astype('M8[s]')).replace('T', ' ')} UTC, {abs(last):,} days "
        f"{'after' if last > 0 else 'before'} its epoch: SGP4 no longer follows the orbit of the set there. "
        f"It does from {first.astype('M8[D]')} to {final.astype('M8[D]')}"
    )
    with pytest.raises(ElementSetError, match=exactly(said)):
        ISS.require_valid(ISS.epoch_utc, beyond)


def test_a_set_that_has_come_down_says_when():
    down = ISS.validity.decays_days
    moment = ISS.epoch_utc + down * DAY
    tail = f"decayed. By its own drag, without an engine, it comes down about {moment.astype('M8[D]')}"
    with pytest.raises(ElementSetError) as refused:
        ISS.require_valid(moment)
    assert str(refused.value).endswith(f" UTC, {down:,} days after its epoch: {tail}")
    with pytest.raises(ElementSetError, match="SGP4 no longer follows"):
        ISS.require_valid(moment - MOMENT)


def test_whose_a_set_is_in_words():
    lines = (changed(ISS.line1, 3, "20580"), changed(ISS.line2, 3, "20580"))
    assert ISS.satellite == "the ISS (25544)" and ISS.number == 25544 and ISS.name == ""
    assert ElementSet(*lines).satellite == "satellite 20580"
    assert ElementSet(*lines, name="HST").satellite == "HST (20580)"
    assert ElementSet(*lines).source == "given by hand" and str(ElementSet(*lines)) == "\n".join(lines)


@pytest.mark.parametrize(("year", "full"), [("57", 1957), ("99", 1999), ("00", 2000), ("56", 2056)])
def test_years_of_two_digits_begin_with_sputnik(year, full):
    one = ElementSet(changed(ISS.line1, 19, f"{year}001.50000000"), ISS.line2)
    assert one.epoch_utc == np.datetime64(f"{full}-01-01T12:00", "us")
    assert one.age_days(f"{full}-01-03") == 1.5 and one.age_days(f"{full}-01-01") == -0.5


def test_what_stands_in_the_second_line():
    assert (ISS.inclination_deg, ISS.raan_deg) == (float(ISS.line2[8:16]), float(ISS.line2[17:25]))
    turned = ElementSet(ISS.line1, changed(ISS.line2, 27, "7123456"))
    assert turned.eccentricity == 0.7123456
    faster = ElementSet(ISS.line1, changed(ISS.line2, 53, "16.00000001"))
    assert faster.mean_motion_rev_day == 16.00000001 and faster.altitude_km < ISS.altitude_km


@pytest.mark.parametrize("part", ["line1", "line2", "source", "name"])
def test_a_part_that_is_no_text_is_refused(part):
    given = {"line1": ISS.line1, "line2": ISS.line2, "source": "", "name": ""}
    with pytest.raises(ElementSetError, match=r"^an element set is made of text \(got 5\)$"):
        ElementSet(**given | {part: 5})


@pytest.mark.parametrize(
    ("half", "most", "near", "far"),
    [
        (0.2, 9.4, "1 km", "9 km (1 s)"),
        (94.6, 685.0, "95 km", "680 km (89 s)"),
        (126.0, 690.0, "130 km", "690 km (2 min)"),
        (1260.0, 20_000.0, "1,300 km", "20,000 km (44 min)"),
    ],
)
def test_an_uncertainty_is_said_with_two_digits(half, most, near, far):
    said = f"within {near} along its orbit in half of all cases, within {far} in nine of ten"
    assert str(Uncertainty(7.0, half, most)) == said
    assert str(Uncertainty(7.0, half, np.inf)) == "anywhere on its orbit"


def test_before_the_epoch_a_set_is_as_uncertain_as_after_it():
    for age in (0.0, 0.5, 7.0, 20.0, 28.0):
        assert Uncertainty.at(-age) == Uncertainty.at(age) and Uncertainty.at(age).age_days == age
    assert ISS.uncertainty(ISS.epoch_utc - 7 * DAY) == Uncertainty.at(7.0)
