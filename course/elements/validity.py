"""For how long SGP4 gives the orbit of an element set, and from when on something else.

SGP4 stretches drag over time by a polynomial. Far from the epoch the polynomial turns round: an orbit comes
back from the dead, or sinks the further one looks back. Here each set is followed day by day from its epoch,
and its time ends where the mean orbit is no longer the one of the set.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.constants import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from sgp4.api import Satrec

MOST_DAYS = 3660  # ten years: a set says nothing about a time so far away, even where no drag acts
AXIS_KM = (
    100.0  # of the mean axis from that at the epoch: some 300 days of the station's fall without a boost
)
LOWEST_KM = 120.0  # of the perigee: below, no orbit lasts a lap
TURN_KM = 0.05  # the axis may creep back by so much a day: periodic terms of high orbits do


@dataclass(frozen=True)
class Validity:
    """Days from the epoch between which SGP4 gives the orbit of the set.

    Attributes
    ----------
    first_days, last_days : int
    decays_days : int or None
        When its own drag brings the satellite down; None if it does not within ten years.
    """

    first_days: int
    last_days: int
    decays_days: int | None


def validity(satrec: "Satrec") -> Validity:
    """Return the `Validity` of an SGP4 record; the record's working values are changed."""
    last, decays = _walk(satrec, 1)
    first, _ = _walk(satrec, -1)
    return Validity(-first, last, decays)


def _walk(satrec, side):
    """Return the last sound day on one side of the epoch, and the day of the decay or None."""
    at_epoch = _mean_orbit(satrec, 0)
    if at_epoch is None:
        return 0, None
    epoch_axis, perigee = at_epoch
    lowest = min(LOWEST_KM, perigee - 1)
    sound, before, trend, drags = None, epoch_axis, 0.0, satrec.method == "n"
    for day in range(1, MOST_DAYS + 1):
        found = _mean_orbit(satrec, side * day)
        if found is None or found[1] < lowest:
            down = side > 0 and (found is None or found[0] < epoch_axis)
            return (day - 1 if sound is None else sound), (day if down else None)
        axis = found[0]
        trend = trend or (axis - before if abs(axis - before) > TURN_KM else 0.0)
        if drags and (axis - before) * trend < 0 and abs(axis - before) > TURN_KM:
            return (day - 1 if sound is None else sound), None
        if sound is None and abs(axis - epoch_axis) > AXIS_KM:
            sound = day - 1
        before = axis
    return (MOST_DAYS if sound is None else sound), None


def _mean_orbit(satrec, days):
    """Return mean semi-major axis and mean perigee height in km, or None where SGP4 has no orbit."""
    error, _, _ = satrec.sgp4_tsince(1440.0 * days)
    if error:
        return None
    axis = satrec.am * satrec.radiusearthkm
    return axis, axis * (1 - satrec.em) - EARTH_RADIUS_KM
