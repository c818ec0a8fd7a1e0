"""The assembly replay without a browser: outlines, growth, words and twin against the models."""

import re

import numpy as np
import pytest
import traitlets
from pictures import sent

from course import layout, station, widgets
from course.widgets import questions
from course.widgets.assembly import figure as twin
from course.widgets.assembly import tables
from course.widgets.assembly.elevations import VIEWS, outline_m
from course.widgets.kit.show import blank

DAYS = tables.days()
ROUNDING_M = 0.02  # places of bodies are told apart to a centimetre
FLOAT32_T = 1e-3
PAGE_BYTES = 200_000
NASA_M = {"long": 73, "wide": 109}  # NASA, International Space Station facts and figures
NASA_TOLERANCE_M = 1.5  # the drawing is schematic: modules end to end


pytestmark = pytest.mark.usefixtures("learner")


def there_on(day):
    every, there = tables.bodies()
    return [body for body, seen in zip(every, there[DAYS.index(day)], strict=True) if seen]


class TestOutlines:
    @pytest.mark.parametrize("day", DAYS[::5])
    def test_each_day_has_its_bodies_and_no_other(self, day):
        def places(bodies):
            return sorted((body.module, body.part, *body.centre_m.round(1).tolist()) for body in bodies)

        assert places(there_on(day)) == places(layout.bodies(day))

    @pytest.mark.parametrize("view", VIEWS)
    def test_an_outline_reaches_as_far_as_its_body(self, view):
        look = VIEWS[view]
        for body in layout.bodies("2022-03-05"):
            outline = outline_m(body, look)
            for column, way in enumerate((look.right, look.down)):
                if body.shape == "arm":
                    continue  # lies across: the corners of the box around it reach farther than its tube
                middle, reach = body.centre_m @ way, body.reach_m(np.array(way, float))
                assert np.ptp(outline[:, column]) == pytest.approx(2 * reach, rel=0.01)
                assert (outline[:, column].min() + outline[:, column].max()) / 2 == pytest.approx(
                    middle, abs=0.01
                )

    def test_modules_are_drawn_to_the_scale_of_their_record(self):
        record = station.record().set_index("name")
        for body in layout.bodies("2022-03-05"):
            if body.part == "body" and body.shape == "cylinder":
                along = np.argmax(np.abs(body.axis))
                view = VIEWS["side"] if along != 1 else VIEWS["above"]
                size = sorted(np.ptp(outline_m(body, view), axis=0))
                fact = record.loc[body.module, ["diameter_m", "length_m"]].tolist()
                assert size == pytest.approx(sorted(fact), abs=ROUNDING_M)

    def test_the_whole_is_as_wide_and_as_long_as_nasa_says(self):
        picture = widgets.assembly()
        ends = np.append(0, sent(picture, "above_ends")).astype(int)
        seen = np.flatnonzero(sent(picture, "there")[picture.stop])
        points = np.concatenate([sent(picture, "above_m")[ends[at] : ends[at + 1]] for at in seen])
        assert np.ptp(points[:, 0]) == pytest.approx(NASA_M["wide"], abs=NASA_TOLERANCE_M)
        assert np.ptp(points[:, 1]) == pytest.approx(NASA_M["long"], abs=NASA_TOLERANCE_M)

    @pytest.mark.parametrize(
        ("view", "below", "over"), [("above", "Nauka", "Zvezda"), ("side", "Kibo PM", "Columbus")]
    )
    def test_what_is_nearer_is_drawn_later(self, view, below, over):
        every, order = tables.bodies()[0], tables.outlines(view)[1]
        drawn = [every[at].module for at in order if every[at].part == "body"]
        assert drawn.index(below) < drawn.index(over)

    def test_above_forward_is_up_and_starboard_right(self):
        middles = {body.module: outline_m(body, VIEWS["above"]).mean(axis=0)
                   for body in layout.bodies("2022-03-05") if body.part == "body"}  # fmt: skip
        assert middles["Harmony"][1] < middles["Zvezda"][1]
        assert middles["Columbus"][0] > 0 > middles["Kibo PM"][0]


class TestGrowth:
    @pytest.mark.parametrize("day", DAYS)
    def test_masses_and_numbers_are_those_of_the_station(self, day):
        at, table = DAYS.index(day), tables.growth()
        listed = station.listed_masses(day, by="owner")["listed_kg"]
        shown = dict(zip(table["owners"], 1000 * table["mass_t"][at], strict=True))
        assert {owner: mass for owner, mass in shown.items() if mass} == pytest.approx(listed.to_dict())
        by_segment = {name: 1000 * mass for name, mass in table["segment_t"][at].items() if mass}
        assert by_segment == pytest.approx(station.listed_masses(day)["listed_kg"].to_dict())
        assert table["modules"][at] == len(station.modules(day))

    def test_masses_reach_the_browser(self):
        assert sent(widgets.assembly(), "mass_t") == pytest.approx(tables.growth()["mass_t"], abs=FLOAT32_T)

    def test_the_volume_is_that_of_the_listed_cylinders(self):
        """By hand: Zarya, PMA-1, Unity and PMA-2, length times the square of the diameter times pi / 4."""
        sizes = [(12.56, 4.11), (1.86, 1.9), (5.47, 4.57), (1.86, 1.9)]
        by_hand = sum(np.pi / 4 * across**2 * long for long, across in sizes)
        assert layout.cylinders_m3("1998-12-07") == pytest.approx(by_hand)

    def test_trusses_arm_and_platform_hold_no_air(self):
        eve, day = "2009-07-17", "2009-07-18"  # Kibo's platform
        assert layout.cylinders_m3(eve) == layout.cylinders_m3(day)
        assert layout.cylinders_m3("2001-04-21") == layout.cylinders_m3("2001-04-22")  # Canadarm2
        assert layout.cylinders_m3("2009-03-18") == layout.cylinders_m3("2009-03-19")  # S6

    def test_published_masses_stand_above_the_listed_ones_on_their_day(self):
        listed = tables.growth()["mass_t"].sum(axis=1).max()
        assert all(tonnes > 1.3 * listed for *_, tonnes in tables.marks())
        assert [round(tonnes, 1) for *_, tonnes in tables.marks()] == [
            *(419.7, 445.4, 461.2, 473.4, 459.3, 473.3),
        ]
        assert [year for _, _, year, _ in tables.marks()] == pytest.approx(
            [2020.84, 2022.11, 2023.16, 2023.17, 2024.17, 2024.9], abs=0.01
        )

    def test_all_fits_the_axes(self):
        table = tables.growth()
        assert max(tonnes for *_, tonnes in tables.marks()) < twin.FULL_T
        assert table["modules"].max() < twin.FULL_MODULES


