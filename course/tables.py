"""Words for a reader: tables of whole sentences with links, and dates."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from string import Template
from typing import Self

from course.quantities import Moment, instant, one, text, word

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def counted(count: float, single: str, plural: str) -> str:
    """Return a number with its noun: the template for one, or that for any other number.

    Examples
    --------
    >>> counted(1, "$count module", "$count modules"), counted(0.5, "$count point", "$count points")
    ('1 module', '0.5 points')
    """
    number = one("count", count, at_least=0)
    chosen = text("single", single, such_as="$count module"), text("plural", plural, such_as="$count modules")
    return Template(chosen[number != 1]).substitute(count=f"{number:,.15g}")


_STYLE = """
.course-table th, .course-table td { text-align: left !important; vertical-align: top !important; }
@media (max-width: 640px) {
  .course-table thead { display: none; }
  .course-table td { display: block; max-width: none !important; }
  .course-table td:empty { display: none; }
  .course-table td::before { content: attr(data-head); font-weight: bold; }
}
"""  # on a narrow page the cells of a row stand below one another, each with its head
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")


class Table(tuple[tuple[str, ...], ...]):
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

    heads: tuple[str, ...]
    empty: str

    def __new__(
        cls, rows: Iterable[Iterable[object]], *, heads: Sequence[str], empty: str = "Nothing to show."
    ) -> Self:
        """Store the rows as text."""
        made = super().__new__(cls, (tuple(map(str, row)) for row in rows))
        made.heads, made.empty = tuple(heads), empty
        return made

    def __repr__(self) -> str:
        if not self:
            return self.empty
        return "\n".join(self._line(row) for row in self)

    def _repr_html_(self) -> str:
        if not self:
            return f"<p>{html.escape(self.empty)}</p>"
        heads = "".join(f'<th role="columnheader">{html.escape(head)}</th>' for head in self.heads)
        rows = "".join(f'<tr role="row">{"".join(self._cells(row))}</tr>' for row in self)
        return (
            f'<style>{_STYLE}</style><table class="course-table" role="table"><thead role="rowgroup">'
            f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        )

    def _cells(self, row: tuple[str, ...]) -> Iterator[str]:
        for head, cell in zip(self.heads, row, strict=True):
            yield f'<td role="cell" data-head="{html.escape(head)}: ">{_linked(cell)}</td>'

    def _line(self, row: tuple[str, ...]) -> str:
        told = (f"{head}: {cell}" for head, cell in zip(self.heads, row, strict=True) if cell)
        return _LINK.sub(r"\1 (\2)", " | ".join(told))


def day(date: Moment, precision: str = "day") -> str:
    """Return a date in words, no finer than it is known.

    Examples
    --------
    >>> date = "2022-03-12T20:39"
    >>> day(date), day(date, "month"), day(date, "year")
    ('12 March 2022', 'March 2022', '2022')
    """
    year, month, number = str(instant("date", date).astype("datetime64[D]")).split("-")
    name = MONTHS[int(month) - 1]
    forms = {"day": f"{int(number)} {name} {year}", "month": f"{name} {year}", "year": year}
    return forms[word("precision", precision, forms)]


def _linked(cell: str) -> str:
    """Return the words of a cell as HTML: links are links, and long code may be broken after its dots."""
    words = re.sub(r"(?<=[a-z_][.(\[=])(?=\S{8})", "<wbr>", html.escape(cell))
    return _LINK.sub(lambda found: f'<a href="{found[2].replace("<wbr>", "")}">{found[1]}</a>', words)
