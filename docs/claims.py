"""Make the table of all claims, claims.md: python docs/claims.py"""

from pathlib import Path

from course import evidence, history

PAGE = Path(__file__).with_name("claims.md")
HEAD = """# What was claimed, and what holds

Made by `python docs/claims.py` from `course/data/claims.toml`; tests recompute every figure and hold this
page to it. `A..` are statements of the press article of March 2022, of those whom it quotes and of the debate
around it, in our words; `C..` are figures of this course. Facts end on {as_of}.

{count} claims: {verdicts}. A function of the package recomputes {computed} of them; {sourced} name their
sources.

| id | claim | said by | kind | verdict | why | the number that proves it | sources |
|---|---|---|---|---|---|---|---|
"""


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
    cells += [_figure(claim), evidence.cited(claim["sources"])]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _figure(claim):
    if not claim["recompute"]:
        return ""
    return f"{claim['value']:,g} {claim['unit']}: `{evidence.call_text(claim['id'])}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
