"""Make the table of all claims, claims.md: python docs/claims.py"""

import importlib
from pathlib import Path

from course import history

PAGE = Path(__file__).with_name("claims.md")
ATTRIBUTES = {"mass_kg", "altitude_km"}  # of Part and ElementSet; every other step is a key or a position
HEAD = """# What was claimed, and what holds

Made by `python docs/claims.py` from `course/data/claims.toml`; tests recompute every figure and hold this
page to it. `A..` are statements of the press article of March 2022, of those whom it quotes and of the debate
around it, in our words; `C..` are figures of this course. Facts end on {as_of}.

{count} claims: {verdicts}. A function of the package recomputes {computed} of them; {sourced} name their
sources.

| id | claim | said by | verdict | why | the number that proves it | sources |
|---|---|---|---|---|---|---|
"""


def answer(claim):
    """Return the figure that the claim's function gives, taken from its answer as `call` says.

    Keys of `call`: arguments and options of the function; take, the way to the figure (attributes, keys and
    positions, one after the other); cell, row and column of a table; over, the way to a divisor; times, a
    factor; rank, the key whose place among all figures is asked for.
    """
    module, name = claim["recompute"].rsplit(".", 1)
    call = claim["call"]
    given = getattr(importlib.import_module(module), name)(
        *call.get("arguments", ()), **call.get("options", {})
    )
    if "rank" in call:
        return 1 + sum(other > given[call["rank"]] for other in given.values())
    figure = given.loc[tuple(call["cell"])] if "cell" in call else _taken(given, call.get("take", ()))
    if "over" in call:
        figure /= _taken(given, call["over"])
    return figure * call.get("times", 1)


def call_text(claim):
    """Return the call as a reader would type it."""
    call = claim["call"]
    words = [repr(one) for one in call.get("arguments", ())]
    words += [f"{name}={value!r}" for name, value in call.get("options", {}).items()]
    text = f"{claim['recompute'].removeprefix('course.')}({', '.join(words)})"
    if "rank" in call:
        return f"place of {call['rank']!r} in {text}"
    taken = text + (f".loc{call['cell']!r}" if "cell" in call else _steps(call.get("take", ())))
    if "over" in call:
        taken += f" / {text}{_steps(call['over'])}"
    return taken + (f" * {call['times']:.6g}" if "times" in call else "")


def page(table=None):
    """Return the whole page as Markdown."""
    table = history.claims() if table is None else table
    counts = table["verdict"].value_counts()
    head = HEAD.format(
        as_of=history.AS_OF,
        count=len(table),
        verdicts=", ".join(f"{counts.get(one, 0)} {one}" for one in history.VERDICTS),
        computed=(table["recompute"] != "").sum(),
        sourced=table["sources"].map(bool).sum(),
    )
    known = history.events().set_index("id")
    return head + "".join(_row(claim, known) for _, claim in table.iterrows())


def reference(source, known):
    """Return a source as it is cited: an event's publisher, title, link and date, or the text itself."""
    if source not in known.index:
        return source
    event = known.loc[source]
    title = f"[{event['source_title']}]({event['url']})" if event["url"] else event["source_title"]
    date = "" if event["source_date"] != event["source_date"] else f", {event['source_date'].date()}"
    return f"{event['publisher']}: {title}{date}"


def _row(claim, known):
    cells = [claim["id"], claim["text"], claim["said_by"], f"**{claim['verdict']}**", claim["why"]]
    cells += [_figure(claim), "; ".join(dict.fromkeys(reference(one, known) for one in claim["sources"]))]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _figure(claim):
    if not claim["recompute"]:
        return ""
    return f"{claim['value']:,g} {claim['unit']}: `{call_text(claim)}`"


def _steps(way):
    return "".join(f".{one}" if one in ATTRIBUTES else f"[{one!r}]" for one in way)


def _taken(value, way):
    for step in way:
        value = getattr(value, step) if step in ATTRIBUTES else value[step]
    return value


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
