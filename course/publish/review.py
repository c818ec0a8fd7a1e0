"""ClaimReview: what a learner judged, as data that search engines and fact-checkers read (schema.org)."""

import json
from collections.abc import Mapping

from course import history
from course.evidence.facts import Claim
from course.publish.verdicts import Judged
from course.tables import day

NOBODY = "A learner of the course Does it fly over Russia?"
WORDING = "The claim is given in the words of the course, not in those of its author."
SPEAKERS = {  # said_by of a claim: (what sort of author, the name, the event that dates it, "" for the month)
    "article": ("Organization", "IFLScience", "article"),
    "Rogozin, quoted": ("Person", "Dmitry Rogozin", "rogozin-500-tons"),
    "the video": ("Organization", "RIA Novosti", "clip"),
    "press reports": ("Organization", "several press reports", "rogozin-map"),
    "headlines": ("Organization", "several press headlines", ""),
    "commentators": ("Organization", "several commentators", ""),
}
POST = "rogozin-500-tons"
MONTH = "2022-03"  # of what was written around the article by many
NOT_TO_THE_DAY = {  # the day is not known: what goes out as data, "" for nothing, and what the page says
    "article": (MONTH, "about {day}"),
    "clip": ("", "shown on {day}, first posting not known"),
}
AS_THE_ARTICLE_HAS_IT = ("A18",)  # words of the article for what somebody else wrote
OTHER_DAYS = {"A30": "rogozin-map"}  # said on another day than the speaker's other sentences


def dated(claim: Claim) -> str:
    """Return the day on which a claim was made, as 2022-03-08; the month where no single day is known."""
    event = _event(claim)
    return str(history.day_of(event)) if event else MONTH


def when(claim: Claim) -> str:
    """Return in words when a claim was made, as far as it is known."""
    date = dated(claim)
    if date == MONTH:
        return day(f"{date}-01", "month")
    return NOT_TO_THE_DAY.get(_event(claim), ("", "{day}"))[1].format(day=day(date))


def _event(claim):
    """Return the id of the event that dates a claim, "" where only the month is known."""
    return OTHER_DAYS.get(claim["id"], SPEAKERS[claim["said_by"]][2])


def in_the_article(claim: Claim) -> bool:
    """Return whether a claim stands in the article; others were made around it."""
    known = claim["said_by"] in ("article", "Rogozin, quoted")
    return known and dated(claim) <= str(history.day_of("article"))


def whole_post(claim: Claim) -> str:
    """Return the thread of which a claim is a piece, with its question and both words; "" for others."""
    if _event(claim) != POST:
        return ""
    title = history.events().set_index("id").loc[POST, "title"]
    return f"A piece of a thread of posts, in the words of the course: {title}."


def reviews(claims: list[Claim], judged: Mapping[str, Judged], *, author: str, url: str, today: str) -> str:
    """Return the statements that are judged as JSON-LD; "" where none is."""
    graph = [
        _review(one, spoken, author or NOBODY, url, today)
        for one in claims
        if one["id"] in judged and (spoken := _spoken(one, judged[one["id"]]))
    ]
    if not graph:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c")  # so that no text of a learner ends the script


def _spoken(claim, mine):
    """Return what goes out, None for nothing.

    Nobody is charged with a sentence made for an exercise, nor with what others inferred from his words.
    """
    if claim["kind"] == "inference" and not claim.get("quoted"):
        return None
    return next((one for one in mine.said if one.verdict and (not one.about or whole_post(claim))), None)


def _review(claim, spoken, author, url, today):
    article = claim["id"] in AS_THE_ARTICLE_HAS_IT and not spoken.about
    sort, name, event = SPEAKERS["article" if article else claim["said_by"]]
    known = NOT_TO_THE_DAY[event][0] if event in NOT_TO_THE_DAY else dated(claim)
    said = {"@type": "Claim", "author": {"@type": sort, "name": name}}
    review = {
        "@type": "ClaimReview",
        "claimReviewed": spoken.about or claim["text"],
        "disambiguatingDescription": whole_post(claim) or WORDING,
        "datePublished": today,
        "author": {"@type": "Person", "name": author},
        "itemReviewed": said | ({"datePublished": known} if known else {}),
        "reviewRating": {"@type": "Rating", "alternateName": spoken.verdict},
    }
    return review | ({"url": url} if url else {})
