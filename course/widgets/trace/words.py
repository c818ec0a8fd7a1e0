"""The trace: sentences of the picture."""

LABELS = {
    "up": "Move $name up",
    "down": "Move $name down",
    "lost": "lost here",
    "has": "German",
    "choose": "The word got lost in $name",
    "reports": "Reports, the origin first",
}
UNORDERED = "{ink:$fits of $all steps fit.} Move the reports: which one goes back to none of the others?"
ORDERED = "{ink:The order fits.} In which report does the word {station:German} get lost first?"
NOT_THERE = "{ink:Not in $name:} $why"
HAS = "it still has the word. Which is the first that has not?"
LATER = "it lacks the word, and so does the one before it."
FOUND = (
    "{ink:In the headline.} The post and the letter say with whom: with Germany. The first sentence below "
    "the headline has lost it too, the next one quotes the post; the article, days later, writes of any "
    "joint experiments."
)
ALT = (
    "Five boxes from top to bottom: $order. An arrow is drawn between two of them where the step fits. "
    "$sentence"
)
CLOSED = "Five reports, closed until the question is answered or skipped."
KEPT = {  # parts that are stored where predictions are, and what they answer
    "order": "The reports on the end of joint experiments, the origin first",
    "lost": "The report in which the word German got lost first",
}
