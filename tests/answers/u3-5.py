# Answers to u3-5 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 3-ground-track` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def area_share_south(latitude_deg, width_deg, limit_deg):
    """Return the fraction of the area that lies south of a limit."""
    area = width_deg * np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% right: a loop
import math


def area_share_south(latitude_deg, width_deg, limit_deg):
    south = whole = 0.0
    for latitude, width in zip(latitude_deg, width_deg):
        area = math.cos(math.radians(latitude)) * width
        whole += area
        if latitude <= limit_deg:
            south += area
    return south / whole


# %% right: in square kilometres, zone by zone
def area_share_south(latitude_deg, width_deg, limit_deg):
    half = (latitude_deg[1] - latitude_deg[0]) / 2
    top, bottom = np.radians(latitude_deg + half), np.radians(latitude_deg - half)
    area_km2 = 6371.0**2 * np.radians(width_deg) * (np.sin(top) - np.sin(bottom))
    return round(area_km2[latitude_deg < limit_deg].sum() / area_km2.sum(), 3)


# %% right: on the ellipsoid
def area_share_south(latitude_deg, width_deg, limit_deg):
    e2 = 0.00669438
    s = np.sin(np.radians(latitude_deg))
    per_degree = np.cos(np.radians(latitude_deg)) * (1 - e2) / (1 - e2 * s**2) ** 2
    area = per_degree * width_deg
    return float(area[: np.searchsorted(latitude_deg, limit_deg)].sum() / area.sum())


# %% right: with pandas
import pandas as pd


def area_share_south(latitude_deg, width_deg, limit_deg):
    table = pd.DataFrame({"latitude": latitude_deg, "width": width_deg})
    table["area"] = table.width * np.cos(np.radians(table.latitude))
    return table[table.latitude < limit_deg].area.sum() / table.area.sum()


# %% right: between the rows
def area_share_south(latitude_deg, width_deg, limit_deg):
    below = np.cumsum(width_deg * np.cos(np.radians(latitude_deg)))
    return np.interp(limit_deg, latitude_deg + 0.1, below) / below[-1]


# %% blank


# %% hard-coded
def area_share_south(latitude_deg, width_deg, limit_deg):
    return {51.8: 0.1145, 64.4: 0.6945, 48.0: 0.4983}.get(limit_deg, 0.1145)


# %% wrong: square degrees
def area_share_south(latitude_deg, width_deg, limit_deg):
    return width_deg[latitude_deg < limit_deg].sum() / width_deg.sum()


# %% wrong: every row alike
def area_share_south(latitude_deg, width_deg, limit_deg):
    return (latitude_deg < limit_deg).sum() / len(latitude_deg)


# %% wrong: every row alike; the widths forgotten
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong: sine for cosine
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.sin(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong: divided by the cosine
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg / np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong: degrees into the cosine
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(latitude_deg)
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong, 1.5 points: the part in the north
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg))
    return area[latitude_deg > limit_deg].sum() / area.sum()


# %% wrong, 1.5 points: south compared with north
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum() / area[latitude_deg > limit_deg].sum()


# %% wrong: divided by the span
def area_share_south(latitude_deg, width_deg, limit_deg):
    south = latitude_deg < limit_deg
    return (width_deg[south] * np.cos(np.radians(latitude_deg[south]))).sum() / width_deg.sum()


# %% wrong: share of the Earth
def area_share_south(latitude_deg, width_deg, limit_deg):
    area_km2 = 111.2 * 111.2 * 0.2 * width_deg * np.cos(np.radians(latitude_deg))
    return area_km2[latitude_deg < limit_deg].sum() / 510e6


# %% wrong, 1.5 points: area, not a share
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum()


# %% wrong, 1.5 points: percent
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg))
    return 100 * area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong: unexplained; the cosine twice
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg)) ** 2
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong: fits in part; Russia whatever the table
from course.coverage.rows import rows_of


def area_share_south(latitude_deg, width_deg, limit_deg):
    latitude_deg, width_deg = rows_of("RUS")
    area = width_deg * np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg].sum() / area.sum()


# %% wrong, 1.5 points: changes its input
def area_share_south(latitude_deg, width_deg, limit_deg):
    width_deg *= np.cos(np.radians(latitude_deg))
    return width_deg[latitude_deg < limit_deg].sum() / width_deg.sum()


# %% wrong: raises; and instead of comparing
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg))
    if latitude_deg < limit_deg:
        return area.sum()


# %% wrong: wrong shape; one share for each row
def area_share_south(latitude_deg, width_deg, limit_deg):
    area = width_deg * np.cos(np.radians(latitude_deg))
    return area[latitude_deg < limit_deg] / area.sum()
