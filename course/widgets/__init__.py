"""Interactive pictures: Python hands over arrays once, JavaScript draws.

This is the register of the pictures: each stands in a room of its own, beside `kit`, which all are made of.
"""

from course.widgets.altitude_explorer import altitude_explorer
from course.widgets.altitude_history import altitude_history
from course.widgets.article import article
from course.widgets.assembly import assembly
from course.widgets.cannon import cannon
from course.widgets.city_passes import city_passes
from course.widgets.decay_explorer import decay_explorer
from course.widgets.deorbit_planner import deorbit_planner
from course.widgets.dependencies import dependencies
from course.widgets.dwell import dwell
from course.widgets.hill_pad import hill_pad
from course.widgets.iss_map import iss_map
from course.widgets.kit.picture import Picture
from course.widgets.over_countries import over_countries
from course.widgets.risk_by_latitude import risk_by_latitude
from course.widgets.russia_band import russia_band
from course.widgets.station_3d import station_3d
from course.widgets.timeline import timeline
from course.widgets.trace import trace
from course.widgets.wave import wave

__all__ = [
    "Picture",
    "altitude_explorer",
    "altitude_history",
    "article",
    "assembly",
    "cannon",
    "city_passes",
    "decay_explorer",
    "deorbit_planner",
    "dependencies",
    "dwell",
    "hill_pad",
    "iss_map",
    "over_countries",
    "risk_by_latitude",
    "russia_band",
    "station_3d",
    "timeline",
    "trace",
    "wave",
]
