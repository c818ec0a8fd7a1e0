"""What holds: where each fact of the course comes from, and what proves or refutes each claim.

A claim stands in `course.history.claims`; here its figure is computed again, whenever it is shown.
"""

import importlib
import re
from functools import cache

from course import history, station
from course.data import sources as data_sources
from course.tables import Table

ABOUT = {"kind": history.KINDS, "verdict": history.VERDICTS}
OPEN = ("", "?")  # what stands in a list before the reader has decided
ATTRIBUTES = {"mass_kg", "altitude_km"}  # of Part and ElementSet; every other step is a key or a position


def find(words):
    """Return every fact of the course in whose record all the words stand, each with its source.

    Parameters
    ----------
    words : str
        One or more words, dates or numbers: "Vande Hei", "30 May 2020", "2020-05-30", "3236".

    Returns
    -------
    Table
        Where it stands (an event or a claim by its id, a module by its name), what, and the source:
        publisher, title, date, with a link where the publisher has the page.

    Examples
    --------
    >>> where, what, source = find("0.56 degrees")[0]
    >>> where, source[:30]
    ('event nauka-tumble, 2021-07-29', 'The Register: [Report on the I')
    """
    if not isinstance(words, str):
        raise TypeError(f"words must be text such as 'Vande Hei' (got {type(words).__name__})")
    wanted = _plain(words).split()
    if not wanted:
        raise ValueError("words must hold one word at least (got empty text)")
    found = [row for row in _facts() if all(one in _plain(" ".join(row)) for one in wanted)]
    empty = f"No table of the course speaks of {words.strip()!r}: try fewer words."
    return Table(found, heads=("Where", "What", "Source"), empty=empty)


def source(name):
    """Return the source of an event, a claim or a module: publisher, title and date, a link as in Markdown.

    Examples
    --------
    >>> source("demo-2")
    'NASA: SpaceX Demo-2 launch, 2020-05-30'
    """
    events, modules = history.events().set_index("id"), station.record().set_index("name")
    if name in events.index:
        event = events.loc[name]
        title = f"[{event['source_title']}]({event['url']})" if event["url"] else event["source_title"]
        date = "" if event["source_date"] != event["source_date"] else f", {event['source_date'].date()}"
        return f"{event['publisher']}: {title}{date}"
    if name in modules.index:
        return modules.loc[name, "source"]
    return cited(_claim(name)["sources"])


def cited(names):
    """Return the sources of a claim as one text: those of events, and full references as they are.

    Examples
    --------
    >>> cited(["expedition-1", "Vallado: Fundamentals of Astrodynamics and Applications"])
    'NASA: Expedition 1, 2000-11-02; Vallado: Fundamentals of Astrodynamics and Applications'
    """
    return "; ".join(dict.fromkeys(one if " " in one else source(one) for one in names))


def statements(*names):
    """Return what was said, without the verdict: the claims with these ids, by default all of the article.

    Examples
    --------
    >>> statements("A09")
    Claim: A09 | Statement: 420 kilometres are 227 miles. | Said by: article
    """
    rows = [_claim(name) for name in names or _of_the_article()]
    cells = [(one["id"], one["text"], one["said_by"]) for one in rows]
    return Table(cells, heads=("Claim", "Statement", "Said by"))


def verdicts(*names):
    """Return the verdict of the course on each claim, with the reason and the figure that is computed.

    Examples
    --------
    >>> verdicts("A09")[0][3]
    '261.0 statute miles: history.miles(420)'
    """
    rows = []
    for one in map(_claim, names or _of_the_article()):
        words = (f"{one['id']} {one['text']}", one["verdict"], one["why"])
        rows.append((*words, figure(one["id"]) if one["recompute"] else "", source(one["id"])))
    return Table(rows, heads=("Claim", "Verdict", "Why", "Computed", "Sources"))


def compare(mine, *, about="verdict"):
    """Return a reader's decisions about claims beside those of the course; undecided ones stay closed.

    Parameters
    ----------
    mine : dict
        Id of a claim to one of `history.VERDICTS` or `history.KINDS`; "" and "?" mean: not decided yet.
    about : {"verdict", "kind"}

    Raises
    ------
    ValueError
        If there is no such claim, kind or verdict.

    Examples
    --------
    >>> compare({"A09": "true", "A19": "?"})
    Claim: A09 420 kilometres are 227 miles. | You say: true | The course says: false | Why: A reader of the \
press expects statute miles: 261. The article's 227 are nautical miles, without saying so. | \
Computed: 261.0 statute miles: history.miles(420)
    Claim: A19 The ISS does not fly over Russia. | The course says: decide first
    """
    if about not in ABOUT:
        raise ValueError(f"about must be 'verdict' or 'kind' (got {about!r})")
    if not isinstance(mine, dict):
        raise TypeError(f"mine must be a dict such as {{'A09': '?'}} (got {type(mine).__name__})")
    rows = [_compared(_claim(name), said, about) for name, said in mine.items()]
    heads = ("Claim", "You say", "The course says", "Why", "Computed")
    return (
        Table(rows, heads=heads) if about == "verdict" else Table([row[:3] for row in rows], heads=heads[:3])
    )


def figure(name):
    """Return the figure of a claim, computed now, with its unit and the call that gives it.

    Examples
    --------
    >>> figure("A19")
    "27.3 minutes a day: coverage.time_share(51.64)['RUS'] * 1440"
    """
    one = _claim(name)
    value = recompute(name)
    places = next(n for n in range(9) if 2 * one["tolerance"] >= 10**-n) if one["tolerance"] else 0
    return f"{value:,.{places}f} {one['unit']}: {call_text(name)}"


