"""The static site: whole, with links that lead somewhere, used in Chromium from a file.

In the normal run one lesson is executed, and the others stand there without outputs; ``--long`` executes all.
What a failing build does: test_site_failures.py.
"""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lesson_for_all
import nbformat
import pytest
from site_pages import Page, Visit

from course import __version__, site
from course.site import pages as gathering

ROOT = Path(__file__).resolve().parent.parent
SITE_BYTES, ZIP_BYTES, LESSON_BYTES = 6e6, 3e6, 2e6  # design, section 7
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
OUTSIDE = ("http", "https", "mailto")
RUN = lesson_for_all.LESSON.stem  # the lesson that every run executes
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def built(tmp_path_factory, request):
    """The site, made once; `executed` says of which lessons the outputs are there."""
    with pytest.MonkeyPatch.context() as patch:
        if not request.config.getoption("--long"):
            patch.setattr(gathering, "run_all", lambda paths: [_sample(path) for path in paths])
        return site.build(tmp_path_factory.mktemp("pages") / "site").parent


def _sample(path):
    return lesson_for_all.executed() if path.stem == RUN else nbformat.read(path, as_version=4)


@pytest.fixture(scope="session")
def executed(request):
    return LESSONS if request.config.getoption("--long") else [RUN]


@pytest.fixture(scope="session")
def pages(built):
    return {path: Page(path) for path in sorted(built.rglob("*.html"))}


def test_it_holds_every_lesson_and_exercise_and_what_one_looks_up(built):
    for lesson in LESSONS:
        assert (built / "notebooks" / f"{lesson}.html").exists()
        assert (built / "exercises" / lesson / f"{lesson}.html").exists()
        assert (built / "downloads" / f"{lesson}.ipynb").exists()
    for page in (
        "index",
        "claims",
        "glossary",
        "teachers-guide",
        "reference/index",
        "ways-in",
        "about",
        "predicted",
    ):
        assert (built / f"{page}.html").exists()


def test_the_start_page_tells_the_minutes_that_the_lessons_tell():
    start = (ROOT / "docs" / "site" / "index.md").read_text("utf-8")
    for lesson in LESSONS:
        top = nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4).cells[:3]
        time = re.search(r"\| Time \|.*\|", "\n".join(cell.source for cell in top))[0]
        own, exercises = re.search(r"about (\d+) minutes", time)[1], re.search(r"(\d+)(?= for| \|)", time)[1]
        assert f"[Lesson](notebooks/{lesson}.ipynb), {own} minutes; " in start
        assert f"[exercises](exercises/{lesson}/{lesson}.ipynb), {exercises} minutes" in start


def test_a_table_too_wide_for_a_page_says_its_columns_in_each_row(visit):
    page = visit(viewport={"width": 420, "height": 900}).open("claims.html")
    card = page.locator("table.cards tr", has_text="The ISS does not fly over Russia.")
    said = [text.strip() for text in card.inner_text().splitlines() if text.strip()]
    assert said[:2] == ["A19", "The ISS does not fly over Russia."]
    assert {"kind: fact", "verdict: false"} <= set(said)
    assert not page.locator("table.cards thead").is_visible()
    page = visit(viewport={"width": 420, "height": 900}).open("ways-in.html")
    assert page.get_by_text("what you need: a browser", exact=True).first.is_visible()


def test_every_link_leads_somewhere(built, pages):
    lost = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in OUTSIDE:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            there = target in pages and (
                not parts.fragment or unquote(parts.fragment) in pages[target].places
            )
            if not there and not (target.exists() and target not in pages):
                lost.append(f"{path.relative_to(built)}: {link}")
    assert not lost


def test_no_page_loads_anything_from_elsewhere(pages):
    for path, page in pages.items():
        for address in page.loads:
            parts = urlsplit(address)
            assert parts.scheme in ("", "data"), f"{path}: {address}"
            assert not parts.netloc
            assert parts.scheme == "data" or (path.parent / unquote(parts.path)).exists(), (
                f"{path}: {address}"
            )


def test_it_is_small_enough_to_take_along(built, tmp_path):
    sizes = {path: path.stat().st_size for path in built.rglob("*") if path.is_file()}
    assert sum(sizes.values()) <= SITE_BYTES
    assert all(size <= LESSON_BYTES for path, size in sizes.items() if path.parent.name == "notebooks")
    packed = shutil.make_archive(str(tmp_path / "site"), "zip", built)
    assert Path(packed).stat().st_size <= ZIP_BYTES


def test_every_picture_is_there_with_a_still_for_who_runs_no_scripts(built, executed):
    for lesson in executed:
        text = (built / "notebooks" / f"{lesson}.html").read_text("utf-8")
        asked = _pictures(ROOT / "notebooks" / f"{lesson}.ipynb")
        assert len(re.findall(r'class="iss-place"><figure[^>]*><img alt="\w', text)) == asked > 0
        assert len(set(re.findall(r'id="([\w-]+)-state"', text))) == asked


