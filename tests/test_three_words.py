"""Above the horizon, at least so many degrees up, and visible: three words, nowhere one for another."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("notebooks", "exercises", "solutions")
BOOKS = [path for room in ROOMS for path in ROOT.glob(f"{room}/**/*.ipynb")]
PAGES = [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]
LIGHTED = ("coverage/passes.py", "coverage/sky.py", "widgets/city_passes")  # compute it, from Sun and shadow
CODE = [path for path in ROOT.glob("course/**/*.py") if not any(one in path.as_posix() for one in LIGHTED)]
TABLES = [*ROOT.glob("course/data/*.toml"), ROOT / "course/data/events.csv"]
# of the station in somebody's sky: a form of to see, or visible
SEEN = re.compile(
    r"\b(see|sees|seen|saw|seeing) (the station|it rise|it pass|it overhead|that high)"
    r"|(station|ISS|it) (can|could|may|will|cannot) (also )?be seen"
    r"|(station|ISS|it) is (in sight|seen)\b"
    r"|\bvisible\b",
    re.IGNORECASE,
)
LIGHT = re.compile(  # what makes it visible, or the three words told apart
    r"sunlit|sunlight|dark|dusk|dawn|too bright|shadow|star|not (yet )?visible|never visible|visible pass"
    r"|column .visible|of them visible|visible are four|visible\*? is a third|visible check"
    r"|passes of the station",
    re.IGNORECASE,
)
HIGH = re.compile(
    r"visible (at|from) (at least )?\d+ ?(°|degrees)|(°|degrees) (up|high) and so visible", re.I
)


def prose(path):
    """Return what people read in a file: text cells, pages, and the strings and docstrings of code."""
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    if path.suffix == ".py":
        parts = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
        return [part for part in parts if isinstance(part, str) and " " in part]
    return text.split("\n")


def mixed(text):
    """Return the sentences that say visible or seen of the station, and nothing of light."""
    sentences = re.split(r"(?<=[.!?:;|])\s", text.replace("\n", " "))
    return [one for one in sentences if (SEEN.search(one) and not LIGHT.search(one)) or HIGH.search(one)]


@pytest.mark.parametrize("paths", [BOOKS, PAGES, CODE, TABLES], ids=["books", "pages", "code", "tables"])
def test_what_is_above_the_horizon_is_not_called_visible(paths):
    assert {path.name: found for path in paths if (found := [*map(mixed, prose(path))]) and any(found)} == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Can people in Moscow see the station?",
        "From there the station can be seen in the sky.",
        "Two thirds of Russia have it visible at least 10 degrees high.",
        "Its orbit is seen that high only as far as latitude 60.",
    ],
)
def test_one_word_for_another_is_found(sentence):
    assert mixed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It rises above the horizon of Moscow every day, low in the south.",
        "To be visible the station has to be in sunlight while the sky is dark.",
        "29 passes at least 10° high in a week, 1 of them visible",
    ],
)
def test_words_that_are_kept_apart_pass(sentence):
    assert not mixed(sentence)
