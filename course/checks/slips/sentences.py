"""Sentences on slips: true of the line that is named, because the change there was tried."""

from course.checks.slips.search import Slip

_SENTENCES = {
    "power sign": "In Python `^` is no power, and {place} has one: which operator is it?",
    "broken power": "{Place} raises to the power first, and divides the result: which numbers need brackets?",
    "whole division": "{Place} divides with //, which drops what is left over: is the rest needed?",
    "rounding": "{Place} cuts digits off with `{part}`: does the answer still need them?",
    "brackets": "Python reads {place} as `{part}`: which operation is to be done first?",
    "end of a call": "Look at `{part}` in {place}: which values belong inside its brackets?",
    "call of a whole": "Look at `{part}` in {place}: is one value of the whole meant, or one of each part?",
    "day of the month": "In {place} `{part}` counts days of the month alone: where are months and years?",
    "break": "{Place} ends the loop, and what comes after is left out: when should it end?",
    "same list": "In {place} `{part}` empties the very list that was kept before: what should be a new one?",
    "changed in its loop": "{Place} goes through `{part}`, which the loop changes: what does it pass over?",
    "in place": "{Place} changes `{part}` as it was handed over: what do its values stand for after that?",
    "one case": "{Place} asks for one certain input, and a fixed value follows: what about any other input?",
    "one off": "Look at `{part}` in {place}: is that the place which is meant, or the one beside it?",
    "ground": "Look at `{part}` in {place}: is that the distance of the station, or of the ground below it?",
    "angle": "In {place} an angle is in the other unit than is needed there: degrees or radians?",
    "return in the loop": "{Place} stands inside the loop and ends it early: when should it run?",
    "start in the loop": "{Place} stands inside the loop and runs again in every turn: when should it run?",
    "forgets": "{Place} puts a new value in the place of the old one: what becomes of the turns before?",
    "append": "In {place} append changes the list and gives back None: what is kept under that name then?",
    "no call": "In {place} `{part}` names a function and does not call it: what is missing behind it?",
    "seconds of a timedelta": "In {place} you take the seconds beside the full days: where are the days?",
    "other cell": "{Place} calls {part}, and what that gives is not what you need: does its own check pass?",
    "order of calls": "Look at `{part}` in {place}: which of the two is to be done first?",
    "exchanged": "Look at the number {part} in {place}, and at the others: which one belongs where?",
    "order": "{Place} hands the parts back in another order than asked for: which one comes first?",
    "condition": "Look at the condition `{part}` in {place}: when does it hold, and when should it?",
    "and or": "Look at `{part}` in {place}: must both conditions hold, or is one enough?",
    "function": "Look at `{part}` in {place}: is that the function you need, or one of its relatives?",
    "absolute value": "Look at `{part}` in {place}: what happens there with values below zero?",
    "sorted": "In {place} `{part}` changes the order: which order is asked for?",
    "square root": "Look at `{part}` in {place}: is there a square to undo?",
    "sign": "Look at the sign of `{part}` in {place}: which way should it count?",
    "difference": "Look at the difference `{part}` in {place}: which of the two is taken from which?",
    "part too many": "Look at `{part}` in {place}: what is it there for?",
    "operation": "Look at `{part}` in {place}: is that the operation which the relation asks for?",
    "upside down": "Look at the fraction `{part}` in {place}: which part belongs above the line?",
    "unit": "Look at `{part}` in {place}: in which unit is it, and in which one is it needed there?",
    "height": "Look at `{part}` in {place}: from which point on is it measured?",
    "factor": "Look at `{part}` in {place}: is that a part or a multiple of what is meant?",
    "square": "Look at `{part}` in {place}: to which power does the relation take it?",
    "root": "Look at `{part}` in {place}: is it a square that has to be undone?",
    "rest": "Look at `{part}` in {place}: is that the part you need, or what is left beside it?",
    "constant": "Look at the number {part} in {place}: does it agree with its source, in digits and in unit?",
    "number": "Look at the number {part} in {place}: where does it come from?",
    "word": "Look at {part} in {place}: is that the word which decides?",
    "unused": "Your function gets `{part}` and never uses it, see {place}: what should it change?",
    "set anew": "{Place} replaces the `{part}` that comes in before it is used: what was handed over?",
    "name": "Look at `{part}` in {place}: is that the quantity which belongs there?",
}
_LETTERS = 100  # of a line of code


def sentence(slip: Slip) -> str:
    """Return the sentence on a slip, with the line and its number."""
    place = f"line {slip.number} of your cell, `{_inside(slip.line)}`,"
    text = _SENTENCES[slip.kind].format(
        place=place, Place=place[0].upper() + place[1:], part=_inside(slip.part)
    )
    return text.replace(",:", ":").replace(",,", ",").replace(", :", ":")


def where(slip: Slip) -> str:
    """Return a bracket that points at the line, to stand after another message."""
    if slip.kind == "unused":
        return f"(Your function never uses `{_inside(slip.part)}`)"
    return f"(Look at line {slip.number} of your cell: `{_inside(slip.line)}`)"


def _inside(code):
    code = code if len(code) <= _LETTERS else code[: _LETTERS - 1] + "…"
    for mark in ".!?":
        code = code.replace(f"{mark} ", f"{mark}\N{NO-BREAK SPACE}").rstrip(mark)
    return code
