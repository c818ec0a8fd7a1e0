"""The wave: sentences of the picture."""

LABELS = {  # on the drawing and its controls
    "flown": "$minute minutes",
    "shift": "$west° west",
    "turns": "the Earth turns",
    "eastward": "the Earth turns eastward",
    "orbit": "orbit",
    "ground_track": "ground track",
    "pace": "1 second shows 10 minutes",
}
CLOSED = (
    "Globe and map of the world; the station and the flat circle on which it flies. Answer the question "
    "or skip it to see what it draws on the map."
)

TEMPLATES = {  # what the sentence says: by whether the Earth turns, and how many laps are flown
    "before": "The station is over the equator and flies along its flat circle. Press play: the "
    "{station:point below it} draws its way on the map.",
    "turning": "After {ink:$minute minutes}: the flat, tilted circle draws the {station:wave}, and the "
    "Earth has turned {ink:$turned degrees east} below it.",
    "turning_on": "After {ink:$minute minutes} the station is on {ink:lap $lap}. The Earth turned below the "
    "circle, so each {station:wave} begins {ink:$shift degrees further west} than the last.",
    "still": "After {ink:$minute minutes}, with the Earth held still: the flat, tilted circle alone draws "
    "the {station:wave}.",
    "still_on": "After {ink:$minute minutes} the station is on {ink:lap $lap}. The Earth is held still: each "
    "lap runs over the {station:same line}.",
    "alt": "Globe and map of the world. On the globe the station flies along a flat circle that is tilted "
    "against the equator and stays where it is; $earth. On the map the point below it, now over $place, "
    "has drawn $laps of 3 laps since it crossed the equator at 47° E: a wave that turns back at $top degrees "
    "north and south$lie.",
    "earth": {"turning": "the Earth turns eastward below it", "still": "the Earth is held still"},
    "lie": {
        "turning": ", each lap $shift degrees further west than the last",
        "still": ", each lap on the same line",
    },
}