def _pictures(lesson):
    """Return how many cells of a lesson show a picture: made there, or shown again by its name."""
    code = [cell.source for cell in nbformat.read(lesson, as_version=4).cells if cell.cell_type == "code"]
    made = set(re.findall(r"^(\w+) = widgets\.", "\n".join(code), re.MULTILINE))
    last = [source.strip().rpartition("\n")[2] for source in code]
    return sum(line in made or line.startswith("widgets.") for line in last)


def test_it_is_one_of_the_same_questions_that_the_page_of_predictions_lists(built, executed):
    listed = re.findall(
        r'href="notebooks/([\w-]+)\.html#(u\d-p\d)"', (built / "predicted.html").read_text("utf-8")
    )
    assert sorted({lesson for lesson, _ in listed}) == sorted(executed)
    for lesson, question in listed:
        assert f'<div id="{question}" class="iss-place">' in (
            built / "notebooks" / f"{lesson}.html"
        ).read_text("utf-8")


@pytest.mark.long
def test_the_same_sources_give_the_same_bytes(built, tmp_path):
    again = site.build(tmp_path / "site").parent
    files = sorted(path.relative_to(built) for path in built.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [path for path in files if (built / path).read_bytes() != (again / path).read_bytes()] == []


@pytest.fixture
def visit(chromium, built):
    """Open the site in a window of its own: ``visit(**context)``; none may ask anybody for anything."""
    made = []

    def window(**context):
        made.append(Visit(chromium, built, **context))
        return made[-1]

    yield window
    for one in made:
        one.context.close()
        assert [url for url in one.asked if not url.startswith(("file:", "data:", "blob:"))] == []
        assert one.errors == []


def answer(page):
    """Answer the question on how long the station is north of 50 degrees."""
    place = page.locator("#u3-p3")
    place.get_by_role("textbox").fill("8")
    place.get_by_role("button", name="Store my prediction").click()


class TestPredictions:
    def test_they_survive_a_reload_and_come_back_on_their_page(self, visit):
        here = visit()
        answer(here.lesson("u3-p3"))
        here.page.reload()
        here.page.locator("#u3-p3").get_by_text("You said 8 %. It is 7.2 %.").wait_for()
        row = here.open("predicted.html").locator("tr", has_text="north of 50 degrees")
        assert row.locator("td").all_inner_texts()[1:] == [
            "8 %",
            "7.2 %, four times what equal latitudes would get",
        ]
        other = here.page.locator("tr", has_text="northernmost")
        assert other.locator("td").all_inner_texts()[1:] == ["", ""]  # no answer, and nothing is given away

    def test_the_table_at_the_end_of_the_lesson_follows_and_the_page_forgets_when_it_is_told_to(self, visit):
        here = visit()
        answer(here.lesson("u3-p3"))
        assert here.page.locator(".predicted tr", has_text="8 %").count() == 1
        here.open("predicted.html")
        here.page.get_by_role("button", name="Forget my predictions").click()
        here.page.get_by_role("button", name="Forget all of them").click()
        assert here.page.get_by_text("Your predictions are forgotten.").is_visible()
        assert here.page.evaluate("() => localStorage.length") == 0

    def test_an_answer_to_an_earlier_question_is_called_that(self, visit):
        here = visit()
        here.open("predicted.html")
        for name, kept in (("u3-p3", '{"said":{"answer":"many"}}'), ("u3-p2", "{half"), ("u3-p9", "0")):
            here.page.evaluate("([id, kept]) => localStorage.setItem(`iss-course ${id}`, kept)", [name, kept])
        here.page.reload()
        row = here.page.locator("tr", has_text="north of 50 degrees")
        assert row.locator("td").nth(1).inner_text() == "an answer to an earlier form of this question"

    def test_without_storage_the_picture_opens_and_the_page_says_what_is_lost(self, visit):
        here = visit()
        here.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })"
        )
        answer(here.lesson("u3-p3"))
        assert here.page.locator("#u3-p3").get_by_text("You said 8 %. It is 7.2 %.").is_visible()
        here.open("predicted.html").get_by_text("This browser keeps nothing for this page").first.wait_for()
        here.errors.clear()  # the theme complains that it cannot keep light or dark

    def test_on_paper_they_are_blank_and_what_waits_for_an_answer_stays_away(self, visit):
        here = visit()
        answer(here.lesson("u3-p3"))
        here.page.emulate_media(media="print")
        assert not here.page.get_by_text("You said 8 %").is_visible()
        assert not here.page.locator(".predicted-said", has_text="8 %").is_visible()
        assert here.page.locator("#u3-p3 canvas").is_visible()
        assert here.page.locator(".on-paper", has_text="northernmost").is_visible()
        assert not here.page.locator("#u3-p2").is_visible()
        assert not here.page.locator(".sidebar-drawer").is_visible()


