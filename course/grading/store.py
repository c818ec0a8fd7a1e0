"""What was graded, beside the graded notebook: so that work goes on where it stopped, and others can read it.

``autograded/NAME/UNIT/.grade.json`` is written last, and whole: what has it is graded.
"""

import contextlib
import errno
import json
import os
from dataclasses import asdict
from pathlib import Path

from course.grading.states import Mark, Result

NAME = ".grade.json"
ROOM = 65_536  # bytes: a small notebook


class NoRoom(RuntimeError):
    """The disk is full; the text says which, and what to do."""


def folder_of(course: Path, student: str, unit: str) -> Path:
    """Return where a student's graded notebook lies."""
    return course / "autograded" / student / unit


def write_whole(path: Path, text: str) -> None:
    """Put a file in its place in one step: either all of it is there, or what was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def need_room(folder: Path) -> None:
    """Raise NoRoom if the disk of a folder is full, before anything else stumbles over it."""
    part = folder / ".room.part"
    try:
        part.write_bytes(bytes(ROOM))
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoRoom(no_room(folder)) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def no_room(place: Path | str) -> str:
    """Return the sentence that tells of a full disk."""
    told = f"The disk is full: {place} cannot be written."
    return f"{told} What is graded is kept; make room, and run it again."


def keep(course: Path, result: Result, key: str, told: dict) -> None:
    """Keep a result; ``key`` says what it was graded from, ``told`` is anything else that goes with it."""
    content = {"key": key, **told, "result": asdict(result)}
    path = folder_of(course, result.student, result.unit) / NAME
    write_whole(path, json.dumps(content, indent=1) + "\n")


def kept(course: Path, student: str, unit: str) -> dict | None:
    """Return what was kept of a submission, with a `Result` under ``result``; None if nothing was."""
    path = folder_of(course, student, unit) / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        told = content["result"]
        told["marks"] = {name: Mark(**mark) for name, mark in told["marks"].items()}
        content["result"] = Result(**told)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return content


def all_kept(course: Path, unit: str) -> list[dict]:
    """Return what was kept of a unit, by student."""
    graded = course / "autograded"
    names = sorted(one.name for one in graded.iterdir()) if graded.is_dir() else []
    return [content for name in names if (content := kept(course, name, unit))]
