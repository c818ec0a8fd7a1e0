"""Find the stretches between reboosts in a dense record of element sets, and how fast the station sank.

    python -m tools.data.dense_stretches RECORD.csv

The record has columns EPOCH and mean_alt_km. Of this course it was `iss_omm_2024-09_2025-03.csv`: 499 element
sets from CelesTrak, 15 September 2024 to 9 March 2025. Only the seven lines that come out are shipped.
"""

import csv
import sys
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tools.data import DATA

OUT = DATA / "dense_stretches.csv"
COLUMNS = ("start_utc", "end_utc", "sets", "days", "start_km", "rate_m_day", "error_m_day")
AROUND_DAYS = 1.2  # on either side of a moment: there the median heights are compared
JUMP_KM = 0.25  # more is a reboost
ONE_REBOOST_DAYS = 2.5  # jumps nearer to one another belong to one
SETTLED_DAYS = 1.3  # after a reboost: fits that straddle it are left out
FEWEST_SETS, FEWEST_DAYS = 6, 5.0


def stretches(epochs: npt.NDArray[np.datetime64], heights_km: npt.NDArray[np.float64]) -> list[tuple]:
    """Return one row for each stretch between two reboosts."""
    days = (epochs - epochs[0]) / np.timedelta64(1, "D")
    edges = [(days[0] - 1, days[0] - 1), *_reboosts(days, heights_km), (days[-1] + 1, days[-1] + 1)]
    rows = []
    for (_, start), (end, _) in pairwise(edges):
        inside = (days > start) & (days < end)
        if inside.sum() >= FEWEST_SETS and np.ptp(days[inside]) >= FEWEST_DAYS:
            rows.append(_line(epochs[inside], days[inside], heights_km[inside]))
    return rows


def _reboosts(days, heights):
    """Return from when to when each reboost spoils the element sets, in days."""
    groups = []
    for place, now in enumerate(days):
        before = heights[(days > now - AROUND_DAYS) & (days <= now)]
        after = heights[(days > now) & (days < now + AROUND_DAYS)]
        if min(len(before), len(after)) < 2 or not 3 <= place < len(days) - 3:
            continue
        if np.median(after) - np.median(before) > JUMP_KM:
            if groups and now - groups[-1][-1] < ONE_REBOOST_DAYS:
                groups[-1].append(now)
            else:
                groups.append([now])
    return [(group[0] - 0.1, group[-1] + SETTLED_DAYS) for group in groups]


def _line(epochs, days, heights):
    from_middle = days - days.mean()
    line = np.polyfit(from_middle, heights, 1)
    left = heights - np.polyval(line, from_middle)
    error = np.sqrt(left @ left / (len(days) - 2) / (from_middle @ from_middle))
    ends = (str(epochs[place].astype("M8[s]")) for place in (0, -1))
    start_km = f"{np.polyval(line, from_middle[0]):.2f}"
    return (
        *ends,
        len(days),
        f"{np.ptp(days):.1f}",
        start_km,
        f"{-1000 * line[0]:.1f}",
        f"{1000 * error:.1f}",
    )


def main(path: str) -> None:
    """Write the table."""
    with open(path, newline="", encoding="utf-8") as file:
        record = {row["EPOCH"]: float(row["mean_alt_km"]) for row in csv.DictReader(file)}
    epochs = np.array(sorted(record), dtype="M8[us]")
    rows = stretches(epochs, np.array([record[epoch] for epoch in sorted(record)]))
    with OUT.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
