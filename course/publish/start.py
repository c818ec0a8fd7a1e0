"""The page on which JupyterLab opens for somebody who has begun: where he was, and what is left."""

from pathlib import Path

from course.checks import catalogue
from course.grading.store import write_whole
from course.publish.progress import Progress, left_in, progress
from course.publish.reader import Work

NAME = "where-i-am.md"
PAGE = """# Where you are

{sentences}

| unit | predictions | exercises done | points so far | next |
|---|---|---|---|---|
{rows}

This page was written when JupyterLab started. To ask again, run this in any notebook:

```python
import course

course.progress()
```

`python3 -m course publish` makes a page of your own: the article, judged by you, with your numbers.
"""


def write(root: Path) -> str:
    """Write the page and return its name; "" where nothing is begun, or nothing can be written."""
    try:
        found = progress(root)
        if not found.begun:
            return ""
        write_whole(root / NAME, page(found))
    except OSError:  # a read-only folder: the first lesson opens
        return ""
    return NAME


def page(found: Progress) -> str:
    """Return the page as Markdown, with links to the notebooks."""
    rows = [
        _row(unit, found.works.get(unit), row)
        for unit, row in zip(catalogue.UNITS, found.table(), strict=True)
    ]
    return PAGE.format(sentences="\n\n".join(found.sentences()), rows="\n".join(rows))


def _row(unit: str, work: Work | None, row: tuple[str, ...]) -> str:
    _, predicted, done, points, _ = row
    left = left_in(work) if work is not None else []
    what = left[0].replace("|", "/") if left else "exercises" if work is None else "all done"
    links = f"[{unit}](notebooks/{unit}.ipynb)", f"[{what}](exercises/{unit}/{unit}.ipynb)"
    return f"| {links[0]} | {predicted} | {done} | {points} | {links[1]} |"
