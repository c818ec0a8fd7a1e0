"""The decay explorer: how long it stays up with the engines off, and what the Sun has to do with it."""

from functools import cache
from string import Template

import numpy as np
import traitlets

from course import history
from course.constants import EARTH_RADIUS_KM, SOLAR_DAY_S
from course.decay import (
    DRAG_RANGE,
    ISS_BALLISTIC_COEFFICIENT_KG_M2,
    LOWEST_KM,
    activity,
    days_to_altitudes,
    descent,
    observed,
)
from course.figures import blank, style
from course.figures import decay as twin
from course.figures.ground_map import MONTHS
from course.figures.palette import unmarked
from course.quantities import instant, one
from course.widgets.base import Picture, module

START_KM = 420.0
MONTHS_SHOWN = ("1999-01", "2030-12")  # of the slider
DAY_OF_MONTH = 12
FLUX = (65, 250, 5)  # first, last and step of the slider
BALLISTIC_KG_M2 = (100, 130, 160, 200, 240, 300)
HEIGHTS_KM = np.array([*range(420, 309, -5), 295, 275, 250, 220, 185, 150, LOWEST_KM])
SPANS_YEARS = (12, 24, 40)  # of the axis of time: the first in which the band ends
BEFORE_YEARS = 2  # of them before the start
SUN_MONTHS = ("1996-12", "2069-06")
_NOTE = (
    "Height: mean semi-major axis less {radius:,.0f} km. Air: NRLMSIS 2.1. The band is the range of drag "
    "that fits the record of the station: in most stretches it sank faster than 160 kg/m² lets it. Dots: the "
    "dated element sets of the course."
)


