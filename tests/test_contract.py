"""Contract of all public functions: the defaults that callers rely on, and the edges of what is taken.

A default that moves changes numbers in prose, pictures and exercises without a word; a limit that moves by a
hair lets through, or refuses, what a docstring says. Each default name stands once in one table, each edge in
another; a new function with another default makes the first test fail until it is listed.
"""

import functools
import importlib
import inspect
import itertools
import math
import pkgutil
import re
from typing import get_args

import fuzzing
import numpy as np
import pytest
from numpy.typing import ArrayLike
from pictures import takes_a_question

import course
from course import coverage, decay, elements, flight, geography, ground, orbits, relative, risk, widgets
from course.constants import EARTH_RADIUS_KM
from course.quantities import MomentsLike

MODELS = (
    *(
        "cities",
        "coverage",
        "decay",
        "elements",
        "evidence",
        "flight",
        "frames",
        "geography",
        "ground",
        "history",
    ),
    *("layout", "orbits", "predictions", "relative", "risk", "station"),
)
INF = math.inf
DEFAULTS = {  # in every public function that has a default for it
    "about": "verdict",
    "altitude_km": 420.0,  # the station's, as orbits count it; 413 to 424 km in 2022
    "argument_of_latitude_deg": 0.0,
    "at_least": 15_000,
    "axes": "curvilinear",
    "spread_km": 0.0,  # pieces on the track itself
    "ballistic_coefficient_kg_m2": 145.0,  # of the station, measured: `course.decay.drag`
    "ballistic_coefficients_kg_m2": (INF, INF),
    "beta_deg": 0.0,
    "borders": "un",  # those recognised by the General Assembly, resolution 68/262
    "by": "segment",
    "cut": "PMA-1/Zarya",
    "density_kg_m3": 0.0,
    "elevation_deg": 0.0,
    "inclination_deg": 51.64,  # of the station
    "isp_s": 300.0,  # storable propellants
    "j2": True,
    "kind": "statute",
    "laps": 1,
    "min_elevation_deg": 10.0,
    "points": 8,  # of Gauss, exact to 1e-9 degrees on short edges
    "row_deg": 0.2,
    "samples": 181,
    "satellite": 25544,  # the station's number in the catalogue of satellites
    "scale": "110m",
    "source": "given by hand",
    "timeout_s": 5.0,
    "waits": False,  # a question tells its number at once
    "width_deg": 1.0,
    "window_days": 1.0,
    "windows_days": (1, 4, 61, 365),
    "within_km": 25.0,  # beside the track
    "within_m": 100.0,
    **dict.fromkeys(("radial_m_s", "along_m_s", "cross_m_s", "after_s"), 0.0),
}
OTHERS = {  # where a name has another default in one function
    ("orbit_with_drag", "ballistic_coefficient_kg_m2"): INF,  # of a body without drag
}


def public_functions():
    """Yield the public functions of models, their classes' methods, and the factories of pictures."""
    for room in MODELS:
        module = importlib.import_module(f"course.{room}")
        for found in (module, *_parts(module)):
            for name, public in vars(found).items():
                ours = getattr(public, "__module__", "").startswith(f"course.{room}")
                if not name.startswith("_") and ours:
                    yield from _functions(public)
    yield from (getattr(widgets, name) for name in widgets.__all__)


def _functions(public):
    if inspect.isfunction(public):
        yield public
    elif inspect.isclass(public):
        for name, method in vars(public).items():
            if inspect.isfunction(method) and (name == "__init__" or not name.startswith("_")):
                yield method


def _parts(module):
    paths = getattr(module, "__path__", ())
    return [importlib.import_module(f"{module.__name__}.{one.name}") for one in pkgutil.iter_modules(paths)]


def defaults():
    """Return ``(function, parameter): default`` for every number, flag and view of the borders."""
    return {
        (function.__qualname__, name): parameter.default
        for function in set(public_functions())
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.default not in (parameter.empty, None, "", ())
    }


def test_every_default_of_a_model_is_the_one_of_the_table():
    models = {
        function.__qualname__ for function in public_functions() if "widgets" not in function.__module__
    }
    found = {place: value for place, value in defaults().items() if place[0] in models}
    assert found == {place: OTHERS.get(place, DEFAULTS.get(place[1], "not in the table")) for place in found}
    assert set(OTHERS) <= set(found)
    assert set(DEFAULTS) <= {name for _, name in found}


