"""Inclinations that pictures mark, each with its reason, and the height of their orbits."""

from course.constants import ISS_INCLINATION_DEG

ALTITUDE_KM = 420.0
STEEPEST_DEG = 110.0
MARKS_DEG = {  # places of the slider that have a reason
    28.5: "Cape Canaveral",
    45.96: "Baikonur",
    ISS_INCLINATION_DEG: "the station",
    65.0: "Mir-2, planned 64.8°",
    97.0: "near the poles",
}
