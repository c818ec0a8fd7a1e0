"""Values as the recorder wrote them down: their kind, their parts, and how they read in a message.

Nothing here trusts that a value is well formed.
"""

KINDS = {  # how a kind of value reads after "You returned"
    "none": "nothing",
    "number": "one number",
    "integer": "one number",
    "bool": "True or False",
    "text": "text",
    "complex": "a complex number",
    "duration": "a timedelta (a length of time)",
    "list": "a list of values",
    "dict": "a dictionary",
    "set": "a set",
    "nan": "nan (not a number)",
    "inf": "a number without bound",
}
ADVICE = {  # the question that goes with it
    "complex": "A root of a negative number is complex: which number below a root came out negative?",
    "nan": "Which operation has no answer there: a root below zero, an arcsine above one, zero by zero?",
    "inf": "Which power or division runs away?",
    "duration": "A number is asked for: how many of its units are in that time?",
    "bool": "A comparison gives True or False: which line computes the number?",
}
CALLED = ("function", "method", "builtin_function_or_method", "type", "ufunc", "partial")


def kind_of(value: object) -> str:
    """Return the kind of a recorded value, "" if it is not one."""
    kind = value.get("is") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) else ""


def items_of(value: object) -> list | None:
    """Return the items of a recorded list, None if it is not one."""
    items = value.get("items") if isinstance(value, dict) and kind_of(value) == "list" else None
    return items if isinstance(items, list) else None


def number_of(value: object) -> float | None:
    """Return the finite number that was recorded, None if it is not one."""
    if not isinstance(value, dict) or kind_of(value) not in ("number", "integer"):
        return None
    number = value.get("value")
    if type(number) is int and number.bit_length() <= 1000:
        return float(number)
    return number if type(number) is float and abs(number) < float("inf") else None


def text_of(value: object) -> str:
    """Return the text that was recorded, in small letters and without spaces around it; "" if it is none."""
    text = value.get("value") if isinstance(value, dict) and kind_of(value) == "text" else None
    return text.strip().casefold() if isinstance(text, str) else ""


def words(value: object) -> str:
    """Return how a recorded value reads after "You returned"."""
    kind = kind_of(value)
    if kind in KINDS:
        return KINDS[kind]
    name = _type_of(value)
    if name in CALLED:
        return "a function itself, not what it gives"
    if name:
        return f"an object of the type {name}"
    return "something that cannot be read"


def unwrapped(value: dict) -> dict:
    """Return what stands alone in a recorded list, or in a list in a list; any other value as it is."""
    while (items := items_of(value)) is not None and len(items) == 1 and value.get("length", 1) == 1:
        value = items[0]
    return value


def leaves(value: dict) -> list[dict]:
    items = items_of(value)
    return [value] if items is None else [leaf for item in items for leaf in leaves(item)]


def _type_of(value):
    name = value.get("type") if isinstance(value, dict) else None
    return name if isinstance(name, str) and name.isidentifier() else ""


def advice(value: object) -> str:
    """Return the question that goes with a value that is no number, as far as it holds for that value."""
    kind = kind_of(value)
    if kind == "text":
        return _about_text(text_of(value))
    if kind == "other" and _type_of(value) in CALLED:
        return "Which brackets are missing behind its name?"
    return ADVICE.get(kind, "A number is asked for: which line computes it?")


def _about_text(text):
    digits = text.strip().replace(",", "").replace("_", "")
    try:
        float(digits)
    except ValueError:
        pass
    else:
        return "The digits are there, as letters: which step makes text of the number?"
    if digits[:1].isdigit() or digits[:2].lstrip("+-")[:1].isdigit():
        return "Which number, without what stands behind it, can a program compute with?"
    return "A number is asked for: which line computes it?"
