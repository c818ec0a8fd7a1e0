"""A function that stops with an exception: its first sentence, the student's own line, and a question."""

import re
from collections.abc import Sequence

QUOTED_LETTERS = 120  # of an exception's first sentence, and of a line of code

_QUESTIONS = (  # type of the exception, words of its text, the question; the first that fits
    (
        "TypeError",
        "for ^|'bitwise_xor'",
        "In Python ** is the power, and ^ something else: which one is meant?",
    ),
    (
        "TypeError",
        "positional argument",
        "How many values are handed over, and how many does def name?",
    ),
    ("TypeError", "unexpected keyword", "Which names has the function that you call there?"),
    ("TypeError", "not callable", "What stands right before the round brackets: a function, or a number?"),
    ("TypeError", "not subscriptable", "What stands right before the square brackets: a row, or one number?"),
    ("TypeError", "not iterable", "What is gone through there: a row, or one number?"),
    (
        "TypeError",
        "NoneType",
        "Which value there is None, and where does it come from?",
    ),
    ("TypeError", "timedelta", "A timedelta is a length of time: under which name does it keep its days?"),
    ("AttributeError", "timedelta", "A timedelta knows days and seconds: what has it under that name?"),
    ("TypeError", "'str'", "Which of the values there is text, and what makes a number or a date of it?"),
    ("TypeError", "length-1|0-dimensional|scalar", "Does that function take one number, or a whole array?"),
    ("TypeError", "'list'|'tuple'", "A list is no array: what makes one that can be computed with?"),
    (
        "ValueError",
        "truth value",
        "A condition on a whole array has many answers: what asks each element?",
    ),
    ("ValueError", "math domain", "Which number there has no root, logarithm or arc?"),
    ("ValueError", "isoformat|does not match format", "How is the date written that comes in: 2022-03-08?"),
    ("ValueError", "unpack", "How many values are on the right, and how many names on the left?"),
    ("ValueError", "broadcast|inconsistent", "How long are the two rows that meet there?"),
    ("NameError", "", "Is that name spelled as where it gets its value, and did that cell run?"),
    ("UnboundLocalError", "", "Which line gives that name its first value, and does it run before this one?"),
    ("ZeroDivisionError", "", "Which number is zero there?"),
    ("IndexError", "", "How many elements are there, and from which number on are they counted?"),
    ("KeyError", "", "Which keys are there, and how are they spelled?"),
    ("AttributeError", "", "What kind of object stands before the dot, and which names does it have?"),
    ("RecursionError", "", "When does the function stop calling itself?"),
    ("ModuleNotFoundError", "", "Which of the installed modules has what is needed there?"),
    ("OverflowError", "", "Which power or exponent becomes so large?"),
)
_ASK = "What does that line do with what comes in?"


def stopped(function: str, raised: object, about: str, words: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the wordings of a message on an exception, the most telling first.

    Parameters
    ----------
    function : str
        The name of the student's function.
    raised : dict
        What the recorder wrote: type and text of the exception, and the line with its number, if known.
    about : str
        What the call was given, in words.
    words : sequence of str
        Words that the answer may hold: as a name without quotation marks they are unknown.
    """
    raised = raised if isinstance(raised, dict) else {}
    kind = raised.get("type")
    kind = kind if isinstance(kind, str) and kind.isidentifier() else "an error"
    said, place = _first_sentence(raised.get("text")), _place(raised)
    start, ask = f"{function} stopped with {kind}", _question(kind, raised.get("text"), bool(place))
    if kind == "NameError" and any(f"'{word}'" in str(raised.get("text")) for word in words):
        ask = "Is that a name that got a value, or a word to hand back: what stands around a text in Python?"
    quoted = f' ("{said}")' if said else ""
    return (
        f"{start}{quoted} for {about}{place}. {ask}",
        f"{start}{quoted}{place}. {ask}",
        f"{start} for {about}{place}. {ask}",
        f"{start}{place}. {ask}",
        f"{start}{quoted} for {about}. {ask}",
        f"{start} for {about}. {ask}",
        f"{start}. {ask}",
    )


def _first_sentence(text):
    if not isinstance(text, str):
        return ""
    first = re.split(r"(?<=[a-z)'])[.!?:]\s|\n", text.strip(), maxsplit=1)[0].strip(" .!?")
    return _inside(first)


def _place(raised):
    line, code = raised.get("line"), raised.get("code")
    if type(line) is not int or not isinstance(code, str) or not code:
        return ""
    return f", in line {line} of your cell: `{_inside(code)}`"


def _inside(text):
    """Return a text without the ends of sentences, so that it stands inside one of ours, and not too long."""
    flat = re.sub(r"[.!?]+(?=\s|$)", "", " ".join(text.split()))
    return flat if len(flat) <= QUOTED_LETTERS else f"{flat[:QUOTED_LETTERS]} ..."[:-4] + "…"


def _question(kind, text, placed):
    text = text if isinstance(text, str) else ""
    for name, words, question in _QUESTIONS:
        if name == kind and re.search(words, text):
            return question if placed else question.replace(" there", "")
    return _ASK if placed else "Which line of yours does that?"
