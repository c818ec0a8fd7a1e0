"""Arrays as they travel to a browser: small, and unpacked there without a loss that can be seen.

An array becomes whole numbers of two or four bytes; each may be told by its difference from the one before or
from the one above it, bytes of one weight stand together, and all is compressed as one (gzip, which browsers
undo with `DecompressionStream`). Floats keep every bit of float32. What is only drawn may be `Rounded`: to
65,534 steps over its range, half a hundredth of a pixel on a drawing 650 pixels wide. Nothing that is said
in words, or stands on a logarithmic axis, is rounded.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

STEPS = 65_534  # between the least and the largest value; one more code says nan
_NAN = 65_535
_SPEED = 6  # of gzip: 9 takes four times as long for 2 % less


Entry: TypeAlias = dict[str, int | float | list[int]]  # how one array is found: see `pack`
Layout: TypeAlias = dict[str, Entry]


@dataclass(frozen=True)
class Rounded:
    """An array that is only drawn, on an axis that is not logarithmic."""

    values: ArrayLike


Arrays: TypeAlias = Mapping[str, ArrayLike | Rounded]  # what a picture draws, by name


def pack(arrays: Arrays) -> tuple[bytes, Layout]:
    """Return all arrays as one run of bytes, and how each is found in it.

    Parameters
    ----------
    arrays : dict of str to array_like or Rounded

    Returns
    -------
    (bytes, dict)
        Of each array by name: first (where its bytes begin), shape, wide (bytes of a number), lag (how many
        numbers before it the one stands whose difference is told, 0 if none), and for `Rounded` low and step.

    Examples
    --------
    >>> packed, where = pack({"a": [1.5, 2.5], "b": Rounded([0.0, 1.0, np.nan])})
    >>> {name: each["wide"] for name, each in where.items()}
    {'a': 4, 'b': 2}
    >>> unpack(packed, where)["b"].tolist()
    [0.0, 1.0, nan]
    """
    pieces, where, first = [], {}, 0
    for name, values in arrays.items():
        numbers, entry = _whole_numbers(values)
        lag, numbers = _differences(numbers, entry["shape"])
        piece = numbers.view(np.uint8).reshape(-1, numbers.itemsize).T.tobytes()
        where[name] = {"first": first, "wide": numbers.itemsize, "lag": lag} | entry
        pieces.append(piece)
        first += len(piece)
    return (gzip.compress(b"".join(pieces), _SPEED, mtime=0) if first else b""), where


def unpack(packed: bytes, where: Layout) -> dict[str, NDArray[np.float32]]:
    """Return the arrays by their names, float32, as a browser has them."""
    whole = gzip.decompress(packed) if packed else b""
    return {name: _values(whole, **entry) for name, entry in where.items()}


def _whole_numbers(values):
    """Return an array as unsigned whole numbers, and what brings it back."""
    rounded = isinstance(values, Rounded)
    exact = np.asarray(values.values if rounded else values, dtype="<f4", order="C")
    entry = {"shape": list(exact.shape)}
    if not (rounded and np.isfinite(exact).any()):
        return exact.reshape(-1).view("<u4"), entry
    low, high = float(np.nanmin(exact)), float(np.nanmax(exact))
    step = (high - low) / STEPS or 1.0
    codes = np.where(np.isnan(exact), _NAN, np.rint((exact.astype(float) - low) / step))
    return codes.reshape(-1).astype("<u2"), entry | {"low": low, "step": step}


def _differences(numbers, shape):
    """Return the lag with which the numbers become smallest, and the differences."""
    lags = sorted({0, 1, shape[-1] if shape else 1} - {lag for lag in (len(numbers),) if lag > 1})
    told = {lag: _lagged(numbers, lag) for lag in lags}
    best = min(lags, key=lambda lag: _size(told[lag]))
    return best, told[best]


def _lagged(numbers, lag):
    return numbers if lag == 0 else np.concatenate([numbers[:lag], numbers[lag:] - numbers[:-lag]])


def _size(numbers):
    """Estimate how many bits the numbers need: those of each byte's own distribution."""
    planes = numbers.view(np.uint8).reshape(-1, numbers.itemsize).T
    counts = (np.bincount(plane, minlength=256) for plane in planes)
    return sum(-(used * np.log2(used / used.sum())).sum() for each in counts for used in (each[each > 0],))


def _values(whole, *, first, wide, lag, shape, low=None, step=None):
    many = int(np.prod(shape))
    planes = np.frombuffer(whole, np.uint8, wide * many, first).reshape(wide, many)
    numbers = np.ascontiguousarray(planes.T).view(f"<u{wide}").reshape(-1).copy()
    if lag and many:
        padded = np.zeros(-(-many // lag) * lag, numbers.dtype)
        padded[:many] = numbers
        numbers = padded.reshape(-1, lag).cumsum(axis=0, dtype=numbers.dtype).reshape(-1)[:many]
    if step is None:
        return numbers.view("<f4").reshape(shape)
    return np.where(numbers == _NAN, np.nan, low + step * numbers).astype("<f4").reshape(shape)
