"""The line of time on a page, for the tests of its events and of its cards."""

from course import history
from course.widgets.questions.unit1 import PLACED

SAID = dict(
    zip(PLACED, (2008, 1996, 2022, 2016, 1999), strict=True)
)  # years that somebody gives the five cards


def draw_again(shown):
    """Have the canvas drawn once more, and nothing else listened to: a change of theme does it."""
    shown.written()
    shown.page.evaluate("() => document.body.setAttribute('data-again', Math.random())")


def drawn(shown):
    """Return what is written on the canvas, by its words."""
    draw_again(shown)
    return {one["words"]: one for one in shown.written()}


def names(shown):
    """Return the names of events on the canvas."""
    labels = set(history.events()["label"])
    return {words: one for words, one in drawn(shown).items() if words in labels}


def clashes(shown):
    draw_again(shown)
    return shown.clashes()


def press(shown, name):
    shown.page.get_by_role("button", name=name).click()
    shown.settle()


def flags(shown, label):
    """Return where a name is written, where an event and a ship share it."""
    draw_again(shown)
    return [one for one in shown.written() if one["words"] == label]
