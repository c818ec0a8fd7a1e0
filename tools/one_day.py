"""Make the picture of the README: python -m tools.one_day"""

from pathlib import Path

import numpy as np

from course import coverage, elements, geography, ground
from course.widgets.kit.show import blank, style
from course.widgets.over_countries import figure as twin

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "one-day.png"

iss = elements.on("2022-03-12")
track = ground.ground_track(iss, start_utc="2022-03-12", duration_s=86400, step_s=10)
under = coverage.countries_under(track.latitude_deg, longitude_deg=track.longitude_deg)
over_russia = np.isin(under, "RUS")
russia = geography.outlines("RUS")
with style():
    figure, ax = blank(width_in=10, height_in=4.8)
    twin.draw(ax, track, over_russia, now=int(np.flatnonzero(over_russia)[-1]), country=russia)
    minutes = over_russia.sum() / 6
    ax.set_title(f"12 March 2022: {minutes:.0f} minutes over Russia, never north of 51.8°", loc="left")
    figure.savefig(PICTURE, dpi=110, metadata={"Software": None})
