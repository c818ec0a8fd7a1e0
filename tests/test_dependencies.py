"""The graph that can be cut, without a browser: tree, words, table and twin against the model."""

import numpy as np
import pytest
import traitlets
from pictures import sent

from course import station, widgets
from course.widgets import questions
from course.widgets.dependencies import figure as twin
from course.widgets.dependencies import words as wording
from course.widgets.dependencies.tree import tree
from course.widgets.kit.owners import BUILT, OWNERS
from course.widgets.kit.show import blank

DAYS = ("1998-11-20", "1998-12-07", "2001-02-11", "2007-10-29", "2022-03-05", "2026-06-08")
PAGE_BYTES = 200_000


pytestmark = pytest.mark.usefixtures("learner")


def state(picture, cut):
    return next(one for one in picture.words["states"] if one["cut"] == cut)


class TestTree:
    @pytest.mark.parametrize("date", DAYS)
    def test_every_module_stands_once_and_after_its_parent(self, date):
        present, nodes = station.modules(date).set_index("name"), tree(station.modules(date))
        assert sorted(node.name for node in nodes) == sorted(present.index)
        assert nodes[0].name == "Zarya" and nodes[0].parent == -1
        for at, node in enumerate(nodes[1:], start=1):
            assert node.parent < at and nodes[node.parent].name == present.at[node.name, "parent"]
            assert node.depth == len(station.root_path(node.name, date)) - 1

    @pytest.mark.parametrize("date", DAYS)
    def test_sides_are_the_segments(self, date):
        for node in tree(station.modules(date))[1:]:
            assert node.side == (-1 if node.segment == "US" else 1)

    @pytest.mark.parametrize("date", DAYS)
    def test_no_two_modules_share_a_place(self, date):
        nodes = tree(station.modules(date))
        assert len({(node.side * node.depth, node.row) for node in nodes}) == len(nodes)
        alone = [node for node in nodes if node.parent < 0 or nodes[node.parent].line != node.line]
        assert len({node.line for node in nodes}) == len(alone)

    def test_what_hangs_on_a_module_lies_on_lines_of_its_own(self):
        nodes = tree(station.modules("2022-03-05"))
        for at in range(len(nodes)):
            beyond = twin._beyond(nodes, at)
            lines = {node.line for node, inside in zip(nodes, beyond, strict=True) if inside}
            assert lines == set(range(min(lines), max(lines) + 1))


class TestWords:
    def test_the_cut_of_the_clip(self):
        assert widgets.dependencies(cut="PMA-1/Zarya").sentence == (
            "Cut at PMA-1/Zarya, the US part lacks propulsion and refuelling and has reboost only with a "
            "ship; the Russian part lacks attitude control by gyroscopes and has only its own power, life "
            "support and communications."
        )

    def test_the_whole_names_both_segments(self):
        said = widgets.dependencies().sentence
        assert "life support and communications mainly from the US segment" in said
        assert "propulsion, reboost and refuelling mainly from the Russian segment" in said

    def test_before_anything_is_attached(self):
        picture = widgets.dependencies("1998-11-20")
        assert "Zarya alone" in picture.sentence and "nothing attached" in picture.alt
        assert picture.words["named"] == [] and len(picture.words["states"]) == 1

    @pytest.mark.parametrize("date", DAYS)
    def test_each_sentence_names_all_that_a_part_lacks_and_nothing_that_it_has(self, date):
        picture = widgets.dependencies(date)
        whole = set(station.functions(date)["function"])
        for cut in station.joints(date):
            picture.cut = cut
            clauses = picture.sentence.split("; ")
            for part, clause in zip(picture.parts, clauses, strict=True):
                lost = [one for one in part.lacks if one in whole]
                if "lacks all else" in clause:
                    assert len(lost) > len(whole) / 2
                    assert all(wording.LONGER.get(one, one) not in clause for one in lost)
                elif "lacks all" in clause:
                    assert set(lost) == whole
                elif lost:
                    assert f"lacks {wording.in_words(lost)}" in clause
                else:
                    assert "lacks" not in clause

    def test_half_of_the_wings_is_not_all_of_them(self):
        assert "has only 2 of 4 main modules of power" in widgets.dependencies(cut="P1/S0").sentence

    def test_alt_tells_the_parts_and_the_providers(self):
        alt = widgets.dependencies(cut="Zvezda/Nauka").alt
        assert "29 modules of the US segment" in alt and "refuelling: Zvezda;" in alt
        assert "the part with Zvezda (33 modules) and the part with Nauka (2 modules) come apart" in alt

    def test_listed_masses_are_never_called_the_station_s(self):
        picture = widgets.dependencies(cut="PMA-1/Zarya")
        assert state(picture, picture.cut)["masses"] == ["240.3 t", "72.6 t"]
        assert (
            "not the mass of the station (NASA gave 445.4 t on 11 February 2022)"
            in picture.words["mass_note"]
        )
        assert picture.words["heads"]["mass"] == "Listed mass"


