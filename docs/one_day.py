"""Make the picture of the README: python docs/one_day.py"""

from pathlib import Path

from course import elements, ground
from course.figures import blank, ground_map, style

iss = elements.on("2022-03-12")
track = ground.ground_track(iss, start_utc="2022-03-12", duration_s=86400, step_s=30)
with style():
    figure, ax = blank(width_in=10, height_in=4.6)
    ground_map.draw(ax, track)
    ax.set_title("One day of the station, 12 March 2022: never north of 51.8°", loc="left")
    figure.savefig(Path(__file__).with_name("one-day.png"), dpi=110, metadata={"Software": None})
