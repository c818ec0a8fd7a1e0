"""Every lesson keeps one grammar. (That it runs, and that its numbers are proved: test_prose.)"""

import itertools
import json
import re
from pathlib import Path

import pytest

from course import history, widgets

ROOT = Path(__file__).resolve().parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MOST_WORDS, MOST_LINES, WIDEST = 150, 20, 100  # of text, of code, and what a cell shows unscrolled


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def lesson(request):
    return request.param


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def cells(path, kind):
    return [
        (cell["id"], "".join(cell["source"])) for cell in read(path)["cells"] if cell["cell_type"] == kind
    ]


def test_there_are_lessons():
    assert LESSONS


def test_headings_begin_with_one_title_and_skip_no_level(lesson):
    text = "\n".join(source for name, source in cells(lesson, "markdown") if name != "sources")
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_cells_are_short_and_never_two_explanations_in_a_row(lesson):
    kinds = [cell["cell_type"] for cell in read(lesson)["cells"]]
    assert all(
        len(source.split()) <= MOST_WORDS for name, source in cells(lesson, "markdown") if name != "sources"
    )
    for name, source in cells(lesson, "code"):
        assert len(source.splitlines()) <= MOST_LINES and max(map(len, source.splitlines())) <= WIDEST, name
    first, last = kinds.index("code"), len(kinds) - 1 - kinds[::-1].index("code")
    runs = re.findall(r"m+", "".join(kind[0] for kind in kinds[first : last + 1]))
    assert max(map(len, runs)) <= 2  # the end of one episode and the question of the next


def test_it_fetches_nothing_and_asks_no_clock(lesson):
    code = "\n".join(source for _, source in cells(lesson, "code"))
    assert not re.search(r"^\s*[!%]|https?://|\bnow\(|\btoday\(|elements\.latest", code, flags=re.MULTILINE)


def test_links_lead_to_files(lesson):
    text = "\n".join(source for name, source in cells(lesson, "markdown") if name != "sources")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (lesson.parent / target).exists(), target


def test_every_question_of_a_picture_is_of_this_unit(lesson):
    code = "\n".join(source for _, source in cells(lesson, "code"))
    asked = re.findall(r"question=\"(u\d-p\d+)\"", code)
    assert asked and len(set(asked)) == len(asked)
    assert all(name.startswith(f"u{lesson.name[0]}-") for name in asked)


@pytest.mark.parametrize("lesson", ["1-history", "2-orbital-basics", "3-ground-track", "4-separation"])
def test_sources_of_a_lesson_are_linked_by_addresses_of_the_tables(lesson):
    """Four sources of all lessons have no address, and say so: the reader sees it."""
    book = json.loads((ROOT / "notebooks" / f"{lesson}.ipynb").read_text("utf-8"))
    text = next("".join(one["source"]) for one in book["cells"] if one["id"] == "sources")
    known = {*history.events()["url"], *history.references()["url"]}
    linked = re.findall(r"\]\((http[^)]+)\)", text)
    assert len(linked) >= 5 and set(linked) <= known
    assert text.count("(not retrieved)") <= 1


def asked(lesson):
    """Return (id of the question, source of the picture's cell, the text below it) of a lesson, in order."""
    below = itertools.pairwise("".join(cell["source"]) for cell in read(lesson)["cells"])
    found = [(re.search(r'question="(u\d-p\d)"', code), code, text) for code, text in below]
    return [(question[1], code, text) for question, code, text in found if question]


def test_each_question_is_asked_once_and_its_explanation_waits_folded():
    from course.widgets.questions import QUESTIONS

    questions = [one for path in LESSONS for one in asked(path)]
    assert sorted(name for name, _, _ in questions) == sorted(QUESTIONS)
    for name, _, below in questions:
        assert below.startswith('<details class="iss-explain"><summary>'), name
        assert below.endswith("\n\n</details>") and below.count("<details") == 1, name


def test_what_stands_below_a_question_can_wait_down_to_the_next_heading(lesson):
    from course.widgets.kit.waiting import MOST_CELLS

    below = None
    for cell in read(lesson)["cells"]:
        source = "".join(cell["source"])
        if re.search("^##? ", source, flags=re.MULTILINE) and cell["cell_type"] == "markdown":
            below = None
        elif 'question="' in source:
            below = 0
        elif below is not None:
            below += 1
            assert below <= MOST_CELLS, source


def test_nothing_that_stands_right_above_a_question_answers_it(lesson):
    """The words of a computed answer that are not those of the question itself, in the part that asks it."""
    from course.widgets.questions import QUESTIONS, named

    above = []
    waiting = {name: code for name, code, _ in asked(lesson)}
    for cell in read(lesson)["cells"]:
        source = "".join(cell["source"])
        for name in [name for name, code in waiting.items() if code == source]:
            part = "\n".join(above[-2:])
            short = named(name).short
            assert short not in part or short in QUESTIONS[name][0], f"{name}: {short!r} stands above it"
        above.append(source)


WORDS_A_MINUTE = 180  # of somebody who reads with care
RUN, PREDICT, CHECK, MARK, SEARCH, OUTSIDE = 0.5, 3, 2, 1, 1.5, 10  # minutes for each
# With these the walk of 28 November 2026, by hand and clock, comes out: 87 minutes before the text was cut.


def minutes(path):
    """Return the minutes that a lesson takes, folds and all, without its exercises."""
    text = "\n".join(source for name, source in cells(path, "markdown") if name != "sources")
    words = len(re.findall(r"\w[\w'.,-]*", re.sub(r"\]\([^)]*\)|<[^>]*>", "]", text)))
    code = [source for _, source in cells(path, "code")]
    article = "widgets.article" in str(code)
    pictures = sum("widgets." in source for source in code) - article
    there = words / WORDS_A_MINUTE + RUN * len(code) + PREDICT * pictures + CHECK * text.count("**Check.")
    return there + (on_the_article(text) if article else 0)


def on_the_article(text):
    """Return the minutes on the page of the article, and outside: what Unit 1 asks for in its words."""
    statements = widgets.article().words["statements"]
    words = sum(len(one["text"].split()) + len(one["quote"].split()) for one in statements)
    dots = sum(one["worthwhile"] for one in statements)
    searched = 2 if "For two of them look for a source of your own" in text else dots
    return words / WORDS_A_MINUTE + MARK * dots + SEARCH * searched + OUTSIDE


def test_a_lesson_says_no_fewer_minutes_than_it_takes(lesson):
    text = "\n".join(source for _, source in cells(lesson, "markdown"))
    said = int(re.search(r"\| Time \| about (\d+) minutes", text)[1])
    assert minutes(lesson) <= said + 1  # "about"


def test_no_fold_is_missing_around_what_a_picture_is_to_show_first(lesson):
    """Between a picture with a question and the next heading, what a part lacks stands in a fold."""
    if lesson.stem != "1-history":
        return
    for name, source in cells(lesson, "markdown"):
        opened = re.sub(r"<details.*?</details>", "", source, flags=re.DOTALL)
        if name.startswith("needs-"):
            assert not re.search(r"\black(s|ed) (?!nothing)|\bcannot hold\b", opened), name
