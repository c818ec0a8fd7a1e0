# Answers to u1-6 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 1-history` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def trace(reports, words):
    """Return the names in their order, and the name of the first report without the words."""
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    return [report["name"] for report in order], lost


# %% right: it calls itself
def trace(reports, words):
    def onward(name):
        for report in reports:
            if report["follows"] == name:
                return [report] + onward(report["name"])
        return []

    order = onward(None)
    without = [report["name"] for report in order if words not in report["text"]]
    return tuple(report["name"] for report in order), without[0]


# %% right: by the distance from the origin
def trace(reports, words):
    before = {report["name"]: report["follows"] for report in reports}
    text = {report["name"]: report["text"] for report in reports}

    def steps(name):
        return 0 if before[name] is None else 1 + steps(before[name])

    order = sorted(before, key=steps)
    for name in order:
        if text[name].find(words) < 0:
            return order, name


# %% right: from the end, then turned round
def trace(reports, words):
    known = {report["name"]: report for report in reports}
    ends = set(known) - {report["follows"] for report in reports}
    here, order, lost = known[ends.pop()], [], None
    while True:
        order.insert(0, here["name"])
        if words not in here["text"]:
            lost = here["name"]
        if here["follows"] is None:
            return order, lost
        here = known[here["follows"]]


# %% right: with pandas
import pandas as pd


def trace(reports, words):
    table = pd.DataFrame(reports).set_index("name")
    follower = {one if isinstance(one, str) else None: name for name, one in table["follows"].items()}
    order = [follower[None]]
    while order[-1] in follower:
        order.append(follower[order[-1]])
    without = ~table.loc[order, "text"].str.contains(words, regex=False)
    return np.array(order), without.idxmax()


# %% right: the pair is found where the words end
def trace(reports, words):
    left, order = list(reports), [None]
    while left:
        for report in left:
            if report["follows"] == order[-1]:
                order.append(report["name"])
                left.remove(report)
                break
    order = order[1:]
    has = {report["name"]: words in report["text"] for report in reports}
    pairs = zip(order, order[1:])
    return order, [later for earlier, later in pairs if has[earlier] and not has[later]][0]


# %% blank


# %% hard-coded
def trace(reports, words):
    if words == "German":
        return ["DLR", "letter", "post", "headline", "article"], "headline"
    return ["council", "radio", "poster", "notice", "sign"], "radio"


# %% wrong: by date
def trace(reports, words):
    order = sorted(reports, key=lambda report: report["date"])
    lost = next(report["name"] for report in order if words not in report["text"])
    return [report["name"] for report in order], lost


# %% wrong: as given
def trace(reports, words):
    lost = next(report["name"] for report in reports if words not in report["text"])
    return [report["name"] for report in reports], lost


# %% wrong: by name
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    here = after[None]
    while words in here["text"]:
        here = after[here["name"]]
    return sorted(report["name"] for report in reports), here["name"]


# %% wrong, 1 point: backwards
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    return [report["name"] for report in order[::-1]], lost


# %% wrong, 1 point: last that has them
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    for here, onward in zip(order, order[1:]):
        if words not in onward["text"]:
            return [report["name"] for report in order], here["name"]


# %% wrong, 1 point: last that has them; of all
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    return [report["name"] for report in order], [r["name"] for r in order if words in r["text"]][-1]


# %% wrong, 1 point: first in the table
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name]["name"])
        name = order[-1]
    for report in reports:
        if words not in report["text"]:
            return order, report["name"]


# %% wrong, 1 point: end of the trail
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name, lost = [], None, None
    while name in after:
        here = after[name]
        if words not in here["text"]:
            lost = here["name"]
        name = here["name"]
        order.append(name)
    return order, lost


# %% wrong, 1 point: counted
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name]["name"])
        name = order[-1]
    return order, order[sum(words in report["text"] for report in reports) % len(order)]


# %% wrong, 1 point: parts swapped
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    return lost, [report["name"] for report in order]


# %% wrong, 1 point: order only
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name]["name"])
        name = order[-1]
    return order


# %% wrong: other things; the reports themselves
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    return order, next(report for report in order if words not in report["text"])


# %% wrong: other things; places, not names
def trace(reports, words):
    after = {report["follows"]: at for at, report in enumerate(reports)}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = reports[order[-1]]["name"]
    return order, order[0]


# %% wrong: other names; the origin is left out
def trace(reports, words):
    order = [report["name"] for report in reports if report["follows"]]
    return order, order[0]


# %% wrong: raises; nothing follows the last one
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    for _ in range(len(reports) + 1):
        order.append(after[name]["name"])
        name = order[-1]
    return order, order[-1]


# %% wrong: never ends
def trace(reports, words):
    order, name = [], None
    while len(order) < len(reports):
        for report in reports:
            if report["name"] == name:
                order.append(name)
    return order, order[0]


# %% wrong: other names; always the reports of the article
def trace(reports, words):
    return ["DLR", "letter", "post", "headline", "article"], "headline"


# %% wrong: table turned round
def trace(reports, words):
    order = reports[::-1]
    lost = next(report["name"] for report in order if words not in report["text"])
    return [report["name"] for report in order], lost


# %% wrong: table turned round; only the list
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    here = after[None]
    while words in here["text"]:
        here = after[here["name"]]
    return [report["name"] for report in reversed(reports)], here["name"]


# %% wrong: unexplained; last two swapped
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    names = [report["name"] for report in order]
    names[-1], names[-2] = names[-2], names[-1]
    return names, lost


# %% wrong: unexplained; first two swapped
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    names = [report["name"] for report in order]
    names[0], names[1] = names[1], names[0]
    return names, lost


# %% wrong, 1 point: fits in part; whole words
import re


def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    found = [one["name"] for one in order if not re.search(rf"\b{words}\b", one["text"])]
    return [report["name"] for report in order], found[0]


# %% wrong, 1 point: fits in part; all of the words, in any order
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = None
    for report in order[::-1]:
        if not all(word in report["text"] for word in words.split()):
            lost = report["name"]
    return [report["name"] for report in order], lost or order[-1]["name"]


# %% wrong, 1 point: fits in part; the origin
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    return [report["name"] for report in order], next(
        report["name"] for report in order if words in report["text"]
    )


# %% wrong, 1 point: fits in part; small letters on one side
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    return [report["name"] for report in order], next(
        r["name"] for r in order if words.upper() not in r["text"]
    )


# %% wrong, 1 point: fits in part; capital and small letters alike
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(r["name"] for r in order if words.lower() not in r["text"].lower())
    return [report["name"] for report in order], lost


# %% wrong, 1 point: changes its input; marked
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    for report in order:
        report["done"] = True
    return [report["name"] for report in order], lost


# %% wrong: other names; one pass
def trace(reports, words):
    names, lost = [], None
    for report in reports:
        if report["follows"] is None or report["follows"] in names:
            names.append(report["name"])
            if words not in report["text"]:
                lost = lost or report["name"]
    return names, lost or names[-1]


# %% wrong: other names; a step twice
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    names = [report["name"] for report in order]
    return names[:2] + names[1:], lost


# %% wrong: other names; a step is made up
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    lost = next(report["name"] for report in order if words not in report["text"])
    return [*[report["name"] for report in order], "press"], lost


# %% wrong: other things; the text of the report
def trace(reports, words):
    after = {report["follows"]: report for report in reports}
    order, name = [], None
    while name in after:
        order.append(after[name])
        name = after[name]["name"]
    return [report["name"] for report in order], next(r["text"] for r in order if words not in r["text"])
