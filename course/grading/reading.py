"""Reading of a handed-in notebook, whatever has become of its file: bytes to cells, or a sentence why not."""

import codecs
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

LARGEST_BYTES = 60_000_000
LARGEST_SOURCE = 200_000  # characters of one cell; a long answer has a few thousand
MOST_CELLS = 2_000
CLEAR = "Choose Edit > Clear Outputs of All Cells, save"
MARKS = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Refused(Exception):
    """What cannot be read; the text says to a student what to do, and then to hand it in again.

    Attributes
    ----------
    what : str
        What is wrong with it.
    do : str
        What to do before it is tried again, "" for nothing else.
    """

    def __init__(self, what: str, do: str | None = None):
        self.what, self.do = what, do or ""
        super().__init__(what if do is None else self.told("hand it in again"))

    def told(self, then: str) -> str:
        """Return it with another last step: ``then`` is the end of a sentence such as "hand it in again"."""
        last = f"{self.do}, and {then}" if self.do else f"{then[0].upper()}{then[1:]}"
        return f"{self.what} {last}."


class NeedsPerson(Exception):
    """What only a person can decide; the text says what."""


@dataclass(frozen=True)
class HandedIn:
    """One cell as it was handed in.

    Attributes
    ----------
    said : str
        What it had printed when it was saved, and the name of its error.
    count : int
        Its place in the order of runs, 0 for none.
    ran : str
        When it was run, as JupyterLab writes it where it is told to; "" where it is not.
    """

    id: str
    kind: str
    source: str
    grade_id: str = ""
    said: str = ""
    count: int = 0
    ran: str = ""


@dataclass
class Read:
    """The cells of a file, and what had to be repaired."""

    cells: list[HandedIn]
    repairs: list[str] = field(default_factory=list)


def read_notebook(path: Path) -> Read:
    """Return the cells of a notebook file; raise Refused with a reason where there are none to be had."""
    data = _bytes(path)
    text, repairs = _text(data)
    return Read(_cells(_parsed(text), repairs), repairs)


def _bytes(path):
    try:
        if path.stat().st_size > LARGEST_BYTES:
            size = path.stat().st_size / 1e6
            raise Refused(f"The notebook has {size:,.0f} MB, more than can be read.", CLEAR)
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"The file {path.name} cannot be read ({error.strerror}).", "") from None
    if not data.strip(b"\0 \t\r\n"):
        raise Refused("The file is empty.", "Save your notebook")
    return data


def _text(data):
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding), [f"it was stored as {encoding.removesuffix('-sig').upper()}"]
    if data[:64].count(0) > 16:  # UTF-16 without its mark: every second byte of "{" and blanks is 0
        return _decoded(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"), ["it was stored as UTF-16"]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ["it was stored in another encoding than UTF-8"]


def _decoded(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused("The file breaks off in the middle.", "Save your notebook") from None


def _parsed(text):
    if text.lstrip().startswith("<") and not MARKS.search(text):
        raise Refused("The file is a web page, not the notebook itself.", "Download the .ipynb")
    try:
        return json.loads(text)
    except RecursionError:
        raise Refused("The file is no notebook: it is nested without end.", "") from None
    except ValueError:
        if MARKS.search(text):
            reason = "The file holds two versions of your work between conflict marks (<<<<<<< and >>>>>>>)."
            raise Refused(reason, "Choose one of them, save") from None
        reason = "The file breaks off in the middle or was changed by hand, so that no notebook is in it."
        raise Refused(reason, "Open it in JupyterLab, save") from None


def _cells(notebook, repairs):
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    sheets = notebook.get("worksheets") if isinstance(notebook, dict) else None
    if cells is None and isinstance(sheets, list):
        repairs.append("it has the form of notebooks before 2015")
        cells = [one for sheet in sheets if isinstance(sheet, dict) for one in sheet.get("cells") or ()]
    if not isinstance(cells, list) or not any(isinstance(cell, dict) for cell in cells):
        raise Refused("The file has no cells of a notebook.", "Take the exercise notebook with your answers")
    if len(cells) > MOST_CELLS:
        raise Refused(f"The notebook has {len(cells):,} cells.", "Leave those of the exercise")
    return [_cell(cell) for cell in cells if isinstance(cell, dict)]


def _cell(cell):
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    source = (source if isinstance(source, str) else "").encode("utf-8", "replace").decode("utf-8")
    metadata = cell.get("metadata")
    told = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = told.get("grade_id") if isinstance(told, dict) else ""
    name, kind = cell.get("id"), cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "code"
    if len(source) > LARGEST_SOURCE:
        if kind == "code":
            raise Refused(f"One cell has {len(source):,} characters, more than can be read.", "Shorten it")
        source = source[:LARGEST_SOURCE]
    return HandedIn(
        id=name if isinstance(name, str) else "",
        kind=kind,
        source=source,
        grade_id=grade_id if isinstance(grade_id, str) else "",
        said=_said(cell.get("outputs")),
        count=count if type(count := cell.get("execution_count")) is int else 0,
        ran=_ran(metadata),
    )


def _said(outputs):
    told = []
    for one in outputs if isinstance(outputs, list) else ():
        parts = (one.get("text"), one.get("ename")) if isinstance(one, dict) else ()
        for part in parts:
            lines = part if isinstance(part, list) else [part]
            told += [line for line in lines if isinstance(line, str)]
    return "".join(told)[:LARGEST_SOURCE]


def _ran(metadata):
    told = metadata.get("execution") if isinstance(metadata, dict) else None
    when = told.get("iopub.execute_input") if isinstance(told, dict) else None
    return when if isinstance(when, str) else ""
