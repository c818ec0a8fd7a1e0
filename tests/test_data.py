"""The data files: each has its entry in SOURCES.toml, and is still the file that the entry describes."""

import datetime as dt
import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest

import course.data
from tools.data import facts, hashes

FOLDER = Path(course.data.__file__).parent
ROOT = FOLDER.parents[1]
NOT_DATA = {".py", ".toml", ".pyc"}
FIELDS = {"title", "publisher", "url", "date", "licence", "sha256", "made_by", "note"}
READ_BY = {"cities": "cities.csv.gz", "geography": "borders_50m.npz"}  # by models that builders call
PACKAGE_LIMIT_BYTES = 2_000_000  # what a student on a slow line downloads with the package

FILES = sorted(path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in NOT_DATA)
SOURCES = course.data.sources()


def test_every_file_has_an_entry_and_every_entry_a_file():
    assert sorted(SOURCES) == FILES


@pytest.mark.parametrize("name", FILES)
def test_entry_is_complete_and_true(name):
    entry = SOURCES[name]
    assert set(entry) - {"made_from"} == FIELDS
    assert all(isinstance(value, str) and value.strip() for value in entry.values())
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == entry["sha256"], (
        "file changed: python -m tools.data.hashes"
    )
    assert (ROOT / entry["made_by"]).is_file()
    assert entry["url"].startswith("https://")
    dt.date.fromisoformat(entry["date"])


def test_what_is_made_from_a_data_file_is_made_again_when_that_changes():
    assert hashes.outdated(SOURCES) == []


@pytest.mark.parametrize("script", sorted({entry["made_by"] for entry in SOURCES.values()}))
def test_a_script_that_reads_a_data_file_says_so_in_what_it_makes(script):
    text = (ROOT / script).read_text("utf-8")
    made = {name for name, entry in SOURCES.items() if entry["made_by"] == script}
    read = {name for name in FILES if f'"{name}"' in text} - made
    read |= {name for room, name in READ_BY.items() if f"from course.{room} import" in text}
    said = set().union(*(hashes.made_from(SOURCES[name]) for name in made))
    assert said == read


def test_a_file_that_changes_gets_its_hash_and_tells_what_hangs_on_it(tmp_path, monkeypatch):
    shutil.copytree(FOLDER, tmp_path / "data")
    monkeypatch.setattr(hashes, "DATA", tmp_path / "data")
    before = (FOLDER / "SOURCES.toml").read_text("utf-8")
    assert hashes.updated(before) == before
    (tmp_path / "data" / "borders_50m.npz").write_bytes(b"other lines")
    after = hashes.updated(before)
    assert tomllib.loads(after)["borders_50m.npz"]["sha256"] == hashlib.sha256(b"other lines").hexdigest()
    told = hashes.outdated(tomllib.loads(after))
    assert [line.split()[0] for line in told] == ["cities.csv.gz", "population.npz"]
    assert all("tools/data/cities.py" in line for line in told)
    again = hashes.updated(after, ("cities.csv.gz", "population.npz"))
    assert hashes.outdated(tomllib.loads(again)) == []
    assert len(again.splitlines()) == len(before.splitlines())


def test_data_stay_small():
    assert sum((FOLDER / name).stat().st_size for name in FILES) < PACKAGE_LIMIT_BYTES


@pytest.mark.parametrize("name", facts.TABLES)
def test_a_table_written_by_hand_is_in_its_one_form(name, tmp_path):
    copy = Path(shutil.copy(facts.FOLDER / name, tmp_path))
    facts.tidy(copy, *facts.TABLES[name])
    assert copy.read_bytes() == (facts.FOLDER / name).read_bytes(), "run python -m tools.data.facts"
