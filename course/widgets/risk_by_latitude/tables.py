"""Risk by latitude: what Python computes for the picture, chance by latitude, each country's part."""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course import risk
from course.coverage.dwell import orbit, turning_latitudes_deg
from course.geography import VIEWS, Borders, codes, country_name
from course.quantities import Array
from course.widgets.kit import inclinations
from course.widgets.kit.arrays import Arrays, Rounded
from course.widgets.kit.inclinations import ALTITUDE_KM
from course.widgets.kit.outlines import outlines_to_draw
from course.widgets.kit.words import Words, degrees
from course.widgets.risk_by_latitude import figure as twin
from course.widgets.risk_by_latitude import words as wording

FLATTEST_DEG, STEEPEST_DEG = 20.0, 90.0  # beyond the pole an orbit dwells like its mirror image
MARKS_DEG = {
    mark: why for mark, why in inclinations.MARKS_DEG.items() if FLATTEST_DEG <= mark <= STEEPEST_DEG
}
SPREAD_KM = risk.FOOTPRINT_HALF_WIDTH_KM  # to either side of the track
SPREAD_DEG = SPREAD_KM / risk.KM_PER_DEG
DRAWN_STEP_DEG = 0.5  # between the chances that are drawn
SMOOTH_STEP_DEG = 0.25  # between those that are computed where the chance is smooth
COLUMNS = ("expected", "reached")  # of a country: casualties per km2, part of the people


@cache
def precomputed() -> tuple[Arrays, Words]:
    """Return the arrays and the words of all stops; computed once in a kernel."""
    un, other = (tables(view) for view in VIEWS)
    moved = moved_km()
    arrays = {
        "inclination_deg": stops_deg(),
        "limits_deg": limits_deg(),
        "risk": Rounded(drawn_risks()),
        **{name: un[name] for name in (*COLUMNS, "people", "world", "world_reached")},
        **{f"{name}-moved": other[name][..., moved] for name in (*COLUMNS, "people")},
        "hundred_deg": Rounded(hundred_deg("un")),
        "hundred_deg-moved": Rounded(hundred_deg("de-facto")[moved]),
        "moved": moved,
        **outlines_to_draw(listed()),
    }
    words = {
        "texts": texts(),
        "codes": list(listed()),
        "names": list(names()),
        "people_of_the_world": people_of_the_world(),
        "slots": [[role, sign] for role, sign, *_ in twin.SLOTS],
        "templates": wording.TEMPLATES,
        "notes": {view: note + wording.MORE for view, note in wording.NOTES.items()},
        "steps": list(twin.STEPS),
        "shades": list(twin.SHADES),
        "drawn_step_deg": DRAWN_STEP_DEG,
        "grid": [twin.ACROSS, twin.DOWN],
        "seen_from_deg": twin.SEEN_FROM_DEG,
        "of_people": wording.OF_PEOPLE,
        "beside": f"{SPREAD_KM:.0f}",
        "marks": [[int(np.flatnonzero(stops_deg() == mark)[0]), why]
                  for mark, why in MARKS_DEG.items()],
        "closed": wording.CLOSED,
    }  # fmt: skip
    return arrays, words


@cache
def texts() -> dict[str, Any]:  # Any: lists of words, and those of both views by their names
    """Return the words of every stop."""
    stops = stops_deg().tolist()
    return {
        "slider": [f"{stop:g}°" for stop in stops],
        "inclination": [f"{stop:.1f}".removesuffix(".0") for stop in stops],
        "turn": [degrees(north) for _, north in turns_deg().tolist()],
        "limit": [degrees(north) for _, north in limits_deg().tolist()],
        "north": [f"{degrees(north)}° N" for _, north in limits_deg().tolist()],
        "south": [f"{degrees(-south)}° S" for south, _ in limits_deg().tolist()],
        "other": {  # of the people hit in Russia, in the other view of the borders
            view: [wording.of_many(share) for share in _russian_share(other)]
            for view, other in (VIEWS, VIEWS[::-1])
        },
    }


@cache
def stops_deg() -> Array:
    """Return the stops of the slider in degrees, every degree and each mark."""
    stops = np.unique(np.append(np.arange(FLATTEST_DEG, STEEPEST_DEG + 1), list(MARKS_DEG)))
    stops.flags.writeable = False
    return stops


