"""Altitude history: sentences of the picture."""

LABELS = {  # on the drawing and its controls
    "km": "height in km, from 320 up",
    "set": "Known height",
    "article": "the article: $km km",
    "named": "$year: $km km",
    "lowest": "lowest with a resident crew",
    "highest": "highest",
    "lowest_short": "lowest with a crew",  # where the drawing is narrow
    "least_short": "$km km, uncrewed",
    "move": "← move →",
    "count": "$number of $count, $date",
    "least": "$km km, before anybody lived there",
}

TITLE = "{ink:$date}: {station:$height km} up, $against. $rank"
AGAINST = {  # the height that the article gives
    "below": "$apart km below the article's $article",
    "above": "$apart km above the article's $article",
    "same": "just the article's $article",
}
RANK = {
    "early": "Nobody lives on board yet.",
    "lowest": "With a resident crew no known height is lower.",
    "highest": "No known height is higher.",
    "other": "Of the $count known heights with a resident crew, $lower are lower.",
}
NOTE = (
    "Known are $count dated heights, no more; where the line is dotted, $gap days and more lie between two. "
    "Each is the mean height of that orbit above the Earth's radius at the equator."
)
ALT = (
    "A curve of the height of the station, $first to $last, from $count dated heights: $before km before a "
    "cargo ship raised the orbit in June 2011, $since km since August 2012. Lowest with a resident crew: "
    "$lowest km on $lowest_day; lowest of all: $least km on $least_day; highest: $highest km on $highest_day."
    " A line marks the article's $article km. Cursor: $now"
)
CLOSED = (
    "Empty axes: the height of the station against the years 1998 to 2026. Answer the question or skip it to "
    "see how high it flew."
)
