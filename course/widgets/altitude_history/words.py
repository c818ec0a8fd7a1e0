"""Altitude history: every sentence of the picture."""

LABELS = {  # on the drawing and its controls
    "sun": "Sun",
    "rate": "metres a day that the air takes",
    "rate_short": "m a day",
    "at": "at $km km",
    "measured": "measured",
    "set": "Element set",
    "closer": "closer: 90 days around the cursor",
}

TITLE = "{ink:$date}: {station:$height km} up (perigee $low km, apogee $high km). $net $causes"
NET = {  # what the next element set shows
    "fall": "By the next set, $days days later, it has fallen $metres m: {station:$rate m a day}.",
    "rise": "By the next set, $days days later, it is $change km higher: {station:engines have raised it}.",
    "long rise": "By the next set, $days days later, it is $change km higher: {station:engines have raised "
    "it} by more than the air took.",
    "long fall": "By the next set, $days days later, it is $change km lower: how much engines raised it in "
    "between is not known.",
    "short fall": "By the next set, $days days later, it is $change km lower: too short a time for a rate.",
    "level": "By the next set, $days days later, it is as high as before, within 50 m.",
    "last": "It is the last set of this course.",
}
CAUSES = {
    "model": "With this {sun:Sun ($f107)} the air takes {high:$here m a day} from today's station at 415 km; "
    "at 350 km it would take {low:$below}.",
    "no sun": "The Sun of this month is not in the course's record yet.",
    "young": "The station is on its way to its first orbit.",
}
NOTE = (
    "Known are $count dated element sets, no more: a reboost between two of them shows only as a net rise. "
    "The Sun is the monthly mean of F10.7, in solar flux units. The curves are computed (NRLMSIS 2.1, a "
    "station of today's mass and area); the dots are measured, falls between sets $least to $most days "
    "apart: single ones scatter by a factor of two."
)
ALT = (
    "Two drawings with one axis of time, $first to $last. The first is the height of the station: $count "
    "element sets, after 1998 from $lowest km ($lowest_day) to $highest km ($highest_day), with a band from "
    "perigee to apogee: $before km before ATV-2 raised the orbit in 2011, $since km since ATV-3 in 2012. "
    "Behind it, the Sun, in waves of eleven years between $weak and $strong. The second is how many metres a "
    "day the air takes from the station at 350 km and at 415 km: both follow the Sun, and the lower always "
    "loses more. Cursor: $now"
)