@cache
def listed() -> tuple[str, ...]:
    """Return the codes of the countries that can be chosen, those with most people first."""
    people = risk.population()
    drawn = [code for code in codes() if _people_of(code, "un") is not None]
    return tuple(sorted(drawn, key=lambda code: -people.get(code, 0)))


@cache
def names() -> tuple[str, ...]:
    """Return the names of `listed`, in its order."""
    return tuple(country_name(code) for code in listed())


@cache
def turns_deg() -> Array:
    """Return at each stop the southernmost and the northernmost latitude of the track."""
    return np.array([turning_latitudes_deg(*orbit(stop, ALTITUDE_KM)) for stop in stops_deg().tolist()])


@cache
def limits_deg() -> NDArray[np.float32]:
    """Return at each stop the southernmost and the northernmost latitude that a piece can reach."""
    beside = np.array([-SPREAD_DEG, SPREAD_DEG])
    return np.clip(turns_deg() + beside, -90, 90).astype(np.float32)


def drawn_risks() -> Array:
    """Return at each stop the risk at a place over that of the world's average person, from pole to pole."""
    drawn = np.arange(-90, 90 + DRAWN_STEP_DEG / 2, DRAWN_STEP_DEG)
    chances = np.array([np.interp(drawn, _middles_deg(), chances) for chances in _chances_km2()])
    mean = tables("un")["world"] / people_of_the_world()
    return np.minimum(chances / mean[:, None], twin.MOST)


@cache
def tables(borders: Borders) -> dict[str, NDArray[np.float32]]:
    """Return in one view of the borders what each stop gives, as the browser has it.

    The names of COLUMNS lead to arrays of stops x `listed`, people to those of `listed`, world to the
    casualties per km2 in the world at each stop, and world_reached to the part of all people there.
    """
    chance = _chances_km2()
    people = np.array([_people_of(code, borders) for code in listed()])
    everybody = risk.people_by_latitude(width_deg=risk.STEP_DEG, borders=borders)
    found = {
        "expected": chance @ people.T,
        "reached": (chance > 0) @ people.T / people.sum(axis=1),
        "people": people.sum(axis=1),
        "world": chance @ everybody,
        "world_reached": (chance > 0) @ everybody / everybody.sum(),
    }
    return {name: values.astype(np.float32) for name, values in found.items()}


@cache
def hundred_deg(borders: Borders) -> NDArray[np.float32]:
    """Return where 100 people of each country of `listed` live, one for each per cent, northernmost first."""
    people = np.array([_people_of(code, borders) for code in listed()])[:, ::-1]
    north = people.cumsum(axis=1)  # how many live so far north
    asked = (np.arange(100) + 0.5) / 100
    found = [_middles_deg()[::-1][np.searchsorted(each, asked * each[-1])] for each in north]
    return np.array(found, np.float32)


@cache
def moved_km() -> NDArray[np.intp]:
    """Return the places in `listed` of countries that are not the same in both views of the borders."""
    un, other = (tables(view) for view in VIEWS)
    return np.flatnonzero(~np.isclose(un["people"], other["people"]))


def people_of_the_world() -> float:
    """Return how many people the picture counts."""
    return float(risk.people_by_latitude(width_deg=90).sum())


def _russian_share(borders):
    table = tables(borders)
    return (table["expected"][:, listed().index("RUS")] / table["world"]).tolist()


@cache
def _chances_km2():
    """Return the chance of a km2 at each stop, in the bands of `risk` from the south pole on.

    Near the limits it is computed in each band, elsewhere in steps and joined by straight lines.
    """
    middles, smooth = _middles_deg(), _middles_deg()[:: round(SMOOTH_STEP_DEG / risk.STEP_DEG)]
    found = []
    for stop, limits in zip(stops_deg().tolist(), limits_deg().tolist(), strict=True):
        near = (np.abs(np.subtract.outer(middles, limits)) < 2.5 * SPREAD_DEG).any(axis=1)
        where = np.union1d(smooth, middles[near])
        chance = risk.person_density_km2(where, inclination_deg=stop, spread_km=SPREAD_KM)
        found.append(np.interp(middles, where, chance))
    return np.array(found)


@cache
def _middles_deg():
    return np.arange(round(180 / risk.STEP_DEG)) * risk.STEP_DEG - 90 + risk.STEP_DEG / 2


def _people_of(code, borders):
    try:
        return risk.people_by_latitude(code, width_deg=risk.STEP_DEG, borders=borders)
    except ValueError:  # nobody lives there
        return None
