"""Data files: one entry each in ``SOURCES.toml``, which names the script in ``tools/data/`` behind it."""

import tomllib
from importlib.resources import files


def read_bytes(name: str) -> bytes:
    """Return the content of a data file."""
    return files(__name__).joinpath(name).read_bytes()


def read_text(name: str) -> str:
    """Return the content of a UTF-8 data file."""
    return read_bytes(name).decode("utf-8")


def sources() -> dict[str, dict[str, str]]:
    """Return ``SOURCES.toml``: file name to title, publisher, url, date, licence, sha256, made_by, note.

    Files that are computed from other data files have made_from as well.
    """
    return tomllib.loads(read_text("SOURCES.toml"))