def test_every_function_and_every_picture_takes_the_borders_of_the_united_nations():
    found = {place: value for place, value in defaults().items() if place[1] == "borders"}
    assert {name for name, _ in found} >= {
        *("outlines", "polygon", "country_code", "table", "minutes_per_day", "minutes_in_windows", "spread"),
        *("time_share", "countries_under", "area_share_below", "population_share_below", "risen_share"),
        *(
            "impact_share",
            "casualty_expectation",
            "ShareTable.__init__",
            "mean_person_density_km2",
            "over_countries",
            "russia_band",
        ),
    }
    assert set(found.values()) == {"un"}


# Where a default of borders is used, not only declared: Crimea decides ------------------------------------


@functools.cache
def three_days():
    """Return a track that also comes over Crimea, which not every day does."""
    return ground.ground_track(
        elements.on("2022-03-12"), start_utc="2022-03-12", duration_s=3 * 86_400, step_s=10
    )


def seen_from_ukraine(**view):
    return coverage.risen_share("UKR", elevation_deg=90, inclination_deg=46, **view).area_share


ANSWERS = {
    "area_share_below": lambda **view: coverage.area_share_below("UKR", latitude_deg=46, **view),
    "casualty_expectation": lambda **view: risk.casualty_expectation(10, **view)["UKR"],
    "countries_under": lambda **view: coverage.countries_under(45.0, longitude_deg=34.0, **view),
    "impact_share": lambda **view: risk.impact_share(51.64, **view)["UKR"],
    "mean_person_density_km2": lambda **view: risk.mean_person_density_km2("UKR", **view),
    "minutes_in_windows": lambda **view: coverage.minutes_in_windows(three_days(), "UKR", **view).sum(),
    "minutes_per_day": lambda **view: coverage.minutes_per_day(three_days(), **view)["UKR"],
    "outlines": lambda **view: sum(map(len, geography.outlines("UKR", **view))),
    "people_by_latitude": lambda **view: len(risk.people_by_latitude("UKR", **view)),
    "polygon": lambda **view: geography.polygon("UKR", **view).area,
    "population_share_below": lambda **view: coverage.population_share_below("UKR", latitude_deg=46, **view),
    "spread": lambda **view: coverage.spread(three_days(), "UKR", windows_days=(1,), **view)["mean"].item(),
    "time_share": lambda **view: coverage.time_share(51.64, **view)["UKR"],
    "risen_share": seen_from_ukraine,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_without_a_word_the_borders_are_those_of_the_united_nations(name):
    answer = ANSWERS[name]
    assert answer() == answer(borders="un")
    if name != "people_by_latitude":  # a number of rows
        assert answer() != answer(borders="de-facto")


# Edges -----------------------------------------------------------------------------------------------------

EDGES = [  # what, the function of one argument, the least and the greatest value that are taken
    *(
        (f"{function.__name__} inclination", lambda x, f=function: f(420, inclination_deg=x), 0.0, 180.0)
        for function in (
            orbits.node_rate_deg_day,
            orbits.perigee_rate_deg_day,
            orbits.nodal_period_s,
            orbits.westward_shift_deg,
            orbits.turning_latitude_deg,
        )
    ),
    ("orbits altitude", orbits.period_s, 0.0, 1.5e6),
    ("eclipse beta", lambda x: orbits.eclipse_minutes(420, beta_deg=x), -90.0, 90.0),
    ("launch latitude", lambda x: orbits.launch_azimuth_deg(x, inclination_deg=90), -90.0, 90.0),
    ("footprint altitude", ground.footprint_radius_km, 0.0, 1e15),
    ("footprint elevation", lambda x: ground.footprint_radius_km(420, x), 0.0, 90.0),
    ("split latitude", lambda x: ground.split_at_antimeridian([10.0], [x]), -90.0, 90.0),
    ("free flight altitude", lambda x: flight.free_flight(x, speed_km_s=7), 0.0, None),
    ("free flight speed", lambda x: flight.free_flight(420, speed_km_s=x), 0.0, None),
    ("free flight samples", lambda x: flight.free_flight(420, speed_km_s=7, samples=x), 2, None),
    ("time share inclination", coverage.time_share, 0.0, 180.0),
    ("share below latitude", coverage.share_below, -90.0, 90.0),
    ("share below inclination", lambda x: coverage.share_below(0, inclination_deg=x), 0.0, 180.0),
    ("area share latitude", lambda x: coverage.area_share_below("DEU", latitude_deg=x), -90.0, 90.0),
    ("people share latitude", lambda x: coverage.population_share_below("DEU", latitude_deg=x), -90.0, 90.0),
    ("countries latitude", lambda x: coverage.countries_under(x, longitude_deg=0.0), -90.0, 90.0),
    ("sky latitude", lambda x: in_the_sky(latitude_deg=x), -90.0, 90.0),
    ("sky longitude", lambda x: in_the_sky(longitude_deg=x), -3.6e6, 3.6e6),
    ("countries longitude", lambda x: coverage.countries_under(0.0, longitude_deg=x), -3.6e6, 3.6e6),
    ("split longitude", lambda x: ground.split_at_antimeridian([x], [0.0]), -3.6e6, 3.6e6),
    ("sight elevation", coverage.risen_limits_deg, 0.0, 90.0),
    ("impact inclination", risk.impact_share, 0.0, 180.0),
    ("casualty area", lambda x: risk.casualty_expectation(x), 0.0, None),
    ("person density latitude", risk.person_density_km2, -90.0, 90.0),
    ("people rows", lambda x: risk.people_by_latitude(width_deg=x), None, 90.0),
    ("push mass", lambda x: relative.push_off_m_s(x, 1000, relative_m_s=1), 1e-6, 1e7),
    ("push mass of the other", lambda x: relative.push_off_energy_j(1000, x, relative_m_s=1), 1e-6, 1e7),
    ("push speed", lambda x: relative.push_off_impulse_n_s(1000, 1000, relative_m_s=x), 0.0, 100.0),
    ("push distance", relative.along_push_m_s, 0.0, 1e15),
    ("push laps", lambda x: relative.along_push_m_s(1, laps=x), 0.01, 1e15),
    ("path time", relative.hill_motion, 0.0, None),
    *(
        (f"path {part}", lambda x, p=part: relative.hill_motion(60, **{p: x}), -100.0, 100.0)
        for part in ("radial_m_s", "along_m_s", "cross_m_s")
    ),
    ("drag push", lambda x: drag_days(along_m_s=x), -100.0, 100.0),
    ("drag density", lambda x: drag_days(density_kg_m3=x), 0.0, 1.3),
    ("air altitude", lambda x: decay.density_kg_m3(x, f107=125), 100.0, 800.0),
    ("air activity", lambda x: decay.density_kg_m3(420, f107=x), 60.0, 300.0),
    ("rate altitude", lambda x: decay.rate_km_day(x, f107=125), 120.0, 800.0),
    ("rate ballistic", lambda x: decay.rate_km_day(420, f107=125, ballistic_coefficient_kg_m2=x), 0.1, 1e5),
    ("lifetime altitude", lambda x: decay.lifetime_days(x, f107=125), 120.0, 800.0),
    ("lifetime activity", lambda x: decay.lifetime_days(420, f107=x), 60.0, 300.0),
    ("fallen days", lambda x: decay.fallen_km(420, start_utc="2008-03-12", days=x), 0.0, None),
    ("perigee", lambda x: decay.deorbit_delta_v_m_s(420, perigee_km=x), 0.0, 420.0),
    ("burn change", lambda x: decay.propellant_kg(1000, delta_v_m_s=x), 0.0, 12_000.0),
    ("burn impulse", lambda x: decay.propellant_kg(1000, delta_v_m_s=1, isp_s=x), 1.0, 1e4),
    ("burn mass", lambda x: decay.propellant_kg(x, delta_v_m_s=1), None, 1e7),
    ("burn thrust", lambda x: decay.burn_time_s(1000, delta_v_m_s=1, thrust_n=x), 1e-3, 1e15),
    ("footprint start", lambda x: decay.footprint(x, perigee_km=50), 130.0, 800.0),
    ("footprint perigee", lambda x: decay.footprint(420, perigee_km=x), 0.0, None),
]


def in_the_sky(latitude_deg=0.0, longitude_deg=0.0):
    iss = elements.on("2022-03-12")
    return coverage.look_angles(iss, "2022-03-12", latitude_deg=latitude_deg, longitude_deg=longitude_deg)


def drag_days(along_m_s=-0.15, density_kg_m3=4e-12):
    return relative.drag_recontact_days(
        along_m_s, density_kg_m3=density_kg_m3, ballistic_coefficients_kg_m2=(150.0, 250.0)
    )


def beyond(edge, side):
    """Return the next number beyond an edge: the next float, or the next whole number."""
    return edge + side if isinstance(edge, int) else float(np.nextafter(edge, side * INF))


@pytest.mark.filterwarnings("ignore")  # a fall may outlast the observed Sun
@pytest.mark.parametrize(("what", "function", "least", "most"), EDGES, ids=[row[0] for row in EDGES])
def test_the_edge_is_taken_and_the_next_number_is_refused(what, function, least, most):
    for edge, side in ((least, -1), (most, 1)):
        if edge is not None:
            function(edge)
            with pytest.raises(ValueError):
                function(beyond(edge, side))


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "9999-12-31T23:59:59.999999")])
def test_the_first_and_the_last_moment_of_the_calendar_are_moments(first, last):
    from course.quantities import instant, instants

    for moment in (first, last):
        assert str(instant("start_utc", moment)).startswith(moment)
        assert str(instants("start_utc", [moment])[0]).startswith(moment)
        assert instants("start_utc", np.array([moment], "datetime64[us]")).dtype == "datetime64[us]"
    for year in (0, 10_000):
        outside = np.datetime64(f"{year:04d}-06-01")
        with pytest.raises(ValueError, match="years 1 to 9999"):
            instant("start_utc", outside)
        with pytest.raises(ValueError, match="years 1 to 9999"):
            instants("start_utc", np.array([outside]))