class TestWords:
    @pytest.mark.parametrize(
        ("day", "said"),
        [
            (
                "1998-11-20",
                "20 November 1998: Zarya is launched, the first module, with 19.3 t of listed mass.",
            ),
            ("1998-12-07", "17 days after Zarya: PMA-1, Unity and PMA-2 join. The station has 4 modules"),
            ("2001-02-10", "Destiny joins and PMA-2 moves to Z1."),
            ("2007-10-01", "the wings of Zarya are folded."),
            ("2007-10-30", "P6 moves to P5."),
            ("2010-02-15", "Cupola moves to another port of Tranquility."),
            ("2021-07-26", "22.7 years after Zarya: Pirs leaves. The station has 33 modules"),
            (
                "2021-11-26",
                "23.0 years after Zarya: Prichal joins. The station has 35 modules, with 312.9 t of",
            ),
            ("2021-11-26", "listed mass: 77 % of it in the US segment, 23 % in the Russian."),
        ],
    )
    def test_sentence(self, day, said):
        assert said in widgets.assembly(day).sentence

    def test_every_module_joins_once(self):
        joined = [name for change in tables.changes() for name in change[0]]
        assert sorted(joined) == sorted(station.record()["name"])
        assert [name for change in tables.changes() for name in change[2]] == ["Pirs"]

    def test_every_change_changes_something(self):
        assert all(any(change) for change in tables.changes())

    def test_alt(self):
        alt = widgets.assembly("1998-11-20").alt
        assert (
            "on 20 November 1998 to scale" in alt and "1 module, 13 m along the flight and 25 m across" in alt
        )
        assert "(United States 19.3 t)" in alt

    def test_the_sum_is_never_called_the_station_s_mass(self):
        words = widgets.assembly().words
        assert "They are not the mass of the station, which the diamonds give" in words["note"]
        assert "445.4 t (11 February 2022)" in words["note"] and words["charts"]["mass"] == "Listed mass, t"
        for text in words["texts"]:
            assert not re.search(
                r"(weighs|mass of the station|station's mass)", text["sentence"] + text["alt"]
            )


class TestPicture:
    @pytest.mark.parametrize(
        ("given", "day", "modules"),
        [("2000-11-02", "2000-10-16", 7), ("2022-03-05", "2021-11-26", 35), ("1998-11-20", "1998-11-20", 1)],
    )
    def test_a_day_between_goes_to_the_change_before(self, given, day, modules):
        picture = widgets.assembly(given)
        assert (picture.date, picture.modules) == (day, modules)

    def test_what_the_hand_does_reaches_the_cell(self):
        picture = widgets.assembly()
        picture.set_state({"date": "2000-07-26"})
        assert picture.stop == 2 and "Zvezda joins" in picture.sentence

    @pytest.mark.parametrize(
        ("wrong", "kind", "said"),
        [
            ("1998-11-19", ValueError, "no station on 1998-11-19"),
            ("2026-06-09", ValueError, "until 2026-06-08"),
            ("soon", ValueError, "date must look like"),
            (2022, TypeError, "date must be"),
        ],
    )
    def test_other_dates_are_refused(self, wrong, kind, said):
        with pytest.raises(kind, match=said):
            widgets.assembly(wrong)

    def test_a_refused_date_leaves_the_picture_as_it_was(self):
        picture = widgets.assembly()
        with pytest.raises(ValueError, match="no station"):
            picture.date = "1990-01-01"
        with pytest.raises(traitlets.TraitError):
            picture.date = 2022
        assert picture.date == "2021-11-26"

    def test_the_page_is_small(self):
        assert len(widgets.assembly().to_html()) < PAGE_BYTES

    def test_the_question_is_computed(self):
        question = questions.named("u1-p2")
        assert question.computed == "23.0 years: Prichal joined on 26 November 2021"
        assert question.computed not in widgets.assembly(question="u1-p2").to_html()


class TestTwin:
    @pytest.mark.parametrize("view", VIEWS)
    @pytest.mark.parametrize("day", ("1998-11-20", "2007-10-30", "2021-11-26"))
    def test_it_draws_every_body_and_marks_what_is_new(self, view, day):
        ax = blank()[1]
        widgets.assembly(day).draw(ax, view)
        assert len(ax.patches) == len(layout.bodies(day))
        new = [body for body in layout.bodies(day) if body.module in tables.texts()[DAYS.index(day)]["new"]]
        assert sum(patch.get_linewidth() == 2 for patch in ax.patches) == len(new) > 0

    def test_its_steps_are_those_of_the_table(self):
        figure = widgets.assembly("2010-02-12").figure()
        *_, mass_ax, module_ax = figure.axes
        assert module_ax.lines[0].get_ydata()[-1] == 35
        assert len(mass_ax.collections) == len(tables.growth()["owners"])
