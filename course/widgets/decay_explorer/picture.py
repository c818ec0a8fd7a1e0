"""Decay explorer: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course.constants import SOLAR_DAY_S
from course.decay import ISS_BALLISTIC_COEFFICIENT_KG_M2, observed
from course.quantities import Moment, instant, one
from course.widgets.decay_explorer import figure as twin
from course.widgets.decay_explorer import tables
from course.widgets.decay_explorer import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Number, Word
from course.widgets.kit.words import YEAR_DAYS, month, span
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class DecayExplorer(Picture):
    """The picture that `decay_explorer` makes.

    Attributes
    ----------
    start_utc : str
        The day on which the engines stop, ISO text.
    ballistic_coefficient_kg_m2, f107 : float
    sun : str
        All four are what the reader chose last; setting one moves the picture, a value between two stops of
        a slider goes to the nearest.
    lifetime_days : tuple of float
        Days until 120 km: with the strongest drag that fits the record, as chosen, with the weakest.
    """

    drawing = expression("decay_explorer")
    labels = wording.LABELS
    title = "How long it stays up"

    start_utc = traitlets.Unicode().tag(sync=True)
    ballistic_coefficient_kg_m2 = Number().tag(sync=True)
    sun = Word(("real", "constant"), "real").tag(sync=True)
    f107 = Number().tag(sync=True)

    def __init__(
        self,
        *,
        question: Asked = None,
        start_utc: Moment,
        ballistic_coefficient_kg_m2: float,
        sun: str = "real",
        f107: float = 125,
    ):
        super().__init__(
            arrays=tables.to_send(), words=tables.words(), question=question,
            start_utc=str(instant("start_utc", start_utc).astype("datetime64[D]")),
            ballistic_coefficient_kg_m2=ballistic_coefficient_kg_m2, sun=sun, f107=f107,
        )  # fmt: skip

    @traitlets.validate("start_utc")
    def _nearest_start(self, proposal):
        wanted = instant("start_utc", proposal.value).astype("datetime64[D]")
        first, last = (np.datetime64(month) for month in tables.MONTHS_SHOWN)
        if not first <= wanted.astype("datetime64[M]") <= last:
            raise ValueError(
                f"start_utc must lie in the months {first} to {last}, those of the slider (got {wanted})"
            )
        return str(tables.starts()[np.abs(tables.starts() - wanted).argmin()])

    @traitlets.validate("ballistic_coefficient_kg_m2")
    def _nearest_craft(self, proposal):
        why = f"the station has {ISS_BALLISTIC_COEFFICIENT_KG_M2:g} kg/m2"
        limits = {"at_least": tables.BALLISTIC_KG_M2[0], "at_most": tables.BALLISTIC_KG_M2[-1], "why": why}
        return tables.nearest(
            tables.BALLISTIC_KG_M2, one("ballistic_coefficient_kg_m2", proposal.value, **limits)
        )

    @traitlets.validate("f107")
    def _nearest_flux(self, proposal):
        why = "in solar flux units; months since 1957 had 65 to 290"
        limits = {"at_least": tables.FLUX[0], "at_most": tables.FLUX[1], "why": why}
        return tables.nearest(tables.fluxes(), one("f107", proposal.value, **limits))

    @property
    def lifetime_days(self) -> tuple[float, float, float]:
        low, middle, high = self._days(self.sun)[:, -1].tolist()
        return low, middle, high

    @property
    def sentence(self) -> str:
        return " ".join(unmarked(self._filled(wording.SENTENCES[self.sun])).split())

    @property
    def alt(self) -> str:
        return self._filled(wording.ALT)

    def draw(self, ax: "Axes") -> None:
        above, below = ax.inset_axes((0, 0.36, 1, 0.64)), ax.inset_axes((0, 0, 1, 0.28))
        ax.set_axis_off()
        self._draw((above, below))

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=8.0, height_in=5.2)
        ax.remove()
        with style():
            self._draw(figure.subplots(2, 1, sharex=True, height_ratios=(3, 1)))
        return figure

    def _draw(self, axes):
        drawn, begin = tables.curves(), tables.year(np.datetime64(self.start_utc))
        years = begin + self._days(self.sun) / YEAR_DAYS
        fall: twin.Fall = {
            "altitude_km": tables.HEIGHTS_KM,
            "low": years[0],
            "middle": years[1],
            "high": years[2],
            "shown": self._shown(),
        }
        sun_years = drawn["sun_year"]
        twin.draw(
            axes, fall=fall,
            station=(drawn["station_year"], drawn["station_km"]),
            sun=(sun_years, drawn["sun_flux"], sun_years < drawn["known_year"]),
            held=None if self.sun == "real" else self.f107,
        )  # fmt: skip

    def _days(self, sun):
        """Return days at `HEIGHTS_KM` with more drag, as chosen, and with less: shape (3, n)."""
        drawn, craft = tables.curves(), tables.BALLISTIC_KG_M2.index(int(self.ballistic_coefficient_kg_m2))
        table = drawn["real_days"][int(np.flatnonzero(tables.starts() == np.datetime64(self.start_utc))[0])]
        if sun == "constant":
            table = drawn["steady_days"][tables.fluxes().index(self.f107)]
        return table[drawn["craft"][craft].astype(int)].astype(float)

    def _shown(self):
        """Return the first and last year of the axis."""
        begin = tables.year(np.datetime64(self.start_utc))
        life = self.lifetime_days[2] / YEAR_DAYS
        span = next(
            (each for each in tables.SPANS_YEARS if tables.BEFORE_YEARS + life < each - 0.5),
            tables.SPANS_YEARS[-1],
        )
        return begin - tables.BEFORE_YEARS, begin - tables.BEFORE_YEARS + span

    def _filled(self, words):
        """Return words with what holds for the present state; its parts may hold such gaps themselves."""
        words = Template(words).safe_substitute(self._parts())
        return Template(words).substitute(self._texts())

    def _parts(self):
        _, life, high = self.lifetime_days
        known = (tables.known() - np.datetime64(self.start_utc)) / np.timedelta64(1, "D")
        rests = "none" if high <= known else "late" if life <= known else "all"
        is_station = self.ballistic_coefficient_kg_m2 == ISS_BALLISTIC_COEFFICIENT_KG_M2
        return {
            "who": wording.WHO["station" if is_station else "other"],
            "would": wording.WOULD["future" if rests == "all" else "past"],
            "rests": wording.RESTS[rests],
            "sun": wording.SUNS[self.sun],
            "real": Template(wording.REAL_SUN).safe_substitute(life=span(self._days("real")[1, -1])),
        }

    def _texts(self):
        low, middle, high = self.lifetime_days
        first, last = self._shown()
        return {
            "start": tables.day_in_words(np.datetime64(self.start_utc)),
            "end": month(self._ends()),
            "life": span(middle),
            "low": wording.span_from(low, high),
            "high": span(high),
            "flux": f"{self.f107:g}",
            "ballistic": f"{self.ballistic_coefficient_kg_m2:g}",
            "known": month(observed().month[-1]),
            "first": int(first),
            "last": int(last),
        }

    def _ends(self):
        start = np.datetime64(self.start_utc).astype("datetime64[s]")
        return start + np.timedelta64(int(self.lifetime_days[1] * SOLAR_DAY_S), "s")
