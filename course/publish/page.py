"""The page: statements with a learner's verdicts and numbers, his predictions, his words, and what he did."""

import html
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from course import evidence, history
from course.checks import catalogue
from course.evidence.facts import Claim
from course.evidence.marks import NO_SOURCE
from course.predictions import Prediction
from course.publish import honour, review
from course.publish.reader import Work
from course.publish.running import NOT_WRITTEN, Answer, Ran
from course.publish.verdicts import Judged, is_address
from course.publish.writing import linked, listed, shown, table
from course.tables import day

PAGE = Path(__file__).with_name("page.html")
TITLE = "Does it fly over Russia? A fact check"
QUOTES = '"'  # around what stands in others
NOT_JUDGED = '<p class="verdict">Not judged.</p>'
NOTED = "I noted for it, from a cell of the lesson or of my own"
HEADS = ("Question", "I predicted", "Now")


@dataclass(frozen=True)
class Learner:
    """All that a page is made of.

    Attributes
    ----------
    ran : dict
        What came of each exercise's function, by the id of the exercise.
    url : str
        Where the page will stand, as the learner gives it; "" where he gives none.
    today : str
        The day of the page, as 2026-11-28.
    """

    works: dict[str, Work]
    ran: dict[str, Ran]
    judged: dict[str, Judged]
    kept: dict[str, Prediction]
    today: str
    name: str = ""
    url: str = ""
    notes: list[str] = field(default_factory=list)

    def written(self, exercise: str) -> str:
        """Return the words of a written answer, "" for none."""
        tries = (one for work in self.works.values() for name, one in work.tries.items() if name == exercise)
        return next((one.source for one in tries), "")

    def answers(self, **wanted: str) -> list[tuple[Ran, Answer]]:
        """Return the answers whose question has some field: ``claim="A19"``."""
        (name, value), *_ = wanted.items()
        every = ((ran, one) for ran in self.ran.values() for one in ran.answers)
        return [(ran, one) for ran, one in every if getattr(one.ask, name) == value]


def page(learner: Learner) -> str:
    """Return the page as HTML: one file that runs nothing and fetches nothing."""
    claims = statements()
    title = f"{TITLE} by {learner.name}" if learner.name else TITLE
    data = review.reviews(claims, learner.judged, author=learner.name, url=learner.url, today=learner.today)
    script = f'<script type="application/ld+json">\n{data}\n</script>\n' if data else ""
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=html.escape(title),
        reviews=script,
        byline=f"{html.escape(learner.name or 'A learner')}, {day(learner.today)}",
        summary=_summary(learner, claims),
        statements="\n".join(_statement(learner, one) for one in claims),
        predictions=_predictions(learner),
        written=_written(learner),
        honour=honour.honour(learner.works, learner.ran, learner.notes),
        today=day(learner.today),
    )


def statements() -> list[Claim]:
    """Return the claims of the article and around it, in the order of its paragraphs."""
    claims = [one for one in history.claims().to_dict("records") if one["paragraph"]]
    return sorted(claims, key=lambda one: (one["paragraph"], one["id"]))


def _summary(learner, claims):
    judged = sum(bool(learner.judged.get(one["id"], Judged()).verdict) for one in claims)
    given = [ran for ran in learner.ran.values() if any(one.value is not None for one in ran.answers)]
    answers = sum(one.value is not None for ran in given for one in ran.answers)
    fits = sum(ran.fits for ran in given)
    told = f"{judged} of {len(claims)} statements are judged." if judged else "No statement is judged yet."
    if not given:
        return f"{told} No function of mine gives an answer yet."
    of_mine = f"{len(given)} functions of mine give {answers} answers"
    return f"{told} {of_mine}; {fits} of the functions pass their checks."


def _statement(learner, claim):
    mine = learner.judged.get(claim["id"], Judged())
    place = f"paragraph {claim['paragraph']}" if review.in_the_article(claim) else "around the article"
    told = f"{claim['id']}, {place}: {claim['said_by']}, {review.when(claim)}"
    parts = [
        f'<p class="quiet">{html.escape(told)}</p>',
        f"<h3>{html.escape(claim['text'])}</h3>",
        _quotation(claim),
        _post(claim),
        *_verdict(mine),
        _readings(mine, claim),
        *_numbers(learner.answers(claim=claim["id"])),
        f"<p>{NOTED}: {shown(mine.number)}.</p>" if mine.number is not None else "",
        f'<p class="quiet sources">{_sources(mine, claim)}</p>',
    ]
    return f'<article id="{claim["id"]}">\n' + "\n".join(filter(None, parts)) + "\n</article>"


