"""The station that can be cut, without a browser: its parts, words, lamps and twin against the model."""

import numpy as np
import pytest
import traitlets
from pictures import sent

from course import layout, station, widgets
from course.widgets import questions
from course.widgets.dependencies import parting
from course.widgets.kit.owners import BUILT, OWNERS
from course.widgets.kit.show import blank
from course.widgets.kit.words import joined

DAYS = ("1998-11-20", "1998-12-07", "2001-02-11", "2007-10-29", "2022-03-05", "2026-06-08")
PAGE_BYTES = 200_000
DRAWN_M = 0.003  # a hundredth of a pixel


pytestmark = pytest.mark.usefixtures("learner")


def state(picture, cut):
    return next(one for one in picture.words["states"] if one["cut"] == cut)


class TestParting:
    @pytest.mark.parametrize("date", DAYS)
    def test_each_body_goes_with_its_part(self, date):
        day = np.datetime64(date)
        for joint in station.joints(date):
            first, second = station.parts(date, cut=joint)
            found = parting.cut(day, joint).second
            for body, inside in zip(layout.bodies(date), found, strict=True):
                assert body.module in (second if inside else first).modules

    @pytest.mark.parametrize("date", DAYS)
    def test_parts_move_apart_along_the_line_between_them_and_the_lighter_one_moves_more(self, date):
        day = np.datetime64(date)
        for joint in station.joints(date):
            first, second = station.parts(date, cut=joint)
            one, other = parting.cut(day, joint).moved_m
            gap = parting.GAPS_M.get(joint, parting.SMALL_GAP_M)
            assert np.hypot(*(other - one)) == pytest.approx(gap)
            assert first.mass_kg * one + second.mass_kg * other == pytest.approx(
                [0, 0], abs=1e-6 * first.mass_kg
            )

    def test_what_is_russian_stands_on_the_left(self):
        one = parting.cut(np.datetime64("2022-03-05"), "PMA-1/Zarya")
        assert one.left == 1 and one.moved_m[1, 0] < 0 < one.moved_m[0, 0]

    @pytest.mark.parametrize("date", DAYS)
    def test_the_drawing_holds_every_part_of_every_cut(self, date):
        day = np.datetime64(date)
        view, (low, high) = parting.seen(day), parting.limits(day)
        for joint in station.joints(date):
            one = parting.cut(day, joint)
            corners = view.corners_m + one.moved_m[one.second.astype(int)][view.body][:, None]
            assert (corners >= low - 1e-9).all() and (corners <= high + 1e-9).all()

    def test_only_faces_that_look_to_the_reader_are_drawn_the_nearest_last(self):
        day = np.datetime64("2022-03-05")
        view = parting.seen(day)
        names = [parting.bodies(day)[body].module for body in view.body]
        assert set(names) <= set(station.modules(day)["name"])
        assert {"Zarya", "Zvezda", "Nauka", "P6", "S6"} <= set(names)
        assert ((view.light > 0.6) & (view.light < 1.05)).all()


class TestWords:
    @pytest.mark.parametrize("function", station.FUNCTIONS)
    def test_a_function_has_one_name_in_lamps_table_sentences_and_data(self, function):
        picture = widgets.dependencies()
        assert function in picture.words["functions"] and "short" not in picture.words
        assert function in set(station.functions()["function"])
        assert function in station.cut_table("2022-03-05", cut="PMA-1/Zarya").index
        said = [widgets.dependencies(cut=cut).sentence for cut in station.CUTS] + [picture.sentence]
        known = {one for part in station.parts("2022-03-05", cut="PMA-1/Zarya") for one in part.lacks}
        assert function not in known or any(function in one for one in said)

    def test_the_cut_of_the_clip(self):
        assert widgets.dependencies(cut="PMA-1/Zarya").sentence == (
            "Cut at PMA-1/Zarya, the US segment lacks propulsion and refuelling and has reboost only with a "
            "ship; the Russian segment lacks gyroscopes and has only its own power, life support and "
            "radio."
        )

    def test_the_whole_names_both_segments(self):
        said = widgets.dependencies().sentence
        assert (
            "each segment depends on the other: the US segment for the main propulsion, reboost and" in said
        )
        assert "the Russian segment for the main power, gyroscopes, life support and radio" in said

    def test_at_first_only_one_segment_depends_on_the_other(self):
        said = widgets.dependencies("1998-12-07").sentence
        assert "one segment depends on the other: the US segment for the main power, propulsion" in said

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
                    assert all(one not in clause for one in lost)
                elif "lacks all" in clause:
                    assert set(lost) == whole
                elif lost:
                    assert f"lacks {joined(lost)}" in clause
                else:
                    assert "lacks" not in clause

    def test_half_of_the_wings_is_not_all_of_them(self):
        assert "has only 2 of 4 main modules of power" in widgets.dependencies(cut="P1/S0").sentence

    def test_alt_tells_the_parts_and_the_providers(self):
        alt = widgets.dependencies(cut="Zvezda/Nauka").alt
        assert "29\xa0modules of the US segment" in alt and "refuelling: Zvezda;" in alt
        assert (
            "the part with Zvezda (33\xa0modules) and the part with Nauka (2\xa0modules) have moved apart"
            in alt
        )

    def test_listed_masses_are_never_called_the_station_s(self):
        picture = widgets.dependencies(cut="PMA-1/Zarya")
        assert state(picture, picture.cut)["masses"] == [
            "240.3\xa0t listed, 29\xa0modules",
            "72.6\xa0t listed, 6\xa0modules",
        ]
        assert (
            "not the mass of the station (NASA gave 445.4 t on 11 February 2022)" in picture.words["notes"][0]
        )


