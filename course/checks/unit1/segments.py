"""u1-3: the share of one segment in the listed mass of all modules, from a table and for a date."""

from course.checks.exercise import Exercise, Line, Misconception
from course.checks.forms import Number, Size
from course.checks.unit1.common import LAST_DAY, UNIT, draw_day
from course.station import lines

RECORD = tuple(Line(line) for line in lines())
CORE = ("Zarya", "Unity", "Zvezda", "Destiny", "Pirs", "Nauka")
MOVING_DAYS = {line[column] for line in RECORD for column in ("launched", "joined", "removed")}
OWNERS = {"Russian": ("Russia",), "US": ("USA",)}
HIDDEN_DAYS = (
    ("Russian", "2000-07-13", "2000-07-25"),  # Zvezda is under way
    ("US", "2001-09-18", "2006-08-31"),
    ("US", "2010-06-01", "2020-12-31"),
    ("Russian", "2021-07-22", "2021-07-25"),  # Nauka is under way, Pirs still there
    ("Russian", "2021-07-30", LAST_DAY),  # Pirs is gone
)


def _draw_tables(random):
    """Tables with part of the modules, in any order; no module is launched, joins or leaves on the day."""
    core = [line for line in RECORD if line["name"] in CORE]
    others = [line for line in RECORD if line["name"] not in CORE]
    calls = []
    for segment, first, last in HIDDEN_DAYS:
        table = core + random.sample(others, random.randrange(6, 11))
        random.shuffle(table)
        calls.append((tuple(table), segment, draw_day(random, first, last, but_not=MOVING_DAYS)))
    return calls


def _joined(line, date):
    return line["joined"] <= date


def _left(line, date):
    return line["removed"] is not None and line["removed"] <= date


def _there(line, date):
    return _joined(line, date) and not _left(line, date)


def _of_segment(line, segment):
    return line["segment"] == segment


def _mass(line):
    return line["mass_kg"]


def _sums(modules, segment, date, there=_there, ours=_of_segment, weight=_mass):
    """Return the sums of the segment and of all: which lines are there, which are ours, what each counts."""
    present = [line for line in modules if there(line, date)]
    return sum(weight(line) for line in present if ours(line, segment)), sum(map(weight, present))


def _share(modules, segment, date, **rules):
    part, whole = _sums(modules, segment, date, **rules)
    return part / whole


def _shares(**rules):
    return lambda modules, segment, date: _share(modules, segment, date, **rules)


def _of_all(of_all):
    """Return answers that divide by the mass of other modules than those of the day."""
    return lambda modules, segment, date: (
        _sums(modules, segment, date)[0] / sum(_mass(line) for line in modules if of_all(line))
    )


def _by_year(line, date):
    left = line["removed"] is not None and line["removed"][:4] <= date[:4]
    return line["joined"][:4] <= date[:4] and not left


