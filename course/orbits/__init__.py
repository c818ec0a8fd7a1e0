"""Two-body and J2 relations of a near-circular orbit around the Earth.

"Altitude" is the semi-major axis minus the Earth's equatorial radius, 6378.137 km. A scalar gives a float, an
array gives an array of the same shape; ``nan`` stays ``nan``; negative altitudes raise a ValueError.

References
----------
.. [1] D. Vallado, Fundamentals of Astrodynamics and Applications: two-body relations, secular J2 rates,
   cylindrical shadow.
.. [2] D. Brouwer, Solution of the problem of artificial satellite theory without drag, AJ 64 (1959):
   the short-period change of the inclination.
"""

from course.orbits.arguments import FARTHEST_KM
from course.orbits.eclipse import eclipse_minutes
from course.orbits.j2 import (
    nodal_period_s,
    node_rate_deg_day,
    perigee_rate_deg_day,
    turning_latitude_deg,
    westward_shift_deg,
)
from course.orbits.launch import launch_azimuth_deg
from course.orbits.two_body import (
    altitude_km,
    circular_speed_km_s,
    escape_speed_km_s,
    gravity_fraction,
    gravity_m_s2,
    laps_per_day,
    period_s,
    radius_km,
    specific_energy_mj_kg,
)

__all__ = [
    "FARTHEST_KM",
    "altitude_km",
    "circular_speed_km_s",
    "eclipse_minutes",
    "escape_speed_km_s",
    "gravity_fraction",
    "gravity_m_s2",
    "laps_per_day",
    "launch_azimuth_deg",
    "nodal_period_s",
    "node_rate_deg_day",
    "perigee_rate_deg_day",
    "period_s",
    "radius_km",
    "specific_energy_mj_kg",
    "turning_latitude_deg",
    "westward_shift_deg",
]