class TestTable:
    @pytest.mark.parametrize("date", ("2001-02-11", "2022-03-05"))
    def test_cells_are_those_of_the_cut_table(self, date):
        picture = widgets.dependencies(date)
        for cut in station.joints(date):
            table = station.cut_table(date, cut=cut)
            for column, cells in zip(table.columns, state(picture, cut)["cells"], strict=True):
                best = [cell["lines"][0][0] if cell["lines"] else "none" for cell in cells]
                assert best == table[column].tolist()

    def test_nothing_is_marked_before_a_cut(self):
        (cells,) = state(widgets.dependencies(), None)["cells"]
        assert {cell["change"] for cell in cells} == {"kept"}

    def test_marks_of_the_cut_of_the_clip(self):
        us, russian = state(widgets.dependencies(), "PMA-1/Zarya")["cells"]
        lost = [[name for name, cell in zip(station.FUNCTIONS, part, strict=True) if cell["change"] == "lost"]
                for part in (us, russian)]  # fmt: skip
        assert lost == [["propulsion", "refuelling"], ["attitude by gyroscopes"]]
        assert (russian[0]["change"], us[3]["change"]) == ("less", "less")

    def test_modules_of_both_parts_together_are_those_of_the_whole(self):
        picture = widgets.dependencies()
        (whole,) = state(picture, None)["cells"]
        for cut in station.joints("2022-03-05"):
            for together, *apart in zip(whole, *state(picture, cut)["cells"], strict=True):
                named = [
                    name
                    for cell in (together, *apart)
                    for _, names in cell["lines"]
                    for name in names.split(", ")
                ]
                assert all(named.count(name) == 2 for name in set(named))


class TestOwners:
    def test_every_owner_has_a_colour_and_a_pattern_of_its_own(self):
        assert set(station.record()["owner"]) == set(OWNERS)
        assert (
            len({one.role for one in OWNERS.values()})
            == len({one.hatch for one in OWNERS.values()})
            == len(OWNERS)
        )

    def test_zarya_bears_both_marks(self):
        picture = widgets.dependencies()
        zarya = picture.words["nodes"][0]
        assert zarya == {"name": "Zarya", "owner": "USA", "built": "Russia"}
        assert "Zarya: Russian-built, US-owned" in [words for *_, words in picture.words["key"]]
        assert all("Khrunichev" in station.record().set_index("name").at[name, "builder"] for name in BUILT)


