"""Figures as learners meet them: in the course's style, with an alt text that a screen reader finds.

JupyterLab and nbconvert drop the alt text of image outputs; an ``<img alt>`` inside ``text/html`` arrives.
matplotlib is imported when the first figure is made.
"""

import base64
import contextlib
import html
import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from course.widgets.kit import palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.typing import RcKeyType

Day: TypeAlias = Any  # Any: a datetime64, which axes of time take where the types of matplotlib say float
_STYLE: "dict[RcKeyType, object]" = {
    "figure.dpi": 100,
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.labelcolor": palette.colour("ink"),
    "axes.edgecolor": palette.colour("quiet"),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": palette.colour("ink"),
    "xtick.color": palette.colour("quiet"),
    "ytick.color": palette.colour("quiet"),
    "grid.color": palette.colour("faint"),
    "legend.frameon": False,
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
}
_PIXEL_RATIO = 2  # drawn twice as fine as shown: crisp on today's screens


@contextlib.contextmanager
def style() -> Iterator[None]:
    """Draw in the style of the course inside a ``with`` block; matplotlib's settings come back after it."""
    import matplotlib

    with matplotlib.rc_context(_STYLE):
        yield


def blank(*, width_in: float = 7.0, height_in: float = 4.4) -> tuple["Figure", "Axes"]:
    """Return a figure with one empty ``ax`` in the style of the course.

    The figure is unknown to pyplot, so that a notebook never shows it a second time by itself.
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(width_in, height_in))
        return figure, figure.add_subplot()


def show(figure: "Figure", alt: str, caption: str = "") -> None:
    """Show a figure in the notebook with its alt text, and close it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        What to show.
    alt : str
        What kind of figure it is, its axes, and what to notice: what the function that drew it returned.
    caption : str, optional
        One line below the figure.

    Raises
    ------
    ValueError
        If the alt text is empty.
    """
    from IPython.display import display

    if not isinstance(alt, str) or not alt.strip():
        raise ValueError("a figure is shown with an alt text: say what it shows and what to notice")
    plain = f"{alt}\n{caption}" if caption else alt
    display({"text/html": to_html(figure, alt, caption), "text/plain": plain}, raw=True)
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(figure)


def to_html(
    figure: "Figure", alt: str, caption: str = "", *, pixel_ratio: float = _PIXEL_RATIO, small: bool = False
) -> str:
    """Return the figure as ``<figure><img alt><figcaption>``, the picture inlined; `small` in 64 colours."""
    png = io.BytesIO()
    with style():
        figure.savefig(png, format="png", dpi=pixel_ratio * figure.dpi)
    if small:
        png = _in_few_colours(png)
    width = round(figure.get_figwidth() * figure.dpi)
    source = base64.b64encode(png.getvalue()).decode("ascii")
    words = f"<figcaption>{html.escape(caption)}</figcaption>" if caption else ""
    return (
        f'<figure style="margin:0"><img alt="{html.escape(alt)}" width="{width}" '
        f'style="max-width:100%;height:auto" src="data:image/png;base64,{source}">{words}</figure>'
    )


def _in_few_colours(png):
    """Return a picture in a palette: a drawing of lines and flat areas loses nothing that is seen."""
    from PIL import Image

    few = io.BytesIO()
    Image.open(png).convert("RGB").quantize(64).save(few, format="PNG", optimize=True)
    return few
