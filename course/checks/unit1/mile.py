"""u1-2: a figure in miles, read as statute and as nautical ones, and which of them it is."""

from itertools import pairwise

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Several, Word
from course.checks.unit1.common import UNIT
from course.constants import NAUTICAL_MILE_KM, STATUTE_MILE_KM

NAMES = ("statute", "nautical")
HIDDEN_BANDS_MILES = ((60, 95), (150, 210), (900, 1500), (2400, 3900), (6000, 9900))
ROUNDED = 0.004  # how far the kilometres of a hidden pair may be from the exact ones


def _draw_pairs(random):
    """Pairs of both kinds, from a hop to half around the Earth, with kilometres as newspapers round them."""
    kinds = [STATUTE_MILE_KM, NAUTICAL_MILE_KM, random.choice((STATUTE_MILE_KM, NAUTICAL_MILE_KM))]
    kinds = [*kinds, STATUTE_MILE_KM, NAUTICAL_MILE_KM]
    while sum(one != other for one, other in pairwise(kinds)) < 2:  # no number of miles may part them
        random.shuffle(kinds)
    pairs = []
    for band, kilometres in zip(HIDDEN_BANDS_MILES, kinds, strict=True):
        miles = random.randrange(*band)
        pairs.append(
            (float(round(miles * kilometres * random.uniform(1 - ROUNDED, 1 + ROUNDED))), float(miles))
        )
    return pairs


def _readings(miles, statute_km=STATUTE_MILE_KM, nautical_km=NAUTICAL_MILE_KM):
    return statute_km * miles, nautical_km * miles


def _nearer(distance_km, readings):
    """Return the name of the reading that comes nearer; the first one if they are equal."""
    statute, nautical = (abs(one - distance_km) for one in readings)
    return NAMES[nautical < statute]


def _which(distance_km, miles):
    readings = _readings(miles)
    return *readings, _nearer(distance_km, readings)


def _right_name(distance_km, miles):
    return _which(distance_km, miles)[2]


def _with(readings, name=_right_name):
    """Return an answer from its readings, a function of both arguments, and its name."""
    return lambda distance_km, miles: (*readings(distance_km, miles), name(distance_km, miles))


def _with_any_name(readings):
    """Return answers with these readings, and with each name that goes with them in somebody's mind."""
    return (
        _with(readings),
        _with(readings, lambda km, miles: _nearer(km, readings(km, miles))),
        _with(readings, lambda km, miles: "statute"),
        _with(readings, lambda km, miles: "nautical"),
    )


def _factors(statute_km, nautical_km):
    return lambda km, miles: _readings(miles, statute_km, nautical_km)


def _exact(km, miles, first):
    """Return the first name if its reading rounds to the kilometres, the other one if not."""
    fits = round(_readings(miles)[first]) == km
    return NAMES[first] if fits else NAMES[1 - first]


def _at_least(km, miles, limit):
    """Return "nautical" if the kilometres reach a reading, "statute" if not."""
    return NAMES[km >= _readings(miles)[limit]]


def _both_exact(km, miles):
    fits = [name for name, one in zip(NAMES, _readings(miles), strict=True) if round(one) == km]
    return fits[0] if fits else None


_SAME = [one for factor in (1.6, 1.609344, 1.852) for one in _with_any_name(_factors(factor, factor))]
_INVERSE = _with_any_name(lambda km, miles: (miles / STATUTE_MILE_KM, miles / NAUTICAL_MILE_KM))
_TAKEN = _with_any_name(lambda km, miles: _readings(km))
_METRES = _with_any_name(lambda km, miles: [1000 * one for one in _readings(miles)])

