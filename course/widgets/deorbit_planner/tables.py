"""Deorbit planner: what Python computes for the picture, over the range of its sliders, once in a kernel."""

from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course.constants import EARTH_RADIUS_KM
from course.decay import burn_time_s, coast_height_km, deorbit_delta_v_m_s, footprint, propellant_kg
from course.decay.footprint import HIGHEST_PERIGEE_KM, HONEST_FACTOR
from course.quantities import Array, one
from course.widgets.deorbit_planner.figure import PROFILE_KM

ALTITUDES_KM = (270, 280, 300, 330, 350, 380, 400, 420, 430)
PERIGEES_KM = tuple(range(0, 121, 5))
MASSES_T = (50, 100, 150, 200, 250, 300, 350, 400, 420, 450, 500)
ISPS_S = (220, 240, 260, 280, 300, 320, 340)
THRUST_N = 6000.0  # an assumption, said in the picture: two engines of the size of a service module's
PROFILE_STEP_KM = 500
AIM_DEG = (-123.39, -48.88)  # Point Nemo, 48 deg 52.6 min S 123 deg 23.6 min W
AIM_RADIUS_KM = 2688.0  # to the nearest land, from there


@cache
def tables() -> dict[str, NDArray[np.float32]]:
    """Return all tables as float32; the first axes are start height and perigee.

    ``change_m_s``, ``fuel_t`` and ``burn_min`` (then specific impulse and mass); ``way_km``: the entry, the
    nearest and farthest piece, and both with the honest factor, nan where nothing can be foreseen;
    ``height_km`` along ``along_km``, as if without air.
    """
    altitude, perigee = np.array(ALTITUDES_KM, float)[:, None], np.array(PERIGEES_KM, float)
    change = np.asarray(deorbit_delta_v_m_s(altitude, perigee_km=perigee))
    burn = {"delta_v_m_s": change[..., None, None], "isp_s": np.array(ISPS_S, float)[:, None]}
    mass_kg = 1000 * np.array(MASSES_T, float)
    along = np.arange(PROFILE_KM[0], PROFILE_KM[1] + 1, PROFILE_STEP_KM, dtype=float)
    made = {
        "change_m_s": change,
        "fuel_t": np.asarray(propellant_kg(mass_kg, **burn)) / 1000,
        "burn_min": np.asarray(burn_time_s(mass_kg, thrust_n=THRUST_N, **burn)) / 60,
        "way_km": _ways(altitude, perigee),
        "along_km": along,
        "height_km": coast_height_km(altitude[..., None], perigee_km=perigee[:, None], along_km=along),
        "aim_ring_deg": ring_deg(AIM_DEG, AIM_RADIUS_KM),
    }
    return {name: np.asarray(values, np.float32) for name, values in made.items()}


def _ways(altitude, perigee):
    ways = np.full((len(altitude), len(perigee), 5), np.nan)
    aimed = perigee <= HIGHEST_PERIGEE_KM
    found = footprint(altitude, perigee_km=perigee[aimed])
    middle, half = (found.nearest_km + found.farthest_km) / 2, HONEST_FACTOR * found.length_km / 2
    ends = (found.entry_km, found.nearest_km, found.farthest_km, middle - half, middle + half)
    ways[:, aimed] = np.stack(ends, axis=-1)
    return ways


def ring_deg(place_deg: tuple[float, float], radius_km: float, points: int = 181) -> Array:
    """Return the places at one distance from a place on a round Earth, longitude and latitude.

    Examples
    --------
    >>> ring_deg((0, 0), 10_018.8, points=5).round().tolist()[1]      # a quarter of the globe to the east
    [90.0, 0.0]
    """
    longitude, latitude = np.radians(place_deg)
    way, course = radius_km / EARTH_RADIUS_KM, np.linspace(0, 2 * np.pi, points)
    north = np.arcsin(np.sin(latitude) * np.cos(way) + np.cos(latitude) * np.sin(way) * np.cos(course))
    across = np.sin(course) * np.sin(way) * np.cos(latitude)
    east = longitude + np.arctan2(across, np.cos(way) - np.sin(latitude) * np.sin(north))
    return np.degrees(np.stack([(east + np.pi) % (2 * np.pi) - np.pi, north], axis=1))


def distance_km(longitude_deg: ArrayLike, latitude_deg: ArrayLike, place_deg: tuple[float, float]) -> Array:
    """Return the distance of places from one place, in km along a round Earth."""
    longitude, latitude = np.radians(longitude_deg), np.radians(latitude_deg)
    there = np.radians(place_deg)
    cosine = np.sin(latitude) * np.sin(there[1]) + np.cos(latitude) * np.cos(there[1]) * np.cos(
        longitude - there[0]
    )
    return EARTH_RADIUS_KM * np.arccos(np.clip(cosine, -1, 1))


def nearest_stop(name: str, wanted: object) -> float:
    """Return the stop of a slider that is nearest to a value, after checking it."""
    stops, why = {
        "altitude_km": (ALTITUDES_KM, "the heights at which the station has flown or is to be lowered from"),
        "perigee_km": (PERIGEES_KM, "0 is the ground; above 120 km the air hardly brakes"),
        "mass_t": (MASSES_T, "in tonnes; the station has 420"),
        "isp_s": (ISPS_S, "in seconds; the engines of stations and ships have some 300"),
    }[name]
    number = one(name, wanted, at_least=stops[0], at_most=stops[-1], why=why)
    nearest = min(stops, key=lambda stop: abs(stop - number))
    return float(nearest)
