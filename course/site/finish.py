"""Last touch of every page: what Sphinx and its theme leave out, such as for who hears the page."""

import re
from pathlib import Path

_TOUCHES = (
    (re.compile(r'<p class="caption" role="heading">'), '<p class="caption" role="heading" aria-level="2">'),
    (re.compile(r'<aside class="sidebar-drawer">'), '<aside class="sidebar-drawer" aria-label="All pages">'),
    (re.compile(r'<aside class="(toc-drawer[^"]*)">'), r'<aside class="\1" aria-label="This page">'),
    (re.compile(r"<th\b[^>]*>\s*(?:<p></p>)?\s*</th>"), "<td></td>"),  # a head that says nothing
)


_FIRST = re.compile(r"<script>\s*(?=document\.body\.dataset\.theme)")  # of all scripts of a page
_SEARCH = '<div id="search-results">'
_HOW = """\
<h1>Search</h1>
<p>Write a word into the field <em>Search</em>: at the left, on a phone in the menu.</p>
"""


def touch(folder: Path) -> None:
    """Change all pages of a site in place."""
    storage = (folder / "_static" / "storage.js").read_text("utf-8")
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text("utf-8")
        for what, instead in _TOUCHES:
            page = what.sub(instead, page)
        page = _FIRST.sub(lambda found: f"<script>\n{storage}</script>\n{found[0]}", page)
        page = page.replace(_SEARCH, _HOW + _SEARCH)
        path.write_text(page, encoding="utf-8", newline="\n")
