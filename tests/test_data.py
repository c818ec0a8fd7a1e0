"""The data files: each has its entry in SOURCES.toml, and is still the file that the entry describes."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

import course.data

FOLDER = Path(course.data.__file__).parent
ROOT = FOLDER.parents[1]
NOT_DATA = {".py", ".toml", ".pyc"}
FIELDS = {"title", "publisher", "url", "date", "licence", "sha256", "made_by", "note"}
PACKAGE_LIMIT_BYTES = 2_000_000  # what a student on a slow line downloads with the package

FILES = sorted(path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in NOT_DATA)
SOURCES = course.data.sources()


def test_every_file_has_an_entry_and_every_entry_a_file():
    assert sorted(SOURCES) == FILES


@pytest.mark.parametrize("name", FILES)
def test_entry_is_complete_and_true(name):
    entry = SOURCES[name]
    assert set(entry) == FIELDS
    assert all(isinstance(value, str) and value.strip() for value in entry.values())
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == entry["sha256"], "file changed"
    assert (ROOT / entry["made_by"]).is_file()
    assert entry["url"].startswith("https://")
    dt.date.fromisoformat(entry["date"])


def test_data_stay_small():
    assert sum((FOLDER / name).stat().st_size for name in FILES) < PACKAGE_LIMIT_BYTES
