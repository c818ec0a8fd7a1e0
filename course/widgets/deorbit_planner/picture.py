"""Deorbit planner: the picture."""

from string import Template
from typing import TYPE_CHECKING

import numpy as np
import traitlets

from course import elements
from course.constants import EARTH_RADIUS_KM
from course.coverage import countries_under
from course.decay import PROGRESS_PROPELLANT_KG
from course.decay.footprint import HIGHEST_PERIGEE_KM
from course.geography import land_outlines
from course.orbits import period_s
from course.widgets.deorbit_planner import figure as twin
from course.widgets.deorbit_planner import words as wording
from course.widgets.deorbit_planner.tables import (
    AIM_DEG,
    ALTITUDES_KM,
    ISPS_S,
    MASSES_T,
    PERIGEES_KM,
    THRUST_N,
    distance_km,
    nearest_stop,
    tables,
)
from course.widgets.kit.arrays import Rounded
from course.widgets.kit.borders import recognised
from course.widgets.kit.bundles import expression
from course.widgets.kit.day import DayPicture, computed_from, day_track
from course.widgets.kit.outlines import outlines_to_draw
from course.widgets.kit.palette import unmarked
from course.widgets.kit.show import blank, style
from course.widgets.kit.traits import Number
from course.widgets.kit.words import moment, named, place, tens_of_km
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DAY = "2022-03-12"
LAST_MINUTE = 1440  # of the burn; the track goes on for two laps
AFTER_MIN = 190
STEP_S = 10  # between the points whose country is looked up: 72 km of the track
PER_MINUTE = 60 // STEP_S
TARGETS = {"IND": "India", "CHN": "China"}  # those of the tweet of February 2022
TWEET_T = 500  # its "500-ton structure"
TWEET_PERIGEE_KM = 50  # as planned for a controlled end; the tweet names none
STRETCH, NARROW_STRETCH = 0.94, 1.4  # of the map: so that all below it stays in sight
SHOWN_DEG = (-77.0, 68.0)  # latitudes on the map: the circle around Point Nemo whole


