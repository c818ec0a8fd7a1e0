"""A learner's verdicts: read from what he marked, from the lesson's cells, and from his answer to u1-5."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from course import history
from course.evidence.marks import ADDRESS, PARTS
from course.grading.reading import Refused, read_notebook
from course.predictions import Prediction

MARKED, IN_LESSON, IN_WRITING = "beside the article", "in the lesson", "in exercise u1-5"
LESSON = "1-history.ipynb"
HELD = (("verdict", history.VERDICTS), ("kind", history.KINDS))  # what a mark may say, part by part
SENTENCES = {  # of u1-5: the claim that each is about, and its words where they are others
    "A": ("A08", ""),
    "B": ("A09", ""),
    "C": ("A11", "Roscosmos will detach its modules in 2024."),
    "D": (
        "A18",
        "If cooperation is blocked, who saves the ISS? There is also the option /chance of dropping a "
        "500-ton structure to India and China.",
    ),
    "E": ("A28", ""),
}
_LINE = re.compile(r"^[\s>*#\-|]*([A-E])[*_]*\s*[.):|,\u2013\u2014-][*_\s|]*(\S.*)$", re.MULTILINE)
_KIND = re.compile(
    r"[*_\"'\s]*(?:(?:checkable|fact|quotation|inference)\W+)?"
    r"(true|false|misleading|unclear|prediction|threat|opinion)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """A verdict as it was given in one place: its words, and the line in which it stands."""

    where: str
    verdict: str
    line: str = ""
    about: str = ""


@dataclass(frozen=True)
class Judged:
    """What a learner makes of one statement.

    Attributes
    ----------
    said : tuple of Said
        His verdicts, the one that counts first: marked beside the article, in the lesson, in writing.
    kind, source : str
        What sort of sentence he takes it for; a source of his own, as he gave it.
    number : float, optional
        What he noted for it.
    """

    said: tuple[Said, ...] = ()
    kind: str = ""
    source: str = ""
    number: float | None = None

    @property
    def verdict(self) -> str:
        """The verdict that counts, "" for none."""
        return self.said[0].verdict if self.said else ""


def judged(root: Path, kept: Mapping[str, Prediction], written: str) -> dict[str, Judged]:
    """Return what a learner makes of the statements, by their ids.

    Parameters
    ----------
    root : Path
        The folder of the course, for the lesson that he saved.
    kept : dict
        Stored predictions; marks have ids such as ``"A19 verdict"``.
    written : str
        His answer to u1-5.
    """
    cells = _lesson(root / "notebooks" / LESSON)
    verdicts, kinds = (
        _decided(cells, *about) for about in (("verdicts", history.VERDICTS), ("kinds", history.KINDS))
    )
    lines = in_writing(written)
    found = {}
    for one in history.claims()["id"]:
        marks = {part: kept[f"{one} {part}"].answer for part in PARTS if f"{one} {part}" in kept}
        marks |= {part: "" for part, among in HELD if marks.get(part) not in among}  # a file edited by hand
        said = [Said(MARKED, str(marks["verdict"]))] if marks["verdict"] else []
        said += [Said(IN_LESSON, verdicts[one])] if one in verdicts else []
        said += [lines[one]] if one in lines else []
        number = marks.get("number")
        found[one] = Judged(
            tuple(said),
            str(marks["kind"] or kinds.get(one, "")),
            str(marks.get("source", "")),
            number if isinstance(number, float) else None,
        )
    return {one: what for one, what in found.items() if what != Judged()}


def in_writing(text: str) -> dict[str, Said]:
    """Return the verdicts of an answer to u1-5, from lines that begin with a letter and a kind.

    Examples
    --------
    >>> in_writing("A. fact, true: 8.86 years")["A08"].verdict
    'true'
    """
    found = {}
    for letter, line in _LINE.findall(text):
        kind = _KIND.match(line)
        if kind:
            claim, about = SENTENCES[letter]
            found[claim] = Said(IN_WRITING, kind[1].lower(), line.strip(), about)
    return found


def is_address(text: str) -> bool:
    """Return whether a text has the form of a page's address; nothing is fetched.

    Examples
    --------
    >>> is_address("https://www.nasa.gov/station"), is_address("my uncle")
    (True, False)
    """
    return re.fullmatch(ADDRESS, text) is not None


def _lesson(path):
    try:
        return [cell.source for cell in read_notebook(path).cells if cell.kind == "code"]
    except Refused:
        return []


def _decided(cells, name, words):
    """Return what a dictionary of that name in the lesson says, where it says one of the words."""
    found = {}
    for source in cells:
        for value in _assigned(source, name):
            for key, said in zip(value.keys, value.values, strict=True):
                texts = [one.value for one in (key, said) if isinstance(one, ast.Constant)]
                if len(texts) == 2 and all(isinstance(one, str) for one in texts):
                    claim, decided = str(texts[0]), str(texts[1]).strip().lower()
                    found |= {claim: decided} if decided in words else {}
    return found


def _assigned(source, name):
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [
        step.value
        for step in tree.body
        if isinstance(step, ast.Assign) and isinstance(step.value, ast.Dict)
        if any(isinstance(target, ast.Name) and target.id == name for target in step.targets)
    ]
