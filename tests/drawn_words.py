"""What stands in a module of JavaScript where words are drawn or shown: the literals that reach such a place.

A place is an argument of what draws words, or what a control is labelled with. A name that stands there is
looked up in the module: what it is made of counts too, and a function that hands a parameter on draws too.
"""

import re
from collections.abc import Iterator

STRING = r'"(?:\\.|[^"\\\n])*"'
TOKEN = re.compile(rf"//[^\n]*|/\*.*?\*/|{STRING}|`(?:\\.|[^`\\])*`", re.DOTALL)
DRAWS = {"label": 2, "fillText": 0, "strokeText": 0, "note.set": 0, "about.set": 0, "element": 3}
SHOWN = re.compile(r"\b(?:label|text|title|textContent|innerText|placeholder)\b(?::| \?\?= | \+?= )(?=.)")
NOT_SAID = re.compile(  # what is compared, a key of a table, a colour, a part of a page
    rf"[!=]==? {STRING}|{STRING} [!=]==|\w\[{STRING}\]|\w+\??\.\w+\({STRING}(?=[,)])|\w+\(p, {STRING}"
    rf"|\b(?:role|align|rim|type|icon|scope|inputmode|autocomplete): {STRING}"
    rf"|element\({STRING}(?:, {STRING})?"
)
STYLES = {"role", "align", "p", "c", "part"}  # names of what is handed to a drawing beside its words
GAPS = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")  # of a template
OPEN, SHUT = "([{", ")]}"


def drawn(script: str) -> set[str]:
    """Return the literals of a module that are drawn or shown, gaps of templates left out."""
    script = TOKEN.sub(lambda token: "" if token[0].startswith(("//", "/*")) else token[0], script)
    return {literal for place in _places(script) for literal in literals(place)}


def literals(code: str) -> Iterator[str]:
    """Yield what the literals of an expression say."""
    for token in TOKEN.findall(NOT_SAID.sub("", code)):
        gaps = re.findall(r"\$\{((?:[^{}`]|\{[^{}]*\})*)\}", token) if token[0] == "`" else []
        yield GAPS.sub("", token[1:-1])
        for gap in gaps:
            yield from literals(gap)


def _places(script):
    """Return the expressions that are drawn or shown."""
    draws, places, names = dict(DRAWS), [], set()
    while True:
        found = [
            arguments[at]
            for name, at in draws.items()
            for call in re.finditer(rf"(?<![\w]){re.escape(name)}\(", script)
            if not script[: call.start()].endswith("function ")
            and len(arguments := _split(script, call.end())) > at
        ]
        found += [_split(script, shown.end())[0] for shown in SHOWN.finditer(script)]
        found += [made for name in names for made in _made(script, name)]
        more = {
            name for place in found for name in re.findall(r"(?<![\w.$\"])[a-z]\w*\b(?![(\"])", place)
        } - STYLES
        handed = {
            name: parameters.index(word)
            for name, parameters in _functions(script)
            for word in names | more
            if word in parameters and _hands_on(script, name, word, draws)
        }
        if len(found) == len(places) and more <= names and handed.keys() <= draws.keys():
            return found
        places, names, draws = found, names | more, handed | draws


def _hands_on(script, name, word, draws):
    """Return whether a function draws the very parameter that is named so."""
    begin = re.search(rf"(?:function {name}\(|const {name} = \()", script).end()
    body = script[begin : begin + 2500].split("\n}\n")[0]
    return any(
        len(arguments := _split(body, call.end())) > at and arguments[at].strip() == word
        for draw, at in draws.items()
        for call in re.finditer(rf"(?<!\w){re.escape(draw)}\(", body)
    )


def _functions(script):
    for pattern in (r"function (\w+)\(([^)]*)\)", r"const (\w+) = \(([^)]*)\) =>"):
        for name, parameters in re.findall(pattern, script):
            yield name, [one.split("=")[0].strip() for one in parameters.split(",")]


def _made(script, name):
    """Yield what a name of the module is made of."""
    for found in re.finditer(rf"(?:const|let) {name} = ", script):
        yield _split(script, found.end(), ";")[0]
    for found in re.finditer(r"\[([\w, ]+)\] of\s+\(?\[", script):
        names = found[1].split(", ")
        if name in names:
            rows = (one.strip() for one in _split(script, found.end()))
            yield from (_split(one, 1)[names.index(name)] for one in rows if one.startswith("["))
    for found in re.finditer(rf"\[[^\]\n=]*\b{name}\b[^\]\n]*\] = ", script):
        yield _split(script, found.end(), ";")[0]
    for found in re.finditer(rf"(?<=[\s;]){name} = ", script):
        yield _split(script, found.end(), ";")[0]


def _split(script, begin, ends=","):
    """Return the expressions from a place on, up to the bracket or the semicolon that closes them."""
    parts, depth, at, start = [], 0, begin, begin
    while at < len(script):
        token = TOKEN.match(script, at)
        if token:
            at = token.end()
            continue
        sign = script[at]
        if sign in OPEN:
            depth += 1
        elif sign in SHUT:
            depth -= 1
        if depth < 0 or (sign == ";" and depth == 0):
            break
        if sign == ends == "," and depth == 0:
            parts.append(script[start:at])
            start = at + 1
        at += 1
    return [*parts, script[start:at]]
