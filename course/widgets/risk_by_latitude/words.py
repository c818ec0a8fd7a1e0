"""Risk by latitude: every sentence of the picture."""

from course.widgets.kit.borders import notes

LABELS = {  # on the drawing and its controls
    "area": "Casualty area",
    "country": "Country",
    "countries": "countries",
    "already": "$name is compared already.",
    "world": "the world",
    "rows": "Expected casualties, each line ten times the one before",
    "rows_short": "Expected casualties, each line × 10",
    "limit": "NASA's limit for the world: $limit",
    "limit_short": "NASA's limit for the world",
    "in_billion": "in 1,000,000,000",
    "chance": "Chance that it falls on a km²",
    "chance_short": "Chance of a km²",
    "nothing": "no track here",
    "never": "never",
    "people": "Where people live",
    "people_short": "million in 2°",
    "beyond": "$share beyond the track",
    "mean": "world's mean $mean",
    "mean_short": "mean $mean",
    "none": "none",
    "little": "less than 1 %",
    "all": "all",
    "most": "more than 99 %",
    "percent": "$share %",
}

HEAD = (
    "With {ink:$area} of casualty area a fall at {ink:$inclination degrees} costs {ink:$world casualties} in "
    "the world on average, $limit."
)
HEAD_NONE = "With {ink:0 m²} of casualty area nobody is hit, wherever it falls."
COUNTRY = (
    "$name: $share that it ends there; $expected casualties; $ratio times the world's mean risk for a person."
)
NEVER = "$name: the track never comes there."
OVER, WITHIN = "$times times the limit of 0.0001", "within the limit of 0.0001"
ALT = (
    "Three drawings. The first two have one axis of latitude. First, the chance that a given square "
    "kilometre is where the fall ends: $middle in a thousand million at the equator, growing towards $top "
    "degrees; beyond them the track never comes, but pieces that fall beside it may. Second, where people "
    "live, by 2 degrees of latitude: $people. Third, expected "
    "casualties, each line ten times the one before: $expected; the limit is 0.0001."
)
PEOPLE = "$name, $millions million people, $beyond of them where the track never comes"
NOTES = notes("$other casualties expected in Russia with 1,000 m²")
MORE = (
    " The chance is that of a fall on the track itself: pieces that come down beside it, up to some 150 km "
    "away, make a slope of its edge. How much of the station would reach the ground is not known: the "
    "casualty area is a parameter, not a "
    "figure for the station. The limit for an uncontrolled re-entry is NASA's (NASA-STD-8719.14). People: "
    "places of 500 or more (GeoNames), raised to national totals, mostly of 2018. Areas disputed between "
    "India, China and Pakistan follow the map data (Natural Earth) and GeoNames; Taiwan is listed by itself."
)


def significant(number):
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


def percent(share):
    """Return a share in per cent, in two digits.

    Examples
    --------
    >>> percent(0.0191), percent(0.0058), percent(0)
    ('1.9 %', '0.58 %', '0 %')
    """
    return f"{significant(100 * share)} %"


def whole_percent(share):
    """Return a share in whole per cent, and never as nothing or all if it is not.

    Examples
    --------
    >>> whole_percent(0.754), whole_percent(0.0009), whole_percent(0), whole_percent(0.999)
    ('75 %', 'less than 1 %', 'none', 'more than 99 %')
    """
    if share < 1e-6:
        return "none"
    if share < 0.005:
        return "less than 1 %"
    return "all" if share > 1 - 1e-6 else "more than 99 %" if share > 0.995 else f"{100 * share:.0f} %"


def area(square_metres):
    """Return a casualty area in words.

    Examples
    --------
    >>> area(1000)
    '1,000 m²'
    """
    return f"{square_metres:,.0f} m²"
