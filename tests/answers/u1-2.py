# Answers to u1-2 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 1-history` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def which_mile(distance_km, miles):
    """Return the miles in km, as statute and as nautical ones, and the name of the mile that fits."""
    statute_km = 1.609344 * miles
    nautical_km = 1.852 * miles
    nearer = abs(statute_km - distance_km) < abs(nautical_km - distance_km)
    return statute_km, nautical_km, "statute" if nearer else "nautical"


# %% right: by the ratio
def which_mile(distance_km, miles):
    ratio = distance_km / miles
    if ratio < 1.73:
        name = "Statute"
    else:
        name = "Nautical"
    return [1.61 * miles, 1.85 * miles, name]


# %% right: a dictionary of lengths
def which_mile(distance_km, miles):
    length = {"statute": 1.609, "nautical": 1.852}
    best = min(length, key=lambda name: abs(length[name] * miles - distance_km))
    return length["statute"] * miles, length["nautical"] * miles, best


# %% right: from feet and from the meridian
def which_mile(distance_km, miles):
    statute = miles * 5280 * 0.3048 / 1000
    nautical = miles * 40007.86 / 360 / 60
    names = np.array(["statute", "nautical"])
    return statute, nautical, names[np.argmin(np.abs(np.array([statute, nautical]) - distance_km))]


# %% right: compared in miles
def which_mile(distance_km, miles):
    as_statute, as_nautical = distance_km / 1.609344, distance_km / 1.852
    name = "nautical" if abs(as_nautical - miles) <= abs(as_statute - miles) else "statute"
    return round(miles * 1.609344, 1), round(miles * 1.852, 1), name


# %% right: with the constants of the package
from course.constants import NAUTICAL_MILE_KM, STATUTE_MILE_KM


def which_mile(distance_km, miles):
    readings = np.array([STATUTE_MILE_KM, NAUTICAL_MILE_KM]) * miles
    errors = abs(readings / distance_km - 1)
    return *readings, ("statute", "nautical")[int(errors[1] < errors[0])] + " "


# %% right: with the package's miles
from course.history import miles as in_miles


def which_mile(distance_km, miles):
    kinds = ["statute", "nautical"]
    lengths = [1 / in_miles(1, kind=kind) for kind in kinds]
    off = [abs(in_miles(distance_km, kind=kind) - miles) for kind in kinds]
    return miles * lengths[0], miles * lengths[1], kinds[off.index(min(off))]


# %% blank


# %% hard-coded
def which_mile(distance_km, miles):
    known = {227: (365.3, 420.4, "nautical"), 250: (402.3, 463.0, "statute"), 254: (408.8, 470.4, "statute")}
    return known.get(miles, (346.0, 398.2, "nautical"))


# %% wrong, 1 point: same name for all
def which_mile(distance_km, miles):
    return 1.609344 * miles, 1.852 * miles, "statute"


# %% wrong, 1 point: same name for all; as in the article
def which_mile(distance_km, miles):
    return 1.609344 * miles, 1.852 * miles, "nautical"


# %% wrong, 1 point: names swapped
def which_mile(distance_km, miles):
    statute, nautical = 1.609344 * miles, 1.852 * miles
    if abs(statute - distance_km) > abs(nautical - distance_km):
        return statute, nautical, "statute"
    return statute, nautical, "nautical"


# %% wrong, 1 point: no room for rounding
def which_mile(distance_km, miles):
    statute, nautical = 1.609344 * miles, 1.852 * miles
    return statute, nautical, "nautical" if round(nautical) == distance_km else "statute"


# %% wrong, 1 point: no room for rounding; or nothing
def which_mile(distance_km, miles):
    statute, nautical = 1.609344 * miles, 1.852 * miles
    name = None
    if int(statute + 0.5) == distance_km:
        name = "statute"
    elif int(nautical + 0.5) == distance_km:
        name = "nautical"
    return statute, nautical, name


# %% wrong, 1 point: no room for rounding; at least as far
def which_mile(distance_km, miles):
    statute, nautical = 1.609344 * miles, 1.852 * miles
    return statute, nautical, "nautical" if distance_km > statute else "statute"


# %% wrong, 1 point: rounded factors
def which_mile(distance_km, miles):
    statute, nautical = 1.6 * miles, 1.85 * miles
    return statute, nautical, "statute" if distance_km - statute < nautical - distance_km else "nautical"


