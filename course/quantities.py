"""Arguments: read, checked, and handed back as students expect them; numbers with a unit, words, moments.

Every public function reads what it is given here, so that bad input is treated in one way:

- a scalar gives a plain ``float`` back, an array gives an array;
- ``nan`` stays ``nan`` at its place, it never becomes a number; a masked entry becomes ``nan``;
- a value outside its range raises a ValueError that names the quantity, the value and its unit;
- text, ``None``, truth values and complex numbers are no numbers, and raise a TypeError;
- a word is one of those that are known, a flag is True or False, a moment is never a bare number.
"""

import datetime as dt
import reprlib
from collections.abc import Collection, Sequence
from decimal import Decimal
from numbers import Real
from typing import NoReturn, TypeAlias, TypedDict, TypeVar, Unpack, overload

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Floats: TypeAlias = float | Array  # one number or an array of them, as was asked
Moments: TypeAlias = NDArray[np.datetime64]
Moment: TypeAlias = str | dt.date | np.datetime64  # a datetime is a date; text is ISO 8601
MomentsLike: TypeAlias = Moment | Sequence[Moment] | Moments


class Limits(TypedDict, total=False):
    """The range in which a number has a meaning, as `quantity` takes it."""

    at_least: float | None
    above: float | None
    at_most: float | None
    most_values: int | None
    why: str


LARGEST = 1e15  # in size, whatever the unit: beyond it no quantity of this course has a meaning
ANY_TURN: Limits = {"at_least": -3.6e6, "at_most": 3.6e6}  # of a longitude in degrees: ten thousand turns
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
_Word = TypeVar("_Word", bound=str)
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60


def quantity(
    name: str,
    value: object,
    *,
    at_least: float | None = None,
    above: float | None = None,
    at_most: float | None = None,
    most_values: int | None = None,
    why: str = "",
) -> Array:
    """Return `value` as a float array after checking its type and range.

    Parameters
    ----------
    name : str
        Name of the argument; its ending names the unit (``altitude_km``).
    value : float or array_like
        What the caller gave. ``nan`` passes: it marks a missing value, as a masked entry does.
    at_least, above, at_most : float, optional
        The range that has a meaning.
    most_values : int, optional
        How many values can be worked out at a time, where each of them takes long.
    why : str, optional
        One sentence added to the message when the value is out of range.

    Raises
    ------
    TypeError
        If the value is not made of real numbers.
    ValueError
        If a value is infinite, out of range or absurdly large (the first such value is shown), or if there
        are too many of them.
    """
    numbers = _floats(name, value)
    if most_values is not None and numbers.size > most_values:
        raise ValueError(f"{name} may hold {most_values:,} values at a time (got {numbers.size:,})")
    low, high = _ends(numbers)
    if np.isinf(low) or np.isinf(high):
        _refuse(name, numbers, np.isinf(numbers), "be finite", why)
    if at_least is not None and low < at_least:
        _refuse(name, numbers, numbers < at_least, f"be at least {at_least:g}", why)
    if above is not None and low <= above:
        _refuse(name, numbers, numbers <= above, f"be above {above:g}", why)
    if at_most is not None and high > at_most:
        _refuse(name, numbers, numbers > at_most, f"be at most {at_most:g}", why)
    if low < -LARGEST or high > LARGEST:
        _refuse(name, numbers, np.abs(numbers) > LARGEST, f"lie within +-{LARGEST:g}", "")
    return numbers


def one(name: str, value: object, **limits: Unpack[Limits]) -> float:
    """Return `value` as a float after the checks of `quantity`; arrays and ``nan`` are refused."""
    number = quantity(name, value, **limits)
    if number.ndim:
        raise ValueError(f"{name} must be one number (got an array of shape {number.shape})")
    if np.isnan(number):
        raise ValueError(f"{name} must be one number (got nan)")
    return float(number)


