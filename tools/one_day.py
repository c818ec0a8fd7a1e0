"""Make the picture of the README, docs/one-day.png: python -m tools.one_day"""

import io
from pathlib import Path

import matplotlib.image
import numpy as np
from numpy.typing import NDArray

from course import coverage, elements, geography, ground
from course.widgets.kit.show import blank, style
from course.widgets.over_countries import figure as twin

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "one-day.png"


def drawn() -> bytes:
    """Return the picture as it is drawn now, a PNG."""
    iss = elements.on("2022-03-12")
    track = ground.ground_track(iss, start_utc="2022-03-12", duration_s=86400, step_s=10)
    under = coverage.countries_under(track.latitude_deg, longitude_deg=track.longitude_deg)
    over_russia = np.isin(under, "RUS")
    now, russia = int(np.flatnonzero(over_russia)[-1]), geography.outlines("RUS")
    packed = io.BytesIO()
    with style():
        figure, ax = blank(width_in=10, height_in=4.8)
        twin.draw(ax, track, over_russia, now=now, country=russia)
        minutes = over_russia.sum() / 6
        ax.set_title(f"12 March 2022: {minutes:.0f} minutes over Russia, never north of 51.8°", loc="left")
        figure.savefig(packed, format="png", dpi=110, metadata={"Software": None})
    return packed.getvalue()


def differences(one: bytes, other: bytes) -> NDArray[np.floating]:
    """Return by how much two pictures differ in each pixel, from 0 to 1; all of it if their sizes differ."""
    first, second = (matplotlib.image.imread(io.BytesIO(png), format="png") for png in (one, other))
    if first.shape != second.shape:
        return np.ones(first.shape[:2])
    return np.abs(first - second).max(axis=-1)


if __name__ == "__main__":
    PICTURE.write_bytes(drawn())
