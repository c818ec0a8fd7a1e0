"""Over whom it flies: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np

from course.coverage import countries_under, minutes_per_day
from course.elements import ElementSet
from course.geography import VIEWS, Borders, land_outlines, view
from course.quantities import Moment
from course.widgets.kit.arrays import Rounded
from course.widgets.kit.borders import notes
from course.widgets.kit.bundles import expression
from course.widgets.kit.day import DayPicture, computed_from, day_track, first_minute, whole_hours
from course.widgets.kit.outlines import joined, outlines_to_draw, rings_of
from course.widgets.kit.palette import unmarked
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Word
from course.widgets.kit.words import WATER, moment, named
from course.widgets.kit.world import SHOWN_DEG
from course.widgets.over_countries import figure as twin
from course.widgets.over_countries import tables
from course.widgets.over_countries import words as wording
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PER_MINUTE = 60 // tables.STEP_S
APART = 30 * PER_MINUTE  # points: what lies further apart belongs to different laps


class OverCountries(DayPicture):
    """The picture that `over_countries` makes.

    Attributes
    ----------
    minute, track
        As in `course.widgets.kit.day.DayPicture`.
    countries : ndarray of str
        The code of the country under the track every 10 s, "" over none.
    minutes_over : ndarray of shape (n,)
        Minutes over Russia until each minute of the track.
    visits : list of tuple of int
        First and last point, in steps of 10 s, of the time over Russia of each lap that passes over it.
    """

    drawing = expression("over_countries")
    labels = wording.LABELS
    title = "One day over the countries"

    borders = Word(VIEWS, "un")

    def __init__(
        self,
        elements: ElementSet,
        start_utc: Moment | None = None,
        hours: float = 24,
        *,
        question: Asked = None,
        minute: int | None = None,
        borders: Borders = "un",
    ):
        start, self.hours = first_minute(elements, start_utc), whole_hours(hours)
        self.track = day_track(elements, start, self.hours)
        fine = day_track(elements, start, self.hours, step_s=tables.STEP_S)
        self.countries = np.asarray(
            countries_under(fine.latitude_deg, longitude_deg=fine.longitude_deg, borders=view(borders))
        )
        self._codes = sorted({*self.countries.tolist()} - {""} | {"RUS"})
        self._over_russia = self.countries == "RUS"
        self.minutes_over = np.append(0, np.cumsum(self._over_russia[:-1]))[::PER_MINUTE] / PER_MINUTE
        self.visits = tables.runs(self._over_russia, APART)
        self._other = minutes_per_day(fine, borders=VIEWS[1 - VIEWS.index(borders)])["RUS"]
        super().__init__(
            arrays=self._arrays_to_draw(borders), words=self._words(borders), question=question,
            minute=self._longest_visit() if minute is None else minute, borders=borders,
        )  # fmt: skip

    @property
    def country(self) -> str:
        """Code of the country under the station, "" over none."""
        return str(self.countries[PER_MINUTE * self.minute])

    @property
    def sentence(self) -> str:
        return unmarked(Template(self.words["sentence"]).substitute(self._now()))

    @property
    def alt(self) -> str:
        return Template(self.words["alt"]).substitute(self._now())

    def draw(self, ax: "Axes") -> None:
        outline = None
        if self.country:
            outline = tuple(joined(rings_of(self.country, borders=self.borders)).T)
        fine = day_track(self.track.elements, self.track.utc[0], self.hours, step_s=tables.STEP_S)
        twin.draw(ax, fine, self._over_russia, now=PER_MINUTE * self.minute, country=outline)

    def figure(self) -> "Figure":
        figure, ax = blank(height_in=5.2)
        ax.remove()
        with style():
            map_ax, stairs_ax = figure.subplots(2, 1, height_ratios=(3, 1))
        self.draw(map_ax)
        twin.draw_stairs(stairs_ax, np.arange(len(self.track)) / 60, self.minutes_over, now=self.minute)
        return figure

    def _now(self):
        name = named(self.country)
        return {
            "moment": moment(self.track.utc[self.minute]),
            "place": f"{{ink:{name}}}",
            "where": name,
            "sofar": self._counted(self.minutes_over[self.minute]),
        }

    def _longest_visit(self):
        """Return a minute in the middle of the longest time over Russia; without one, half-way."""
        if not self.visits:
            return (len(self.track) - 1) // 2
        return self._stop(max(self.visits, key=lambda one: self._over_russia[one[0] : one[1] + 1].sum()))

    def _arrays_to_draw(self, borders):
        places = {code: place for place, code in enumerate(self._codes)}
        return {
            "longitude_deg": self.track.longitude_deg,
            "latitude_deg": self.track.latitude_deg,
            "country": [places.get(code, -1) for code in self.countries.tolist()],
            "minutes_over": self.minutes_over,
            "runs": np.array(tables.runs(self._over_russia, 1)).reshape(-1, 2),
            "land_runs": np.array(tables.runs(self.countries != "", 1)).reshape(-1, 2),
            "land_deg": Rounded(np.stack(land_outlines(), axis=1)),
            **outlines_to_draw(self._codes, borders=borders),
        }

    def _words(self, borders):
        first, last = self.track.utc[0], self.track.utc[-1]
        total = self.minutes_over[-1]
        other = Template(wording.OTHER).substitute(minutes=f"{self._other:.1f}")
        clock = [(wording.clock(first, begin), wording.clock(first, end)) for begin, end in self.visits]
        fixed = {"span": wording.span(self.hours), "total": self._counted(total)}
        told = {
            "first": moment(first),
            "last": moment(last),
            "visits": wording.visits_in_words(clock, total, self.hours),
        }
        return {
            "sentence": Template(wording.SENTENCE if self.visits else wording.NEVER).safe_substitute(fixed),
            "alt": Template(wording.ALT).safe_substitute(told),
            "closed": wording.CLOSED,
            "names": [named(code) for code in self._codes],
            "codes": self._codes,
            "water": WATER,
            "sofar": [self._counted(each) for each in self.minutes_over],
            "total_min": float(total),
            "stops": [self._stop(visit) for visit in self.visits],
            "start": str(first.astype("datetime64[m]")) + "Z",
            "shown_deg": list(SHOWN_DEG),
            "borders": borders,
            "note": f"{notes(other)[borders]} {computed_from(self.track.elements, first, last)}",
        }

    def _counted(self, minutes):
        """Return minutes over Russia in words: whole ones, or tenths where there are few."""
        return f"{minutes:.{0 if self.minutes_over[-1] >= 10 else 1}f}"

    def _stop(self, visit):
        """Return the whole minute nearest to the middle of a visit, over Russia if one is."""
        middle = sum(visit) / 2 / PER_MINUTE
        whole = np.arange(visit[0] // PER_MINUTE, -(-visit[1] // PER_MINUTE) + 1)
        whole = whole[whole < len(self.track)]
        over = self._over_russia[PER_MINUTE * whole]
        return int(min(zip(~over, np.abs(whole - middle), whole, strict=True))[2])
