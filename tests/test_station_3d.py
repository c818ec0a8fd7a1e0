"""The station in three dimensions without a browser: its faces, its parts, where they go, its words."""

import numpy as np
import pytest
import traitlets
from pictures import sent

from course import layout, relative, station, widgets
from course.orbits import period_s
from course.widgets import questions
from course.widgets.kit import solids
from course.widgets.kit.owners import OWNERS
from course.widgets.station_3d import parting
from course.widgets.station_3d import words as wording

DATE = "2022-03-05"
FLOAT32_M = 1e-3  # rounding of five kilometres to float32
CW_M = 1.0  # the linear equations are this far from two bodies after two laps, for 0.15 m/s
CORNER_M = 1e-3  # corners are sent to a tenth of a millimetre
PAGE_BYTES = 900_000  # three.js is 540,000 of them


pytestmark = pytest.mark.usefixtures("learner")


@pytest.fixture(scope="module")
def shown():
    return widgets.station_3d()


class TestFaces:
    @pytest.mark.parametrize("date", ["1998-12-07", "2005-01-01", DATE])
    def test_faces_fill_the_box_of_their_body(self, date):
        bodies = layout.bodies(date)
        faces = solids.faces(bodies)
        for at, body in enumerate(bodies):
            axes = np.array([body.axis, body.across, np.cross(body.axis, body.across)])
            inside = (faces.corners_m[faces.body == at] - body.centre_m) @ axes.T
            size = np.array([body.length_m, body.width_m, body.depth_m * (body.shape not in solids.FLAT)])
            assert np.allclose(np.ptp(inside.reshape(-1, 3), axis=0), size, atol=0.01 * body.width_m)

    def test_faces_of_closed_bodies_look_outward(self):
        bodies = layout.bodies(DATE)
        faces = solids.faces(bodies)
        middles = np.array([body.centre_m for body in bodies])[faces.body]
        outward = np.sum(solids.normals(faces.corners_m) * (faces.corners_m.mean(1) - middles), axis=1)
        flat = np.array([body.shape in solids.FLAT for body in bodies])[faces.body]
        assert (outward[~flat] > 0).all()

    def test_owners_differ_in_pattern_too(self):
        def pattern(module):
            (body,) = [one for one in layout.bodies(DATE) if one.module == module and one.part == "body"]
            return solids.faces([body]).tone[:48].tolist()

        patterns = [pattern(name) for name in ("Destiny", "Zvezda", "Columbus", "Kibo PM", "Canadarm2")]
        assert all(patterns.count(one) == 1 for one in patterns)
        assert set(patterns[0]) == {solids.PLAIN}
        (zarya,) = [one for one in layout.bodies(DATE) if one.module == "Zarya" and one.part == "body"]
        assert (solids.colour_role(zarya), solids.pattern_role(zarya)) == ("american", "russian")

    def test_every_owner_has_a_role_and_a_pattern(self):
        owners = set(station.record()["owner"])
        assert owners == set(OWNERS) and {one.role for one in OWNERS.values()} == set(solids.PATTERNS)


class TestParting:
    @pytest.mark.parametrize("cut", station.CUTS)
    def test_parts_and_speeds_are_those_of_the_models(self, cut):
        one = parting.parting(DATE, cut, "forward", 0.15)
        assert (one.stays, one.goes) == station.parts(DATE, cut=cut)
        fast, slow = relative.push_off_m_s(one.goes.mass_kg, one.stays.mass_kg, relative_m_s=0.15)
        assert one.speeds_m_s == (slow, fast) and fast - slow == pytest.approx(0.15)

    @pytest.mark.parametrize(
        ("push", "way"),
        [
            ("forward", {"along_m_s": 0.15}),
            ("backward", {"along_m_s": -0.15}),
            ("up", {"radial_m_s": 0.15}),
            ("sideways", {"cross_m_s": 0.15}),
        ],
    )
    def test_the_gap_is_that_of_clohessy_and_wiltshire(self, push, way):
        apart = parting.parting(DATE, "PMA-1/Zarya", push, 0.15).apart_m
        linear = relative.hill_motion(parting.LAPS * period_s(420), altitude_km=420, **way)
        expected = np.array([linear.along_m, linear.radial_m, -linear.cross_m])
        assert np.abs(apart - expected).max() < CW_M

    @pytest.mark.parametrize("cut", station.CUTS)
    @pytest.mark.parametrize("push", parting.PUSHES)
    def test_the_joint_points_where_the_push_goes(self, cut, push):
        one = parting.parting(DATE, cut, push, 0.15)
        assert np.allclose(one.turned @ one.turned.T, np.eye(3)) and np.linalg.det(one.turned) > 0
        there = {body.module: body for body in layout.bodies(DATE) if body.part == "body"}
        way = there[one.goes.name].centre_m - there[one.stays.name].centre_m
        if cut == "Zvezda/Nauka":
            way[0] = 0  # Nauka hangs at Zvezda's forward end
        assert np.allclose(one.turned @ way / np.linalg.norm(way), parting.PUSHES[push])

    def test_pushed_back_it_flies_as_it_usually_does(self):
        held = parting.parting(DATE, "PMA-1/Zarya", "backward", 0.15).turned
        nadir, forward = (held @ layout.DIRECTIONS[name] for name in ("nadir", "forward"))
        assert forward.tolist() == [1, 0, 0] and nadir.tolist() == [0, -1, 0]

    def test_only_joints_of_the_day_can_be_cut(self):
        assert parting.cuts("1999-01-01") == ("PMA-1/Zarya",)
        assert parting.cuts("2010-01-01") == ("PMA-1/Zarya", "Zarya/Zvezda")
        assert parting.cuts("1998-11-21") == ()


