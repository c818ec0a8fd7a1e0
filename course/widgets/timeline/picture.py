"""Timeline: the picture."""

from collections.abc import Iterable
from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course import history
from course.quantities import Moment
from course.tables import day as day_in_words
from course.widgets.kit.bundles import expression
from course.widgets.kit.frames import rows
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank
from course.widgets.kit.traits import Flag
from course.widgets.kit.years import year_of
from course.widgets.questions import Asked
from course.widgets.questions.unit1 import PLACED, YEARS
from course.widgets.timeline import figure as twin
from course.widgets.timeline import tables
from course.widgets.timeline import words as wording
from course.widgets.timeline.asks import Ask, asked
from course.widgets.timeline.tables import (
    FIRST,
    LAST,
    LEAST_DAYS,
    OPENING,
    TURNS,
    alone,
    number_of,
    precomputed,
    ships,
    table,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from pandas import DataFrame

CHOSEN = ("sts-135-landing", "article")  # the first of them that is in view


class Timeline(Picture):
    """The picture that `timeline` makes.

    Attributes
    ----------
    span : tuple of str
        First and last day in view. Any dates may be set, at least 14 days apart.
    event : str
        Id of the chosen event (`course.history.events`). Choosing one moves the view to it.
    threads : list of str
        The threads of events that are shown; without any, what begins and ends the times of Soyuz alone.
    comparing : bool
        Whether the cards of the prediction are shown beside the record, in place of the history.
    source : str
        Where the chosen event is known from, and what sources disagree about.
    """

    drawing = expression("timeline")
    labels = wording.LABELS
    title = "What came when?"

    span = traitlets.Tuple().tag(sync=True)
    event = traitlets.Unicode(CHOSEN[0]).tag(sync=True)
    threads = traitlets.List(traitlets.Unicode()).tag(sync=True)
    comparing = Flag(False).tag(sync=True)

    def __init__(
        self, *, question: Asked = None, span: tuple[Moment, Moment] = OPENING, threads: Iterable[str] = ()
    ):
        arrays, words = precomputed()
        super().__init__(arrays=arrays, words=words, question=question, span=span, threads=list(threads))
        first, last = self._days
        if not first <= history.day_of(self.event) <= last and len(self.events):
            inside = self.events["id"].tolist()
            self.event = next((event for event in CHOSEN if event in inside), inside[0])

    @traitlets.validate("span")
    def _two_days(self, proposal):
        if len(proposal.value) != 2:
            raise ValueError(f"span must be a first and a last day (got {proposal.value!r})")
        first, last = (tables.on_the_line(each) for each in proposal.value)
        if (last - first).astype(int) < LEAST_DAYS:
            raise ValueError(
                f"span must be at least {LEAST_DAYS} days from first to last (got {first} to {last})"
            )
        return (str(first), str(last))

    @traitlets.validate("event")
    def _known(self, proposal):
        history.day_of(proposal.value)  # a ValueError that says where the ids are
        return proposal.value

    @traitlets.validate("threads")
    def _some(self, proposal):
        wanted = proposal.value
        if set(wanted) - set(history.THREADS):
            raise ValueError(f"threads must be some of {', '.join(history.THREADS)} (got {wanted!r})")
        return [thread for thread in history.THREADS if thread in wanted]

    @traitlets.validate("comparing")
    def _with_cards(self, proposal):
        if proposal.value and not self.cards:
            raise ValueError("comparing needs a prediction: answer the question u1-p1 first")
        return proposal.value

    @traitlets.observe("event")
    def _show_it(self, change):
        """Bring the chosen event into view, and its thread."""
        day, (first, last) = history.day_of(change.new), self._days
        thread = table().loc[change.new, "thread"]
        if thread not in self.threads and (self.threads or change.new not in TURNS):
            self.threads = [*self.threads, thread] if self.threads else list(history.THREADS)
        if not first <= day <= last:
            length = number_of(last) - number_of(first)
            start = min(max(day - length // 2, FIRST), LAST - length)
            self.span = (start, start + length)

    @traitlets.observe("threads")
    def _choose_a_shown_one(self, change):
        shown = table()[self._shown(table())]
        if self.event not in shown.index:
            away = np.abs(shown["day"] - table().loc[self.event, "day"])
            self.event = shown.index[int(np.argmin(away))]

    def _shown(self, events):
        ids = events.get("id", events.index)
        return events["thread"].isin(self.threads) if self.threads else ids.isin(TURNS)

    @property
    def _days(self) -> tables.Span:
        first, last = self.span
        return np.datetime64(first), np.datetime64(last)

    @property
    def _asked(self) -> Ask | None:
        return asked(*self._days, self.threads)

    @property
    def events(self) -> "DataFrame":
        """The events in view, of those that are shown."""
        events, (first, last) = history.events(), (number_of(day) for day in self._days)
        inside = table().loc[events["id"], "day"].between(first, last).to_numpy()
        return events[inside & self._shown(events)]

    @property
    def cards(self) -> list[tuple[str, float, np.datetime64, str]]:
        """What was predicted: for each card its name, the year said, the day on record, how far apart."""
        answer = (self.prediction or {}).get("answer")
        if not isinstance(answer, list) or self.question["places"] != list(PLACED):
            return []
        days = [history.day_of(event) for event in PLACED.values()]
        return [
            (what, said, day, wording.off_by(int(said // 1) - day.astype(object).year))
            for what, said, day in zip(PLACED, answer, days, strict=True)
        ]

    @property
    def sentence(self) -> str:
        if self.comparing:
            off = {what: int(said // 1) - day.astype(object).year for what, said, day, _ in self.cards}
            return unmarked(wording.compared(off))
        one = self.words["events"][self._place]
        if self.threads:
            begin = self._asked.answer if self._asked else wording.counted(len(self.events))
            return unmarked(f"{begin} {one['sentence']}")
        return unmarked(f"{self.words['answer']} {one['alone']}")

    @property
    def source(self) -> str:
        one = self.words["events"][self._place]
        return " ".join(filter(None, (one["source"], one["more"])))

    @property
    def _place(self):
        return table().index.get_loc(self.event)

    @property
    def alt(self) -> str:
        if self.comparing:
            card = Template(wording.ALT_CARD)
            dates = [placed["date"] for placed in self.words["placed"]]
            told = [card.substitute(what=what, said=f"{said:g}", date=date)
                    for (what, said, *_), date in zip(self.cards, dates, strict=True)]  # fmt: skip
            return f"{self.words['alt_compared']} {'; '.join(told)}."
        first, last = (day_in_words(each) for each in self._days)
        chosen = unmarked(self.words["events"][self._place]["sentence"])
        if not self.threads:
            turns = [f"{one.label}, {day_in_words(one.date)}" for one in rows(self.events)]
            told = "; ".join(turns) or wording.ALT_NONE
            few = Template(self.words["alt_few"])
            return few.substitute(first=first, last=last, turns=told, chosen=chosen)
        counts = self.events["thread"].value_counts()
        return Template(self.words["alt"]).substitute(
            first=first, last=last, count=len(self.events), threads=", ".join(self.threads),
            counts=", ".join(f"{thread}: {counts.get(thread, 0)}" for thread in self.threads),
            asked=f" {self._asked.question} {unmarked(self._asked.answer)}" if self._asked else "",
            chosen=chosen,
        )  # fmt: skip

    def draw(self, ax: "Axes") -> None:
        if self.comparing:
            cards = [(what, said, year_of(day), error) for what, said, day, error in self.cards]
            twin.draw_cards(ax, cards, ends=YEARS)
        elif self.threads:
            twin.draw_lanes(ax, self.events, span=self._days, chosen=self.event, anchors=tables.ANCHORS,
                            asked=self._asked)  # fmt: skip
        else:
            twin.draw_alone(ax, self.events, ships(), alone(), span=self._days, chosen=self.event)

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.0, height_in=4.8)
        self.draw(ax)
        return figure
