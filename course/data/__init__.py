"""Data files: one entry each in ``SOURCES.toml``, which names the script in ``tools/data/`` behind it."""

import io
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


def read_bytes(name: str) -> bytes:
    """Return the content of a data file."""
    return files(__name__).joinpath(name).read_bytes()


def read_text(name: str) -> str:
    """Return the content of a UTF-8 data file."""
    return read_bytes(name).decode("utf-8")


def read_table(name: str, *, dates: Sequence[str]) -> "DataFrame":
    """Return a CSV file as a table of the caller's own, the named columns as dates; empty text is no nan."""
    return _table(name, tuple(dates)).copy()


def sources() -> dict[str, dict[str, str]]:
    """Return ``SOURCES.toml``: file name to title, publisher, url, date, licence, sha256, made_by, note.

    Files that are computed from other data files have made_from as well.
    """
    return tomllib.loads(read_text("SOURCES.toml"))


@cache
def _table(name, dates):
    import pandas as pd

    table = pd.read_csv(io.StringIO(read_text(name)), keep_default_na=False)
    for column in dates:
        table[column] = pd.to_datetime(table[column])
    return table
