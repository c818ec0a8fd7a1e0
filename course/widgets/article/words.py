"""The article: sentences of the picture."""

LABELS = {
    "paragraph": "Paragraph $number of the article",
    "paragraphs": "paragraphs of the article; dot: worth a search",
    "at": "Sentence $at of $all",
    "before": "Previous",
    "next": "Next",
    "kind": "Kind",
    "verdict": "Verdict",
    "source": "A source of your own, before you see the course's: its address",
    "keep": "Keep it",
    "none": "I found none",
    "no_address": "This is no address such as https://www.nasa.gov/. Copy one from the browser, or say that "
    "you found none.",
    "decide": "First choose a kind and a verdict.",
    "yours": "Your source: $source.",
    "said": "You say: {ink:$kind, $verdict}. The course says: {station:$course_kind, $course_verdict}. $why",
    "same": "You say: {ink:$kind, $verdict}. The course says the same: "
    "{station:$course_kind, $course_verdict}. $why",
    "readings": "It is read in more than one way:",
    "sources": "Sources: ",
    "worthwhile": "Worth a search of your own.",
    "undecided": "not marked",
    "letters": {"true": "T", "false": "F", "misleading": "M", "unclear": "U", "not checkable": "N"},
}

SAYS = {"": "The article, about $day", "quoted": "$who, $day, quoted by the article"}

SENTENCE = "{ink:$marked of $all} statements have a verdict of yours$counts; $sourced with a source of yours."
KEPT = ("kind", "verdict", "source")  # of the marks of a statement, what this page shows
ALT = (
    "The article as a row of $all boxes, one a statement, in $paragraphs paragraphs. A box holds the first "
    "letter of your verdict. Open: $open $sentence"
)
CLOSED = "The article's statements, closed until the question is answered or skipped."
