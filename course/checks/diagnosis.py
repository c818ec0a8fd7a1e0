"""Diagnosis: what a student reads first of an answer that does not fit, and the line of the slip."""

from dataclasses import replace

from course.checks.comparing import expected_values, read
from course.checks.exercise import Exercise, Verdict
from course.checks.faults import FAULTS, returned
from course.checks.forms import Unreadable
from course.checks.wording import MAX_SENTENCES, gives_away, sentences_in

_PLAIN = (  # faults that need no look into the source
    *("not there", "not a function", "still empty", "never ends", "returns nothing", "prints instead"),
    *("changes its input", "fits only what is shown"),
)

_ELSEWHERE = (  # an unused argument is not why
    *("raises", "wrong type", "wrong shape", "not a number", "other things", "other names"),
)


def explained(exercise: Exercise, function: object, record: dict, verdict: Verdict) -> Verdict:
    """Return a verdict with the message that names the student's own line, where one change there mends it.

    Parameters
    ----------
    exercise : Exercise
    function : object
        What the student handed over.
    record : dict
        What the recorder wrote of it for the shown inputs.
    verdict : Verdict
        What the judge says of the record.
    """
    if verdict.misconception in _PLAIN or verdict.misconception is None:
        return verdict
    from course.checks.slips import find, sentences, spoiled

    slip = find(exercise, function)
    if slip is None and any(call.get("changed") for call in record.get("calls", ())):
        slip = spoiled(exercise, function)
    if slip is None:
        return verdict
    texts = [f"{verdict.message} {sentences.where(slip)}"] if slip.alone else [verdict.message]
    name = verdict.misconception
    beside = slip.kind == "unused" and name in _ELSEWHERE
    if slip.sure or (name in FAULTS and not beside):
        name = f"slip: {slip.kind}"
        said = sentences.sentence(slip)
        texts = [*(f"{start}. {said}" for start in _openings(exercise, record, verdict)), said]
    expected = expected_values(exercise, exercise.shown)
    for text in texts:
        if not gives_away(text, expected) and sentences_in(text) <= MAX_SENTENCES:
            return replace(verdict, message=text, misconception=name)
    return verdict


def _openings(exercise, record, verdict):
    if verdict.misconception == "raises":
        return [verdict.message.split(", in line")[0].split(". ")[0]]
    try:
        values = [call["value"] for call in record["calls"]]
        return returned(exercise, read(exercise, values, exercise.shown), exercise.shown)
    except (Unreadable, KeyError):
        return [verdict.message.split(". ")[0]]
