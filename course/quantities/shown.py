"""Shown: any value as a message shows it."""

import reprlib

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60


def shown(value: object) -> str:
    """Return a value as a message shows it: short, and never an error of its own."""
    try:
        written = _SHORT.repr(value)
    except Exception:  # an integer of ten thousand digits; an object whose repr fails
        written = ""
    return written if 0 < len(written) < 70 and "\n" not in written else f"a {type(value).__name__}"