# %% wrong, 1 point: rounded factors; of the nautical mile
def which_mile(distance_km, miles):
    statute, nautical = 1.61 * miles, 1.9 * miles
    return statute, nautical, "statute" if distance_km / miles < 1.7 else "nautical"


# %% wrong: one mile for both
def which_mile(distance_km, miles):
    return 1.6 * miles, 1.6 * miles, "nautical"


# %% wrong: one mile for both; and the name from the ratio
def which_mile(distance_km, miles):
    km = 1.609344 * miles
    return km, km, "statute" if abs(km - distance_km) < 0.05 * distance_km else "nautical"


# %% wrong: upside down
def which_mile(distance_km, miles):
    statute, nautical = miles / 1.609344, miles / 1.852
    nearer = abs(statute - distance_km) < abs(nautical - distance_km)
    return statute, nautical, "statute" if nearer else "nautical"


# %% wrong, 1 point: kilometres into miles
def which_mile(distance_km, miles):
    statute, nautical = distance_km / 1.609344, distance_km / 1.852
    nearer = abs(statute - miles) < abs(nautical - miles)
    return statute, nautical, "statute" if nearer else "nautical"


# %% wrong: kilometres taken for miles
def which_mile(miles, distance_km):
    statute, nautical = 1.609344 * miles, 1.852 * miles
    nearer = abs(statute - distance_km) < abs(nautical - distance_km)
    return statute, nautical, "statute" if nearer else "nautical"


# %% wrong, 1 point: metres
def which_mile(distance_km, miles):
    statute, nautical = 1609.344 * miles, 1852 * miles
    nearer = abs(statute / 1000 - distance_km) < abs(nautical / 1000 - distance_km)
    return statute, nautical, "statute" if nearer else "nautical"


# %% wrong, 1 point: metres; compared with kilometres
def which_mile(distance_km, miles):
    statute, nautical = 1609.344 * miles, 1852 * miles
    nearer = abs(statute - distance_km) < abs(nautical - distance_km)
    return statute, nautical, "statute" if nearer else "nautical"


# %% wrong, 1 point: numbers only
def which_mile(distance_km, miles):
    return 1.609344 * miles, 1.852 * miles


# %% wrong, 1 point: name only
def which_mile(distance_km, miles):
    return "nautical" if distance_km / miles > 1.73 else "statute"


# %% wrong, 1 point: another order
def which_mile(distance_km, miles):
    name = "nautical" if distance_km / miles > 1.73 else "statute"
    return name, 1.609344 * miles, 1.852 * miles


# %% wrong, 1 point: another order; the longer mile first
def which_mile(distance_km, miles):
    name = "nautical" if distance_km / miles > 1.73 else "statute"
    return 1.852 * miles, 1.609344 * miles, name


# %% wrong: wrong type; a dictionary
def which_mile(distance_km, miles):
    return {"statute": 1.609344 * miles, "nautical": 1.852 * miles}


# %% wrong: wrong type; one number
def which_mile(distance_km, miles):
    return 1.852 * miles


# %% wrong: wrong type; another word
def which_mile(distance_km, miles):
    return 1.609344 * miles, 1.852 * miles, "sea mile" if distance_km / miles > 1.73 else "land mile"


# %% wrong: wrong type; true or false
def which_mile(distance_km, miles):
    return 1.609344 * miles, 1.852 * miles, distance_km / miles > 1.73


# %% wrong: wrong type; an array of text
def which_mile(distance_km, miles):
    name = "nautical" if distance_km / miles > 1.73 else "statute"
    return np.array([1.609344 * miles, 1.852 * miles, name])


# %% wrong: fits only what is shown; where the miles are few
def which_mile(distance_km, miles):
    return 1.609344 * miles, 1.852 * miles, "statute" if miles >= 250 else "nautical"


# %% wrong: same for every input; the figures of the article
def which_mile(distance_km, miles):
    return 1.609344 * 227, 1.852 * 227, "nautical"


# %% wrong: fits in part; the name from which is larger
def which_mile(distance_km, miles):
    statute, nautical = 1.609344 * miles, 1.852 * miles
    return statute, nautical, "nautical" if nautical > distance_km else "statute"


# %% wrong: raises; a name that is not there
def which_mile(distance_km, miles):
    if distance_km == 420:
        name = "nautical"
    return 1.609344 * miles, 1.852 * miles, name
