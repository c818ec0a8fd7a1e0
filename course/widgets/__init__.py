"""Interactive pictures: Python hands over arrays once, JavaScript draws."""

from course.widgets.altitude import altitude_explorer
from course.widgets.altitude_history import altitude_history
from course.widgets.assembly import assembly
from course.widgets.base import Picture
from course.widgets.city import city_passes
from course.widgets.decay import decay_explorer
from course.widgets.deorbit import deorbit_planner
from course.widgets.dependencies import dependencies
from course.widgets.dwell import dwell
from course.widgets.hill import hill_pad
from course.widgets.inclination import inclination_explorer
from course.widgets.iss_map import iss_map
from course.widgets.newton import cannon
from course.widgets.over import over_countries
from course.widgets.risk import risk_by_latitude
from course.widgets.russia import russia_band
from course.widgets.station_3d import station_3d
from course.widgets.timeline import timeline

__all__ = [
    "Picture",
    "altitude_explorer",
    "altitude_history",
    "assembly",
    "cannon",
    "city_passes",
    "decay_explorer",
    "deorbit_planner",
    "dependencies",
    "dwell",
    "hill_pad",
    "inclination_explorer",
    "iss_map",
    "over_countries",
    "risk_by_latitude",
    "russia_band",
    "station_3d",
    "timeline",
]
