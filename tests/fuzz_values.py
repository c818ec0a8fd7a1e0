"""What `fuzzing` calls things with: valid values by the name of an argument, and odd ones by its kind."""

import datetime as dt
import math
from decimal import Decimal
from functools import cache

import numpy as np
import pandas as pd

from course import elements, ground, relative


class Odd:
    """An object that fails at whatever is asked of it."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    __repr__ = __len__ = __iter__ = __float__ = __array__ = lambda self, *_, **__: 1 / 0


MASKED_TIME = np.ma.masked_array(np.array(["2022-03-12"], "M8[us]"), [True])
NO_ARGUMENT = [object(), Odd(), len, int, b"x", {1: 2}, {1, 2}, 1 + 2j, ..., np.array([1j])]
WRONG = {  # what can only be a mistake, by the kind of an argument
    "number": [None, True, "12", "", [None], ["a"], np.datetime64("2022"), dt.date(2022, 3, 12),
               [[1], [2, 3]]],
    "moment": [True, 5, 1.5, "12", "", "yesterday", "2022-02-30", pd.NaT, np.datetime64("NaT"), MASKED_TIME,
               [None], math.nan, "9" * 5000],
    "word": [True, 5, 1.5, "", "nonsense", ["un"], ("un",), math.nan, "UN\ud800"],
    "text": [True, 5, 1.5, "", [], ["RUS"], math.nan, np.array(["RUS"])],
    "flag": [None, "False", "True", 0, 1, 1.0, [], math.nan],
    "record": [None, True, 5, "text", [], math.nan, np.zeros(3)],
    "question": [True, 5, 1.5, "u9-p9", [], ["u2-p1"], math.nan],
    "any": [],
}  # fmt: skip
ODD = {  # what may have an answer, or none
    "number": [math.nan, math.inf, -math.inf, -1, 0, 1e-300, 1e300, -1e300, 10**400, 2**63, 1e15, [],
               [1.0, math.nan], np.zeros((2, 3)), np.zeros((2, 0)), [1, 2, 3, 4, 5], Decimal("1.5"),
               np.float32(7), range(3), 2.7, np.ma.masked_array([1.0, 2.0], [True, False]), 89.9999999,
               pd.Series([1.0, 2.0], dtype=object)],
    "moment": ["1957-10-04", "1998-11-20", "2030-01-01", "9999-12-31", "0001-01-01", dt.date(2022, 3, 12),
               dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14))), np.datetime64(1, "as"),
               np.datetime64(10**18, "s"), [], ["2022-03-12", "2022-03-13"],
               pd.Timestamp("2022-03-12", tz="UTC"),
               pd.DatetimeIndex(["2022-03-12"]), np.array(["2022-03-12", "1970-01-01"], "M8[D]")],
    "word": ["de-facto", " un", np.str_("un")],
    "text": ["RUS", "Rusia", "\x00", "\ud800", "x" * 10_000, "ﬁn", "Congo", "1", "(",
             "2022-02-30", "kaz ", "A19"],
    "flag": [True, np.bool_(False)],
    "record": [],
    "question": [None, "u2-p1"],
    "any": [],
}  # fmt: skip


def kind_of(name):
    """Return the kind of an argument from its name."""
    if name in ("borders", "kind", "axes", "by", "about", "scale", "precision", "thread"):
        return "word"
    if name in ("utc", "when", "start_utc", "date", "start", "end", "until", "day", "month"):
        return "moment"
    if name in (
        "country",
        "iso3",
        "name",
        "event",
        "words",
        "cut",
        "city",
        "single",
        "plural",
        "id",
        "text",
        "id_",
        "line",
    ):
        return "text"
    if name in ("elements", "track", "path", "mine", "picture"):
        return "record"
    if name in ("j2", "gravity"):
        return "flag"
    if name == "question":
        return "question"
    plain = (
        "days",
        "laps",
        "f107",
        "samples",
        "at_least",
        "claimed",
        "reference",
        "hours",
        "minute",
        "count",
    )
    number = ("_km", "_deg", "_s", "_kg", "_m", "_m_s", "_kg_m2", "_kg_m3", "_m2", "_n", "_km_s", "_days")
    if name.endswith(number) or name in plain:
        return "number"
    return "any"


@cache
def valid():
    """Return a valid value of each argument by its name."""
    iss = elements.on("2022-03-12")
    track = ground.ground_track(iss, start_utc="2022-03-12", duration_s=7200, step_s=60)
    path = relative.hill_motion(np.arange(0, 6000.0, 60), along_m_s=0.1)
    return {
        "elements": iss,
        "track": track,
        "path": path,
        "mine": {"A09": "true"},
        "count": 2,
        "single": "$count module",
        "plural": "$count modules",
        "altitude_km": 420.0,
        "inclination_deg": 51.64,
        "latitude_deg": 45.0,
        "longitude_deg": 34.0,
        "country": "RUS",
        "f107": 120.0,
        "start_utc": "2022-03-12",
        "utc": "2022-03-12T12:00",
        "when": "2022-03-12",
        "date": "2022-03-12",
        "start": "2020-01-01",
        "end": "2022-03-12",
        "until": "2022-03-08",
        "days": 1.0,
        "duration_s": 600.0,
        "step_s": 60.0,
        "laps": 2,
        "perigee_km": 60.0,
        "along_km": 1000.0,
        "mass_kg": 4.2e5,
        "speed_km_s": 7.0,
        "delta_v_m_s": 100.0,
        "thrust_n": 6000.0,
        "along_m_s": 0.1,
        "density_kg_m3": 4e-12,
        "to_km": [400.0],
        "ballistic_coefficients_kg_m2": (160.0, 100.0),
        "ballistic_coefficient_kg_m2": 160.0,
        "from_km": 420.0,
        "time_s": [0.0, 60.0],
        "position_km": [6798.0, 0, 0],
        "velocity_km_s": [0, 7.66, 0],
        "period_s": 5500.0,
        "mass_a_kg": 7e4,
        "mass_b_kg": 3.5e5,
        "relative_m_s": 0.15,
        "distance_m": 100.0,
        "after_s": 3000.0,
        "casualty_area_m2": 1000.0,
        "elevation_deg": 10.0,
        "site_latitude_deg": 45.0,
        "distance_km": 420.0,
        "claimed": 500.0,
        "reference": 445.0,
        "iso3": "RUS",
        "event": "demo-2",
        "words": "Zarya",
        "city": "Sochi",
        "name": "A19",
        "names": ["expedition-1"],
        "text": str(iss),
        "line1": iss.line1,
        "line2": iss.line2,
        "rows": [("a", "b")],
        "heads": ("A", "B"),
        "timeout_s": 1.0,
    }