# Arguments that may be lists -------------------------------------------------------------------------------


OWN_WORDS = {"decay.days_to_altitudes", "relative.orbit_with_drag"}  # one of their lists rises or falls


def kinds_of(annotation):
    return {str(kind) for kind in get_args(annotation)}


def taking_lists():
    """Return name, function and the arguments of it that may be lists, of every model that takes several."""
    found = {}
    for name, function in fuzzing.functions().items():
        lists = [
            one
            for one, each in inspect.signature(function).parameters.items()
            if kinds_of(ArrayLike) <= kinds_of(each.annotation) or each.annotation is MomentsLike
        ]
        if len(lists) > 1 and name not in OWN_WORDS:
            found[name] = function, lists
    return found


@pytest.mark.parametrize("name", taking_lists())
def test_lists_of_different_lengths_are_refused_by_the_names_and_lengths_that_were_given(name):
    function, lists = taking_lists()[name]
    given = fuzzing.arguments(name, function)
    if name == "decay.lifetime_days":
        given["f107"] = 125.0  # one of two Suns must be chosen
    lists = [one for one in lists if given[one] is not None]
    given |= {one: np.ravel(given[one])[0] for one in lists}
    for one, other in itertools.permutations(lists, 2):
        wrong = given | {one: [given[one]] * 2, other: [given[other]] * 3}
        with pytest.raises(ValueError, match=r"same length|lists of one length") as refused:
            function(**wrong)
        told = dict(re.findall(r"(\w+) has (\d+)", str(refused.value)))
        if name == "ground.split_at_antimeridian":  # takes lists alone, two, which it names in its order
            told = dict(zip(lists, re.findall(r"\((\d+),\)", str(refused.value)), strict=True))
        assert told == {one: "2", other: "3"}
        alone = set(re.findall(r"(\w+) is one", str(refused.value)))
        assert alone <= {*inspect.signature(function).parameters} - {one, other}


