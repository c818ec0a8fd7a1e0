"""Sphinx extension of the site: living pictures, doors of an exercise, sources that docstrings cite."""

import html
import inspect
import json
import posixpath
import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from course import __version__, widgets
from course.site import lite
from course.site.stills import smaller


class Picture(SphinxDirective):
    """A picture by the name of its factory: ``{picture} russia_band``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the picture as a fragment of the page."""
        (name,) = self.arguments
        picture = getattr(widgets, name)()
        element = f"{name.replace('_', '-')}-{self.env.new_serialno(name)}"
        fragment = smaller(picture.kept(element, shared=False))
        return [nodes.raw("", fragment, format="html")]


class Doors(SphinxDirective):
    """What can be done with an exercise notebook: take it along and, where the site holds Python, run it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a line with the links."""
        (name,) = self.arguments
        top = "../" * posixpath.dirname(self.env.docname).count("/") + "../"
        doors = [f'<a class="door" href="{top}downloads/{name}.ipynb" download>Download this notebook</a>']
        if name in self.config.exercises_that_run:
            start = f"{top}{lite.FOLDER}/notebooks/index.html?path={name}.ipynb"
            doors.append(f'<a class="door runs" href="{start}">Run this exercise here</a>')
        return [nodes.raw("", f'<p class="doors">{"".join(doors)}</p>', format="html")]


class LinkBuilder(SphinxDirective):
    """The form that makes links to lessons elsewhere: ``docs/site/static/links.js`` fills it."""

    def run(self) -> list[nodes.Node]:
        """Return the form, hidden where no script can use it."""
        names = sorted(self.env.found_docs)
        books = [name for kind in ("notebooks/", "exercises/") for name in names if name.startswith(kind)]
        known = {"version": __version__, "notebooks": [f"{name}.ipynb" for name in books]}
        form = _FORM.format(course=html.escape(json.dumps(known)))
        return [nodes.raw("", form, format="html")]


class Cards(SphinxPostTransform):
    """A table of more columns than a page, or a phone, has room for: each cell says its column too.

    ``site.css`` shows each row as a card, on a page that is too narrow for the table.
    """

    default_priority = 400

    def run(self, **named: object) -> None:
        """Mark the tables and name their cells."""
        for table in self.document.findall(nodes.table):
            head, body = next(table.findall(nodes.thead)), next(table.findall(nodes.tbody))
            heads = [entry.astext() for entry in head.findall(nodes.entry)]
            if len(heads) < PHONE_COLUMNS:
                continue
            table["classes"].append("cards" if len(heads) > PAGE_COLUMNS else "cards-on-phone")
            for entry in body.findall(nodes.entry):
                if not entry.astext():
                    entry["classes"].append("nothing")
                else:
                    name = heads[entry.parent.index(entry)]
                    next(entry.findall(nodes.paragraph)).insert(
                        0, nodes.inline("", f"{name}: ", classes=["card-head"])
                    )


PHONE_COLUMNS, PAGE_COLUMNS = 4, 5  # from four on a phone is too narrow, from six on any page
_FORM = """\
<form class="link-builder" data-course="{course}" hidden>
<p><label>Repository at GitHub <input name="repository" placeholder="OWNER/NAME" required></label></p>
<p><label>Address of your JupyterHub <input name="hub" placeholder="https://hub.example.org"></label>
(if any)</p>
<p><button type="submit" class="door">Make the links</button></p>
</form>
<noscript><p>The link builder needs JavaScript.</p></noscript>
<div class="links-made" role="status"></div>
"""
_SOURCE = re.compile(r"^\.\. \[(\d+)\] (.*(?:\n {3}.*)*)", re.MULTILINE)


def cite(app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]) -> None:
    """Put the sources that a docstring cites under it: they stand once, at the top of its module."""
    text = "\n".join(lines)
    cited = list(dict.fromkeys(re.findall(r"\[(\d+)\]_", text)))
    if what == "module" or not cited:
        return
    module = inspect.getmodule(thing)
    sources = dict(_SOURCE.findall(inspect.cleandoc(getattr(module, "__doc__", None) or "")))
    lines[:] = re.sub(r"\[(\d+)\]_", r"[\1]", text).splitlines()
    for number in cited:
        if number in sources:
            lines += ["", f"[{number}] " + " ".join(sources[number].split())]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives with Sphinx."""
    app.connect("autodoc-process-docstring", cite, priority=400)  # before the sections are read
    app.add_config_value("exercises_that_run", (), "html")
    app.add_post_transform(Cards)
    app.add_directive("picture", Picture)
    app.add_directive("exercise-doors", Doors)
    app.add_directive("link-builder", LinkBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
