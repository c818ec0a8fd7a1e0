"""Make the table of all claims, claims.md: python -m tools.claims"""

from pathlib import Path

import pandas as pd

from course import evidence, history

PAGE = Path(__file__).resolve().parents[1] / "docs" / "claims.md"
HEAD = """# What was claimed, and what holds

`A..` are statements of the press article of March 2022, of those whom it quotes and of the debate around it,
in our words; `C..` are figures of this course. Facts end on {as_of}. This page is made by
`python -m tools.claims` from `course/data/claims.toml`; tests recompute every figure and hold the page to it.

{count} claims: {verdicts}. All name their sources; where one has no address it says "not retrieved": {unread}
of them. A function of the package computes a figure for {computed} of them:

- for {verdict} the verdict stands or falls with the figure ("verdict");
- for {part} it is a part of what the verdict rests on ("part");
- for {input} it is a number in the words only ("input").

The other {none} rest on their sources alone.

Two originals were not retrieved, and the claims about them rest on those who repeat them. The tweets of 24
February 2022 (A14 to A20) were looked for by their Russian words, by account and day, and by the words of the
translation: reports quote one post in Russian, two sentences that run on into the next, and all of it in
English. The first post of the clip (A01, A02, A12, A29) was looked for by the caption in Russian, by outlet
and day, and by the words of the English caption: found were NASA Watch's post, quoted, the caption in French
of 5 March (kosmosnews.fr, which credits the studio by way of Telegram and RIA Novosti) and in English
(Newsweek, and a report of 16 March).

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
