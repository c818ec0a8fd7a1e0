"""What a reader predicted: a table that the browser fills with the answers it keeps.

The table of a lesson stands at its end, and all of them on one page. Each row has the question; what was said
is written by ``docs/site/static/predicted.js``, and only then does the row show what the computation says.
"""

import html
import json
from string import Template

from course import predictions
from course.evidence.marks import HEADS

WORDS = {
    "none": "Nothing is predicted yet: each picture asks before it opens.",
    "kept": "Your predictions are kept in this browser, on this device. Nobody else sees them.",
    "lost": "This browser keeps nothing for this page, so a prediction is forgotten when you leave it.",
    "other": "an answer to an earlier form of this question",
    "forget": "Forget my predictions",
    "sure": "Forget all of them",
    "forgotten": "Your predictions are forgotten.",
}
CARD_NOTE = (
    "Kind, verdict and source are what you marked on the page of the article in this browser; numbers, and "
    "what the course says, are filled in a notebook."
)
_TOLD = "in a notebook"
_HEADS = ("Question", "You said", "The computation says")
_TABLE = Template("""\
<div class="predicted" data-words="$words">
<p class="predicted-note" role="status">$still</p>
<table><thead><tr>$heads</tr></thead><tbody>
$rows
</tbody></table></div>
""")
_ROW = Template("""\
<tr data-question="$question"><td><a href="#$id">$text</a></td><td class="predicted-said" data-head="$said">\
</td><td data-head="$computation"><span class="predicted-computed" hidden>$computed</span></td></tr>""")


def table(unit: str) -> str:
    """Return the table of one unit's questions as HTML.

    Parameters
    ----------
    unit : str
        Beginning of the ids, ``"u2"``; the questions were asked in this process.
    """
    return _TABLE.substitute(
        words=html.escape(json.dumps(WORDS, separators=(",", ":"))),
        still="The browser fills this table; without scripts it stays empty.",
        heads="".join(f'<th scope="col">{head}</th>' for head in _HEADS),
        rows="\n".join(_row(one) for one in predictions.questions(unit)),
    )


def card(text: str) -> str:
    """Return what a cell shows, with a card of the claims as the browser fills it; other text as it is.

    Examples
    --------
    >>> card("<p>a number</p>")
    '<p>a number</p>'
    """
    if f'data-head="{html.escape(HEADS[2])}: "' not in text:
        return text
    return f'<div class="scorecard" data-told="{_TOLD}"><p>{CARD_NOTE}</p>{text}</div>'


def _row(question: predictions.Question) -> str:
    form = {
        "id": question.id,
        "unit": question.unit,
        "choices": question.choices,
        "places": question.places,
    }
    return _ROW.substitute(
        question=html.escape(json.dumps(form, ensure_ascii=False, separators=(",", ":"))),
        id=question.id,
        text=html.escape(question.text),
        computed=html.escape(question.computed),
        said=_HEADS[1],
        computation=_HEADS[2],
    )
