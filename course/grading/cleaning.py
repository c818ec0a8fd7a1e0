"""Cleaning of what a student wrote or showed, before it stands in a page that a teacher opens.

Nothing in it may run, and nothing may be fetched: no scripts, styles, forms, frames or foreign pictures.
"""

import base64
import binascii
import functools
import html
import re

MOST_SHOWN = 1_000_000  # characters of one output
MOST_TEXT = 100_000
SCHEMES = {"http", "https", "mailto"}
TAGS = {
    *(
        [
            "a",
            "b",
            "blockquote",
            "br",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "span",
            "strong",
        ]
    ),
    *(
        [
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "u",
            "ul",
            "caption",
            "figcaption",
            "figure",
        ]
    ),
}
ATTRIBUTES = {"a": {"href", "title"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}}
PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
STILL = re.compile(r"<img\b[^>]*?\bsrc=([\"'])(data:image/png;base64,[A-Za-z0-9+/=\s]+)\1[^>]*>", re.I)
ALT = re.compile(r"\balt=([\"'])(.*?)\1", re.I | re.S)


def clean_html(text: str) -> str:
    """Return HTML without anything that runs or is fetched, on one line.

    One line, because a blank line would end a piece of HTML inside Markdown, and what follows it would be
    read as Markdown again.
    """
    import nh3

    cleaned = nh3.clean(
        text,
        tags=TAGS,
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "form", "title"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return cleaned.replace("\r", "").replace("\n", "&#10;")


def markdown_as_html(text: str) -> str:
    """Return a student's Markdown as harmless HTML; HTML in it is shown as it was written."""
    text = text.replace("===", "= = =")  # the marks of schemes and hidden checks are not a student's to set
    rendered = _renderer()(text[:MOST_TEXT])
    if not isinstance(rendered, str):  # mistune gives a tree to whoever asks for no renderer
        raise TypeError("Markdown was not rendered as HTML")
    return clean_html(rendered)


@functools.cache
def _renderer():
    import mistune

    return mistune.create_markdown(escape=True, plugins=["table", "math", "strikethrough"])


def clean_outputs(outputs: list) -> list:
    """Return the outputs of a cell in the form of a notebook, whatever a worker has sent in their place."""
    return [one for one in map(_output, outputs[:200]) if one]


def _output(output):
    kind = output.get("output_type") if isinstance(output, dict) else None
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _text(output.get("text"))}
    if kind == "error":
        trace = output.get("traceback")
        lines = [_text(line) for line in trace] if isinstance(trace, list) else []
        texts = {key: _text(output.get(key)) for key in ("ename", "evalue")}
        return {"output_type": "error", **texts, "traceback": lines[:100]}
    if kind not in ("display_data", "execute_result") or not isinstance(output.get("data"), dict):
        return None
    told = {"output_type": kind, "data": _data(output["data"]), "metadata": {}}
    if kind == "execute_result":
        count = output.get("execution_count")
        told["execution_count"] = count if type(count) is int else None
    return told


def _data(data):
    kept = {"text/plain": _text(data.get("text/plain", ""))}
    for kind, beginning in PICTURES.items():
        if _is_picture(data.get(kind), beginning):
            kept[kind] = data[kind]
    if isinstance(data.get("text/latex"), str):
        kept["text/latex"] = html.escape(_text(data["text/latex"]), quote=False)
    if isinstance(data.get("text/html"), str) and len(data["text/html"]) <= MOST_SHOWN:
        kept["text/html"] = _html_with_stills(data["text/html"])
    return kept


def _html_with_stills(text):
    """Clean HTML, and keep the still pictures in it: they are part of the page and come from nowhere."""
    stills = []

    def hold(found):
        data = re.sub(r"\s", "", found[2])
        if not _is_picture(data.partition(",")[2], PICTURES["image/png"]):
            return ""
        alt = ALT.search(found[0])
        stills.append(f'<img src="{data}" alt="{html.escape(html.unescape(alt[2])) if alt else ""}">')
        return f"still{len(stills) - 1}still-of-the-course"

    cleaned = clean_html(STILL.sub(hold, text))
    for k, still in enumerate(stills):
        cleaned = cleaned.replace(f"still{k}still-of-the-course", still, 1)
    return cleaned


def _is_picture(data, beginning):
    if not isinstance(data, str) or len(data) > MOST_SHOWN:
        return False
    try:
        return base64.b64decode(data[:64].strip()[:60], validate=True).startswith(beginning)
    except (binascii.Error, ValueError):
        return False


def _text(text):
    if isinstance(text, list):
        text = "".join(part for part in text if isinstance(part, str))
    text = text if isinstance(text, str) else ""
    cut = text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}\n... cut ..."
    return cut.encode("utf-8", "replace").decode("utf-8")