MILE = Exercise(
    id="u1-2",
    unit=UNIT,
    title="Which mile?",
    points=2,
    function="which_mile",
    takes="{1:,g} miles",
    shown=((420.0, 227.0), (402.0, 250.0), (410.0, 254.0), (400.0, 215.0)),
    draw=_draw_pairs,
    reference=_which,
    form=Several(
        (
            Number("km", about="{1:,g} statute miles"),
            Number("km", about="{1:,g} nautical miles"),
            Word(NAMES, about="{1:,g} miles"),
        ),
        "the miles in km as statute ones, in km as nautical ones, and the name of the mile",
    ),
    tolerance=0.002,
    tolerance_reason="Lets through 1.61, 1.609 and 1.85 km for a mile. Keeps out 1.6, which is 0.6 % off, "
    "and every other misconception below; names count in capitals or small letters.",
    why="One word, miles, stands for two lengths that differ by 15 percent: a figure without its unit "
    "cannot be checked.",
    question="How many kilometres has each of the two miles, and which reading comes nearer to the "
    "kilometres that were given?",
    misconceptions=(
        Misconception(
            "rounded factors",
            _with(_factors(1.6, 1.852)),
            "Your names fit. {returned}, as with a factor that is rounded to one decimal. How exact do "
            "you know the length of a mile?",
            credit=0.5,
            variants=tuple(
                _with(_factors(*pair)) for pair in ((1.6, 1.8), (1.6, 1.9), (1.609344, 1.8), (1.609344, 1.9))
            ),
        ),
        Misconception(
            "same name for all",
            _with(lambda km, miles: _readings(miles), lambda km, miles: "statute"),
            "Your conversions fit, and every pair gets the same name. Which of your two numbers comes "
            "nearer to the kilometres of each pair?",
            credit=0.5,
            variants=(_with(lambda km, miles: _readings(miles), lambda km, miles: "nautical"),),
        ),
        Misconception(
            "names swapped",
            _with(
                lambda km, miles: _readings(miles),
                lambda km, miles: NAMES[1 - NAMES.index(_right_name(km, miles))],
            ),
            "Your conversions fit, and each pair gets the name of the reading that is farther off. Which "
            "comparison in your code decides, and what does it do when it holds?",
            credit=0.5,
        ),
        Misconception(
            "no room for rounding",
            _with(lambda km, miles: _readings(miles), lambda km, miles: _exact(km, miles, 0)),
            "Your conversions fit. Figures in the press are rounded, up or down, and some of your names "
            "are as if there were no room for that. How do you ask which of two numbers comes nearer to "
            "a third?",
            credit=0.5,
            variants=(
                _with(lambda km, miles: _readings(miles), lambda km, miles: _exact(km, miles, 1)),
                _with(lambda km, miles: _readings(miles), _both_exact),
                _with(lambda km, miles: _readings(miles), lambda km, miles: _at_least(km, miles, 0)),
                _with(lambda km, miles: _readings(miles), lambda km, miles: _at_least(km, miles, 1)),
            ),
        ),
        Misconception(
            "one mile for both",
            _SAME[0],
            "Both of your readings are the same. If the two miles were equally long, what would be left "
            "to decide?",
            variants=tuple(_SAME[1:]),
        ),
        Misconception(
            "upside down",
            _INVERSE[0],
            "{returned}. Both miles are longer than a kilometre. Does a distance then have more kilometres "
            "than miles, or fewer?",
            variants=_INVERSE[1:],
        ),
        Misconception(
            "kilometres into miles",
            _with(lambda km, miles: (km / STATUTE_MILE_KM, km / NAUTICAL_MILE_KM)),
            "{returned}. Those are the kilometres, turned into miles, and your names fit. Which of the "
            "two figures has to change its unit before the answer is in kilometres?",
            credit=0.5,
        ),
        Misconception(
            "kilometres taken for miles",
            _TAKEN[0],
            "{returned}. That is what the kilometres would be if they were miles. Which argument holds "
            "the miles?",
            variants=_TAKEN[1:],
        ),
        Misconception(
            "metres",
            _METRES[0],
            "{returned}. From there the Earth would be a small ball. Which unit has your mile, and which one "
            "is asked for?",
            credit=0.5,
            variants=_METRES[1:],
        ),
        Misconception(
            "numbers only",
            lambda km, miles: _readings(miles),
            "Both numbers come back, and nothing else. Which of the two miles does the figure fit?",
            credit=0.5,
        ),
        Misconception(
            "name only",
            _right_name,
            "The name comes back, and nothing else. How many kilometres are the miles in each of the two "
            "readings?",
            credit=0.5,
        ),
        Misconception(
            "another order",
            lambda km, miles: (*_readings(miles)[::-1], _right_name(km, miles)),
            "All three parts are there. In which order are they asked for?",
            credit=0.5,
            variants=(lambda km, miles: (_right_name(km, miles), *_readings(miles)),),
        ),
    ),
)
