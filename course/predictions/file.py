"""File of predictions: ``.predictions.json`` beside the notebook, read entry by entry, replaced whole."""

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from numbers import Real
from pathlib import Path

from course.predictions import answers
from course.predictions.answers import Answer, Question

FILE_NAME = ".predictions.json"
MOST_BYTES = 1_000_000  # of that file: a thousand times what the lessons write

_unwritten = ""  # why the last answer could not be written to the folder, if so


@dataclass(frozen=True)
class Prediction:
    """One stored answer with the question it belongs to."""

    id: str
    answer: Answer
    question: str = ""
    unit: str = ""
    places: tuple[str, ...] = ()
    computed: str = ""

    @property
    def said(self) -> str:
        """The answer with its unit, as a learner reads it."""
        if isinstance(self.answer, list):
            return ", ".join(f"{what} {at:g}" for what, at in zip(self.places, self.answer, strict=True))
        number = f"{self.answer:g}" if isinstance(self.answer, Real) else self.answer
        return f"{number} {self.unit}".strip()

    def __str__(self) -> str:
        return f"Stored: {self.said}. It is never marked.{warning()}"

    __repr__ = __str__


def keep(known: dict[str, Prediction]) -> None:
    """Write what is known to this folder; where that cannot be, remember why: nothing here stops a lesson."""
    global _unwritten
    try:
        _write({**read()[0], **known})
        _unwritten = ""
    except (OSError, ValueError) as problem:
        _unwritten = getattr(problem, "strerror", None) or str(problem)


def warning() -> str:
    """Return the sentence on a folder that takes no answers, with a space before it, or nothing."""
    if not _unwritten:
        return ""
    return f" This folder cannot be written ({_unwritten}): your answers last until the kernel ends."


def read(folder: Path | None = None) -> tuple[dict[str, Prediction], bool]:
    """Return what the file in a folder, or in this one, holds, entry by entry, and whether all could be read.

    A missing file is whole and empty. One bad entry costs no other.
    """
    try:
        file = (Path.cwd() if folder is None else folder) / FILE_NAME
        if not file.exists():
            return {}, True
        if file.stat().st_size > MOST_BYTES:
            return {}, False
        entries = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        return {}, True
    except (ValueError, RecursionError, MemoryError):
        return {}, False
    if not isinstance(entries, dict):
        return {}, False
    found = {}
    for id, fields in entries.items():
        with contextlib.suppress(ValueError, TypeError, OverflowError, RecursionError):
            found[id] = _entry(answers.named(id), **fields)
    return found, len(found) == len(entries)


def _entry(id, answer, places=(), question="", unit="", computed=""):
    if not all(isinstance(part, str) for part in (question, unit, computed, *places)):
        raise TypeError("an entry is made of texts")
    asked = Question(id, "", places=tuple(places))
    return Prediction(id, answers.read(answer, asked), question, unit, tuple(places), computed)


def _write(predictions):
    """Replace the file in one step: a reader never sees half of it, a crash leaves the old one."""
    target = Path.cwd() / FILE_NAME
    if not read()[1]:
        os.replace(target, target.with_suffix(".damaged.json"))
    entries = {}
    for id, known in sorted(predictions.items()):
        entries[id] = asdict(known)
        del entries[id]["id"]
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=FILE_NAME)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(entries, file, indent=1)
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise
