"""Make ``element_age.csv``: how far an element set of the ISS is off along the orbit, by its age.

    python -m tools.data.element_age SETS.csv

SETS.csv holds the fields of Orbit Mean-Elements Messages, one set a row, of a time in which there are
several sets a day (September 2024 to March 2025: 499 sets from CelesTrak, with the strong drag of a solar
maximum and six reboosts). Every set is carried by SGP4 to the epochs of all others, later and earlier; the
angle along the orbit to the place that the other set gives at its own epoch, times the radius, is the error.
Whole laps count: from one epoch to the next the error changes by little, so that they can be followed. Sets
whose carried orbit ends count as errors without a bound.
"""

import csv
import sys
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sgp4.api import Satrec

from course.elements import ElementSet
from course.omm import to_lines
from tools.data import DATA

TARGET = DATA / "element_age.csv"
AGES_DAYS = (0.25, 0.5, 1, 2, 3, 4, 5, 6, 7, 10, 14, 18, 21, 24, 26, 28, 30, 35, 40)
ORBIT_KM = 6798.0  # radius
NEAR = 0.1  # a pair counts for an age if its own differs by less than this part of it, or by
NEAR_DAYS = 0.15


def errors(satellites: Sequence[Satrec]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the age (days) and the error (km) of every pair of sets that are ordered by epoch."""
    whole, part = (np.array([getattr(one, name) for one in satellites])
                   for name in ("jdsatepoch", "jdsatepochF"))  # fmt: skip
    own = [one.sgp4(one.jdsatepoch, one.jdsatepochF)[1:] for one in satellites]
    place, speed = (np.array(part) for part in zip(*own, strict=True))
    days, ages, found = (whole - whole[0]) + part, [], []
    for number, one in enumerate(satellites):
        failed, carried, _ = one.sgp4_array(whole, part)
        angle = np.where(failed > 0, np.nan, _along(carried, place, speed))
        later, earlier = np.unwrap(angle[number:]), np.unwrap(angle[number::-1])[::-1]
        ages.append(days - days[number])
        found.append(ORBIT_KM * np.concatenate([earlier[:-1], later]))
    return np.concatenate(ages), np.nan_to_num(np.abs(np.concatenate(found)), nan=np.inf)


def _along(carried, place, speed):
    """Return the angle from each place to the carried one, in the direction of flight."""
    up = place / np.linalg.norm(place, axis=1, keepdims=True)
    pole = np.cross(place, speed)
    forward = np.cross(pole / np.linalg.norm(pole, axis=1, keepdims=True), up)
    return np.arctan2((carried * forward).sum(axis=1), (carried * up).sum(axis=1))


def main(path: str) -> None:
    """Write half and nine tenths of the errors at each age."""
    with open(path, newline="", encoding="utf-8") as table:
        sets = [ElementSet(*to_lines(row)[:2]) for row in csv.DictReader(table)]
    ordered = {one.epoch_utc: one.satrec for one in sorted(sets, key=lambda one: one.epoch_utc)}
    ages, found = errors(list(ordered.values()))
    with TARGET.open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["age_days", "pairs", "half_km", "nine_in_ten_km"])
        for age in AGES_DAYS:
            near = np.abs(np.abs(ages) - age) < max(NEAR * age, NEAR_DAYS)
            half, most = np.quantile(found[near], [0.5, 0.9], method="lower")
            writer.writerow([age, near.sum(), f"{half:.2f}", f"{most:.2f}"])
    print(f"{TARGET.name}: {len(ordered)} element sets, {len(found)} pairs")


if __name__ == "__main__":
    main(sys.argv[1])