def decay_explorer(
    question=None,
    *,
    start_utc="2022-03-12",
    ballistic_coefficient_kg_m2=ISS_BALLISTIC_COEFFICIENT_KG_M2,
    sun="real",
    f107=125,
):
    """Return the decay explorer, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    start_utc : str, date, datetime or datetime64
        When the engines stop, January 1999 to December 2030; the nearest twelfth of a month is shown.
    ballistic_coefficient_kg_m2 : float
        m / (Cd A), 100 to 300; the nearest stop of the slider is shown. 160 is the whole station.
    sun : {"real", "constant"}
        The Sun of each month (after the last observed one that of a mean cycle), or one that never changes.
    f107 : float
        Activity of the constant Sun in solar flux units, 65 to 250.

    Examples
    --------
    >>> decay_explorer().sentence                            # doctest: +NORMALIZE_WHITESPACE
    'Engines off on 12 March 2022, 420 km up: the station would have stayed up until August 2024, 2.4 years
    (1.8 to 2.8 years with 45 % more to 20 % less drag).'
    """
    return DecayExplorer(
        question,
        start_utc=start_utc,
        ballistic_coefficient_kg_m2=ballistic_coefficient_kg_m2,
        sun=sun,
        f107=f107,
    )


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

    _esm = module("panels.js", "stops.js", "decay-scene.js", "decay.js")
    title = "How long it stays up"

    start_utc = traitlets.Unicode().tag(sync=True)
    ballistic_coefficient_kg_m2 = traitlets.Float().tag(sync=True)
    sun = traitlets.Enum(("real", "constant"), "real").tag(sync=True)
    f107 = traitlets.Float().tag(sync=True)

    def __init__(self, question=None, *, start_utc, ballistic_coefficient_kg_m2, sun="real", f107=125):
        super().__init__(
            arrays=_tables(), words=_words(), question=question,
            start_utc=str(instant("start_utc", start_utc).astype("datetime64[D]")),
            ballistic_coefficient_kg_m2=ballistic_coefficient_kg_m2, sun=sun, f107=f107,
        )  # fmt: skip

    @traitlets.validate("start_utc")
    def _nearest_start(self, proposal):
        wanted = instant("start_utc", proposal.value).astype("datetime64[D]")
        first, last = (np.datetime64(month) for month in MONTHS_SHOWN)
        if not first <= wanted.astype("datetime64[M]") <= last:
            raise ValueError(
                f"start_utc must lie in the months {first} to {last}, those of the slider (got {wanted})"
            )
        return str(starts()[np.abs(starts() - wanted).argmin()])

    @traitlets.validate("ballistic_coefficient_kg_m2")
    def _nearest_craft(self, proposal):
        why = f"the station has {ISS_BALLISTIC_COEFFICIENT_KG_M2:g} kg/m2"
        limits = {"at_least": BALLISTIC_KG_M2[0], "at_most": BALLISTIC_KG_M2[-1], "why": why}
        return _nearest(BALLISTIC_KG_M2, one("ballistic_coefficient_kg_m2", proposal.value, **limits))

    @traitlets.validate("f107")
    def _nearest_flux(self, proposal):
        why = "in solar flux units; months since 1957 had 65 to 290"
        limits = {"at_least": FLUX[0], "at_most": FLUX[1], "why": why}
        return _nearest(fluxes(), one("f107", proposal.value, **limits))

    @property
    def lifetime_days(self):
        return tuple(self._days(self.sun)[:, -1].tolist())

    @property
    def sentence(self):
        return " ".join(unmarked(self._filled(twin.SENTENCES[self.sun])).split())

    @property
    def alt(self):
        return self._filled(twin.ALT)

    def draw(self, ax):
        above, below = ax.inset_axes([0, 0.36, 1, 0.64]), ax.inset_axes([0, 0, 1, 0.28])
        ax.set_axis_off()
        self._draw((above, below))

    def figure(self):
        figure, ax = blank(width_in=8.0, height_in=5.2)
        ax.remove()
        with style():
            self._draw(figure.subplots(2, 1, sharex=True, height_ratios=(3, 1)))
        return figure

    def _draw(self, axes):
        tables, begin = _tables(), _year(np.datetime64(self.start_utc))
        years = begin + self._days(self.sun) / twin.YEAR_DAYS
        fall = {"altitude_km": HEIGHTS_KM, "low": years[0], "middle": years[1], "high": years[2]}
        sun_years = tables["sun_year"]
        twin.draw(
            axes, fall=fall | {"shown": self._shown()},
            station=(tables["station_year"], tables["station_km"]),
            sun=(sun_years, tables["sun_flux"], sun_years < tables["known_year"]),
            held=None if self.sun == "real" else self.f107,
        )  # fmt: skip

    def _days(self, sun):
        """Return days at `HEIGHTS_KM` with more drag, as chosen, and with less: shape (3, n)."""
        tables, craft = _tables(), BALLISTIC_KG_M2.index(int(self.ballistic_coefficient_kg_m2))
        table = tables["real_days"][int(np.flatnonzero(starts() == np.datetime64(self.start_utc))[0])]
        if sun == "constant":
            table = tables["steady_days"][fluxes().index(self.f107)]
        return table[tables["craft"][craft].astype(int)].astype(float)

    def _shown(self):
        """Return the first and last year of the axis."""
        begin = _year(np.datetime64(self.start_utc))
        life = self.lifetime_days[2] / twin.YEAR_DAYS
        span = next((each for each in SPANS_YEARS if BEFORE_YEARS + life < each - 0.5), SPANS_YEARS[-1])
        return begin - BEFORE_YEARS, begin - BEFORE_YEARS + span

    def _filled(self, words):
        """Return words with what holds for the present state; its parts may hold such gaps themselves."""
        words = Template(words).safe_substitute(self._parts())
        return Template(words).substitute(self._texts())

    def _parts(self):
        _, life, high = self.lifetime_days
        known = (_known() - np.datetime64(self.start_utc)) / np.timedelta64(1, "D")
        rests = "none" if high <= known else "late" if life <= known else "all"
        is_station = self.ballistic_coefficient_kg_m2 == ISS_BALLISTIC_COEFFICIENT_KG_M2
        return {
            "who": twin.WHO["station" if is_station else "other"],
            "would": twin.WOULD["future" if rests == "all" else "past"],
            "rests": twin.RESTS[rests],
            "sun": twin.SUNS[self.sun],
            "real": Template(twin.REAL_SUN).safe_substitute(life=twin.span(self._days("real")[1, -1])),
        }

    def _texts(self):
        low, middle, high = self.lifetime_days
        first, last = self._shown()
        return {
            "start": _day(np.datetime64(self.start_utc)),
            "end": twin.month_of(self._ends()),
            "life": twin.span(middle),
            "low": twin.span_from(low, high),
            "high": twin.span(high),
            "flux": f"{self.f107:g}",
            "ballistic": f"{self.ballistic_coefficient_kg_m2:g}",
            "known": twin.month_of(observed().month[-1]),
            "first": int(first),
            "last": int(last),
        }

    def _ends(self):
        start = np.datetime64(self.start_utc).astype("datetime64[s]")
        return start + np.timedelta64(int(self.lifetime_days[1] * SOLAR_DAY_S), "s")


