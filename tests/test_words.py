"""What Python and JavaScript say in the same way: one table of cases, words.json, run here and by vitest."""

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
