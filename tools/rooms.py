"""Rooms of pictures: what each must hold, read from the folders alone."""

import ast
from collections.abc import Iterable
from pathlib import Path

WIDGETS = Path(__file__).resolve().parent.parent / "course" / "widgets"
TESTS = WIDGETS.parent.parent / "tests"
PARTS = ("__init__.py", "picture.py", "words.py", "figure.py", "view.js")
NO_PICTURES = ("dist", "kit", "questions")


def rooms(widgets: Path = WIDGETS) -> dict[str, Path]:
    """Return the folder of each picture by its name."""
    folders = (path.parent for path in sorted(widgets.glob("*/*.*")) if path.suffix in (".py", ".js"))
    return {path.name: path for path in folders if path.name not in NO_PICTURES}


def lacking(widgets: Path = WIDGETS) -> list[str]:
    """Return a sentence for each part that a room lacks.

    Python would stop at the first import and speak of a circle.
    """
    wanted = [path / part for path in rooms(widgets).values() for part in PARTS]
    return [f"course/widgets/{path.parent.name} lacks {path.name}" for path in wanted if not path.is_file()]


def untested(pictures: Iterable[str], tests: Path = TESTS) -> list[str]:
    """Return a sentence for each of its two files of tests that a picture lacks, and for its slider.

    Every picture stands in one of two tables of the file that moves sliders: with its slider, or among those
    that have none.
    """
    moved = Path("browser", "test_every_picture_page.py")
    listed = _named(tests / moved, ("SLIDERS", "WITHOUT_SLIDER"))
    told = []
    for name in pictures:
        files = (Path(f"test_{name}.py"), Path("browser", f"test_{name}_page.py"))
        told += [
            f"the picture {name} lacks its tests, tests/{file.as_posix()}"
            for file in files
            if not (tests / file).is_file()
        ]
        if name not in listed:
            told.append(f"tests/{moved.as_posix()} lacks {name}: in SLIDERS, or in WITHOUT_SLIDER")
    return told


def _named(path, tables):
    """Return what stands in tables of a module, without running it."""
    assigned = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Assign)]
    wanted = [node.value for node in assigned if ast.unparse(node.targets[0]) in tables]
    return set().union(*map(ast.literal_eval, wanted))
