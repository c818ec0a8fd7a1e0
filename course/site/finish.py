"""Last touch of every page: what Sphinx and its theme leave out for who uses a keyboard or hears the page."""

import re
from pathlib import Path

_TOUCHES = (
    (re.compile(r'<p class="caption" role="heading">'), '<p class="caption" role="heading" aria-level="2">'),
    (re.compile(r'<aside class="sidebar-drawer">'), '<aside class="sidebar-drawer" aria-label="All pages">'),
    (re.compile(r'<aside class="(toc-drawer[^"]*)">'), r'<aside class="\1" aria-label="This page">'),
    (re.compile(r"<th\b[^>]*>\s*(?:<p></p>)?\s*</th>"), "<td></td>"),  # a head that says nothing
)


def touch(folder: Path) -> None:
    """Change all pages of a site in place."""
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text("utf-8")
        for what, instead in _TOUCHES:
            page = what.sub(instead, page)
        path.write_text(page, encoding="utf-8", newline="\n")
