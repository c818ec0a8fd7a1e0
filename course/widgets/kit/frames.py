"""Frames: the rows of a table as records."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import DataFrame


def rows(table: "DataFrame") -> Iterator[Any]:  # Any: the fields of a row are the columns of its table
    """Return the rows of a table as named tuples: ``row.name``, and ``row.Index`` for its label.

    Examples
    --------
    >>> from course import station
    >>> next(rows(station.modules("2000-01-01"))).name
    'Zarya'
    """
    return table.itertuples()
