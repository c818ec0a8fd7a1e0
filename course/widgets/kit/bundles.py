"""Bundles: the JavaScript of each picture and of what they share, as it is sent to a browser.

They are made from the modules by ``python tools/js.py build`` and kept beside them, so that nobody who learns
needs Node. The first line of each carries the hash of what it was made from (`stale` compares).
"""

import base64
import gzip
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template

_WIDGETS = files("course.widgets")
DIST = _WIDGETS.joinpath("dist")
_START = "export default "
_LARGE = 100_000  # letters; three.js alone has more: uncompressed it makes a saved lesson too large
_TOOLS = ("d3-array", "esbuild", "three")  # whose versions decide what a bundle looks like


def part(name: str) -> str:
    """Return a piece of a page from ``kit/js``."""
    return _WIDGETS.joinpath("kit", "js", name).read_text(encoding="utf-8")


@cache
def expression(name: str) -> str:
    """Return what a bundle exports as one expression: the kit an object, a picture a function of it."""
    bundle = DIST.joinpath(f"{name}.js")
    if not bundle.is_file():
        raise FileNotFoundError(f"there is no {bundle}: `python tools/js.py build` makes it")
    text = bundle.read_text(encoding="utf-8")
    return text.split(_START, 1)[1].strip()


@cache
def key() -> str:
    """Return the name under which a page keeps the kit: another one after each change of it."""
    return "issKit_" + hashlib.sha256(expression("kit").encode()).hexdigest()[:12]


def shared_module() -> str:
    """Return the module of the kit, sent once to a notebook's page."""
    return _START + expression("kit") + "\n"


def picture_module(picture: str) -> str:
    """Return the module of a picture as anywidget loads it; `picture` is its expression."""
    return Template(part("loader.js")).substitute(picture=picture, key=key())


@cache
def zipped(picture: str) -> str:
    """Return a picture's expression for a saved notebook: compressed where it is large."""
    if len(picture) < _LARGE:
        return f"({picture})"
    packed = base64.b64encode(gzip.compress((_START + picture).encode(), mtime=0)).decode("ascii")
    return f'(await kit.mount.unzipped("{packed}", (url) => import(url)))'


def sources(folder: Path | str) -> list[Path]:
    """Return the modules that a bundle is made from, in their order."""
    return sorted(
        (path for path in Path(folder).glob("*.js") if not path.name.endswith((".test.js", "loader.js"))),
        key=lambda path: path.name,
    )


def source_hash(folder: Path | str, root: Path | str) -> str:
    """Return the hash that the bundle of a folder of modules carries, as tools/js/build.mjs reckons it."""
    folder, root = Path(folder), Path(root)
    versions = json.loads((root / "package.json").read_text("utf-8"))["devDependencies"]
    digest = hashlib.sha256("".join(f"{tool} {versions[tool]}\n" for tool in _TOOLS).encode())
    for path in (root / "tools" / "js" / "build.mjs", *sources(folder)):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
