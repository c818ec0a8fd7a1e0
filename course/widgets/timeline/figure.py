"""Timeline: the drawing in print."""

import numpy as np

from course.widgets.kit.palette import colour

MARKS = {"agreements": "s", "flights": "^", "incidents": "D", "words": "o"}  # a shape for each thread
ROOM = 0.0125  # of the width of the twin, for one letter of a label


def draw(ax, events, ships, alone, *, span, chosen):
    """Draw the events between two days in a lane for each thread, and below them the ships of the crews.

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
    lanes = {thread: -lane for lane, thread in enumerate(MARKS)}
    for thread, level in lanes.items():
        ax.axhline(level, color=colour("faint"), linewidth=0.8, zorder=1)
        rows = events[events["thread"] == thread]
        days = rows["date"].to_numpy()
        ax.plot(days, np.full(len(days), level), MARKS[thread], color=colour(thread), markersize=6)
    for event, place in _labelled(events, span, chosen):
        bold = {"fontweight": "bold", "color": colour("ink")} if event.id == chosen else {}
        offset = (0, 8 if place else -16)
        ax.annotate(event.label, (event.date, lanes[event.thread]), xytext=offset, ha="center", fontsize=8,
                    textcoords="offset points", annotation_clip=True, **bold)  # fmt: skip
    names = list(dict.fromkeys(name for name, *_ in ships))
    rows = {name: -(len(lanes) + 0.4 + 0.5 * row) for row, name in enumerate(names)}
    for first, last in alone:
        ax.fill_between([first, last], min(rows.values()) - 0.25, max(rows.values()) + 0.25,
                        color=colour("russian"), alpha=0.12, linewidth=0)  # fmt: skip
    for name, first, last, owner in ships:
        ax.plot([first, last], [rows[name]] * 2, color=colour(owner), linewidth=6, solid_capstyle="butt")
    levels = lanes | rows
    ax.set_yticks(list(levels.values()), list(levels))
    ax.set_ylim(min(rows.values()) - 0.4, 0.7)
    ax.set_xlim(*span)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)


def _labelled(events, span, chosen):
    """Return the events that have room for their name, the chosen and the most important first."""
    length, taken, kept = (span[1] - span[0]) / np.timedelta64(1, "D"), {}, []
    order = events.assign(first=events["id"] != chosen).sort_values(["first", "rank", "date"], kind="stable")
    for event in order.itertuples():
        middle = (event.date.to_datetime64() - span[0]) / np.timedelta64(1, "D") / length
        half = ROOM * len(event.label) / 2
        if not half < middle < 1 - half:
            continue
        for place in (0, 1):
            others = taken.setdefault((event.thread, place), [])
            if all(abs(middle - other) > half + room for other, room in others):
                others.append((middle, half))
                kept.append((event, place))
                break
    return kept


def draw_cards(ax, cards, *, ends):
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
