"""The questions of unit 1, the history."""

from course import history, station
from course.tables import day

YEARS = (1984, 2026)  # of the line on which the events are placed
PLACED = {  # what is placed there: the event; not in the order of time, which would give it away
    "last Shuttle landing": "sts-135-landing",
    "first module launched": "zarya",
    "the press article": "article",
    "first commercial crew": "demo-2",
    "first crew arrives": "expedition-1",
}
CLIP = "2022-03-05"  # the day of the clip in which the Russian segment leaves


def day_is_open(event: str) -> bool:
    """Return whether sources leave the day of an event open.

    Examples
    --------
    >>> day_is_open("article"), day_is_open("zarya"), day_is_open("redesign")
    (True, False, True)
    """
    one = history.events().set_index("id").loc[event]
    return bool(one["precision"] != "day" or (one["confidence"] != "high" and one["conflict"]))


def dated(event: str) -> str:
    """Return the day of an event in words, with "about" where sources leave it open."""
    return f"{'about ' if day_is_open(event) else ''}{day(history.day_of(event))}"


def _on_record():
    return ", ".join(f"{what} {dated(event)}" for what, event in PLACED.items())


def _built():
    last = station.modules(CLIP).iloc[-1]
    joined = last["joined"].to_datetime64()
    years = history.years_between(station.FIRST_DAY, joined)
    return f"{years:.1f} years: {last['name']} joined on {day(joined)}"


def _segments():
    segments = station.modules(CLIP).set_index("name")["segment"]
    provided = station.functions(CLIP).query("level == 'main'")
    said = []
    for function in ("reboost", "gyroscopes"):
        names = provided.loc[provided["function"] == function, "module"]
        said.append(f"{function}: the {' and '.join(segments[names].unique())} segment ({', '.join(names)})")
    return "; ".join(said)


def _lowest():
    known = history.altitude().query("epoch_utc >= '1999'")
    few, heights = known[known["epoch_utc"].dt.year.isin(map(int, LOW_YEARS))], known["altitude_km"]
    of_these = few.iloc[few["altitude_km"].argmin()]
    lowest, highest = known.iloc[heights.argmin()], known.iloc[heights.argmax()]
    return (
        f"{of_these['epoch_utc'].year}: {of_these['altitude_km']:.0f} km on {day(of_these['epoch_utc'])}; of "
        f"all heights that are known since 1999 the lowest is {lowest['altitude_km']:.0f} km on "
        f"{day(lowest['epoch_utc'])}, before the first crew, and the highest "
        f"{highest['altitude_km']:.0f} km on {day(highest['epoch_utc'])}"
    )


LOW_YEARS = ("2002", "2005", "2011", "2024")
QUESTIONS = {  # id: (question, form of the answer, what the computation says)
    "u1-p1": (
        "In which year was each? Place the five cards on the empty line of years:",
        {"places": tuple(PLACED), "ends": YEARS},
        _on_record,
    ),
    "u1-p2": (
        "Zarya was launched in November 1998. How many years later did the last module join that was there "
        "in March 2022?",
        {"unit": "years", "ends": (0,)},
        _built,
    ),
    "u1-p3": (
        "In March 2022, which segment raises the orbit, and which turns the station without burning "
        "propellant?",
        {
            "choices": (
                "the US segment both",
                "the Russian segment both",
                "the US segment raises, the Russian segment turns",
                "the Russian segment raises, the US segment turns",
            ),
            "right": "the Russian segment raises, the US segment turns",
            "short": "the Russian segment that raises and the US segment that turns",
        },
        _segments,
    ),
    "u1-p4": (
        "In which of these years did the station fly lowest?",
        {"choices": LOW_YEARS},
        _lowest,
    ),
}
