"""Over whom a satellite flies, for how long, and for whom it is above the horizon."""

from course.coverage.dwell import share_below
from course.coverage.minutes import minutes_in_windows, minutes_per_day, spread
from course.coverage.near import cities_near
from course.coverage.passes import passes
from course.coverage.risen import Risen, risen_limits_deg, risen_share
from course.coverage.shares import area_km2, area_share_below, population_share_below
from course.coverage.sky import LookAngles, look_angles, subsolar_point
from course.coverage.time_shares import ShareTable, share_table, time_share
from course.coverage.under import countries_under

__all__ = [
    "LookAngles",
    "Risen",
    "ShareTable",
    "area_km2",
    "area_share_below",
    "cities_near",
    "countries_under",
    "look_angles",
    "minutes_in_windows",
    "minutes_per_day",
    "passes",
    "population_share_below",
    "risen_limits_deg",
    "risen_share",
    "share_below",
    "share_table",
    "spread",
    "subsolar_point",
    "time_share",
]