class TestTable:
    @pytest.mark.parametrize("date", ("2001-02-11", "2022-03-05"))
    def test_cells_are_those_of_the_cut_table(self, date):
        picture = widgets.dependencies(date)
        for cut in station.joints(date):
            table = station.cut_table(date, cut=cut)
            for column, cells in zip(table.columns, state(picture, cut)["cells"], strict=True):
                best = [cell["lines"][0][0] if cell["lines"] else "none" for cell in cells]
                assert best == table[column].tolist()

    def test_before_a_cut_nothing_is_lost_and_each_segment_says_what_the_other_gives(self):
        now = state(widgets.dependencies(), None)
        assert {cell["change"] for cells in now["cells"] for cell in cells} == {"kept"}
        us, russian = ([cell["says"] for cell in cells] for cells in now["cells"])
        assert us == ["main", "main", *["from Russian"] * 3, "main", "main", "needs a ship"]
        assert russian == ["own + US", "from US", *["main"] * 3, "own + US", "own + US", "needs a ship"]
        assert now["givers"] == [0, 0, 1, 1, 1, 0, 0, -1] and now["heads"] == [
            "US segment",
            "Russian segment",
        ]

    @pytest.mark.parametrize("date", DAYS)
    def test_who_gives_before_a_cut_is_whom_the_other_lacks_after_it(self, date):
        if "PMA-1/Zarya" not in station.joints(date):
            assert set(state(widgets.dependencies(date), None)["givers"]) == {-1}
            return
        picture = widgets.dependencies(date)
        cut = state(picture, "PMA-1/Zarya")["cells"]
        for at, giver in enumerate(state(picture, None)["givers"]):
            if giver >= 0:
                assert cut[giver][at]["change"] == "kept" and cut[1 - giver][at]["change"] in ("less", "lost")
            else:
                assert {part[at]["change"] for part in cut} <= {"kept", "less", ""}

    def test_marks_of_the_cut_of_the_clip(self):
        us, russian = state(widgets.dependencies(), "PMA-1/Zarya")["cells"]
        lost = [[name for name, cell in zip(station.FUNCTIONS, part, strict=True) if cell["change"] == "lost"]
                for part in (us, russian)]  # fmt: skip
        assert lost == [["propulsion", "refuelling"], ["gyroscopes"]]
        assert (russian[0]["change"], us[3]["change"]) == ("less", "less")

    def test_a_lamp_says_what_is_left_of_its_function(self):
        said = [
            [cell["says"] for cell in part] for part in state(widgets.dependencies(), "PMA-1/Zarya")["cells"]
        ]
        main = "main"
        assert said == [
            [main, main, "none", "needs a ship", "none", main, main, "needs a ship"],
            ["own only", "none", main, main, main, "own only", "own only", "needs a ship"],
        ]
        (wings,) = [
            cell for cell in state(widgets.dependencies(), "P1/S0")["cells"][0] if "of" in cell["says"]
        ]
        assert wings["says"] == "main, 2 of 4" and wings["change"] == "less"

    def test_a_lamp_is_filled_by_what_is_the_part_s_own(self):
        """The same words stand beside the same lamp, and what comes from the other segment fills none."""
        picture = widgets.dependencies()
        for cut in (None, "PMA-1/Zarya", "P1/S0"):
            for part in state(picture, cut)["cells"]:
                for cell in part:
                    levels = [level for level, _ in cell["lines"]]
                    fed = cell["says"].startswith("from ")
                    assert (cell["lamp"] == "none") == (not levels and not fed)
                    assert (cell["lamp"] == "full") == (cell["says"] == "main")
                    assert (cell["lamp"] == "ship") == (cell["says"] == "needs a ship")
                    assert (cell["lamp"] == "fed") == fed
        us, russian = ([cell["lamp"] for cell in part] for part in state(picture, None)["cells"])
        assert us.count("full") == 4 and us.count("fed") == 3 and russian.count("half") == 3

    def test_what_the_station_did_not_have_has_no_lamp(self):
        (cells,) = state(widgets.dependencies("1998-11-20"), None)["cells"]
        missing = [one for one, cell in zip(station.FUNCTIONS, cells, strict=True) if not cell["change"]]
        assert set(missing) == set(station.FUNCTIONS) - set(station.functions("1998-11-20")["function"])

    def test_modules_of_both_parts_together_are_those_of_the_whole(self):
        picture = widgets.dependencies()
        whole = state(picture, None)["cells"]
        for cut in station.joints("2022-03-05"):
            for cells in zip(*whole, *state(picture, cut)["cells"], strict=True):
                named = [name for cell in cells for _, names in cell["lines"] for name in names.split(", ")]
                assert all(named.count(name) == 2 for name in set(named))


