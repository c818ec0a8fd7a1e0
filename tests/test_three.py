"""The bundle of three.js: the file that its sources say, with its licence, and nothing that asks outside."""

import datetime as dt
import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from test_data import FIELDS

import course.widgets

FOLDER = Path(course.widgets.__file__).parent / "three"
BUNDLE = (FOLDER / "three.js").read_text("utf-8")
GZIPPED_BYTES = 150_000  # what a page on a server costs; raw 540 kB


def versions():
    return json.loads((FOLDER / "package.json").read_text("utf-8"))["devDependencies"]


def test_the_entry_is_complete_and_true():
    (name, entry), *others = tomllib.loads((FOLDER / "SOURCES.toml").read_text("utf-8")).items()
    assert (name, others) == ("three.js", []) and set(entry) == FIELDS
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == entry["sha256"], "file changed"
    assert (FOLDER / entry["made_by"]).is_file()
    dt.date.fromisoformat(entry["date"])
    assert all(f"npm {package} {version}" in entry["publisher"] for package, version in versions().items())


def test_bundle_and_lock_are_of_the_stated_versions():
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions().values())
    told = re.match(r"/\* three (\S+), MIT licence .* esbuild (\S+) \*/", BUNDLE)
    assert told.groups() == (versions()["three"], versions()["esbuild"])
    assert f'"{versions()["three"].split(".")[1]}"' in BUNDLE  # its own REVISION
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["packages"]
    for package, version in versions().items():
        assert lock[f"node_modules/{package}"]["version"] == version
        assert lock[f"node_modules/{package}"]["integrity"].startswith("sha512-")


def test_the_licence_lies_beside_it():
    licence = (FOLDER / "LICENSE").read_text("utf-8")
    assert licence.startswith("The MIT License") and "three.js authors" in licence


@pytest.mark.parametrize("forbidden", ["</script", "import(", "export ", "eval(", "new Function"])
def test_the_bundle_is_one_plain_script(forbidden):
    assert forbidden not in BUNDLE


def test_the_bundle_names_no_place_outside_and_stays_small():
    import gzip

    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", BUNDLE)) <= {"http://www.w3.org"}
    assert len(gzip.compress(BUNDLE.encode(), 9)) < GZIPPED_BYTES
