"""Over whom a satellite flies, for how long, and who sees it."""

from course.coverage.dwell import share_below
from course.coverage.minutes import minutes_in_windows, minutes_per_day, spread
from course.coverage.passes import passes
from course.coverage.shares import area_km2, area_share_below, population_share_below
from course.coverage.sky import LookAngles, look_angles, subsolar_point
from course.coverage.time_shares import ShareTable, share_table, time_share
from course.coverage.under import countries_under
from course.coverage.visibility import Visibility, sight_limits_deg, visible_share

__all__ = [
    "LookAngles",
    "ShareTable",
    "Visibility",
    "area_km2",
    "area_share_below",
    "countries_under",
    "look_angles",
    "minutes_in_windows",
    "minutes_per_day",
    "passes",
    "population_share_below",
    "share_below",
    "share_table",
    "sight_limits_deg",
    "spread",
    "subsolar_point",
    "time_share",
    "visible_share",
]