def _quotation(claim):
    words = (claim.get("quoted") or {}).get("words", "")
    new = words.rstrip(".") != claim["text"].rstrip(".")
    return f"<blockquote>“{html.escape(words)}” (so the article)</blockquote>" if words and new else ""


def _post(claim):
    """Return the post of which a statement is a piece, with its condition: no piece of it stands alone."""
    told = review.whole_post(claim)
    return f'<p class="quiet">{html.escape(told)}</p>' if told else ""


def _readings(mine, claim):
    """Return how a statement has been read, once it is judged."""
    rows = [html.escape(one) for one in claim.get("readings", ())] if mine.said else []
    return f'<div class="quiet">Readings on record:{listed(rows)}</div>' if rows else ""


def _verdict(mine):
    if not mine.said:
        yield NOT_JUDGED
    for k, one in enumerate(mine.said):
        about = f" on “{html.escape(one.about.strip(QUOTES))}”" if one.about else ""
        words = f"My verdict{about}" if k == 0 else f"I also said{about}"
        where = f'<span class="quiet">({one.where})</span>'
        yield f'<p class="verdict">{words}: <strong>{html.escape(one.verdict)}</strong> {where}</p>'
        if one.line:
            yield f"<blockquote>{html.escape(one.line)}</blockquote>"
    if mine.kind:
        yield f"<p>What kind of sentence I take it for: {html.escape(mine.kind)}.</p>"


def _numbers(answers):
    """Yield what each function gives, then the names of those that are not written yet."""
    missing = {ran.exercise.function for ran, one in answers if one.why == NOT_WRITTEN}
    yield listed([_number(ran, one) for ran, one in answers if one.why != NOT_WRITTEN])
    if missing:
        names = ", ".join(f"<code>{name}</code>" for name in sorted(missing))
        yield f"<p>Not computed yet; my functions are still empty: {names}.</p>"


def _number(ran: Ran, one: Answer) -> str:
    function = f"<code>{html.escape(ran.exercise.function)}</code>"
    means = html.escape(one.ask.means)
    if one.value is None:
        where = f'<span class="quiet">({ran.exercise.id})</span>'
        asked = f"? {html.escape(one.ask.unit)}".strip()
        return f"My {function} gives no answer ({asked} {means}): {html.escape(one.why)}. {where}"
    passes = "it passes its check" if ran.fits else "it does not pass its check yet"
    also = f"; it calls {' and '.join(ran.models)} of the course" if ran.models else ""
    told = f"My {function} gives {shown(one.value, one.ask.unit)} {means}."
    return f'{told} <span class="quiet">({ran.exercise.id}: {html.escape(passes + also)})</span>'


def _sources(mine, claim):
    own = "I found no source of my own. " if mine.source == NO_SOURCE else ""
    if is_address(mine.source):
        own = f'My source: <a href="{html.escape(mine.source)}">{html.escape(mine.source)}</a>. '
    elif mine.source and not own:
        own = f"My source, in my words: {html.escape(mine.source)}. "
    return f"{own}Sources of the course: {linked(evidence.cited(claim['sources']))}."


def _predictions(learner):
    rows = []
    for id, one in sorted(learner.kept.items()):
        if not id.startswith("u") or not one.question:
            continue
        own = [pair for pair in learner.answers(predicted=id) if pair[1].value is not None]
        now = "; ".join(_number(*pair) for pair in own)
        if not now:
            now = html.escape(f"The course computes: {one.computed}." if one.computed else "See the lesson.")
        rows.append((html.escape(one.question), html.escape(one.said), now))
    return table(HEADS, rows) if rows else "<p>No prediction is stored.</p>"


def _written(learner):
    parts = []
    for unit in catalogue.UNITS:
        for exercise in catalogue.written(unit):
            words = learner.written(exercise.id)
            if words:
                parts.append(f"<h3>{exercise.id} {html.escape(exercise.title)}</h3>")
                parts.append(f"<blockquote>{html.escape(words)}</blockquote>")
    return "\n".join(parts) or "<p>Nothing is written yet.</p>"
