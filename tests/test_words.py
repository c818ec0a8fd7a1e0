"""What Python and JavaScript say in the same way: one table of cases, words.json, run here and by vitest."""

import ast
import json
import re
from pathlib import Path

import numpy as np
import pytest
from drawn_words import GAPS, TOKEN, drawn

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


SYMBOLS = {"m", "km", "s", "h", "min", "t", "kg", "m²", "UTC", "F10"}  # alike in every language
KEYS = {"un", "de-facto"}  # of the two views of borders
MARKED = re.compile(r"\{[\w-]+:")


def modules():
    for path in sorted(ROOMS.rglob("*.js")):
        if "dist" not in path.parts and not path.name.endswith((".test.js", "words.js")):
            yield path.relative_to(ROOMS), path.read_text("utf-8")


def words_in(literal):
    """Return the words of what is shown, without colours, units, names of styles and keys."""
    if literal in KEYS or re.match(r"iss-|[_-]\w", literal):
        return set()
    return set(re.findall(r"[A-Za-z]\w*", re.sub(r"\$\{.*", "", MARKED.sub("", literal)))) - SYMBOLS


def test_no_single_word_is_drawn_by_javascript():
    found = [
        f"{path}: {one!r}" for path, script in modules() for one in sorted(drawn(script)) if words_in(one)
    ]
    assert not found, "words of LABELS or of KIT, kit/words.py:\n" + "\n".join(found)


def test_no_word_stands_beside_a_number_in_javascript():
    """In a template with gaps, wherever it goes: `${days} days`."""
    found = []
    for path, script in modules():
        for token in TOKEN.findall(script):
            bare = MARKED.sub("", GAPS.sub("", token[1:-1]))
            if token[0] == "`" and bare != token[1:-1] and not STYLE.match(bare.strip()):
                words = set(re.findall(r"[ °]([A-Za-z]+)\b", bare)) - SYMBOLS - {"px"}
                found += [f"{path}: {token}"] if words else []
    assert not found, "\n".join(found)


def test_numbers_are_written_by_one_function():
    found = [path.as_posix() for path, script in modules() if "toLocale" in script or "Intl." in script]
    assert not found, f"grouped() of kit/js/words.js writes numbers, not {', '.join(found)}"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ('label(p, c, "land", x, y, { role: "quiet" });', {"land"}),
        ('const words = up ? "north" : p.words.x;\nlabel(p, c, words, x, y);', {"north"}),
        (
            'for (const [words, role] of [["day", "ink"], [p.words.b, "speed"]]) label(p, c, words, 1, 2);',
            {"day"},
        ),
        (
            'const say = (told, x) =>\n  label(p, c, told, x, 1);\nsay(`${one}${two < 0 ? " S" : ""}`, 2);',
            {"", " S"},
        ),
        (
            'p.slider({ label: "Height", min: 0 });\nmade.textContent = on ? "yes" : words.no;',
            {"Height", "yes"},
        ),
        ('label(p, c, p.words[kind === "land" ? "a" : here], x, y, { align: "left" });', {"a"}),
        (
            'label(p, c, p.words.labels["land"], x, y); ends(p, "ships"); c.fillStyle = p.colour("ink");',
            set(),
        ),
    ],
)
def test_a_drawn_word_is_found(script, words):
    assert drawn(script) == words


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


def test_whole_sentences_of_a_picture_stand_in_its_words():
    """Titles, axes and reasons of an error stand beside what is drawn, but no sentence with its full stop."""
    found = [
        f"{path.relative_to(HERE.parent)}: {said}"
        for path in sorted(ROOMS.glob("*/*.py"))
        if path.name in ("picture.py", "tables.py", "figure.py")
        for said in texts_of(ast.parse(path.read_text("utf-8")))
        if SENTENCE.search(said) and re.search(r"\.(?: |$)", said)
    ]
    assert not found, "\n".join(found)


def test_no_plural_is_made_by_an_s():
    """Where a noun has two forms, both are written: `counted` of course/tables.py chooses."""
    made = {"s", ""}
    found = [
        f"{path.relative_to(HERE.parent)}:{node.lineno}"
        for folder in ("course", "tools")
        for path in sorted((HERE.parent / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.IfExp)
        and {getattr(side, "value", None) for side in (node.body, node.orelse)} == made
    ]
    assert not found, "\n".join(found)