def test_a_picture_starts_when_it_is_reached(visit):
    page = visit().lesson()
    page.wait_for_load_state("load")
    last = page.locator("#u3-p5")
    assert last.locator("canvas").count() == 0
    last.scroll_into_view_if_needed()
    last.locator("canvas").wait_for()


def test_a_link_to_what_does_not_exist_opens_the_page_at_its_top(visit):
    page = visit().lesson("u9-p9")
    assert page.get_by_role("heading", level=1).is_visible() and page.evaluate("() => scrollY") == 0


def test_without_scripts_text_outputs_and_stills_are_there(visit):
    page = visit(java_script_enabled=False).lesson("u3-p2")
    assert page.locator("#u3-p2 img").is_visible()
    assert page.locator("#u3-p2 img").get_attribute("alt")
    assert page.get_by_text("northernmost point of the day  51.80° N").is_visible()
    assert page.get_by_role("heading", name="Key points").count() == 1


DENIED = (
    "Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw Error('denied'); } });"
)


def test_where_a_browser_denies_storage_a_prediction_lives_as_long_as_the_page(visit):
    here = visit()
    here.page.add_init_script(DENIED)
    page = here.lesson("u3-p3")
    gate = page.locator("#u3-p3 .iss-gate")
    gate.locator("input").fill("8")
    gate.get_by_role("button", name="Store my prediction").click()
    assert page.locator("#u3-p3 .iss-said").text_content() == "You said 8 %. It is 7.2 %."
    assert page.locator(".predicted-said").all_text_contents().count("8 %") == 1
    assert (
        page.locator(".predicted-note").text_content().startswith("This browser keeps nothing for this page")
    )


def test_search_without_a_word_says_how_to_search(visit):
    page = visit().open("search.html")
    assert page.get_by_role("heading", level=1, name="Search").is_visible()
    assert page.get_by_text("Write a word into the field Search").is_visible()


def test_search_finds_inclination_and_opens_the_place(visit):
    page = visit().open("index.html")
    page.get_by_role("textbox", name="Search").first.fill("inclination")
    page.keyboard.press("Enter")
    found = page.locator("#search-results li a", has_text="Glossary").first
    found.click()
    page.get_by_text("Angle between the plane of an orbit and the plane of the equator").wait_for()


def test_the_link_builder_names_a_version_and_encodes_paths(visit):
    page = visit().open("links.html")
    page.get_by_label("Repository at GitHub").fill("https://github.com/owner/name/")
    page.get_by_label("Address of your JupyterHub").fill("https://hub.example.org/")
    page.get_by_role("button", name="Make the links").click()
    line = page.locator(".links-made p", has_text=f"{RUN}: ")
    hrefs = [link.get_attribute("href") for link in line.get_by_role("link").all()]
    assert hrefs[0] == (
        f"https://mybinder.org/v2/gh/owner/name/v{__version__}?urlpath=lab%2Ftree%2Fnotebooks%2F{RUN}.ipynb"
    )
    assert hrefs[2].startswith(
        "https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com"
    )
    page.get_by_label("Repository at GitHub").fill("name")
    page.get_by_role("button", name="Make the links").click()
    assert page.get_by_text("Write the repository as OWNER/NAME").is_visible()


def test_the_keyboard_alone_reaches_and_moves_a_picture(visit):
    page = visit().open("index.html")
    page.locator(".iss-canvas").wait_for()
    before = page.locator(".iss-sentence").text_content()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('.iss-picture input[type=range]')"):
            break
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(old) => document.querySelector('.iss-sentence').textContent !== old", arg=before)


KINDS = (
    "links",
    "index",
    "predicted",
    f"notebooks/{RUN}",
    f"exercises/{RUN}/{RUN}",
    "claims",
    "reference/decay",
    "search",
)


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark", "viewport": {"width": 420, "height": 900}}],
                         ids=["wide and light", "narrow and dark"])  # fmt: skip
def test_axe_finds_nothing_serious_and_nothing_is_cut_off(visit, node, pages, built, request, look):
    names = [str(path.relative_to(built)) for path in pages]
    if not request.config.getoption("--long"):
        names = [f"{kind}.html" for kind in (KINDS if look else KINDS[1::2])]
    here = visit(**look)
    for name in names:
        page = here.open(name)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, name
        page.evaluate(AXE.read_text("utf-8"))
        told = page.evaluate("() => axe.run({ preload: false, resultTypes: ['violations'] })")["violations"]
        assert [one["id"] for one in told if one["impact"] in ("serious", "critical")] == [], name