class TestWords:
    def test_after_one_lap_the_part_pushed_forward_is_behind(self):
        picture = widgets.station_3d()
        picture.laps = 1
        assert picture.sentence == (
            "One lap (93 minutes) after a push forward at 0.15 m/s, the part with Zarya is 2,510 m behind "
            "the rest. It lacks gyroscopes; the rest lacks propulsion and refuelling."
        )
        assert picture.sentence in picture.alt and "35 modules" in picture.alt
        assert "turned by 32 and tilted by −18 degrees" in picture.alt

    def test_at_the_cut_the_listed_masses_are_told(self, shown):
        for part in station.parts(DATE, cut="PMA-1/Zarya"):
            assert f"({part.mass_kg / 1000:.1f} t listed)" in shown.sentence

    @pytest.mark.parametrize(("push", "laps"), [("up", 1), ("up", 2), ("sideways", 0.5), ("sideways", 1)])
    def test_some_pushes_bring_it_back(self, push, laps):
        picture = widgets.station_3d()
        picture.push, picture.laps = push, laps
        assert "back at the rest: they meet" in picture.sentence

    @pytest.mark.parametrize("relative_m_s", [0.01, 0.15, 1.0])
    def test_nobody_meets_after_a_push_along_the_track(self, relative_m_s):
        picture = widgets.station_3d(relative_m_s=relative_m_s)
        for push in ("forward", "backward"):
            assert all(picture._places("PMA-1/Zarya", push)[1:])

    def test_what_each_part_lacks_follows_the_cut(self):
        picture = widgets.station_3d(cut="Zvezda/Nauka")
        assert "lacks gyroscopes, reboost, refuelling, life support and radio" in picture.sentence
        assert picture.sentence.endswith("lacks none of the eight functions.")

    def test_right_and_left_ahead_and_below(self):
        assert wording.where(33, -9.14, 0, farthest_m=35) == "9.1 m below and 33 m ahead of"
        assert wording.where(0, 0, -133.2, farthest_m=134) == "133 m left of"
        assert wording.where(0, 0.001, 0, farthest_m=100) == ""


