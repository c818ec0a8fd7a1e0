"""Interactive pictures: Python hands over arrays once, JavaScript draws."""

from course.widgets.altitude import altitude_explorer
from course.widgets.base import Picture
from course.widgets.city import city_passes
from course.widgets.dwell import dwell
from course.widgets.inclination import inclination_explorer
from course.widgets.iss_map import iss_map
from course.widgets.newton import cannon
from course.widgets.over import over_countries
from course.widgets.russia import russia_band
from course.widgets.station_3d import station_3d

__all__ = [
    "Picture",
    "altitude_explorer",
    "cannon",
    "city_passes",
    "dwell",
    "inclination_explorer",
    "iss_map",
    "over_countries",
    "russia_band",
    "station_3d",
]
