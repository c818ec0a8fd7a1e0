"""Risk by latitude: every sentence of the picture."""

from course.widgets.kit.borders import notes

LABELS = {  # on the drawing and its controls
    "country": "Country",
    "countries": "countries",
    "already": "$name is compared already.",
    "more": "Other countries and borders; how it is computed",
    "fall": "Where pieces can fall",
    "live": "Where 100 people of each country live",
    "live_short": "Where people live",
    "scale": "$count of 100 people",
    "equator": "equator",
    "key": "Risk at a place, world's mean = 1",
    "key_short": "Risk at a place",
    "ratio": "Risk of an average person",
    "mean": "world's mean = 1",
    "none": "none",
    "few": "under 1",
    "little": "less than 1\xa0%",
    "all": "all",
    "most": "more than 99\xa0%",
    "percent": "$share\xa0%",
}
OF_PEOPLE = 1000
TEMPLATES = {
    "sentence": "From an orbit tilted by {ink:$inclination degrees} {debris:pieces can fall} $reach: "
    "$reached of all people live there. $who",
    "nobody": "So do all people of $names.",
    "some": "{$role:$name}: $beyond live beyond, the others run {$role:$within times} the world's mean risk.",
    "everybody": "All people of {$role:$name} live beyond: nothing falls on them.",
    "alt": "A globe, and beside it on the same latitudes where people live, by 2 degrees of latitude: "
    "$names. Shaded is where pieces can fall, from $limit degrees south to $limit degrees north: faintly at "
    "the equator, ever more strongly towards the edges. Below, bars of the risk of an average person against "
    "a line at the world's mean. $told.",
    "told": "$name: $millions million people, $beyond of them where nothing falls; an average person runs "
    "$ratio times the world's mean risk; of 1,000 people hit $of_many live there",
}
REACH = {  # of the pieces
    "degrees": "up to {debris:$limit degrees} north and south, $beside km beyond its track",
    "poles": "up to {debris:90 degrees} north and south",
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


def of_many(share):
    """Return a share in thousandths, whole, and never as none if there is one.

    Examples
    --------
    >>> of_many(0.0144), of_many(0.0002), of_many(0)
    ('14', 'under 1', 'none')
    """
    many = OF_PEOPLE * share
    return "none" if many == 0 else "under 1" if many < 0.5 else f"{int(many + 0.5):,}"


def whole_percent(share):
    """Return a share in whole per cent, and never as nothing or all if it is not.

    Examples
    --------
    >>> whole_percent(0.754), whole_percent(0.0009), whole_percent(0), whole_percent(0.999)
    ('75\xa0%', 'less than 1\xa0%', 'none', 'more than 99\xa0%')
    """
    if share < 1e-6:
        return "none"
    if share < 0.005:
        return "less than 1\xa0%"
    return "all" if share > 1 - 1e-6 else "more than 99\xa0%" if share > 0.995 else f"{100 * share:.0f}\xa0%"