class TestSent:
    def test_corners_and_kinds_are_those_of_the_faces(self, shown):
        corner = sent(shown, "corner").astype(int)
        assert np.abs(sent(shown, "points_m")[corner] - shown.faces.corners_m).max() < CORNER_M
        kind = sent(shown, "kind").astype(int)
        assert (kind // len(solids.MIXED) == shown.faces.body).all()
        assert (kind % len(solids.MIXED) == shown.faces.tone).all()

    def test_paths_and_sides_are_those_of_the_parting(self, shown):
        for at, cut in enumerate(shown.cuts):
            for push_at, push in enumerate(parting.PUSHES):
                one = parting.parting(DATE, cut, push, 0.15)
                assert np.abs(sent(shown, "path_m")[at, push_at] - one.paths_m).max() < FLOAT32_M
            side = {
                body.module for body, goes in zip(shown.bodies, sent(shown, "side")[at], strict=True) if goes
            }
            assert side == set(one.goes.modules)

    def test_the_joint_lies_where_both_modules_touch(self, shown):
        assert np.allclose(sent(shown, "joint_m")[:2], [(0, 0, 0), (-12.56, 0, 0)], atol=CORNER_M)

    @pytest.mark.parametrize("relative_m_s", [0.01, 0.15, 1.0])
    def test_no_part_is_drawn_below_the_ground(self, relative_m_s):
        picture = widgets.station_3d(relative_m_s=relative_m_s)
        lowest_m = sent(picture, "path_m")[:, :, :, 1].min(axis=(0, 2, 3))
        assert (sent(picture, "larger") * lowest_m > -420e3).all()

    def test_the_page_stays_modest(self, shown):
        assert len(shown.to_html()) < PAGE_BYTES

    def test_the_station_of_another_day(self):
        picture = widgets.station_3d("2000-01-01")
        assert [body.module for body in picture.bodies if body.part == "body"] == [
            *("Zarya", "PMA-1", "Unity", "PMA-2"),
        ]
        assert [words for _, _, words in picture.words["key"]] == [
            *("USA", "Zarya: Russian-built, US-owned"),
        ]


class TestTwin:
    @pytest.mark.parametrize("laps", [0, 0.25, 2])
    def test_the_twin_draws_every_face_and_both_paths(self, laps):
        picture = widgets.station_3d()
        picture.laps = laps
        (ax,) = picture.figure().axes
        assert len(ax.collections[0].get_paths()) == len(picture.faces.tone)
        assert [len(line.get_xdata()) for line in ax.lines] == 2 * [parting.FINE * picture.stop + 1]

    def test_the_reader_sees_ahead_to_the_right_and_up_above(self):
        assert np.allclose(solids.sight(0, 0), [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
        assert np.allclose(solids.sight(0, 90)[1:], [(0, 0, -1), (0, 1, 0)])
        for axes in (solids.sight(33, -18), solids.sight(-170, 70)):
            assert np.allclose(axes @ axes.T, np.eye(3)) and np.linalg.det(axes) > 0


class TestBadInput:
    @pytest.mark.parametrize("speed", [0, -0.1, float("nan"), 5, [0.1, 0.2]])
    def test_speeds_that_part_nothing_or_are_burns(self, speed):
        with pytest.raises(ValueError, match="relative_m_s"):
            widgets.station_3d(relative_m_s=speed)

    @pytest.mark.parametrize("date", ["1998-11-01", "2031-01-01"])
    def test_days_without_a_station(self, date):
        with pytest.raises(ValueError):
            widgets.station_3d(date)

    def test_a_day_without_a_joint(self):
        with pytest.raises(ValueError, match="no joint"):
            widgets.station_3d("1998-11-25")

    @pytest.mark.parametrize("cut", ["Unity/Destiny", "nowhere", "Zvezda/Nauka"])
    def test_cuts_that_the_day_does_not_offer(self, cut):
        with pytest.raises(ValueError, match="PMA-1/Zarya, Zarya/Zvezda on 2010-01-01"):
            widgets.station_3d("2010-01-01", cut=cut)

    @pytest.mark.parametrize(
        ("name", "value"),
        [("laps", -1), ("laps", 2.5), ("laps", float("nan")), ("tilt_deg", 91), ("turn_deg", 1000)],
    )
    def test_settings_out_of_range_lose_nothing(self, name, value):
        picture = widgets.station_3d()
        before = getattr(picture, name)
        with pytest.raises(ValueError, match=name):
            setattr(picture, name, value)
        assert getattr(picture, name) == before

    def test_a_push_that_does_not_exist(self, shown):
        with pytest.raises(traitlets.TraitError):
            shown.push = "down the drain"

    def test_values_between_stops_go_to_the_nearest_and_turns_once_round(self):
        picture = widgets.station_3d()
        picture.laps, picture.turn_deg = 0.99, 270
        assert (picture.laps, picture.turn_deg) == (1.0, -90.0)


def test_the_question_of_the_lesson_is_answered_by_the_model():
    asked = questions.named("u4-p1")
    assert asked.choices == ("ahead", "at the same place", "behind", "below")
    one_lap = float(relative.two_body_motion(period_s(420), altitude_km=420, along_m_s=0.15).along_m)
    assert one_lap < 0 and asked.computed.startswith(f"behind, by {-one_lap / 1000:.1f} km")
    picture = widgets.station_3d(question="u4-p1")
    assert "km" not in str(picture.question) and f"{picture.relative_m_s} m/s" in picture.question["text"]
