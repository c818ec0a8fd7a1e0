"""Orbits and functions of angles that students combine: shared by the exercises of unit 3."""

from typing import Any

import numpy as np

from course.quantities import Floats

UNIT = "3-ground-track"
ISS_DEG = 51.64  # inclination
SHUTTLE_DEG = 28.5  # the lowest that a launch due east from Cape Canaveral reaches
MIR_2_DEG = 65.0
SUN_SYNCHRONOUS_DEG = 97.6


def sin_deg(angle_deg: Floats) -> Any:  # Any: NumPy's functions say no more of one number or an array of them
    """Return the sine of an angle in degrees."""
    return np.sin(np.radians(angle_deg))


def cos_deg(angle_deg: Floats) -> Any:  # Any: NumPy's functions say no more of one number or an array of them
    """Return the cosine of an angle in degrees."""
    return np.cos(np.radians(angle_deg))


def asin_deg(sine: Floats) -> Any:  # Any: NumPy's functions say no more of one number or an array of them
    """Return the angle in degrees; nan where there is none, as students get it."""
    with np.errstate(invalid="ignore"):
        return np.degrees(np.arcsin(sine))
