"""Risk by latitude: what Python computes for the picture, chance by latitude, each country's part."""

from functools import cache

import numpy as np

from course import risk
from course.coverage import share_table
from course.coverage.dwell import orbit, turning_latitudes_deg
from course.geography import VIEWS, codes, country_name
from course.risk import ACCEPTED
from course.widgets.kit import inclinations
from course.widgets.kit.inclinations import ALTITUDE_KM
from course.widgets.risk_by_latitude import figure as twin
from course.widgets.risk_by_latitude import words as wording
from course.widgets.risk_by_latitude.figure import BAND_DEG

MOST_M2, STEP_M2 = 5000.0, 100.0


@cache
def texts():
    """Return the words of every stop."""
    stops, curves = stops_deg().tolist(), chance_by_latitude()
    middle = curves["chance"][:, CURVE_POINTS // 2].tolist()
    return {
        "slider": [f"{stop:g}°" for stop in stops],
        "inclination": [f"{stop:.1f}".removesuffix(".0") for stop in stops],
        "top": [f"{top:.1f}" for top in curves["turns_deg"][:, 1].tolist()],
        "middle": [f"{chance:.1f}" for chance in middle],
        "other": {  # casualties in Russia per 1,000 m2 in the other view of the borders
            view: [wording.significant(1e-3 * float(per_km2)) for per_km2 in
                   tables(other)["expected"][:, listed().index("RUS")]]
            for view, other in (VIEWS, VIEWS[::-1])
        },
    }  # fmt: skip


@cache
def precomputed():
    """Return the arrays and the words of all stops; computed once in a kernel."""
    un, other = (tables(view) for view in VIEWS)
    moved = moved_km()
    arrays = {
        "inclination_deg": stops_deg(),
        **chance_by_latitude(),
        **{name: un[name] for name in (*COLUMNS, "people", "world")},
        **{f"{name}-moved": other[name][..., moved] for name in (*COLUMNS, "people")},
        "bands": bands("un"),
        "bands-moved": bands("de-facto")[moved],
        "moved": moved,
    }
    words = {
        "texts": texts(),
        "codes": list(listed()),
        "names": list(names()),
        "people_of_the_world": people_of_the_world(),
        "slots": [[role, sign] for role, sign, *_ in twin.SLOTS],
        "templates": {
            "head": wording.HEAD, "head_none": wording.HEAD_NONE, "country": wording.COUNTRY,
            "never": wording.NEVER, "over": wording.OVER, "within": wording.WITHIN, "alt": wording.ALT,
            "people": wording.PEOPLE,
        },
        "axes": twin.AXES,
        "notes": {view: note + wording.MORE for view, note in wording.NOTES.items()},
        "limit": ACCEPTED,
        "limit_words": twin.LIMIT,
        "full_scale": twin.FULL_SCALE,
        "shown_deg": list(twin.SHOWN_DEG),
        "band_deg": twin.BAND_DEG,
        "expected_ends": [twin.LEAST_EXPECTED, twin.MOST_EXPECTED],
        "most_m2": MOST_M2,
        "step_m2": STEP_M2,
        "marks": [[int(np.flatnonzero(stops_deg() == mark)[0]), why]
                  for mark, why in MARKS_DEG.items()],
        "closed": "People by latitude in the countries compared. Answer the question or skip it to see who "
        "carries the risk of an uncontrolled fall.",
    }  # fmt: skip
    return arrays, words


FLATTEST_DEG, STEEPEST_DEG = 20.0, 90.0  # beyond the pole an orbit dwells like its mirror image
MARKS_DEG = {
    mark: why for mark, why in inclinations.MARKS_DEG.items() if FLATTEST_DEG <= mark <= STEEPEST_DEG
}
CURVE_POINTS = 129  # of the chance by latitude, at equal steps of a lap: close together where it is steep
COLUMNS = ("share", "expected", "reached")  # of a country: chance, casualties per km2, part of the people


@cache
def stops_deg():
    """Return the stops of the slider in degrees, every degree and each mark."""
    stops = np.unique(np.append(np.arange(FLATTEST_DEG, STEEPEST_DEG + 1), list(MARKS_DEG)))
    stops.flags.writeable = False
    return stops


@cache
def listed():
    """Return the codes of the countries that can be chosen, those with most people first."""
    people = risk.population()
    drawn = [code for code in codes() if _people_of(code, "un") is not None]
    return tuple(sorted(drawn, key=lambda code: -people.get(code, 0)))


@cache
def names():
    """Return the names of `listed`, in its order."""
    return tuple(country_name(code) for code in listed())


@cache
def chance_by_latitude():
    """Return at each stop the latitudes of half a lap and the chance of a km2 there, and where it turns."""
    lap = np.sin(np.linspace(-np.pi / 2, np.pi / 2, CURVE_POINTS))
    latitude, chance, turns = [], [], []
    for stop in stops_deg().tolist():
        south, north = turning_latitudes_deg(*orbit(stop, ALTITUDE_KM))
        half = np.sin(np.radians([south, north]))
        latitude.append(np.degrees(np.arcsin(half.mean() + np.ptp(half) / 2 * lap)))
        chance.append(risk.person_density_km2(latitude[-1], inclination_deg=stop))
        turns.append((south, north))
    found = {"latitude_deg": latitude, "chance": 1e9 * np.array(chance), "turns_deg": turns}
    return {name: np.asarray(values, np.float32) for name, values in found.items()}


@cache
def tables(borders):
    """Return in one view of the borders what each stop gives, as the browser has it.

    The names of COLUMNS lead to arrays of stops x `listed`, people to those of `listed`, and world to the
    casualties per km2 in the world at each stop.
    """
    chance, stops = _chances_km2(), stops_deg().tolist()
    people = np.array([_people_of(code, borders) for code in listed()])
    table = share_table(borders)
    places = [table.codes.index(code) for code in listed()]
    totals = people.sum(axis=1)
    found = {
        "share": np.array([table.at(stop, altitude_km=ALTITUDE_KM)[places] for stop in stops]),
        "expected": chance @ people.T,
        "reached": (chance > 0) @ people.T / totals,
        "people": totals,
        "world": chance @ risk.people_by_latitude(width_deg=risk.STEP_DEG, borders=borders),
    }
    return {name: values.astype(np.float32) for name, values in found.items()}


@cache
def bands(borders):
    """Return the people of each country of `listed` by 2 degrees of latitude."""
    every = [risk.people_by_latitude(code, width_deg=BAND_DEG, borders=borders) for code in listed()]
    return np.array(every, np.float32)


@cache
def moved_km():
    """Return the places in `listed` of countries that are not the same in both views of the borders."""
    un, other = (tables(view) for view in VIEWS)
    differ = [
        ~np.isclose(un["people"], other["people"]),
        (abs(un["share"] - other["share"]) > 1e-6).any(axis=0),
    ]
    return np.flatnonzero(np.any(differ, axis=0))


def people_of_the_world():
    """Return how many people the picture counts."""
    return float(risk.people_by_latitude(width_deg=90).sum())


@cache
def _chances_km2():
    """Return the chance of a km2 at each stop, in the bands of `risk` from the south pole on."""
    middle = np.arange(-90 + risk.STEP_DEG / 2, 90, risk.STEP_DEG)
    return np.array([risk.person_density_km2(middle, inclination_deg=stop) for stop in stops_deg().tolist()])


def _people_of(code, borders):
    try:
        return risk.people_by_latitude(code, width_deg=risk.STEP_DEG, borders=borders)
    except ValueError:  # nobody lives there
        return None