class TestOwners:
    def test_every_owner_has_a_colour_and_a_pattern_of_its_own(self):
        assert set(station.record()["owner"]) == set(OWNERS)
        assert (
            len({one.role for one in OWNERS.values()})
            == len({one.hatch for one in OWNERS.values()})
            == len(OWNERS)
        )

    def test_bodies_have_the_colour_of_their_segment_and_the_key_says_who_owns_zarya(self):
        picture = widgets.dependencies()
        segments = station.modules("2022-03-05").set_index("name")["segment"]
        for module, role in picture.words["bodies"]:
            assert role == {"US": "american", "Russian": "russian"}[segments[module]]
        key = dict(picture.words["key"])
        assert "Zarya in it is US-owned" in key["russian"]
        assert key["american"] == "US segment with Europe, Japan, Canada"
        assert dict(widgets.dependencies("1998-12-07").words["key"])["american"] == "US segment"
        assert all("Khrunichev" in station.record().set_index("name").at[name, "builder"] for name in BUILT)


class TestPicture:
    def test_the_browser_gets_the_parts_of_every_joint(self):
        picture, day = widgets.dependencies(), np.datetime64("2022-03-05")
        for at, joint in enumerate(station.joints("2022-03-05")):
            one = parting.cut(day, joint)
            assert sent(picture, "second")[at].astype(bool).tolist() == one.second.tolist()
            assert np.allclose(sent(picture, "moved_m")[at], one.moved_m, atol=1e-5)
        corners = sent(picture, "points_m")[sent(picture, "corner").astype(int)]
        assert np.abs(corners - parting.seen(day).corners_m).max() < DRAWN_M

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
        assert question.computed == ("reboost: the Russian segment (Zvezda); gyroscopes: the US segment (Z1)")
        assert question.right == "the Russian segment raises, the US segment turns"
        assert question.computed not in widgets.dependencies(question="u1-p3").to_html()


class TestTwin:
    @pytest.mark.parametrize("date", DAYS)
    def test_every_face_is_drawn_inside_the_axes(self, date):
        ax = blank()[1]
        widgets.dependencies(date).draw(ax)
        (faces,) = ax.collections
        assert len(faces.get_paths()) == len(parting.seen(np.datetime64(date)).corners_m)
        assert not ax.texts

    def test_the_parts_stand_apart_and_bear_their_names(self):
        ax = blank()[1]
        widgets.dependencies(cut="PMA-1/Zarya").draw(ax)
        assert {text.get_text() for text in ax.texts} == {"US segment", "Russian segment"}
        (dotted,) = ax.lines
        long = np.hypot(np.ptp(dotted.get_xdata()), np.ptp(dotted.get_ydata()))
        assert dotted.get_linestyle() == ":" and long == pytest.approx(parting.GAPS_M["PMA-1/Zarya"])

    def test_the_table_is_that_of_the_picture(self):
        figure = widgets.dependencies(cut="PMA-1/Zarya").figure()
        table = figure.axes[1].tables[0].get_celld()
        texts = [cell.get_text().get_text() for cell in table.values()]
        assert texts.count("none") == 3 and "main: P6, P3/P4, S3/S4, S6" in texts
        assert table[0, 0].get_text().get_text() == "Russian segment"  # as it stands, on the left
        assert table[9, 0].get_text().get_text() == "72.6\xa0t listed, 6\xa0modules"
