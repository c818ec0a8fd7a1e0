"""u1-6: reports in the order in which they follow one another, and the first that lost a word."""

import datetime as dt

from course.checks.exercise import Exercise, Line, Misconception
from course.checks.forms import Named, Order, Several
from course.checks.unit1.common import UNIT
from course.checks.unit1.order import chain, first_without, seen
from course.evidence import trail
from course.evidence.trail import QUALIFIER

REAL = tuple(Line(report) for report in trail())
BRIDGE = tuple(  # made up, as all that are hidden: the council printed its decision late
    Line(name=name, date=date, follows=follows, text=text)
    for name, date, follows, text in (
        ("radio", "2022-05-03", "council", "To lorries and to all others the bridge is closed."),
        ("council", "2022-05-07", None, "The bridge is closed to lorries."),
        ("sign", "2022-05-08", "notice", "No crossing."),
        ("poster", "2022-05-05", "radio", "Bridge closed to lorries, and to nobody else."),
        ("notice", "2022-05-06", "poster", "Bridge closed to cars, vans and lorries."),
    )
)
STORIES = (  # with the words that matter, the words, nearly with them (apart, or of another case), without
    (
        "The ferry stops for two days.",
        "two days",
        "The ferry stops for days, on two lines.",
        "The ferry stops.",
    ),
    (
        "The shop takes back all Polish shoes.",
        "Polish",
        "The shop takes back all shoes, and polish for them.",
        "The shop takes back all shoes.",
    ),
    (
        "The factory calls back all bicycles built in May.",
        "in May",
        "The factory calls back all bicycles, in a letter of May.",
        "The factory calls back all bicycles.",
    ),
    ("The museum is free for pupils.", "pupils", "The museum is free.", "The museum is free."),
    (
        "The market has no more cups from China.",
        "China",
        "The market has no more china cups.",
        "The market has no more cups.",
    ),
    (
        "The road is closed to lorries in March.",
        "March",
        "The road is closed to lorries, for a march.",
        "The road is closed to lorries.",
    ),
    (
        "There are no more concerts in the old hall.",
        "old hall",
        "There are no more concerts in the hall of the old school.",
        "There are no more concerts.",
    ),
)
NAMES = ("minutes", "wire", "radio", "paper", "blog", "poster", "letter", "show", "forum", "speech", "mail")
HIDDEN = (  # reports, which one loses the words (from 0), which ones have them again
    (4, 2, ()),
    (5, 1, (3,)),
    (6, 3, ()),
    (6, 2, (4,)),
    (7, 4, (5,)),
)


def _draw_trails(random):
    """Trails of made-up reports in any order; the origin is printed last, so that dates do not lead there."""
    stories = random.sample(STORIES, len(HIDDEN))  # so many that some are left apart, some of another case
    return [
        (_trail(random, *shape, whole, nearly, bare), words)
        for shape, (whole, words, nearly, bare) in zip(HIDDEN, stories, strict=True)
    ]


def _trail(random, count, lost, again, whole, nearly, bare):
    names, day = random.sample(NAMES, count), dt.date(2022, 3, 1) + dt.timedelta(random.randrange(300))
    lines = []
    for at, name in enumerate(names):
        day += dt.timedelta(random.randrange(2))
        text = whole if at < lost or at in again else nearly if at == lost else bare
        lines.append(Line(name=name, date=str(day), follows=names[at - 1] if at else None, text=text))
    lines[0]["date"] = str(day + dt.timedelta(3))
    # The table runs neither forwards nor backwards, and a later report without the words stands first in it.
    first = lines.pop(min(at for at in range(count) if at > lost and at not in again))
    while True:
        random.shuffle(lines)
        table = [first, *lines]
        if [one["name"] for one in table] not in (names, names[::-1]):
            return tuple(table)


def _names(reports):
    return [one["name"] for one in reports]


def _last_with(reports, words):
    return next((one["name"] for one in reports[::-1] if words in one["text"]), reports[0]["name"])


