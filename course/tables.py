"""A table of words for a reader: whole sentences, left-aligned, with links; in plain text one row a line."""

import html
import re

_LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")


class Table(tuple):
    """Rows of text under heads; each row is a tuple, ``[words](https://...)`` in a cell is a link.

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


def _row(cells, tag):
    return "<tr>" + "".join(f'<{tag} style="text-align: left">{one}</{tag}>' for one in cells) + "</tr>"


def _linked(cell):
    return _LINK.sub(r'<a href="\2">\1</a>', html.escape(cell))
