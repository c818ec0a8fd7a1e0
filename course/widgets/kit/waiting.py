"""Waiting: what stands below an open question, down to the next heading, is seen once it is answered.

CSS cannot say "until the next heading", so the cells of a part are counted out. The style follows the page by
itself: whatever opens a question, or takes its picture away, shows the part again.
"""

from string import Template

from course.widgets.kit import bundles

MOST_CELLS = 10  # of a part of a lesson, below its question
_ASKS = ".jp-CodeCell:has(.iss-gate)"
_GOES_ON = " + .jp-Cell:not(:has(h1, h2, .iss-picture))"
_NEXT_PART = " + .jp-MarkdownCell:has(h2)"


def css() -> str:
    """Return the style that lets the rest of a part wait, in JupyterLab, Notebook, nbconvert and the site."""
    parts = [_ASKS + _GOES_ON * cells for cells in range(MOST_CELLS + 1)]
    return Template(bundles.part("waiting.css")).substitute(
        below=", ".join(parts[1:]), last=", ".join(part + _NEXT_PART for part in parts)
    )