def _found_in(order):
    """Return where the second part is looked up: in the reports in this order."""
    return lambda reports, words: first_without(order(reports), words)


_AT_ONCE = _found_in(chain)


def _answer(order=chain, lost=_AT_ONCE):
    """Return an answer from its order and from how its second part is found."""
    return lambda reports, words: (_names(order(reports)), lost(reports, words))


def _by(key):
    return lambda reports: sorted(reports, key=lambda one: one[key])


def _turned(reports):
    return list(reports)[::-1]


def _backwards(reports):
    return chain(reports)[::-1]


_trace = _answer()


def _misordered(name, order, message, credit=0.0):
    """Return the misconception of an order, whichever list the second part is then looked up in."""
    return Misconception(
        name, _answer(order, _found_in(order)), message, credit=credit, variants=(_answer(order),)
    )


def _before_the_loss(reports, words):
    along = chain(reports)
    return along[_names(along).index(first_without(along, words)) - 1]["name"]


def _counted(reports, words):
    along = chain(reports)
    return along[min(sum(words in one["text"] for one in along), len(along) - 1)]["name"]


TRAIL = Exercise(
    id="u1-6",
    unit=UNIT,
    title="Where did the word get lost?",
    points=2,
    function="trace",
    takes='the reports with "{1}"',
    shown=((REAL, QUALIFIER), (BRIDGE, "to lorries")),
    draw=_draw_trails,
    reference=_trace,
    form=Several((Order(), Named()), "the names in their order, as a list, and the name of one report"),
    tolerance=0.0,
    slack=0.25,
    tolerance_reason="Places and names are whole: an answer is the right one or another one.",
    why="A word that limits a sentence gets lost on the way, and nobody need have lied: go back until it is "
    "there.",
    question="Which report follows no other, which one follows that, and in which of them do the words "
    "stand?",
    seen=seen,
    misconceptions=(
        _misordered(
            "by date",
            _by("date"),
            "Your order goes by the dates. A report may be printed after those that tell it on. Which key "
            "says what a report goes back to?",
        ),
        _misordered(
            "as given",
            list,
            "Your order is that of the table. Which key of a report leads to the one before it?",
        ),
        _misordered(
            "table turned round",
            _turned,
            "Your order is that of the table, turned round. Which key of a report leads to the one before "
            "it?",
        ),
        _misordered(
            "by name",
            _by("name"),
            "Your order is that of the alphabet. Does a report follow another because of its name?",
        ),
        _misordered(
            "backwards",
            _backwards,
            "Your order begins with the last report and ends with the origin. With which one does a trail "
            "begin?",
            credit=0.5,
        ),
        Misconception(
            "last that has them",
            _answer(lost=_before_the_loss),
            "Your order fits. The report that you name still has the words, and the next one does not. Which "
            "of the two lost them?",
            credit=0.5,
            variants=(_answer(lost=lambda reports, words: _last_with(chain(reports), words)),),
        ),
        Misconception(
            "first in the table",
            _answer(lost=first_without),
            "Your order fits. You name the first report without the words in the table, not in your order. "
            "Which list does your second search go through?",
            credit=0.5,
        ),
        Misconception(
            "end of the trail",
            _answer(lost=lambda reports, words: chain(reports)[-1]["name"]),
            "Your order fits, and you name its last report. Had the words got lost before?",
            credit=0.5,
            variants=(_answer(lost=lambda reports, words: first_without(_backwards(reports), words)),),
        ),
        Misconception(
            "counted",
            _answer(lost=_counted),
            "Your order fits. Where somebody takes the words up again, they are missing before the report "
            "that you name. What do you find when you go through the order until they are missing first?",
            credit=0.5,
        ),
        Misconception(
            "parts swapped",
            lambda reports, words: _trace(reports, words)[::-1],
            "Both parts are there. In which order are they asked for?",
            credit=0.5,
        ),
        Misconception(
            "order only",
            lambda reports, words: _trace(reports, words)[0],
            "The order comes back, and nothing else. Which report is the first without the words?",
            credit=0.5,
        ),
    ),
)
