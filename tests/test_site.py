"""The static site: whole, with links that lead somewhere; a failure leaves what was there before."""

import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest

from course import site
from course.site import maker

ROOT = Path(__file__).resolve().parent.parent
SITE_BYTES, ZIP_BYTES, LESSON_BYTES = 6e6, 3e6, 2e6  # design, section 7
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
OUTSIDE = ("http", "https", "mailto")

pytestmark = pytest.mark.slow


class Page(HTMLParser):
    """The links of a page, the names of its places, and what it loads."""

    def __init__(self, path):
        super().__init__()
        self.links, self.places, self.loads = [], set(), []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.places |= {named[key] for key in ("id", "name") if named.get(key)}
        if tag == "a" and named.get("href"):
            self.links.append(named["href"])
        elif tag == "link" and named.get("rel") != "canonical":
            self.loads.append(named.get("href"))
        elif named.get("src"):
            self.loads.append(named["src"])


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The whole site, made once."""
    return site.build(tmp_path_factory.mktemp("pages") / "site").parent


@pytest.fixture(scope="module")
def pages(built):
    return {path: Page(path) for path in sorted(built.rglob("*.html"))}


def test_it_holds_every_lesson_and_exercise_and_what_one_looks_up(built):
    for lesson in LESSONS:
        assert (built / "notebooks" / f"{lesson}.html").exists()
        assert (built / "exercises" / lesson / f"{lesson}.html").exists()
        assert (built / "downloads" / f"{lesson}.ipynb").exists()
    for page in ("index", "claims", "glossary", "teachers-guide", "reference/index", "ways-in", "about"):
        assert (built / f"{page}.html").exists()


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


def test_every_picture_is_there_with_its_description(built):
    for lesson in LESSONS:
        text = (built / "notebooks" / f"{lesson}.html").read_text("utf-8")
        asked = (ROOT / "notebooks" / f"{lesson}.ipynb").read_text("utf-8").count("widgets.")
        assert text.count("<figure") >= asked > 0
        assert text.count('<script type="application/json" id="picture-') == asked


@pytest.mark.long
def test_the_same_sources_give_the_same_bytes(built, tmp_path):
    again = site.build(tmp_path / "site").parent
    files = sorted(path.relative_to(built) for path in built.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [path for path in files if (built / path).read_bytes() != (again / path).read_bytes()] == []


class TestFailures:
    @pytest.fixture
    def checkout(self, tmp_path):
        """A course of one lesson whose second cell fails."""
        root = tmp_path / "course"
        for folder in ("docs/site", "notebooks", "exercises"):
            (root / folder).mkdir(parents=True)
        for name in ("claims.md", "teachers-guide.md"):
            (root / "docs" / name).write_text("# A page\n", encoding="utf-8")
        cells = [nbformat.v4.new_code_cell(code, id=name) for name, code in (("good", "1"), ("bad", "1 / 0"))]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), root / "notebooks" / "1-broken.ipynb")
        return root

    def test_a_lesson_that_fails_is_named_with_its_cell_and_the_old_site_stays(self, checkout, tmp_path):
        out = tmp_path / "site"
        out.mkdir()
        (out / maker.MARK).touch()
        (out / "index.html").write_text("the old one", encoding="utf-8")
        with pytest.raises(site.SiteError, match=r"1-broken\.ipynb: its cell bad fails\. ZeroDivisionError"):
            site.build(out, root=checkout)
        assert (out / "index.html").read_text("utf-8") == "the old one"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["course", "site"]

    def test_a_folder_with_anything_else_in_it_is_left_alone(self, tmp_path):
        (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(site.SiteError, match="not empty and holds no site"):
            site.build(tmp_path)

    def test_a_file_is_no_folder(self, tmp_path):
        (tmp_path / "site").write_text("mine", encoding="utf-8")
        with pytest.raises(site.SiteError, match="is a file: name a folder"):
            site.build(tmp_path / "site")

    def test_a_place_that_cannot_be_written_gets_one_sentence(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(site.SiteError, match="cannot be made"):
            site.build(tmp_path / "file" / "site")

    def test_a_full_disk_leaves_no_half_site(self, checkout, tmp_path, monkeypatch):
        def full(*_, **__):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(maker.pages, "gather", full)
        with pytest.raises(site.SiteError, match="No space left on device"):
            site.build(tmp_path / "site", root=checkout)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["course"]

    def test_the_command_says_it_in_one_line(self, tmp_path, capsys):
        (tmp_path / "letter.txt").touch()
        assert maker.main(["--out", str(tmp_path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
