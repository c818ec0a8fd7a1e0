"""Relative motion after a push: linear, exact, and with the forces that both leave out."""

from course.relative.approach import Approach, closest_approach, drag_recontact_days, recontact_s
from course.relative.motion import HillPath, hill_motion, two_body_motion
from course.relative.perturbed import orbit_with_drag, perturbed_motion
from course.relative.push import along_push_m_s, push_off_energy_j, push_off_impulse_n_s, push_off_m_s

__all__ = [
    "Approach",
    "HillPath",
    "along_push_m_s",
    "closest_approach",
    "drag_recontact_days",
    "hill_motion",
    "orbit_with_drag",
    "perturbed_motion",
    "push_off_energy_j",
    "push_off_impulse_n_s",
    "push_off_m_s",
    "recontact_s",
    "two_body_motion",
]
