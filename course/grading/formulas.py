"""Formulas of a written answer as MathML: shown without a script, a font or a request.

What a student wrote between the marks of a formula may hold anything; of its MathML only what draws a formula
stays, and none of the attributes that could act.
"""

import html
import re
from xml.etree import ElementTree

from course.grading.release import FENCES

MARKED = re.compile(r"\\\((?P<inline>.+?)\\\)|\$\$(?P<block>.+?)\$\$", re.S)
LONGEST = 2_000  # characters of one formula
SPACE = "{http://www.w3.org/1998/Math/MathML}"
TAGS = {
    *("math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "msqrt", "mroot", "mfrac", "mstyle"),
    *("msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mpadded"),
}
ATTRIBUTES = {"display", "stretchy", "fence", "accent", "linethickness", "columnalign", "mathvariant"}
FENCE = re.compile(rf"^(?:{'|'.join(map(re.escape, FENCES))})$", re.M)
WORD = re.compile(r"[\w. -]{1,20}")


def markdown_with_formulas(source: str) -> str:
    """Return Markdown as HTML, as nbconvert does it, with its formulas as MathML.

    nbgrader's pages take it in the place of nbconvert's own filter, after what is harmful has left the text.
    The lines by which nbgrader finds a scheme of marks are nothing to read, and are left out.
    """
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    class Renderer(IPythonRenderer):
        def inline_math(self, body):
            return _shown(html.unescape(body), block=False)

        def block_math(self, body):
            return _shown(html.unescape(body), block=True)

    renderer = Renderer(escape=False)
    return with_formulas(MarkdownWithMath(renderer=renderer).render(FENCE.sub("", source)))


def with_formulas(text: str) -> str:
    """Return harmless HTML with its formulas, between ``\\(`` and ``\\)`` or ``$$``, as MathML."""
    return MARKED.sub(_drawn, text)


def _drawn(found):
    return _shown(html.unescape(found["inline"] or found["block"]), block=bool(found["block"]))


def _shown(source, *, block):
    return as_mathml(source, block=block) or f"<code>{html.escape(source)}</code>"


def as_mathml(source: str, *, block: bool = False) -> str | None:
    """Return a formula of LaTeX as MathML; None if it cannot be read, or nothing here can read it."""
    try:
        from latex2mathml.converter import convert
    except ImportError:  # of the extra "site"
        return None
    if len(source) > LONGEST:
        return None
    try:
        drawn = ElementTree.fromstring(convert(source, display="block" if block else "inline"))
    except Exception:  # whatever a student has written
        return None
    _tidy(drawn)
    ElementTree.register_namespace("", SPACE[1:-1])
    return ElementTree.tostring(drawn, encoding="unicode")


def _tidy(element):
    """Leave out every element and attribute that is not known to draw, and what is in it."""
    for name, value in list(element.attrib.items()):
        if name not in ATTRIBUTES or not WORD.fullmatch(value):
            del element.attrib[name]
    for child in list(element):
        if child.tag.removeprefix(SPACE) in TAGS and child.tag.startswith(SPACE):
            _tidy(child)
        else:
            element.remove(child)
