"""Decay explorer: what Python computes for the picture."""

from collections.abc import Iterable
from functools import cache
from string import Template
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course import history
from course.constants import EARTH_RADIUS_KM
from course.decay import (
    DRAG_RANGE,
    ISS_BALLISTIC_COEFFICIENT_KG_M2,
    LOWEST_KM,
    activity,
    days_to_altitudes,
    descent,
    observed,
)
from course.quantities import Moments
from course.tables import MONTHS
from course.widgets.decay_explorer import figure as twin
from course.widgets.decay_explorer import words as wording
from course.widgets.kit.arrays import Arrays, Rounded
from course.widgets.kit.words import YEAR_DAYS, Words, month

START_KM = 420.0
MONTHS_SHOWN = ("1999-01", "2030-12")  # of the slider
DAY_OF_MONTH = 12
FLUX = (65, 250, 5)  # first, last and step of the slider
BALLISTIC_KG_M2 = (100, 120, 145, 190, 240, 300)
HEIGHTS_KM = np.array([*range(420, 309, -5), 295, 275, 250, 220, 185, 150, LOWEST_KM])
SPANS_YEARS = (12, 24, 40)  # of the axis of time: the first in which the band ends
BEFORE_YEARS = 2  # of them before the start
SUN_MONTHS = ("1996-12", "2069-06")


@cache
def starts() -> Moments:
    """Return the days of the slider: the twelfth of every month."""
    first, last = (np.datetime64(month) for month in MONTHS_SHOWN)
    days = np.arange(first, last + 1).astype("datetime64[D]") + (DAY_OF_MONTH - 1)
    days.flags.writeable = False
    return days


@cache
def fluxes() -> tuple[float, ...]:
    """Return the activities of the constant Sun that the slider stops at."""
    first, last, step = FLUX
    return tuple(float(flux) for flux in range(first, last + 1, step))


def nearest(stops: Iterable[float], wanted: float) -> float:
    found = min(stops, key=lambda stop: abs(stop - wanted))
    return float(found)


def known() -> np.datetime64:
    """Return the day on which the observed Sun ends."""
    return (observed().month[-1] + 1).astype("datetime64[D]")


def year(
    moment: Any,  # Any: one moment or an array of them; what comes back is of its shape
) -> Any:  # Any: the same
    """Return moments as decimal years of 365.25 days."""
    return 2000 + (moment - np.datetime64("2000-01-01")) / np.timedelta64(1, "D") / YEAR_DAYS


def day_in_words(moment: np.datetime64) -> str:
    year, month, day = (int(part) for part in str(moment).split("-"))
    return f"{day} {MONTHS[month - 1]} {year}"


@cache
def curves() -> dict[str, NDArray[np.float32]]:
    """Return all that is drawn, as float32: every start and every activity, for every craft and its band."""
    stops = np.array(BALLISTIC_KG_M2, float)
    weak, strong = DRAG_RANGE
    three = np.stack([stops / strong, stops, stops / weak], axis=1)
    craft, place = np.unique(three.round(6), return_inverse=True)
    real = days_to_altitudes(
        HEIGHTS_KM, from_km=START_KM, start_utc=starts(), ballistic_coefficient_kg_m2=craft
    )
    falls = [descent(START_KM, f107=flux) for flux in fluxes()]  # of the station: in steady air times scale
    days = np.array([np.interp(-HEIGHTS_KM, -fall.altitude_km, fall.days) for fall in falls])
    steady = days[:, None, :] * (craft / ISS_BALLISTIC_COEFFICIENT_KG_M2)[:, None]
    month = np.arange(*(np.datetime64(month) for month in SUN_MONTHS))
    station = history.altitude()
    tables = {
        "real_days": real,
        "steady_days": steady,
        "craft": place.reshape(three.shape),
        "height_km": HEIGHTS_KM,
        "start_year": year(starts()),
        "sun_year": year(month.astype("datetime64[D]") + 15),
        "sun_flux": activity(month).f107,
        "known_year": year(known()),
        "station_year": year(station["epoch_utc"].to_numpy()),
        "station_km": station["altitude_km"].to_numpy(),
    }
    return {name: np.asarray(values, np.float32) for name, values in tables.items()}


def to_send() -> Arrays:
    """Return the arrays of the picture; the curves under the observed Sun are only drawn: rounded."""
    drawn = curves()
    real = drawn["real_days"]
    return drawn | {"real_days": Rounded(real), "real_life_days": real[..., -1]}


@cache
def words() -> Words:
    return {
        "sentences": wording.SENTENCES, "rests": wording.RESTS, "real": wording.REAL_SUN, "alt": wording.ALT,
        "suns": wording.SUNS, "who": wording.WHO, "would": wording.WOULD, "axes": twin.AXES,
        "starts": [str(day) for day in starts()],
        "fluxes": list(fluxes()),
        "ballistic": list(BALLISTIC_KG_M2),
        "station_ballistic": ISS_BALLISTIC_COEFFICIENT_KG_M2,
        "known_day": str(known()),
        "known": month(observed().month[-1]),
        "spans": list(SPANS_YEARS),
        "before": BEFORE_YEARS,
        "shown_km": list(twin.SHOWN_KM), "height_ticks": list(twin.HEIGHT_TICKS_KM),
        "shown_flux": list(twin.SHOWN_FLUX), "flux_ticks": list(twin.FLUX_TICKS),
        "note": Template(wording.NOTE).substitute(radius=f"{EARTH_RADIUS_KM:,.0f}"),
        "closed": wording.CLOSED,
    }  # fmt: skip
