"""Pictures follow their bundles while these are edited, in an open notebook and without running a cell again.

For developers: start JupyterLab with ``ANYWIDGET_HMR=1`` (anywidget's own name for it) and run
``python tools/js.py watch`` beside it. A picture that is shown is then drawn anew whenever a module is saved.
"""

import os
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course.widgets.kit import bundles

_PAUSE_S = 0.3
_live = weakref.WeakSet()
_times = {}


def wanted() -> bool:
    """Return whether pictures are to follow their bundles."""
    return os.environ.get("ANYWIDGET_HMR") == "1"


def follow(
    widget: Any,  # Any: a widget, which is given an attribute more
    name: str,
    make: Callable[[], str],
) -> None:
    """Have a widget's script made again by ``make()`` when the bundle of that name, or the kit, changes."""
    if not _times:
        _times.update(_seen())
        threading.Thread(target=_watch, daemon=True).start()
    widget._follows = name, make
    _live.add(widget)


def look() -> None:
    """Look once, and hand what has changed to the widgets that are shown."""
    now = _seen()
    changed = {name for name, when in now.items() if _times.get(name) != when}
    _times.update(now)
    if not changed:
        return
    bundles.expression.cache_clear()
    bundles.key.cache_clear()
    for widget in sorted(
        _live, key=lambda widget: widget._follows[0] != "kit"
    ):  # the kit first: others ask it
        name, make = widget._follows
        if name in changed or "kit" in changed:
            widget._esm = make()


def _seen():
    return {path.stem: path.stat().st_mtime_ns for path in Path(str(bundles.DIST)).glob("*.js")}


def _watch():
    while _live:
        time.sleep(_PAUSE_S)
        look()
    _times.clear()
