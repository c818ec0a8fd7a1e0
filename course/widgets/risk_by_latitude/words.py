"""Risk by latitude: sentences of the picture."""

from collections.abc import Sequence
from string import Template
from typing import TypedDict

from course.widgets.kit.borders import notes

LABELS = {  # on the drawing and its controls
    "country": "Country",
    "countries": "countries",
    "already": "$name is compared already.",
    "more": "Other countries and borders; how it is computed",
    "fall": "Where pieces can fall",
    "track": "track to $turn°",
    "beside": "+ $beside km",
    "key": "Risk at a place",
    "key_unit": "world's mean = 1",
    "key_none": "0",
    "ratio": "Risk of an average person",
    "live": "Where people live",
    "mean": "world's mean = 1",
    "people": "Dots: 100 people of each country, from north to south",
    "people_short": "Dots: 100 people, from north to south",
    "beyond": "$count beyond: none",
    "within": "$count within: $within",
    "eight": "8 of 10 live at $from to $to",
    "none": "none",
    "few": "under 1",
    "little": "less than 1\xa0%",
    "all": "all",
    "most": "more than 99\xa0%",
    "percent": "$share\xa0%",
}
CLOSED = (
    "Globe, and beside it where the people of the countries compared live. Answer the question or skip "
    "it to see who carries the risk of an uncontrolled fall."
)
OF_PEOPLE = 1000
TEMPLATES = {
    "sentence": "At a tilt of {ink:$inclination degrees} an average person runs $risks. $who",
    "empty": "At a tilt of {ink:$inclination degrees} {debris:pieces can fall} up to "
    "{debris:$limit degrees} north and south: on nobody in $names.",
    "alone": "{$role:$ratio times} the world's mean risk in {$role:$name}",
    "most": "most risk in {$role:$name}, {$role:$ratio times} the world's mean",
    "middle": "then in {$role:$name}, {$role:$ratio}",
    "least": "least in {$role:$name}, {$role:$ratio}",
    "unhurt": "none in {$role:$name}",
    "some": "In $name $beyond live beyond {debris:$limit degrees}, where nothing falls; the others run "
    "$within times the mean.",
    "everybody": "All of $name lives beyond {debris:$limit degrees}, where nothing falls.",
    "nobody": "Nobody there lives beyond {debris:$limit degrees}, where nothing falls.",
    "poles": "Pieces can fall at every latitude.",
    "alt": "A globe, shaded where pieces can fall, from $limit degrees south to $limit degrees north: faint "
    "at the equator, ever stronger towards the edges; the track turns at $turn degrees, and pieces fall "
    "up to $beside km beside it. $reached of all people live there. Beside it for each country a bar of the "
    "risk of an average person against a line at the world's mean, and 100 dots for its people from north "
    "to south, shaded by the risk where they live, empty where nothing falls. $told.",
    "told": "$name: $millions million people, $beyond of them where nothing falls; an average person runs "
    "$ratio times the world's mean risk; of 1,000 people hit $of_many live there",
}
NOTES = notes("of 1,000 people hit, $other live in Russia")
MORE = (
    " Each orbit is 420 km high. The chance of a place is the time that the station spends over its "
    "latitude, with pieces spread evenly up to 150 km to either side of the track: NASA reckons with a "
    "footprint 300 km wide. How many people are hit in all depends on how much ground the pieces strike, "
    "which is not known; the cell below gives a range. People: places of 500 or more (GeoNames), raised to "
    "national totals, mostly of 2018. Areas disputed between India, China and Pakistan follow the map data "
    "(Natural Earth) and GeoNames; Taiwan is listed by itself."
)


class Risk(TypedDict):
    """What is said of a country: its name and colour, and its risk as a number and in words."""

    name: str
    role: str
    times: float
    ratio: str


class Told(Risk):
    """The same with its people, in words: how many, beyond the pieces, within their reach, of 1,000 hit."""

    within: str
    of_many: str
    beyond: str
    millions: str


def significant(number: float) -> str:
    """Return a number in two digits, never as a power of ten.

    Examples
    --------
    >>> significant(0.000323), significant(2.03), significant(171.1), significant(0)
    ('0.00032', '2.0', '170', '0')
    """
    if number == 0:
        return "0"
    digits, power = f"{number:.1e}".split("e")
    return f"{float(f'{digits}e{power}'):,.{max(0, 1 - int(power))}f}"


def times(ratio: float) -> str:
    """Return how many times a mean a risk is: in hundredths, so that what is near the mean is told from it.

    Examples
    --------
    >>> times(0.7634), times(1.031), times(12.34), times(0.00032), times(0)
    ('0.76', '1.03', '12', '0.00032', '0')
    """
    return f"{ratio:.2f}" if 0.1 <= ratio < 9.995 else significant(ratio)


def ranked(told: Sequence[Risk]) -> str:
    """Return in words who runs how much, the largest risk first.

    Parameters
    ----------
    told : sequence of dict
        Of each country name, role, times and ratio (in words).

    Examples
    --------
    >>> ranked([{"name": "India", "role": "speed", "times": 0.8217, "ratio": "0.82"},
    ...         {"name": "Fiji", "role": "gravity", "times": 0, "ratio": "0"}])
    "most risk in {speed:India}, {speed:0.82 times} the world's mean, none in {gravity:Fiji}"
    """
    order = sorted(told, key=lambda each: -each["times"])
    kinds = ["alone"] if len(order) == 1 else ["most", *["middle"] * (len(order) - 2), "least"]
    kinds = [kind if each["times"] else "unhurt" for kind, each in zip(kinds, order, strict=True)]
    return ", ".join(
        Template(TEMPLATES[kind]).substitute(each) for kind, each in zip(kinds, order, strict=True)
    )


def of_many(share: float) -> str:
    """Return a share in thousandths, whole, and never as none if there is one.

    Examples
    --------
    >>> of_many(0.0144), of_many(0.0002), of_many(0)
    ('14', 'under 1', 'none')
    """
    many = OF_PEOPLE * share
    return LABELS["none"] if many == 0 else LABELS["few"] if many < 0.5 else f"{int(many + 0.5):,}"


def whole_percent(share: float) -> str:
    """Return a share in whole per cent, and never as nothing or all if it is not.

    Examples
    --------
    >>> whole_percent(0.754), whole_percent(0.0009), whole_percent(0), whole_percent(0.999)
    ('75\xa0%', 'less than 1\xa0%', 'none', 'more than 99\xa0%')
    """
    if share < 0.005:
        return LABELS["none" if share < 1e-6 else "little"]
    if share > 0.995:
        return LABELS["all" if share > 1 - 1e-6 else "most"]
    return Template(LABELS["percent"]).substitute(share=f"{100 * share:.0f}")
