"""Orbits and functions of angles that students combine: shared by the exercises of unit 3."""

import numpy as np

UNIT = "3-ground-track"
ISS_DEG = 51.64  # inclination
SHUTTLE_DEG = 28.5  # the lowest that a launch due east from Cape Canaveral reaches
MIR_2_DEG = 65.0
SUN_SYNCHRONOUS_DEG = 97.6


def sin_deg(angle_deg):
    """Return the sine of an angle in degrees."""
    return np.sin(np.radians(angle_deg))


def cos_deg(angle_deg):
    """Return the cosine of an angle in degrees."""
    return np.cos(np.radians(angle_deg))


def asin_deg(sine):
    """Return the angle in degrees; nan where there is none, as students get it."""
    with np.errstate(invalid="ignore"):
        return np.degrees(np.arcsin(sine))
