"""Arguments that carry a unit: read, checked, and handed back as students expect them.

Every public function of the models reads its numbers here, so that bad input is treated in one way:

- a scalar gives a plain ``float`` back, an array gives an array;
- ``nan`` stays ``nan`` at its place, it never becomes a number;
- a value outside its range raises a ValueError that names the quantity, the value and its unit;
- text, ``None`` and complex numbers raise a TypeError.
"""

import datetime as dt

import numpy as np

_UNITS = {  # how the end of a name reads in a message
    "km": "km",
    "deg": "degrees",
    "s": "s",
    "km_s": "km/s",
    "m_s": "m/s",
    "days": "days",
    "m": "m",
    "kg": "kg",
}


def quantity(name, value, *, at_least=None, above=None, at_most=None, why=""):
    """Return `value` as a float array after checking its type and range.

    Parameters
    ----------
    name : str
        Name of the argument; its ending names the unit (``altitude_km``).
    value : float or array_like
        What the caller gave. ``nan`` passes: it marks a missing value, as a masked entry does.
    at_least, above, at_most : float, optional
        The range that has a meaning.
    why : str, optional
        One sentence added to the message when the value is out of range.

    Raises
    ------
    TypeError
        If the value is not made of real numbers.
    ValueError
        If a value is infinite or out of range; the first such value is shown.
    """
    try:
        given = np.ma.asarray(value) if np.ma.isMaskedArray(value) else np.asarray(value)
    except ValueError:  # lists of different lengths
        given = np.array(None)
    if given.dtype.kind not in "iuf":
        shown = repr(value) if len(repr(value)) < 60 else type(value).__name__
        raise TypeError(f"{name} must be a real number or an array of real numbers (got {shown})")
    numbers = np.ma.filled(given.astype(float), np.nan)
    _refuse(name, numbers, np.isinf(numbers), "be finite", why)
    for limit, outside, words in (
        (at_least, np.less, "be at least"),
        (above, np.less_equal, "be above"),
        (at_most, np.greater, "be at most"),
    ):
        if limit is not None:
            _refuse(name, numbers, outside(numbers, limit), f"{words} {limit:g}", why)
    return numbers


def one(name, value, **limits):
    """Return `value` as a float after the same checks; arrays and ``nan`` are refused.

    Parameters
    ----------
    name, value, **limits
        As in `quantity`.
    """
    number = quantity(name, value, **limits)
    if number.ndim or np.isnan(number):
        raise ValueError(f"{name} must be one number (got {value!r})")
    return float(number)


def plain(result):
    """Return a 0-d array or NumPy scalar as a Python float or bool, anything larger unchanged."""
    return result.item() if np.ndim(result) == 0 else result


def instant(name, when):
    """Return a moment in UTC as ``datetime64[us]``.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    when : str, date, datetime or datetime64
        ISO 8601 text such as ``"2022-03-12"`` or ``"2022-03-12T19:00"``. A datetime without a time zone is
        taken as UTC, one with a zone is converted.
    """
    if isinstance(when, str):
        text = when.strip()
        try:
            when = dt.datetime.fromisoformat(text)
        except ValueError:
            raise ValueError(f"{name} must look like 2022-03-12 or 2022-03-12T19:00 (got {text!r})") from None
    if not isinstance(when, dt.date | np.datetime64):
        raise TypeError(f"{name} must be a date, a datetime or ISO text in UTC (got {type(when).__name__})")
    if when != when:  # NaT, NumPy's or pandas', is the one moment that differs from itself
        raise ValueError(f"{name} must be a moment in time (got NaT)")
    if isinstance(when, dt.datetime) and when.tzinfo is not None:
        try:
            when = when.astimezone(dt.UTC).replace(tzinfo=None)
        except OverflowError:
            raise ValueError(f"{name} must lie in the years 1 to 9999 (got {when})") from None
    return _microseconds(name, np.datetime64(when))


def instants(name, when):
    """Return a moment, or any list or array of moments, as a ``datetime64[us]`` array of the same shape.

    Parameters
    ----------
    name, when
        As in `instant`; NumPy arrays, lists and pandas columns of such moments are taken too.
    """
    if not isinstance(when, list | tuple) and not hasattr(when, "__array__"):
        return np.asarray(instant(name, when))
    given = np.asarray(when) if hasattr(when, "__array__") else np.array(when, object)
    if given.dtype.kind != "M":
        read = [instant(name, one_of_them) for one_of_them in given.ravel()]
        return np.array(read, "datetime64[us]").reshape(given.shape)
    if np.isnat(given).any():
        raise ValueError(f"{name} must hold moments in time (got NaT)")
    return _microseconds(name, given)


def _microseconds(name, moments):
    years = moments.astype("datetime64[Y]").astype(int) + 1970
    if np.size(years) and not 1 <= np.min(years) <= np.max(years) <= 9999:
        # far outside, NumPy's microseconds run over and start again, without a word
        raise ValueError(f"{name} must lie in the years 1 to 9999 (got {np.min(years)} to {np.max(years)})")
    return moments.astype("datetime64[us]")


def _shown(number):
    """Return a number with all its digits: 180.0000001 must not be shown as 180."""
    return np.format_float_positional(number, trim="-") if 1e-4 <= abs(number) < 1e9 else f"{number:.9g}"


def _refuse(name, numbers, bad, must, why):
    if not np.any(bad):
        return
    first = numbers[bad].flat[0]
    unit = next(
        (_UNITS[end] for end in sorted(_UNITS, key=len, reverse=True) if name.endswith("_" + end)), ""
    )
    where = "" if numbers.ndim == 0 else f" at position {np.argwhere(bad)[0].tolist()}"
    raise ValueError(
        f"{name} must {must} (got {_shown(first)}{' ' + unit if unit else ''}{where})"
        + (f": {why}" if why else "")
    )
