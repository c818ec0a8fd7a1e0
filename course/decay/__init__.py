"""Orbital decay: drag under each Sun, lifetimes, burns, and where the pieces come down."""

from course.decay.atmosphere import density_kg_m3, quiet_ap
from course.decay.burns import (
    PROGRESS_PROPELLANT_KG,
    burn_time_s,
    coast_height_km,
    deorbit_delta_v_m_s,
    propellant_kg,
    reboost_delta_v_m_s_year,
    reboost_propellant_kg_year,
)
from course.decay.drag import DRAG_RANGE, ISS_BALLISTIC_COEFFICIENT_KG_M2, LOWEST_KM, rate_km_day
from course.decay.fall import Descent, descent, fallen_km, lifetime_days
from course.decay.footprint import HONEST_FACTOR, Footprint, footprint
from course.decay.many_falls import days_to_altitudes
from course.decay.sun import MeanSunWarning, SolarActivity, activity, cycle_percentile, mean_cycle, observed

__all__ = [
    "DRAG_RANGE",
    "HONEST_FACTOR",
    "ISS_BALLISTIC_COEFFICIENT_KG_M2",
    "LOWEST_KM",
    "PROGRESS_PROPELLANT_KG",
    "Descent",
    "Footprint",
    "MeanSunWarning",
    "SolarActivity",
    "activity",
    "burn_time_s",
    "coast_height_km",
    "cycle_percentile",
    "days_to_altitudes",
    "density_kg_m3",
    "deorbit_delta_v_m_s",
    "descent",
    "fallen_km",
    "footprint",
    "lifetime_days",
    "mean_cycle",
    "observed",
    "propellant_kg",
    "quiet_ap",
    "rate_km_day",
    "reboost_delta_v_m_s_year",
    "reboost_propellant_kg_year",
]