class TestPicture:
    def test_what_comes_off_is_the_farther_module(self):
        picture = widgets.dependencies()
        for cut, at in zip(station.joints("2022-03-05"), sent(picture, "comes_off"), strict=True):
            node = picture.words["nodes"][int(at)]["name"]
            assert f"/{node}/" in f"/{cut}/" and node != "Zarya"

    @pytest.mark.parametrize(("given", "cut"), [("zarya / pma-1", "PMA-1/Zarya"), ("P3/P4/P5", "P5/P3/P4")])
    def test_a_cut_is_written_in_one_way(self, given, cut):
        picture = widgets.dependencies(cut=given)
        assert picture.cut == cut and picture.sentence.startswith(f"Cut at {cut}, ")

    def test_what_the_hand_does_reaches_the_cell(self):
        picture = widgets.dependencies()
        picture.set_state({"cut": "Zarya/Zvezda", "function": "power"})
        assert [part.name for part in picture.parts] == ["Zarya", "Zvezda"] and picture.function == "power"
        picture.set_state({"cut": None, "function": None})
        assert picture.parts == () and picture.function is None

    @pytest.mark.parametrize(
        ("wrong", "kind", "said"),
        [
            (
                {"cut": "Zarya/Nauka"},
                ValueError,
                "two modules that are joined on 2022-03-05: try PMA-1/Zarya",
            ),
            ({"cut": ""}, ValueError, "cut must"),
            ({"cut": 3}, traitlets.TraitError, "cut"),
            ({"date": "2021-07-28", "cut": "Zvezda/Nauka"}, ValueError, "joined on 2021-07-28"),
            ({"date": "1998-11-19"}, ValueError, "no station on 1998-11-19"),
            ({"date": "soon"}, ValueError, "date must look like"),
            ({"function": "gravity"}, traitlets.TraitError, "function"),
            ({"question": "u1-p99"}, ValueError, "no question"),
        ],
    )
    def test_what_cannot_be_shown_is_refused(self, wrong, kind, said):
        with pytest.raises(kind, match=said):
            widgets.dependencies(**wrong)

    def test_a_refused_cut_leaves_the_picture_as_it_was(self):
        picture = widgets.dependencies(cut="PMA-1/Zarya")
        with pytest.raises(ValueError, match="cut must name"):
            picture.cut = "Unity/Mir"
        assert picture.cut == "PMA-1/Zarya"

    def test_the_page_is_small(self):
        assert len(widgets.dependencies(cut="PMA-1/Zarya").to_html()) < PAGE_BYTES

    def test_the_question_is_answered_by_the_table_of_functions(self):
        question = questions.named("u1-p3")
        assert question.computed == (
            "power: the US segment (P6, P3/P4, S3/S4, S6); reboost: the Russian segment (Zvezda)"
        )
        assert "power the US segment, orbit the Russian segment" in question.choices
        assert question.computed not in widgets.dependencies(question="u1-p3").to_html()


class TestTwin:
    @pytest.mark.parametrize("date", DAYS)
    def test_every_module_and_every_joint_is_drawn(self, date):
        ax = blank()[1]
        widgets.dependencies(date).draw(ax)
        assert {text.get_text() for text in ax.texts} == set(station.modules(date)["name"])
        assert len(ax.lines) == len(station.joints(date))

    def test_the_cut_joint_is_dotted_and_longer(self):
        lines = {}
        for cut in (None, "PMA-1/Zarya"):
            ax = blank()[1]
            widgets.dependencies(cut=cut).draw(ax)
            lines[cut] = [(one.get_linestyle(), np.ptp(one.get_xdata())) for one in ax.lines]
        assert [style for style, _ in lines["PMA-1/Zarya"]].count(":") == 1
        (dotted,) = [at for at, (style, _) in enumerate(lines["PMA-1/Zarya"]) if style == ":"]
        assert lines["PMA-1/Zarya"][dotted][1] > lines[None][dotted][1]

    def test_the_table_is_that_of_the_picture(self):
        figure = widgets.dependencies(cut="PMA-1/Zarya").figure()
        texts = [cell.get_text().get_text() for cell in figure.axes[1].tables[0].get_celld().values()]
        assert texts.count("none") == 3 and "main: P6, P3/P4, S3/S4, S6" in texts and "72.6 t" in texts
