"""How long it stays up with the engines off: height against time in print, and the words for it."""

import numpy as np

from course.decay import DRAG_RANGE
from course.figures.ground_map import MONTHS
from course.figures.palette import colour

HEIGHT_TICKS_KM = (120, 200, 300, 400)
SHOWN_KM = (100.0, 460.0)
FLUX_TICKS = (100, 200)
SHOWN_FLUX = (50.0, 310.0)
AXES = {"height": "height, km", "sun": "the Sun: F10.7 of each month"}
YEAR_DAYS = 365.25
BAND = f"with {100 * (DRAG_RANGE[1] - 1):.0f} % more to {100 * (1 - DRAG_RANGE[0]):.0f} % less drag"
SENTENCES = {
    "real": "Engines off on {ink:$start}, 420 km up: $who $would up until {fall:$end}, {fall:$life} ($low to "
    f"$high {BAND}). $rests",
    "constant": "Under a {sun:Sun held at F10.7 = $flux} $who would stay up for {fall:$life} ($low to $high "
    f"{BAND}), whenever the engines stop at 420 km. $real",
}
RESTS = {  # what the observed Sun does not cover
    "none": "",
    "late": "The later end rests on a mean solar cycle: the observed Sun ends with $known.",
    "all": "The observed Sun ends with $known; what is dashed rests on a mean cycle, and a single cycle may "
    "make it up to 40 % shorter or longer.",
}
REAL_SUN = "Under the real Sun from $start on it is $life."
ALT = (
    "Two curves over one axis of time, $first to $last. Above, height: from 420 km on $start down to 120 km "
    "after $life, slowly at first and steeply at the end, with a band from $low to $high; behind it the "
    "heights of the real station, whose engines raise it again and again. Below, the Sun's F10.7: $sun."
)
SUNS = {
    "real": "observed until $known, after that a mean cycle, dashed",
    "constant": "held at $flux; the real one is drawn faintly",
}
WHO = {"station": "the station", "other": "a craft of $ballistic kg/m²"}
WOULD = {"past": "would have stayed", "future": "would stay"}


def span(days):
    """Return a time in words: years, or months below one year.

    Examples
    --------
    >>> span(886), span(200)
    ('2.4 years', '7 months')
    """
    if days < YEAR_DAYS:
        return f"{12 * days / YEAR_DAYS:.0f} months"
    return f"{days / YEAR_DAYS:.1f} years"


def span_from(low_days, high_days):
    """Return the beginning of a range of times, without the unit if both ends have the same.

    Examples
    --------
    >>> span_from(770, 1015), span_from(300, 500)
    ('2.1', '10 months')
    """
    low = span(low_days)
    number, unit = low.split(" ")
    return number if span(high_days).endswith(unit) else low


def month_of(utc):
    """Return the month of a moment in words.

    Examples
    --------
    >>> month_of(np.datetime64("2024-08-13"))
    'August 2024'
    """
    year, month = str(utc.astype("datetime64[M]")).split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


def draw(axes, *, fall, station, sun, held=None):
    """Draw a fall with its band over the heights of the real station, above the activity of the Sun.

    Parameters
    ----------
    axes : sequence of two matplotlib.axes.Axes
        For the height and for the Sun, sharing the axis of time.
    fall : dict
        ``altitude_km`` (n), and for each of them the decimal year: ``low``, ``middle``, ``high``; ``shown``,
        the first and last year that is drawn.
    station : tuple of ndarray
        Decimal years and heights of the real station.
    sun : tuple of ndarray
        Decimal years, F10.7 and whether it was observed.
    held : float, optional
        F10.7, if the Sun is held at one.
    """
    height_ax, sun_ax = axes
    heights = fall["altitude_km"]
    height_ax.plot(*station, ".", color=colour("quiet"), markersize=4, label="the real station")
    height_ax.fill_betweenx(heights, fall["low"], fall["high"], color=colour("fall"), alpha=0.18, linewidth=0)
    years, flux, observed = sun
    ends = years[~observed][0]
    split = np.searchsorted(fall["middle"], ends) if held is None else len(heights)
    height_ax.plot(fall["middle"][: split + 1], heights[: split + 1], color=colour("fall"), linewidth=2.5)
    height_ax.plot(fall["middle"][split:], heights[split:], color=colour("fall"), linestyle="--")
    height_ax.plot(fall["middle"][[0, -1]], heights[[0, -1]], "o", color=colour("fall"))
    height_ax.axhline(heights[-1], color=colour("quiet"), linewidth=0.8, linestyle=":")
    height_ax.set_ylim(*SHOWN_KM)
    height_ax.set_yticks(HEIGHT_TICKS_KM)
    height_ax.set_ylabel(AXES["height"])
    height_ax.legend(loc="upper right", fontsize=9)
    alpha = 1 if held is None else 0.4
    sun_ax.plot(years[observed], flux[observed], color=colour("sun"), linewidth=1.2, alpha=alpha)
    sun_ax.plot(years[~observed], flux[~observed], color=colour("sun"), linewidth=1.2, alpha=alpha, ls="--")
    if held is not None:
        sun_ax.axhline(held, color=colour("sun"), linewidth=2.5)
    sun_ax.set_ylim(*SHOWN_FLUX)
    sun_ax.set_yticks(FLUX_TICKS)
    sun_ax.set_ylabel("F10.7")
    sun_ax.set_xlim(*fall["shown"])
    sun_ax.set_xlabel("year")