def test_heights_along_the_orbit_are_those_over_the_ellipsoid():
    """At the equator the radius is the equatorial one; over a pole the ground is 21.4 km lower."""
    from course.constants import EARTH_FLATTENING
    from course.coverage import dwell

    inclination, radius = dwell.orbit(90.0, 420.0)
    latitude, height = dwell.sub_satellite(np.array([0.0, np.pi / 2]), inclination, radius)
    # J2 and J3 move the radius itself: by 0.75 k and 0.25 k of it, and by half J3/J2 of R
    k = 1.0826e-3 * (EARTH_RADIUS_KM / radius) ** 2
    at_equator = radius * (1 + 0.75 * k + 0.25 * k) - EARTH_RADIUS_KM
    sag = 0.5 * 2.3451e-3 * EARTH_RADIUS_KM / radius
    over_pole = radius * (1 + 0.75 * k - 0.25 * k - sag) - EARTH_RADIUS_KM * (1 - EARTH_FLATTENING)
    assert height == pytest.approx([at_equator, over_pole], abs=0.05)  # km
    assert latitude[1] == pytest.approx(90, abs=1e-6)


def test_a_name_of_the_package_that_is_not_there_is_no_model():
    assert set(MODELS) <= {one.name for one in pkgutil.iter_modules(course.__path__)}


def test_a_question_is_given_to_every_picture_by_its_name():
    for name in set(widgets.__all__) - {"Picture"}:
        assert takes_a_question(getattr(widgets, name)), f"{name}: its function wants `*, question=None`"
