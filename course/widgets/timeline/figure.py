"""Timeline: the drawing in print."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from course.history import day_of, years_between
from course.tables import day as day_in_words
from course.widgets.kit.frames import rows
from course.widgets.kit.palette import colour
from course.widgets.kit.show import Day
from course.widgets.timeline.asks import Ask, since
from course.widgets.timeline.tables import Ship

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

MARKS = {"agreements": "s", "flights": "^", "incidents": "D", "words": "o"}  # a shape for each thread
ROOM = 0.0115  # of the width of the twin, for one letter of a label
ROW = 0.5  # between the bars of ships; lanes are 1 apart
LONG_DAYS = 20 * 365.25


def draw_alone(
    ax: "Axes",
    events: "DataFrame",
    ships: Sequence[Ship],
    alone: Sequence[tuple[Day, Day]],
    *,
    span: tuple[Day, Day],
    chosen: str,
) -> None:
    """Draw the ships of the crews, when Soyuz was alone, and on poles the events that begin and end it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    events : DataFrame
        Of `course.history.events`, those to draw.
    ships : list of (str, datetime64, datetime64, str)
        Name, first and last day in service, owner (a role of the palette).
    alone : list of (datetime64, datetime64)
        When Soyuz was the only one.
    span : tuple of datetime64
        First and last day.
    chosen : str
        Id of the event that is marked.
    """
    names = list(dict.fromkeys(name for name, *_ in ships))
    rows = {name: -ROW * row for row, name in enumerate(names)}
    for first, last in alone:
        ax.axvspan(first, last, color=colour("russian"), alpha=0.1, linewidth=0)
        middle = first + (last - first) / 2
        if span[0] <= middle <= span[1]:
            ax.annotate(f"{years_between(first, last):.1f} years", (middle, 0.35), ha="center", fontsize=11,
                        fontweight="bold", color=colour("russian"))  # fmt: skip
    for name, first, last, owner in ships:
        bar = {"color": colour(owner), "linewidth": 7, "solid_capstyle": "butt"}
        ax.plot([first, last], [rows[name]] * 2, alpha=0.35 if owner == "russian" else 1, **bar)
        for gap in alone if owner == "russian" else ():
            ax.plot(gap, [rows[name]] * 2, **bar)
    _finish(ax, rows, span, low=_draw_poles(ax, events, min(rows.values()), chosen))


def draw_lanes(
    ax: "Axes",
    events: "DataFrame",
    *,
    span: tuple[Day, Day],
    chosen: str,
    anchors: Sequence[str],
    asked: Ask | None,
) -> None:
    """Draw the events between two days in lanes, and what answers the question of that part.

    Parameters
    ----------
    ax, events, span, chosen
        As of `draw_alone`.
    anchors : sequence of str
        Ids of the events that are named first; in a part of 20 years or more no others are.
    asked : Ask or None
        What is asked of that part.
    """
    from matplotlib.dates import date2num

    lanes = {thread: -1.3 * lane for lane, thread in enumerate(MARKS)}
    _draw_lanes(ax, events, lanes, span=span, chosen=chosen, anchors=anchors, asked=asked)
    if asked:
        ax.set_title(asked.question, loc="left", fontsize=11, fontweight="bold")
        _draw_brackets(ax, asked)
    if asked and not asked.steps:
        ax.axvline(date2num(day_of(asked.events[0])), color=colour("ink"), linewidth=1.5, zorder=1)
    _finish(ax, lanes, span, low=min(lanes.values()), high=1.8 if asked and asked.steps else 1.1)


def _draw_brackets(ax, asked):
    """Draw how long it took from one event to the next; the last words have room to their right alone."""
    for at, years in enumerate(asked.steps):
        first, last = (day_of(event) for event in asked.events[at : at + 2])
        ax.plot([first, last], [1.2, 1.2], "|-", color=colour("speed"), linewidth=2.5)
        place = last if at else first + (last - first) / 2
        ax.annotate(years, (place, 1.35), ha="left" if at else "center", fontsize=10, fontweight="bold",
                    color=colour("speed"))  # fmt: skip


def _finish(ax, levels, span, *, low, high=0.8):
    """Name the rows, leave no more than they need, and give days in as few letters as they need."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    ax.set_yticks(list(levels.values()), list(levels))
    ax.set_ylim(low - 0.4, high)
    ax.set_xlim(*span)
    days = AutoDateLocator(maxticks=8)
    ax.xaxis.set_major_locator(days)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(days))
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)


