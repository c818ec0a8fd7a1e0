"""Words for a reader: tables of whole sentences with links, and dates."""

import html
import re

import numpy as np

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")


class Table(tuple):
    """Rows of text under heads, left-aligned in a notebook, one row a line in plain text.

    Each row is a tuple; ``[words](https://...)`` in a cell is a link.

    Parameters
    ----------
    rows : iterable of sequences
        One text for each head.
    heads : sequence of str
    empty : str
        What is said instead of a table without rows.

    Examples
    --------
    >>> Table([("Zarya", "1998"), ("Unity", "1998")], heads=("Module", "Launched"))
    Module: Zarya | Launched: 1998
    Module: Unity | Launched: 1998
    """

    def __new__(cls, rows, *, heads, empty="Nothing to show."):
        """Store the rows as text."""
        made = super().__new__(cls, (tuple(map(str, row)) for row in rows))
        made.heads, made.empty = tuple(heads), empty
        return made

    def __repr__(self):
        if not self:
            return self.empty
        return "\n".join(self._line(row) for row in self)

    def _repr_html_(self):
        if not self:
            return f"<p>{html.escape(self.empty)}</p>"
        rows = "".join(_row(map(_linked, row), "td") for row in self)
        return (
            f"<table><thead>{_row(map(html.escape, self.heads), 'th')}</thead><tbody>{rows}</tbody></table>"
        )

    def _line(self, row):
        told = (f"{head}: {cell}" for head, cell in zip(self.heads, row, strict=True) if cell)
        return _LINK.sub(r"\1 (\2)", " | ".join(told))


def day(date, precision="day"):
    """Return a date in words, no finer than it is known.

    Examples
    --------
    >>> date = np.datetime64("2022-03-12T20:39")
    >>> day(date), day(date, "month"), day(date, "year")
    ('12 March 2022', 'March 2022', '2022')
    """
    year, month, number = str(np.datetime64(date, "D")).split("-")
    name = MONTHS[int(month) - 1]
    return {"day": f"{int(number)} {name} {year}", "month": f"{name} {year}", "year": year}[precision]


def _row(cells, tag):
    return "<tr>" + "".join(f'<{tag} style="text-align: left">{one}</{tag}>' for one in cells) + "</tr>"


def _linked(cell):
    return _LINK.sub(r'<a href="\2">\1</a>', html.escape(cell))
