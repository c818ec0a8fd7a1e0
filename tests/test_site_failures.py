"""The static site: a build that fails says why, and leaves what was there before."""

import nbformat
import pytest

from course import site
from course.site import maker

pytestmark = pytest.mark.slow


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
