"""Moments: read as ``datetime64[us]`` in UTC, never from a bare number."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from course.quantities.shown import shown

Moments: TypeAlias = NDArray[np.datetime64]
Moment: TypeAlias = str | dt.date | np.datetime64  # a datetime is a date; text is ISO 8601
MomentsLike: TypeAlias = Moment | Sequence[Moment] | Moments


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
