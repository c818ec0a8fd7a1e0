"""Call a function that a student wrote and write down what came back, as plain JSON.

It needs `course.checks.limits`, the standard library, and NumPy only where an input is a row of values. It
judges nothing and compares nothing, so an object that equals everything, or a float that lies about its
value, has nothing to act on: only real ``float``, ``int``, ``str``, ``list``, ... reach the record.

A record is ``{"absent": type name}`` or ``{"calls": [call, ...]}``. A call is one of

- ``{"value": tagged, "printed": text, "changed": bool}``,
- ``{"raised": {"type": name, "text": text, "line": number, "code": text}, "printed": text}``; line and code
  only where the source is known,
- ``{"never_ended": seconds}``, always the last one.

Tagged values are ``{"is": kind, ...}`` with the kinds ``number``, ``integer``, ``bool``, ``text``, ``none``,
``nan``, ``inf``, ``complex``, ``duration``, ``list``, ``dict``, ``set`` and ``other``.
"""

import collections
import contextlib
import copy
import datetime
import decimal
import fractions
import io
import itertools
import json
import linecache
import math
import types
from collections.abc import Sequence

from course.checks.limits import OutOfTime, limited

TIME_LIMIT_S = 5.0  # one call; every exercise of the course takes milliseconds
ITEMS_LIMIT = 5000  # values in one answer; the longest that is asked for has a few hundred
DEPTH_LIMIT = 8
TEXT_LIMIT = 200  # characters
HUGE_BITS = 1000  # an integer beyond 10^300 does not fit in a float
DAY_S = 86400
VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


def record(function: object, inputs: Sequence[Sequence], *, time_limit_s: float = TIME_LIMIT_S) -> dict:
    """Return what a function does with each of the inputs.

    Parameters
    ----------
    function : object
        Whatever the student's name stands for; anything that cannot be called is recorded as absent.
    inputs : sequence of sequences
        The arguments of each call, plain JSON; `argument` says how they arrive.
    time_limit_s : float
        For each call. After one call that never ends no further call is made.

    Examples
    --------
    >>> record(lambda altitude_km: 2 * altitude_km, [[210.0]])["calls"][0]["value"]
    {'is': 'number', 'value': 420.0}
    """
    if not callable(function):
        return {"absent": _class_name(type(function))}
    calls = []
    for arguments in inputs:
        calls.append(_call(function, arguments, time_limit_s))
        if "never_ended" in calls[-1]:
            break
    return {"calls": calls}


def argument(value: object) -> object:
    """Return an input as a function receives it: a copy that it may spoil.

    A list of values arrives as a NumPy array, a table as a list of dictionaries, one for each line.

    Examples
    --------
    >>> argument("2022-03-05"), argument([{"name": "Zarya"}])
    ('2022-03-05', [{'name': 'Zarya'}])
    """
    if not isinstance(value, (list, tuple)):
        return copy.deepcopy(value)
    if value and all(isinstance(line, dict) for line in value):
        return [
            {name: copy.deepcopy(one) if isinstance(one, (list, dict)) else one for name, one in line.items()}
            for line in value
        ]
    import numpy as np

    return np.array(value)


def plain(value: object) -> dict:
    """Return a value as tagged plain data, bounded in size and depth, whatever it claims about itself."""
    return _plain(value, DEPTH_LIMIT, [ITEMS_LIMIT])


class _Sink(io.TextIOBase):
    """Takes everything that is printed and keeps the beginning."""

    def __init__(self):
        self.kept = ""

    def writable(self):
        return True

    def write(self, text):
        self.kept = (self.kept + text[:TEXT_LIMIT])[:TEXT_LIMIT]
        return len(text)


def _call(function, arguments, time_limit_s):
    given = [argument(value) for value in arguments]
    untouched = [plain(value) for value in given]
    printed = _Sink()

    def act():
        # The answer is read under the same limit: reading an odd object runs its code.
        return {"value": plain(function(*given))}

    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(_Sink()):
            call = limited(act, time_limit_s)
    except OutOfTime:
        return {"never_ended": time_limit_s}
    except BaseException as error:  # SystemExit and KeyboardInterrupt too: the kernel must live on
        return {"raised": _raised(error, function), "printed": printed.kept}
    return {**call, "printed": printed.kept, "changed": [plain(value) for value in given] != untouched}


def _raised(error, function):
    text = ""
    with contextlib.suppress(BaseException):
        text = _plain_text(str(error))
    return {"type": _class_name(type(error)), "text": text, **_place(error, function)}


