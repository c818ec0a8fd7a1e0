"""Rooms of pictures: what each must hold, read from the folders alone."""

from pathlib import Path

WIDGETS = Path(__file__).resolve().parent.parent / "course" / "widgets"
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
