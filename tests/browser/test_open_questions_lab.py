"""What is seen while a question is open, after "Run All" and at two sizes of the window: never its answer.

`COURSE_SHOTS` names the folder for pictures of the screen: with the question at its top, in its lower part
(what stands above) and just gone (what stands below); without it they are not kept.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from test_kept_pictures_lab import save
from test_lessons_lab import LESSONS, NOTEBOOKS, run_all

from course.widgets.questions import QUESTIONS, named

pytestmark = pytest.mark.long
WAIT_MS = 120_000  # for a whole lesson on a busy machine
GIVEN = {"u1-p1": {"2022"}}  # every lesson begins with the day of the article
SCREENS = {1280: 800, 420: 800}
PLACES = {"top": 0.05, "above": 0.6, "below": -0.6}  # of the window, where the picture's upper edge stands
SCROLL = """(gate, share) => {
    const pane = gate.closest('.jp-WindowedPanel-outer');
    const top = () => gate.closest('.iss-picture').getBoundingClientRect().top
        - pane.getBoundingClientRect().top - share * pane.clientHeight;
    return new Promise((done) => {
        const step = (left) => {
            pane.scrollTop += top();
            if (left) requestAnimationFrame(() => step(left - 1));
            else done();
        };
        step(20); // cells that come into view for the first time get their height then
    });
}"""
# All words on the screen, but for those of the questions themselves and of the code.
VISIBLE = """() => {
    const pane = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer');
    const box = pane.getBoundingClientRect(), words = [], range = document.createRange();
    const walk = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode, parent = node.parentElement;
        if (!node.data.trim() || parent.closest('.iss-gate, .jp-InputArea-editor, style, script')) continue;
        if (!parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
        range.selectNodeContents(node);
        const at = range.getBoundingClientRect();
        if (at.width && at.bottom > box.top && at.top < box.bottom) words.push(node.data);
    }
    return words.join(' ');
}"""


@pytest.fixture(scope="module", params=LESSONS)
def ran(request, chromium, lab):
    """The address of a lesson of which all cells have run, and its kernel still does."""
    folder = lab.root / "asks"
    folder.mkdir(exist_ok=True)
    shutil.copy(NOTEBOOKS / request.param, folder)
    context = chromium.new_context(viewport={"width": 1280, "height": 20_000})
    page = context.new_page()
    page.goto(lab.address(f"asks/{request.param}"))
    run_all(page, wait_ms=WAIT_MS)
    save(page)
    context.close()
    return lab.address(f"asks/{request.param}")


def giveaways(name):
    """Return what would answer a question: its short form and the numbers of the long one, but for days."""
    question = named(name)
    asked = " ".join([question.text, *question.choices])
    computed = re.sub(r"\b\d{1,2} (?=[A-Z][a-z]+ \d{4})", "", question.computed)
    numbers = set(re.findall(r"\d[\d,.]*\d", computed))
    return {question.short} | {one for one in numbers if one not in asked} - GIVEN.get(name, set())


def tells(words, answer):
    return re.search(rf"(?<![\w.,]){re.escape(answer)}(?![\w])", words, re.IGNORECASE)


def screen(page, name):
    if folder := os.environ.get("COURSE_SHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.parametrize("width", SCREENS)
def test_nothing_on_the_screen_answers_an_open_question(ran, chromium, width):
    lesson = Path(ran.split("?")[0]).stem
    context = chromium.new_context(
        viewport={"width": width, "height": 20_000}
    )  # the Lab loads what is in view
    page = context.new_page()
    page.goto(ran.replace("/lab/", f"/lab/workspaces/asks-{width}-{lesson[0]}/"))
    asked = sorted(name for name in QUESTIONS if name.startswith(f"u{lesson[0]}"))
    page.locator(".iss-gate").nth(len(asked) - 1).wait_for(timeout=WAIT_MS, state="attached")
    page.set_viewport_size({"width": width, "height": SCREENS[width]})
    told = []
    for gate, name in zip(page.locator(".iss-gate").all(), asked, strict=True):
        for place, share in PLACES.items():
            gate.evaluate(SCROLL, share)
            screen(page, f"{name}-{width}-{place}")
            words = page.evaluate(VISIBLE)
            assert words, (name, place)
            told += [(name, place, one) for one in sorted(giveaways(name)) if tells(words, one)]
    context.close()
    assert told == []
