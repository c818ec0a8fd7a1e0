"""What Python and JavaScript say in the same way: one table of cases, words.json, run here and by vitest."""

import ast
import json
import re
from pathlib import Path

import numpy as np
import pytest

from course.widgets.kit import words

HERE = Path(__file__).parent
CASES = json.loads((HERE / "words.json").read_text("utf-8"))
ROOMS = HERE.parent / "course" / "widgets"
IN_JAVASCRIPT = {"tens_of_km": "tensOfKm"}
DATED = ("month", "moment")


@pytest.mark.parametrize(("name", "given", "said"), [(n, *case) for n in CASES for case in CASES[n]])
def test_python_says_it_as_the_table_does(name, given, said):
    given = [np.datetime64(given)] if name in DATED else given
    assert getattr(words, name)(*given) == said


def test_every_format_that_both_have_is_in_the_table():
    script = (ROOMS / "kit" / "js" / "words.js").read_text("utf-8")
    exported = set(re.findall(r"export (?:const|function) (\w+)", script))
    assert {IN_JAVASCRIPT.get(name, name) for name in CASES} == exported - {"filled", "day"}


TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`", re.DOTALL)
GAP = re.compile(r"\$\{[^{}]*\}")
TWO_WORDS = re.compile(r"[A-Za-z']{3,},? [a-z]{2,}|^[a-z]{3,} $|: [a-z]{3}")
STYLE = re.compile(r"^(?:iss-|aria-|var\(|\(prefers|[\d.]+(?:px|em)|rgb|input|fill |group)")
NAMES = {"life support", "crew return", "fine rings"}  # keys of drawings


def test_no_sentence_stands_in_javascript():
    found = []
    for path in sorted(ROOMS.rglob("*.js")):
        if "dist" in path.parts or path.name.endswith(
            (".test.js", "words.js")
        ):  # words.js: the table's formats
            continue
        for token in TOKEN.findall(path.read_text("utf-8")):
            words_alone = GAP.sub("", token[1:-1])
            if token[0] == "/" or STYLE.match(words_alone) or words_alone in NAMES:
                continue
            if TWO_WORDS.search(words_alone):
                found.append(f"{path.relative_to(ROOMS)}: {token}")
    assert not found, "\n".join(found)


SENTENCE = re.compile(r"[A-Za-z']{2,},? [a-z]{2,},? [A-Za-z\d$]+")
BUILT = HERE.parent / "docs" / "how-it-is-built.md"


def texts_of(tree):
    """Return what a module says: its strings, those with gaps whole; no docstring, no error or its reason."""
    kept = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "why"):
            kept.update(ast.walk(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            kept.add(node.value)
    found = []
    for node in ast.walk(tree):
        if node in kept:
            continue
        if isinstance(node, ast.JoinedStr):
            kept.update(ast.walk(node))
            found.append(
                "".join(part.value if isinstance(part, ast.Constant) else "$gap" for part in node.values)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
    return found


def test_every_module_with_sentences_lies_where_the_words_are_said_to_stand():
    section = re.search(r"## Where the words stand\n(.*?)\n## ", BUILT.read_text("utf-8"), re.DOTALL)[1]
    places = re.findall(r"`((?:course|docs)/[^`]+)`", section)
    root = HERE.parent
    named = {path for place in places for path in root.glob(place + ("**/*" if place.endswith("/") else ""))}
    assert {place for place in places if not list(root.glob(place))} == set()
    lost = [
        f"{path.relative_to(root)}: {said[0]}"
        for path in sorted((root / "course").rglob("*.py"))
        if path not in named
        and (said := list(filter(SENTENCE.search, texts_of(ast.parse(path.read_text("utf-8"))))))
    ]
    assert not lost, "docs/how-it-is-built.md, Where the words stand, does not name:\n" + "\n".join(lost)
