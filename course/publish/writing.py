"""Pieces of HTML of a page: values, lists, tables, links."""

import html
import re
from collections.abc import Iterable, Sequence
from numbers import Real

from course.publish.numbers import Value

MOST_ITEMS = 12  # of a list that is shown
LONGEST = 200  # letters of a text that is shown
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")


def shown(value: Value, unit: str = "") -> str:
    """Return a value as HTML that holds all its digits for a program: ``<data value="8.859...">8.86</data>``.

    Examples
    --------
    >>> shown(7662.03, "m/s")
    '<data value="7662.03">7,662</data> m/s'
    """
    whole = html.escape(repr(value) if isinstance(value, Real) else str(value)[: 10 * LONGEST])
    told = f'<data value="{whole}">{html.escape(_words(value))}</data>'
    return f"{told} {html.escape(unit)}".strip()


def _words(value: object) -> str:
    if isinstance(value, Real):
        return number(float(value))
    if isinstance(value, list):
        kept = [_words(one) for one in value[:MOST_ITEMS]]
        return ", ".join([*kept, "..."] if len(value) > MOST_ITEMS else kept) or "none"
    return str(value)[:LONGEST]


def number(value: float) -> str:
    """Return a number as a reader likes it: four digits, whole from a thousand on.

    Examples
    --------
    >>> number(7662.03), number(0.87987), number(0.0)
    ('7,662', '0.8799', '0')
    """
    return f"{value:,.0f}" if 1000 <= abs(value) < 1e10 else f"{value:.4g}"


def listed(items: Iterable[str]) -> str:
    """Return pieces of HTML as a list, "" for none."""
    rows = "".join(f"<li>{one}</li>" for one in items)
    return f"<ul>{rows}</ul>" if rows else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows of HTML as a table; on a narrow page each cell stands with its head."""
    top = "".join(f"<th>{html.escape(head)}</th>" for head in heads)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-head="{html.escape(head)}">{cell}</td>' for head, cell in zip(heads, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def linked(words: str) -> str:
    """Return words with links as in Markdown as HTML."""
    return _LINK.sub(r'<a href="\2">\1</a>', html.escape(words))