SEGMENTS = Exercise(
    id="u1-3",
    unit=UNIT,
    title="What share has a segment?",
    points=3,
    function="segment_share",
    takes="the {1} segment on {2}",
    shown=(
        (RECORD, "Russian", "2000-11-02"),
        (RECORD[::-1][3:], "US", "2011-07-21"),  # other lines: a look past the argument shows here already
        (RECORD, "Russian", "2021-07-28"),
        (RECORD, "Russian", "2022-03-05"),
    ),
    draw=_draw_tables,
    reference=_share,
    form=Number("", Size(0, "", 1, "No part of a whole is larger than the whole.")),
    tolerance=0.0,
    slack=0.0055,
    tolerance_reason="Lets through two decimals. Keeps out every misconception below; the nearest, Pirs "
    "counted after it left, is 0.010 off two days later. On the dates that are asked for no module moves.",
    why="The shares change with every module that comes and goes: a figure for a segment needs a date.",
    question="Which modules are there on that date, and which of their masses belong to the segment?",
    close="Which module do you count that is not there, or leave out although it is?",
    misconceptions=(
        Misconception(
            "modules counted",
            _shares(weight=lambda line: 1),
            "{returned}, as if a docking adapter weighed as much as a laboratory. Which column tells "
            "them apart?",
        ),
        Misconception(
            "from the launch",
            _shares(there=lambda line, date: line["launched"] <= date and not _left(line, date)),
            "{returned}, as if a module counted as soon as it is launched, when it is still on its way. "
            "From which day on is it a part of the station?",
            credit=0.5,
            variants=(_shares(there=lambda line, date: line["launched"] <= date),),
        ),
        Misconception(
            "gone and still counted",
            _shares(there=_joined),
            "{returned}, as if a module that had left the station by then still counted. Which column "
            "says so?",
            credit=0.5,
        ),
        Misconception(
            "gone later and not counted",
            _shares(there=lambda line, date: _joined(line, date) and line["removed"] is None),
            "{returned}, as if a module counted on no date because it left on a later one. Was it there "
            "in between?",
            credit=0.5,
        ),
        Misconception(
            "whatever the date",
            _shares(there=lambda line, date: True),
            "{returned}, as if the station were complete on every date. What does the date change in "
            "your code?",
            variants=(_shares(there=lambda line, date: line["removed"] is None),),
        ),
        Misconception(
            "years only",
            _shares(there=_by_year),
            "{returned}, as if only years were compared: a module that joins in November counts from "
            "January on. Which part of the text is lost?",
            credit=0.5,
            variants=(
                _shares(there=lambda line, date: line["joined"][:4] <= date[:4]),
                _shares(there=lambda line, date: line["joined"][:4] <= date[:4] and not _left(line, date)),
                _shares(there=lambda line, date: line["joined"][:4] < date[:4] and not _left(line, date)),
            ),
        ),
        Misconception(
            "by owner",
            _shares(ours=lambda line, segment: line["owner"] in OWNERS[segment]),
            "{returned}. Zarya was built in Russia, is owned by the USA and works in the Russian "
            "segment; your share is as if owners decided. Which column names the segment?",
            variants=(
                _shares(ours=lambda line, segment: (line["owner"] == "Russia") == (segment == "Russian")),
            ),
        ),
        Misconception(
            "nothing found",
            lambda modules, segment, date: 0.0,
            "{returned}, as if no line belonged to that segment, or as if the rest of a division were "
            "dropped. Which column do you compare with the argument, and how does the table spell what "
            "stands in it?",
        ),
        Misconception(
            "percent",
            lambda modules, segment, date: 100 * _share(modules, segment, date),
            "{returned}. No share is larger than one. Is a fraction asked for, or a percentage?",
            credit=0.5,
        ),
        Misconception(
            "mass, not a share",
            lambda modules, segment, date: _sums(modules, segment, date)[0],
            "{returned}. That is a mass. Of which other mass is it a part?",
            credit=0.5,
            variants=(lambda modules, segment, date: _sums(modules, segment, date)[0] / 1000,),
        ),
        Misconception(
            "the other segment",
            lambda modules, segment, date: 1 - _share(modules, segment, date),
            "{returned}. Ask your function for the other segment: you get the share of this one. Which lines "
            "do you keep, those that match or those that do not?",
            credit=0.5,
        ),
        Misconception(
            "one segment whatever is asked",
            lambda modules, segment, date: _share(modules, "Russian", date),
            "Your answers are as if the same segment were asked for each time. What does segment change "
            "in your code?",
            credit=0.5,
            variants=(lambda modules, segment, date: _share(modules, "US", date),),
        ),
        Misconception(
            "compared with the other segment",
            lambda modules, segment, date: 1 / (1 / _share(modules, segment, date) - 1),
            "{returned}. That is one segment divided by the other. What is the whole of which a share is "
            "asked for?",
            credit=0.5,
        ),
        Misconception(
            "share of all there ever was",
            _of_all(lambda line: True),
            "{returned}. Add up your shares of both segments: that is less than one on most dates. Which "
            "modules belong to the whole on that date?",
            credit=0.5,
            variants=(_of_all(lambda line: line["removed"] is None),),
        ),
    ),
)