def whole(name: str, value: object, **limits: Unpack[Limits]) -> int:
    """Return `value` as an int: one number as `one` reads it, without a fraction."""
    number = one(name, value, **limits)
    if number != round(number):
        raise ValueError(f"{name} must be a whole number (got {_shown(number)})")
    return round(number)


def pair(name: str, values: Sequence[float] | Array, **limits: Unpack[Limits]) -> list[float]:
    """Return two numbers in their order, a list of two floats; a set or a dict has no order."""
    ordered = isinstance(values, list | tuple) or (isinstance(values, np.ndarray) and values.ndim == 1)
    if not ordered or len(values) != 2:
        raise ValueError(f"{name} must be two numbers (got {shown(values)})")
    return [one(f"{name}[{place}]", value, **limits) for place, value in enumerate(values)]


def together(*, most_values: int | None = None, **named: Array) -> list[Array]:
    """Return arrays broadcast to one shape, in the order given.

    Parameters
    ----------
    most_values : int, optional
        As in `quantity`, of all together.
    **named : ndarray
        What `quantity` has read, under the names of the arguments.

    Raises
    ------
    ValueError
        If they do not go together; the message says which has how many values.
    """
    try:
        shape = np.broadcast_shapes(*(np.shape(values) for values in named.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {_counted(np.shape(values))}" for name, values in named.items())
        raise ValueError(
            f"each must be one number, or all must be lists of one length (got {shapes})"
        ) from None
    if most_values is not None and np.prod(shape) > most_values:
        raise ValueError(f"at most {most_values:,} can be worked out at a time (got {np.prod(shape):,})")
    return [np.broadcast_to(values, shape) for values in named.values()]


def word(name: str, value: object, choices: Collection[_Word]) -> _Word:
    """Return `value` if it is one of the words that are known.

    Raises
    ------
    TypeError
        If it is not a text.
    ValueError
        If it is none of the words; they are listed.
    """
    known = [f'"{each}"' for each in choices]
    listed = " or ".join([", ".join(known[:-1]), known[-1]]) if known[1:] else known[0]
    if not isinstance(value, str):
        raise TypeError(f"{name} must be {listed} (got {shown(value)})")
    for each in choices:
        if each == value:
            return each
    raise ValueError(f"{name} must be {listed} (got {shown(value)})")


def text(name: str, value: object, *, such_as: str) -> str:
    """Return `value` if it is a text with something in it; `such_as` is an example for the message."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text such as {such_as!r} (got {shown(value)})")
    if not value.strip():
        raise ValueError(f"{name} must be text such as {such_as!r} (got empty text)")
    return str(value)


def flag(name: str, value: object) -> bool:
    """Return `value` if it is True or False; text such as "False" is refused, which Python takes as true."""
    if not isinstance(value, bool | np.bool_):
        raise TypeError(f"{name} must be True or False (got {shown(value)})")
    return bool(value)


def plain(result: np.generic | Array) -> Floats:
    """Return a 0-d array or NumPy scalar as a Python float or bool, anything larger unchanged."""
    return result if isinstance(result, np.ndarray) and result.ndim else result.item()


def instant(name: str, when: object) -> np.datetime64:
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
        written = when.strip()
        try:
            when = dt.datetime.fromisoformat(written)
        except ValueError:
            raise ValueError(
                f"{name} must look like 2022-03-12 or 2022-03-12T19:00 (got {shown(written)})"
            ) from None
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


def instants(name: str, when: object) -> Moments:
    """Return a moment, or any list or array of moments, as a ``datetime64[us]`` array of the same shape.

    Parameters
    ----------
    name, when
        As in `instant`; NumPy arrays, lists and pandas columns of such moments are taken too.
    """
    if isinstance(when, list | tuple):
        given = np.array(when, object)
    elif isinstance(when, str | dt.date | np.datetime64) or not hasattr(type(when), "__array__"):
        return np.asarray(instant(name, when))
    elif isinstance(when, np.ma.MaskedArray) and np.ma.is_masked(when):
        raise ValueError(f"{name} must hold moments in time (got a masked one)")
    else:
        try:
            given = np.asarray(when)
        except Exception:  # an object that only claims to be an array
            raise TypeError(f"{name} must hold moments in time (got {shown(when)})") from None
    if given.dtype.kind != "M":
        read = [instant(name, one_of_them) for one_of_them in given.ravel()]
        return np.array(read, "datetime64[us]").reshape(given.shape)
    if np.isnat(given).any():
        raise ValueError(f"{name} must hold moments in time (got NaT)")
    return _microseconds(name, given)


def shown(value: object) -> str:
    """Return a value as a message shows it: short, and never an error of its own."""
    try:
        written = _SHORT.repr(value)
    except Exception:  # an integer of ten thousand digits; an object whose repr fails
        written = ""
    return written if 0 < len(written) < 70 and "\n" not in written else f"a {type(value).__name__}"


def _floats(name: str, value: object) -> Array:
    """Return real numbers as floats, masked ones as nan; columns of Python numbers are read one by one."""
    try:
        given = np.ma.asarray(value) if np.ma.isMaskedArray(value) else np.asarray(value)
        if given.dtype.kind == "O" and all(_is_real(each) for each in given.flat):
            return np.array([float(each) for each in given.flat]).reshape(given.shape)
    except OverflowError:
        raise ValueError(
            f"{name} must lie within +-{LARGEST:g} (got an integer of hundreds of digits)"
        ) from None
    except Exception:  # lists of different lengths; objects that only claim to be arrays
        given = np.array(None)
    if given.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be a real number or an array of real numbers (got {shown(value)})")
    return np.ma.filled(given.astype(float), np.nan)


def _is_real(value: object) -> bool:
    return isinstance(value, Real | Decimal) and not isinstance(value, bool | np.bool_)


@overload
def _microseconds(name: str, moments: np.datetime64) -> np.datetime64: ...
@overload
def _microseconds(name: str, moments: Moments) -> Moments: ...
def _microseconds(name: str, moments: np.datetime64 | Moments) -> np.datetime64 | Moments:
    if np.datetime_data(moments.dtype)[0] in (
        "ps",
        "fs",
        "as",
    ):  # all near 1970; as years they would run over
        return moments.astype("datetime64[us]")
    years = moments.astype("datetime64[Y]").astype(int) + 1970
    if np.size(years) and not 1 <= np.min(years) <= np.max(years) <= 9999:
        # far outside, NumPy's microseconds run over and start again, without a word
        raise ValueError(f"{name} must lie in the years 1 to 9999 (got {np.min(years)} to {np.max(years)})")
    return moments.astype("datetime64[us]")


def _shown(number: float) -> str:
    """Return a number with all its digits: 180.0000001 must not be shown as 180."""
    return np.format_float_positional(number, trim="-") if 1e-4 <= abs(number) < 1e9 else f"{number:.9g}"


def _counted(shape: tuple[int, ...]) -> str:
    return "is one" if not shape else f"has {shape[0]}" if len(shape) == 1 else f"has the shape {shape}"


def _ends(numbers: Array) -> tuple[float, float]:
    """Return the least and the greatest number, holes left out: one look instead of a mask for each limit."""
    if not numbers.size:
        return np.nan, np.nan
    low, high = numbers.min(), numbers.max()
    if np.isnan(low):
        low, high = np.fmin.reduce(numbers, axis=None), np.fmax.reduce(numbers, axis=None)
    return low, high


def _refuse(name: str, numbers: Array, bad: NDArray[np.bool_], must: str, why: str) -> NoReturn:
    first = numbers[bad].flat[0]
    unit = next(
        (_UNITS[end] for end in sorted(_UNITS, key=len, reverse=True) if name.endswith("_" + end)), ""
    )
    where = "" if numbers.ndim == 0 else f" at position {np.argwhere(bad)[0].tolist()}"
    raise ValueError(
        f"{name} must {must} (got {_shown(first)}{' ' + unit if unit else ''}{where})"
        + (f": {why}" if why else "")
    )
