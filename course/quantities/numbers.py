"""Numbers with a unit: read as floats, checked against the range in which they have a meaning."""

from collections.abc import Sequence
from decimal import Decimal
from numbers import Real
from typing import NoReturn, TypeAlias, TypedDict, Unpack

import numpy as np
from numpy.typing import NDArray

from course.quantities.shown import shown

Array: TypeAlias = NDArray[np.float64]
Floats: TypeAlias = float | Array  # one number or an array of them, as was asked


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
        _refuse(name, numbers, numbers < at_least, f"be at least {_shown(at_least)}", why)
    if above is not None and low <= above:
        _refuse(name, numbers, numbers <= above, f"be above {_shown(above)}", why)
    if at_most is not None and high > at_most:
        _refuse(name, numbers, numbers > at_most, f"be at most {_shown(at_most)}", why)
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


def plain(result: np.generic | Array) -> Floats:
    """Return a 0-d array or NumPy scalar as a Python float or bool, anything larger unchanged."""
    return result if isinstance(result, np.ndarray) and result.ndim else result.item()


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
