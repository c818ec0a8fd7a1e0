"""Make the table of all claims, claims.md: python -m tools.claims"""

from pathlib import Path

import pandas as pd

from course import evidence, history

PAGE = Path(__file__).resolve().parents[1] / "docs" / "claims.md"
HEAD = """# What was claimed, and what holds

Made by `python -m tools.claims` from `course/data/claims.toml`; tests recompute every figure and hold this
page to it. `A..` are statements of the press article of March 2022, of those whom it quotes and of the debate
around it, in our words; `C..` are figures of this course. Facts end on {as_of}.

{count} claims: {verdicts}. All name their sources; for {unread} a source was not retrieved. A function
of the package computes a figure for {computed} of them:

- for {verdict} the verdict stands or falls with the figure ("verdict");
- for {part} it is a part of what the verdict rests on ("part");
- for {input} it is a number in the words only ("input").

The other {none} rest on their sources alone.

| id | claim | said by | kind | verdict | why | computed | it proves | sources |
|---|---|---|---|---|---|---|---|---|
"""


def page(table: pd.DataFrame | None = None) -> str:
    """Return the whole page as Markdown."""
    table = history.claims() if table is None else table
    counts = table["verdict"].value_counts()
    head = HEAD.format(
        as_of=history.AS_OF,
        count=len(table),
        verdicts=", ".join(f"{counts.get(one, 0)} {one}" for one in history.VERDICTS),
        computed=(table["recompute"] != "").sum(),
        none=(table["recompute"] == "").sum(),
        unread=sum("(not retrieved)" in evidence.cited(names) for names in table["sources"]),
        **{one: (table["proves"] == one).sum() for one in history.PROVES},
    )
    return head + "".join(_row(claim) for _, claim in table.iterrows())


def _row(claim):
    cells = [
        claim["id"],
        claim["text"],
        claim["said_by"],
        claim["kind"],
        f"**{claim['verdict']}**",
        claim["why"],
    ]
    cells += [_figure(claim), claim["proves"], evidence.cited(claim["sources"])]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _figure(claim):
    if not claim["recompute"]:
        return ""
    return f"{claim['value']:,g} {claim['unit']}: `{evidence.call_text(claim['id'])}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