def _place(error, function):
    """Return the last line of the function's own cell that the error passed, and its number there."""
    if type(function) is not types.FunctionType:
        return {}
    cell, lines = function.__code__.co_filename, []
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == cell:
            lines.append(step.tb_lineno)
        step = step.tb_next
    code = linecache.getline(cell, lines[-1]).strip() if lines else ""
    return {"line": lines[-1], "code": _plain_text(code)} if code else {}


def _plain(value, depth, budget):
    budget[0] -= 1
    cls = type(value)  # not value.__class__, which may lie
    kinds = _of_type("__mro__", cls)
    if depth == 0 or budget[0] < 0:
        return {"is": "other", "type": "more than can be read"}
    if value is None:
        return {"is": "none"}
    if cls is bool:
        return {"is": "bool", "value": value}
    if int in kinds:
        return _plain_integer(int.__add__(value, 0))
    if float in kinds:
        return _plain_float(float.__add__(value, 0.0))
    if decimal.Decimal in kinds or fractions.Fraction in kinds:
        return _plain_float(_exact(value, kinds))
    if complex in kinds:
        return {"is": "complex"}
    if str in kinds:
        return {"is": "text", "value": _plain_text(value)}
    if datetime.timedelta in kinds:
        return {"is": "duration", "days": datetime.timedelta.total_seconds(value) / DAY_S}
    for sequence in (list, tuple, range):
        if sequence in kinds:
            items, length = sequence.__iter__(value), sequence.__len__(value)
            return _plain_list(items, length, _class_name(cls), depth, budget)
    if dict in kinds:
        pairs = ([_plain(part, depth - 1, budget) for part in pair] for pair in dict.items(value))
        return {"is": "dict", "items": [pair for pair, _ in zip(pairs, range(ITEMS_LIMIT), strict=False)]}
    if cls in VIEWS or collections.deque in kinds or _hands_out(kinds):
        items = list(itertools.islice(value, max(0, budget[0]) + 1))
        return _plain_list(items, len(items), _class_name(cls), depth, budget)
    if set in kinds or frozenset in kinds:
        members = [_plain(member, depth - 1, budget) for member in list(value)[:ITEMS_LIMIT]]
        return {"is": "set", "items": sorted(members, key=json.dumps)}
    return _plain_array(value, cls, kinds, depth, budget)


def _hands_out(kinds):
    """Return whether values come one after the other: a generator, map, filter, zip, ..."""
    return any("__next__" in _of_type("__dict__", kind) for kind in kinds)


def _exact(value, kinds):
    """Return a decimal or a fraction as a float, by Python's own reading of it."""
    try:
        if decimal.Decimal in kinds:
            return decimal.Decimal.__float__(value)
        parts = (vars(fractions.Fraction)[name].__get__(value) for name in ("numerator", "denominator"))
        return int.__truediv__(*parts)
    except OverflowError:
        return math.inf
    except (TypeError, ValueError, ZeroDivisionError):
        return math.nan


def _plain_array(value, cls, kinds, depth, budget):
    """Read NumPy scalars and arrays, pandas Series and whatever else has ``tolist``."""
    if not any("tolist" in _of_type("__dict__", kind) for kind in kinds):
        return {"is": "other", "type": _class_name(cls)}
    size = getattr(value, "size", 1)
    if type(size) is int and size > ITEMS_LIMIT:  # as Python objects a large array would fill the memory
        return {"is": "list", "type": _class_name(cls), "length": size, "items": []}
    if getattr(getattr(value, "dtype", None), "kind", "") == "m":  # a finer or coarser unit lists as integers
        value = value.astype("timedelta64[us]")
    handed = value.tolist()
    if type(handed) is cls and getattr(getattr(value, "dtype", None), "kind", "") == "f":  # a long double
        handed = float(handed)
    listed = _plain(handed, depth - 1, budget)
    if listed["is"] == "list":
        listed["type"] = _class_name(cls)
    return listed


def _plain_list(items, length, name, depth, budget):
    kept = []
    for item in items:
        if budget[0] <= 0:
            break
        kept.append(_plain(item, depth - 1, budget))
    return {"is": "list", "type": name, "length": length, "items": kept}


def _plain_integer(value):
    if value.bit_length() > HUGE_BITS:
        return {"is": "inf", "negative": value < 0}
    return {"is": "integer", "value": value}


def _plain_float(value):
    if math.isnan(value):
        return {"is": "nan"}
    if math.isinf(value):
        return {"is": "inf", "negative": value < 0}
    return {"is": "number", "value": value}


def _plain_text(value):
    return str.__getitem__(value, slice(0, TEXT_LIMIT))


def _class_name(cls):
    return _plain_text(_of_type("__name__", cls))


def _of_type(name, cls):
    """Return an attribute that Python itself keeps for a class; a metaclass may answer for it otherwise."""
    return type.__dict__[name].__get__(cls)
