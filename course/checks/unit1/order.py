"""Order: what can be seen of a wrong answer to u1-6, on its list and on the report that it names."""

import re
from collections.abc import Sequence

from course.checks.exercise import Line, Seen

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
LOST = (
    "Write beside each report of your order whether its text has the words. Where does True turn into False "
    "for the first time?"
)


def chain(reports: Sequence[Line]) -> list[Line]:
    """Return the reports in their order, each after the one that it follows."""
    after = {one["follows"]: one for one in reports}
    found, name = [], None
    while name in after:
        found.append(after[name])
        name = after[name]["name"]
    return found


def first_without(reports: Sequence[Line], words: str) -> str:
    """Return the name of the first report whose text lacks the words, of the last one if none does."""
    return next((one["name"] for one in reports if words not in one["text"]), reports[-1]["name"])


def seen(numbers: Sequence[float], reports: Sequence[Line], words: str) -> Seen:
    """Return what can be seen of an answer: from the place of each report of the table, and the one named."""
    *places, named = map(int, numbers)
    listed = [one for _, one in sorted(zip(places, reports, strict=True), key=lambda pair: pair[0])]
    trail = chain(reports)
    if listed == trail:
        said = "Your order fits, and the report that you name does not"
        return Seen(said, _about_the_words(reports[named], trail, words), LOST, 0.5)
    fits = reports[named]["name"] == first_without(trail, words)
    said = f"Your order does not fit, {'and' if fits else 'nor does'} the report that you name"
    return Seen(f"{said} does" if fits else said, *_about_the_order(listed))


def _about_the_order(listed):
    """Return where an order goes astray first, without names; then the same with them."""
    first = listed[0]
    if first["follows"] is not None:
        return (
            "It begins with a report that goes back to another. Which report goes back to none?",
            f"In your order {first['name']} stands first, and goes back to {first['follows']}. "
            "Which report of the table has None there?",
        )
    at = next(k for k, one in enumerate(listed) if k and one["follows"] != listed[k - 1]["name"])
    before, here = listed[at - 1], listed[at]
    return (
        f"It begins with the origin, but its {PLACES[at]} report does not go back to its {PLACES[at - 1]}. "
        "Which report does?",
        f"In your order {here['name']} stands right after {before['name']}, and goes back to "
        f"{here['follows']}. Which report names {before['name']} under `follows`?",
    )


def _about_the_words(named, trail, words):
    if words in named["text"]:
        if re.search(rf"\b{re.escape(words)}\b", named["text"]):
            return "Its text has the words. When does your search take them for missing?"
        return "Its text has the words within a longer one, and that counts. How does your search compare?"
    before = trail[: trail.index(named)]
    passed = [one["text"] for one in before if words not in one["text"]]
    folded = words.casefold()
    if all(folded in text.casefold() for text in passed) and folded not in named["text"].casefold():
        return (
            "An earlier one has the words, but with a capital letter for a small one or the other way round, "
            "so that it counts as without. How does your search compare?"
        )
    apart = any(all(word in text for word in words.split()) for text in passed)
    if apart:
        return (
            "An earlier one has the words, but apart from one another, so that it counts as without. Does "
            "your search stop at the first such report?"
        )
    return "An earlier one goes without the words, too. Where does your search stop?"