def recompute(name):
    """Return the number that a claim's function gives, taken from its answer as `call` says.

    Keys of `call`: arguments and options of the function; take, the way to the figure (attributes, keys and
    positions, one after the other); cell, row and column of a table; over, the way to a divisor; times, a
    factor; rank, the key whose place among all figures is asked for.

    Raises
    ------
    ValueError
        If nothing is computed for this claim.

    Examples
    --------
    >>> round(recompute("A09"), 2)
    260.98
    """
    one, call = _proved(name)
    module, function = one["recompute"].rsplit(".", 1)
    given = getattr(importlib.import_module(module), function)(
        *call.get("arguments", ()), **call.get("options", {})
    )
    if "rank" in call:
        return 1 + sum(other > given[call["rank"]] for other in given.values())
    found = given.loc[tuple(call["cell"])] if "cell" in call else _taken(given, call.get("take", ()))
    if "over" in call:
        found /= _taken(given, call["over"])
    return found * call.get("times", 1)


def call_text(name):
    """Return the call that proves a claim as a reader would type it.

    Examples
    --------
    >>> call_text("A10")
    "elements.on('2022-03-12').altitude_km"
    """
    one, call = _proved(name)
    words = [repr(given) for given in call.get("arguments", ())]
    words += [f"{option}={value!r}" for option, value in call.get("options", {}).items()]
    text = f"{one['recompute'].removeprefix('course.')}({', '.join(words)})"
    if "rank" in call:
        return f"place of {call['rank']!r} in {text}"
    taken = text + (f".loc{call['cell']!r}" if "cell" in call else _steps(call.get("take", ())))
    if "over" in call:
        taken += f" / {text}{_steps(call['over'])}"
    return taken + (f" * {call['times']:.6g}" if "times" in call else "")


@cache
def _claims():
    return {one["id"]: one for _, one in history.claims().iterrows()}


def _claim(name):
    if name not in _claims():
        raise ValueError(f"nothing is called {name!r}: look for it with evidence.find('...')")
    return _claims()[name]


def _proved(name):
    one = _claim(name)
    if not one["recompute"]:
        raise ValueError(f"nothing is computed for claim {name}: its sources are {source(name)}")
    return one, one["call"]


def _of_the_article():
    return [name for name, one in _claims().items() if one["paragraph"]]


def _compared(one, said, about):
    words = f"{one['id']} {one['text']}"
    said = said.strip().lower() if isinstance(said, str) else said
    if said in OPEN:
        return (words, "", "decide first", "", "")
    if said not in ABOUT[about]:
        raise ValueError(f"{one['id']}: a {about} is one of {', '.join(ABOUT[about])} (got {said!r})")
    return (words, said, one[about], one["why"], figure(one["id"]) if one["recompute"] else "")


@cache
def _facts():
    """Return where, what and source of all that the tables hold."""
    return [*_events(), *_said(), *_modules(), *_ships(), *_functions()]


def _events():
    for one in history.events().itertuples():
        iso = f"{one.date:%Y-%m-%d}"[: {"day": 10, "month": 7, "year": 4}[one.precision]]
        day = f"{one.date.day} {one.date:%B %Y}".split(" ", {"day": 0, "month": 1, "year": 2}[one.precision])[
            -1
        ]
        differ = f" Sources differ: {one.conflict}." if one.conflict else ""
        yield f"event {one.id}, {iso}", f"{day}: {one.title}. {one.detail}{differ}", source(one.id)


def _said():
    for one in _claims().values():
        yield f"claim {one['id']}", f"{one['text']} {one['verdict'].title()}. {one['why']}", source(one["id"])


def _modules():
    for one in station.record().itertuples():
        what = f"{one.segment} segment, owner {one.owner}, built by {one.builder}"
        what += f", launched {_until(one.launched)} by {one.launcher}, joined {_until(one.joined)}"
        what += f", removed {_until(one.removed)}" * (one.removed == one.removed)
        yield f"module {one.name}", f"{what}; {one.mass_kg:,} kg ({one.mass_state})", one.source
    for one in station.station_masses().itertuples():
        yield "mass of the station", f"{one.when}: {one.mass_kg:,} kg, {one.what}", one.source


def _ships():
    for one in history.crew_vehicles().itertuples():
        what = f"{one.agency}: {_until(one.first_day)} to {_until(one.last_day)}, {one.note}"
        yield f"ship {one.vehicle}", what, _table("crew_vehicles")


def _functions():
    for one in station.functions().itertuples():
        yield f"function of {one.module}", f"{one.function} ({one.level}): {one.how}", _table("functions")


def _until(day):
    return "today" if day != day else f"{day:%Y-%m-%d}"


def _plain(words):
    """Return words as they are compared: 3,236 and 3236 are the same, as are large and small letters."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", words).casefold()


def _table(name):
    entry = data_sources()[f"{name}.csv"]
    return f"{entry['title']}, {entry['publisher']}, {entry['date']}"


def _steps(way):
    return "".join(f".{one}" if one in ATTRIBUTES else f"[{one!r}]" for one in way)


def _taken(value, way):
    for step in way:
        value = getattr(value, step) if step in ATTRIBUTES else value[step]
    return value