class DeorbitPlanner(DayPicture):
    """The picture that `deorbit_planner` makes.

    Attributes
    ----------
    minute : int
        Of the burn.
    altitude_km, perigee_km, mass_t, isp_s : float
        What the reader chose last. Setting one moves the picture; a value between two stops goes to the
        nearest.
    track : course.ground.GroundTrack
        One point a minute, to two laps after the last burn.
    delta_v_m_s, propellant_t, burn_min : float
    pieces : list of str
        What lies under the footprint, every 10 s of flight: codes of countries, "" over the sea.
    """

    drawing = expression("deorbit_planner")
    labels = wording.LABELS
    title = "Where do the pieces fall?"

    altitude_km = Number().tag(sync=True)
    perigee_km = Number().tag(sync=True)
    mass_t = Number().tag(sync=True)
    isp_s = Number().tag(sync=True)

    def __init__(
        self,
        *,
        question: Asked = None,
        altitude_km: float,
        perigee_km: float,
        mass_t: float,
        isp_s: float,
        minute: int | None = None,
    ):
        day = elements.on(DAY)
        start, hours = np.datetime64(DAY, "m"), (LAST_MINUTE + AFTER_MIN) / 60
        self.track = day_track(day, start, hours)
        self._fine = day_track(day, start, hours, step_s=STEP_S)
        fine = self._fine
        self.countries = np.asarray(countries_under(fine.latitude_deg, longitude_deg=fine.longitude_deg))
        self._codes = sorted({*self.countries.tolist()} - {""})
        self._km_per_point = (
            2 * np.pi * EARTH_RADIUS_KM * day.mean_motion_rev_day / (LAST_MINUTE * PER_MINUTE)
        )
        self._aims = self._best_minutes()
        state = {"altitude_km": altitude_km, "perigee_km": perigee_km, "mass_t": mass_t, "isp_s": isp_s}
        stops = [nearest_stop(name, value) for name, value in state.items()]
        if minute is None:
            place = ALTITUDES_KM.index(stops[0]), PERIGEES_KM.index(min(stops[1], HIGHEST_PERIGEE_KM))
            minute = int(self._aims[place])
        super().__init__(
            arrays=self._arrays_to_draw(), words=self._words(), question=question, minute=minute, **state
        )

    @traitlets.validate("minute")
    def _on_the_day(self, proposal):
        if not 0 <= proposal.value <= LAST_MINUTE:
            raise ValueError(f"minute must lie between 0 and {LAST_MINUTE}, one day (got {proposal.value})")
        return proposal.value

    @traitlets.validate("altitude_km", "perigee_km", "mass_t", "isp_s")
    def _nearest_stop(self, proposal):
        return nearest_stop(proposal.trait.name, proposal.value)

    @property
    def delta_v_m_s(self) -> float:
        return float(tables()["change_m_s"][self._place])

    @property
    def propellant_t(self) -> float:
        return float(tables()["fuel_t"][self._place][self._engine])

    @property
    def burn_min(self) -> float:
        return float(tables()["burn_min"][self._place][self._engine])

    @property
    def pieces(self) -> list[str]:
        first, last = self._points("pieces")
        return self.countries[first : last + 1].tolist()

    @property
    def sentence(self) -> str:
        template = wording.SENTENCE if self._is_aimed else wording.UNAIMED
        return unmarked(Template(template).substitute(self._texts()))

    @property
    def alt(self) -> str:
        template = wording.ALT if self._is_aimed else wording.ALT_UNAIMED
        return Template(template).substitute(self._texts())

    def draw(self, ax: "Axes") -> None:
        above, below = ax.inset_axes((0, 0.32, 1, 0.68)), ax.inset_axes((0, 0, 1, 0.2))
        ax.set_axis_off()
        self._draw((above, below))

    def figure(self) -> "Figure":
        figure, ax = blank(height_in=5.6)
        ax.remove()
        with style():
            self._draw(figure.subplots(2, 1, height_ratios=(3, 1)))
        return figure

    def _draw(self, axes):
        begin = PER_MINUTE * self.minute
        track = self._fine.longitude_deg[begin:], self._fine.latitude_deg[begin:]
        way = None
        if self._is_aimed:
            entry, nearest, farthest, *_ = self._way.tolist()
            (enters, _), (near, far), (first, last) = (
                [at - begin for at in self._points(name)] for name in ("entry", "pieces", "wide")
            )
            way = twin.Way(enters, entry, (near, far), (nearest, farthest), (first, last))
        twin.draw(
            axes, track=track, burn=(track[0][0], track[1][0]), way=way,
            profile=(tables()["along_km"], tables()["height_km"][self._place]),
            aim={"place": AIM_DEG, "ring": tables()["aim_ring_deg"]}, shown_deg=SHOWN_DEG,
        )  # fmt: skip

    @property
    def _place(self):
        return ALTITUDES_KM.index(int(self.altitude_km)), PERIGEES_KM.index(int(self.perigee_km))

    @property
    def _engine(self):
        return ISPS_S.index(int(self.isp_s)), MASSES_T.index(int(self.mass_t))

    @property
    def _is_aimed(self):
        return self.perigee_km <= HIGHEST_PERIGEE_KM

    @property
    def _way(self):
        """Return where the entry and the pieces lie, in km from the burn, as in `tables`."""
        return tables()["way_km"][self._place].astype(float)

    def _points(self, name):
        """Return the first and last point, in steps of 10 s, of a part of the way."""
        ends = self._way[{"entry": [0, 0], "pieces": [1, 2], "wide": [3, 4]}[name]]
        first, last = (ends / self._km_per_point + PER_MINUTE * self.minute).tolist()
        return int(np.ceil(first)), int(np.floor(last)) if name != "entry" else int(np.ceil(first))

    def _texts(self):
        at, fine = self.minute, self._fine
        texts = {
            "change": f"{self.delta_v_m_s:.1f} m/s",
            "fuel": f"{self.propellant_t:.1f}\xa0t",
            "ships": wording.ships(self.propellant_t, PROGRESS_PROPELLANT_KG),
            "weighed": wording.WEIGHED.get(int(self.mass_t), f"{self.mass_t:.0f}\xa0t"),
            "altitude": f"{self.altitude_km:.0f} km",
            "perigee": f"{self.perigee_km:.0f} km",
            "day": moment(self.track.utc[0]).split(",")[0],
            "clock": str(self.track.utc[at].astype("datetime64[m]")).split("T")[1],
            "place": place(float(self.track.latitude_deg[at]), float(self.track.longitude_deg[at])),
        }
        if not self._is_aimed:
            return texts
        entry, nearest, farthest, *_ = self._way.tolist()
        ends = [place(fine.latitude_deg[i], fine.longitude_deg[i]) for i in self._points("pieces")]
        return texts | {
            "length": wording.unbroken(tens_of_km(farthest - nearest)),
            "under": wording.under(self.pieces),
            "near": ends[0],
            "far": ends[1],
            "entry": tens_of_km(entry),
            "nearest": tens_of_km(nearest),
            "farthest": tens_of_km(farthest),
        }

    def _best_minutes(self):
        """Return for each height and perigee the minute of the burn whose pieces fall nearest to the aim."""
        fine = self._fine
        away = distance_km(fine.longitude_deg, fine.latitude_deg, AIM_DEG)
        middle = tables()["way_km"][..., 1:3].astype(float).mean(axis=-1) / self._km_per_point
        begins = PER_MINUTE * np.arange(LAST_MINUTE + 1)
        places = np.nan_to_num(middle)[..., None] + begins
        return away[np.round(places).astype(int)].argmin(axis=-1)

    def _arrays_to_draw(self):
        places = {code: place for place, code in enumerate(self._codes)}
        return {
            **tables(),
            "longitude_deg": self.track.longitude_deg,
            "latitude_deg": self.track.latitude_deg,
            "country": [places.get(code, -1) for code in self.countries.tolist()],
            "aim_minute": self._aims,
            "land_deg": Rounded(np.stack(land_outlines(), axis=1)),
            **outlines_to_draw(self._codes),
        }

    def _words(self):
        few, many = PROGRESS_PROPELLANT_KG
        return {
            "sentence": wording.SENTENCE, "unaimed": wording.UNAIMED,
            "alt": wording.ALT, "alt_unaimed": wording.ALT_UNAIMED,
            "closed": wording.CLOSED,
            "altitudes": list(ALTITUDES_KM), "perigees": list(PERIGEES_KM),
            "masses": list(MASSES_T), "isps": list(ISPS_S),
            "of_mass": {str(tonnes): text for tonnes, text in wording.MASSES.items()},
            "weighed": {str(tonnes): text for tonnes, text in wording.WEIGHED.items()},
            "highest_perigee": HIGHEST_PERIGEE_KM,
            "names": [named(code) for code in self._codes],
            "sea": wording.SEA, "most_names": wording.MOST_NAMES,
            "tweet": {"mass_t": TWEET_T, "perigee_km": TWEET_PERIGEE_KM}, "stretch": STRETCH,
            "narrow_stretch": NARROW_STRETCH,
            "targets": [[self._codes.index(code), name] for code, name in TARGETS.items()],
            "progress_kg": [few, many],
            "most_ships": int(np.ceil(1000 * tables()["fuel_t"].max() / many)),
            "aim_deg": list(AIM_DEG),
            "km_per_point": self._km_per_point,
            "profile_km": list(twin.PROFILE_KM), "shown_km": list(twin.SHOWN_KM), "axes": twin.AXES,
            "start": str(self.track.utc[0].astype("datetime64[m]")) + "Z",
            "shown_deg": list(SHOWN_DEG),
            "last_minute": LAST_MINUTE,
            "burn": wording.BURN.format(thrust=THRUST_N / 1000),
            "second": wording.SECOND.format(km=self._km_per_point / STEP_S),
            "laps_min": [round(float(period_s(altitude)) / 60) for altitude in ALTITUDES_KM],
            "half_lap_km": np.pi * EARTH_RADIUS_KM,
            "note": Template(wording.NOTE).substitute(
                few=f"{few:.0f}", many=f"{many:.0f}", borders=recognised("Crimea (hatched)"),
                computed=computed_from(self.track.elements),
            ),
        }  # fmt: skip