@cache
def starts():
    """Return the days of the slider: the twelfth of every month."""
    first, last = (np.datetime64(month) for month in MONTHS_SHOWN)
    days = np.arange(first, last + 1).astype("datetime64[D]") + (DAY_OF_MONTH - 1)
    days.flags.writeable = False
    return days


@cache
def fluxes():
    """Return the activities of the constant Sun that the slider stops at."""
    first, last, step = FLUX
    return tuple(float(flux) for flux in range(first, last + 1, step))


def _nearest(stops, wanted):
    return float(min(stops, key=lambda stop: abs(stop - wanted)))


def _known():
    """Return the day on which the observed Sun ends."""
    return (observed().month[-1] + 1).astype("datetime64[D]")


def _year(moment):
    """Return moments as decimal years of 365.25 days."""
    return 2000 + (moment - np.datetime64("2000-01-01")) / np.timedelta64(1, "D") / twin.YEAR_DAYS


def _day(moment):
    year, month, day = (int(part) for part in str(moment).split("-"))
    return f"{day} {MONTHS[month - 1]} {year}"


@cache
def _tables():
    """Return all that is drawn, as float32: every start and every activity, for every craft and its band."""
    stops = np.array(BALLISTIC_KG_M2, float)
    weak, strong = DRAG_RANGE
    three = np.stack([stops / strong, stops, stops / weak], axis=1)
    craft, place = np.unique(three.round(6), return_inverse=True)
    real = days_to_altitudes(
        HEIGHTS_KM, from_km=START_KM, start_utc=starts(), ballistic_coefficient_kg_m2=craft
    )
    falls = [descent(START_KM, f107=flux) for flux in fluxes()]  # of the station: in steady air times scale
    days = np.array([np.interp(-HEIGHTS_KM, -fall.altitude_km, fall.days) for fall in falls])
    steady = days[:, None, :] * (craft / ISS_BALLISTIC_COEFFICIENT_KG_M2)[:, None]
    month = np.arange(*(np.datetime64(month) for month in SUN_MONTHS))
    station = history.altitude()
    tables = {
        "real_days": real,
        "steady_days": steady,
        "craft": place.reshape(three.shape),
        "height_km": HEIGHTS_KM,
        "start_year": _year(starts()),
        "sun_year": _year(month.astype("datetime64[D]") + 15),
        "sun_flux": activity(month).f107,
        "known_year": _year(_known()),
        "station_year": _year(station["epoch_utc"].to_numpy()),
        "station_km": station["altitude_km"].to_numpy(),
    }
    return {name: np.asarray(values, np.float32) for name, values in tables.items()}


@cache
def _words():
    return {
        "sentences": twin.SENTENCES, "rests": twin.RESTS, "real": twin.REAL_SUN, "alt": twin.ALT,
        "suns": twin.SUNS, "who": twin.WHO, "would": twin.WOULD, "axes": twin.AXES,
        "months": list(MONTHS),
        "starts": [str(day) for day in starts()],
        "fluxes": list(fluxes()),
        "ballistic": list(BALLISTIC_KG_M2),
        "station_ballistic": ISS_BALLISTIC_COEFFICIENT_KG_M2,
        "known_day": str(_known()),
        "known": twin.month_of(observed().month[-1]),
        "spans": list(SPANS_YEARS),
        "before": BEFORE_YEARS,
        "shown_km": list(twin.SHOWN_KM), "height_ticks": list(twin.HEIGHT_TICKS_KM),
        "shown_flux": list(twin.SHOWN_FLUX), "flux_ticks": list(twin.FLUX_TICKS),
        "note": _NOTE.format(radius=EARTH_RADIUS_KM),
        "closed": "Heights of the real station from 1998 to 2026, and the Sun's activity below. Answer the "
        "question or skip it to see how long it would stay up with the engines off.",
    }  # fmt: skip
