"""Map of a day: sentences of the picture."""

import numpy as np

from course.ground import GroundTrack
from course.widgets.kit.words import moment
from course.widgets.kit.world import latitude_in_words

LABELS = {  # on the drawing and its controls
    "pace": "1 second shows 10 minutes",
    "hours_before": "$size hours before this moment",
    "hours_after": "$size hours after this moment",
    "days_before": "$size days before this moment",
    "days_after": "$size days after this moment",
    "west": "$west° west",
}
SENTENCE = (
    "{ink:$moment}: over {station:$place}, height $height km, {station:lap $lap}; the next lap crosses the "
    "equator {ink:$shift degrees further west}."
)
BEFORE = (
    "{ink:$moment}: over {station:$place}, height $height km; lap 1 begins where it next crosses the equator "
    "northward."
)
COMPUTED = "Computed with SGP4 from the element set of $epoch, $age. Source: $source."
NOW = "$scene At $moment the station is over $place. Laps shown: $laps."
CLOSED = "Map of the world. Answer the question or skip it to see where the station flies."


def northward_crossings(track: GroundTrack) -> int:
    """Return how often a track crosses the equator northward."""
    return int(np.sum((track.latitude_deg[:-1] < 0) & (track.latitude_deg[1:] >= 0)))


def alt_text(track: GroundTrack) -> str:
    """Return the description of the map of a ground track, for readers who do not see it."""
    if not len(track):
        return "Map of the world, longitude against latitude in degrees; the ground track has no points."
    north, south = track.latitude_deg.max(), track.latitude_deg.min()
    crossings = northward_crossings(track)
    crosses = {0: "does not cross the equator northward", 1: "crosses the equator northward once"}.get(
        crossings, f"crosses the equator northward {crossings} times, each time further west"
    )
    return (
        "Map of the world, longitude against latitude in degrees. The ground track of the station from "
        f"{moment(track.utc[0])} to {moment(track.utc[-1])} is a wave between {latitude_in_words(south)} and "
        f"{latitude_in_words(north)} that {crosses}."
    )