def _draw_poles(ax, events, below, chosen):
    """Draw each event as a line down from the ships with its name at its foot; the earlier, the deeper."""
    for step, event in enumerate(rows(events.sort_values("date", ascending=False))):
        foot = below - 0.7 - 0.45 * step
        role = colour("ink" if event.id == chosen else "quiet")
        ax.plot([event.date] * 2, [0.25, foot], color=role, linewidth=1.6 if event.id == chosen else 0.8)
        told = f"{event.label}, {day_in_words(event.date)}"
        ax.annotate(told, (event.date, foot), xytext=(4, 0), fontsize=9,
                    textcoords="offset points", annotation_clip=True, va="bottom", color=role)  # fmt: skip
    return below - 0.7 - 0.45 * max(len(events) - 1, 0)


def _draw_lanes(ax, events, lanes, *, span, chosen, anchors, asked):
    """Draw a mark for each event in the lane of its thread, with a name where there is room."""
    for thread, level in lanes.items():
        ax.axhline(level, color=colour("faint"), linewidth=0.8, zorder=1)
        days = events.loc[events["thread"] == thread, "date"].to_numpy()
        ax.plot(days, np.full(len(days), level), MARKS[thread], color=colour("dim"), markersize=5,
                markeredgecolor="white", markeredgewidth=0.6)  # fmt: skip
    for event, row in _labelled(events, span, chosen, anchors):
        bold = {"fontweight": "bold", "color": colour("ink")} if event.id == chosen else {}
        pole = {"arrowstyle": "-", "color": colour("quiet"), "linewidth": 0.7, "relpos": (0, 0)}
        days = since(event.id) if asked and not asked.steps else ""
        told, place = f"{event.label} {days}".rstrip(), (event.date, lanes[event.thread])
        ax.annotate(told, place, xytext=(3, 9 + 10 * row), fontsize=8, textcoords="offset points",
                    annotation_clip=True, arrowprops=pole, **bold)  # fmt: skip


def _labelled(events, span, chosen, anchors):
    """Return the events that have room for their name to the right, the chosen and the anchors first."""
    length, taken, kept = (span[1] - span[0]) / np.timedelta64(1, "D"), {}, []
    first = events["id"].map({name: place / len(anchors) for place, name in enumerate(anchors)})
    weight = first.fillna(events["rank"]).mask(events["id"] == chosen, -1)
    order = events.assign(weight=weight).sort_values(["weight", "date"], kind="stable")
    if length > LONG_DAYS:
        order = order[order["weight"] < 1]
    for event in rows(order):
        left = (event.date.to_datetime64() - span[0]) / np.timedelta64(1, "D") / length
        right = left + ROOM * len(event.label)
        if right > 1:
            continue
        for row in (0, 1):
            others = taken.setdefault((event.thread, row), [])
            if all(right < start or left > end for start, end in others):
                others.append((left, right))
                kept.append((event, row))
                break
    return kept


def draw_cards(ax: "Axes", cards: Sequence[tuple[str, float, float, str]], *, ends: tuple[int, int]) -> None:
    """Draw where the cards were placed and where they belong.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    cards : list of (str, float, float, str)
        Name, the year that was said, the year with its fraction on record, how far apart in words.
    ends : tuple of int
        First and last year of the line.
    """
    for row, (what, said, true, error) in enumerate(cards):
        ax.plot([said + 0.5, true], [-row] * 2, color=colour("quiet"), linewidth=1)
        ax.plot(said + 0.5, -row, "o", color=colour("quiet"), markerfacecolor="white", markersize=9)
        ax.plot(true, -row, "D", color=colour("station"), markersize=7)
        ax.annotate(f"{what}: {error}", (min(said + 0.5, true), -row), xytext=(0, 9), fontsize=9,
                    textcoords="offset points")  # fmt: skip
    ax.set_yticks([])
    ax.set_ylim(0.6 - len(cards), 0.8)
    ax.set_xlim(ends[0], ends[1] + 1)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel("year; ring: you, diamond: on record")
