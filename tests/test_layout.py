"""Where everything is: bodies that touch, a station as large as NASA says, right on every day."""

import numpy as np
import pytest

from course import layout, station

TOUCH_M = 1e-9  # bodies are placed end to end: only rounding parts them
OVERLAP_M = 0.2  # of the boxes around two bodies; Leonardo is round and its box meets the truss 0.15 m deep
# NASA, International Space Station Size & Mass (facts and figures, as of 2014)
MODULES_M, TRUSS_M, ARRAYS_M = 51.0, 109.0, 73.0
SIZE_TOLERANCE_M = 1.0  # listed lengths of modules leave out what they overlap at a joint
DAYS = layout.days()


def own(date):
    return {body.module: body for body in layout.bodies(date) if body.part == "body"}


def reach(bodies, axis):
    along = np.concatenate([body.corners_m[:, axis] for body in bodies])
    return along.min(), along.max()


class TestSize:
    def test_the_pressurised_modules_reach_as_far_as_nasa_says(self):
        line = [own("2022-03-05")[name] for name in ("PMA-2", "Zvezda")]
        aft, forward = reach(line, 0)
        assert forward - aft == pytest.approx(MODULES_M, abs=SIZE_TOLERANCE_M)

    def test_truss_and_wings_reach_as_far_as_nasa_says(self):
        wings = [body for body in layout.bodies("2022-03-05") if body.module == "S3/S4"]
        aft, forward = reach(wings, 0)
        assert layout.size_m("2022-03-05")[1] == pytest.approx(TRUSS_M, abs=SIZE_TOLERANCE_M)
        assert forward - aft == pytest.approx(ARRAYS_M, abs=SIZE_TOLERANCE_M)

    def test_the_truss_is_the_same_on_both_sides(self):
        there = own("2022-03-05")
        mirror = np.array([1, -1, 1])
        for starboard, port in (("S1", "P1"), ("S3/S4", "P3/P4"), ("S5", "P5"), ("S6", "P6")):
            assert np.allclose(there[starboard].corners_m.max(0)[1], -there[port].corners_m.min(0)[1])
            assert np.allclose(there[starboard].centre_m, mirror * there[port].centre_m)


@pytest.mark.parametrize("date", DAYS)
class TestEveryDay:
    def test_each_module_has_one_body_and_each_body_a_module(self, date):
        names = station.modules(date)["name"].tolist()
        found = layout.bodies(date)
        assert [body.module for body in found if body.part == "body"] == names
        assert {body.module for body in found} == set(names)
        assert len({(body.module, body.part) for body in found}) == len(found)

    def test_what_is_joined_touches(self, date):
        there = own(date)
        for row in station.modules(date).itertuples():
            if not row.parent:
                continue
            child, parent = there[row.name], there[row.parent]
            if child.shape == "arm":
                root = child.ends_m[0] - parent.centre_m
                assert np.hypot(*root[1:]) == pytest.approx(parent.width_m / 2)
                continue
            out = np.array(layout.DIRECTIONS[row.port])
            surfaces = parent.corners_m @ out, child.corners_m @ out
            assert abs(surfaces[0].max() - surfaces[1].min()) < TOUCH_M, row.name
            low, high = (np.array([f(body.corners_m, axis=0) for body in (child, parent)])
                         for f in (np.min, np.max))  # fmt: skip
            shared = high.min(0) - low.max(0)
            assert (shared[out == 0] > 0.5 * min(child.width_m, parent.width_m)).all(), row.name

    def test_nothing_lies_inside_another(self, date):
        bodies = [body for body in layout.bodies(date) if body.shape != "arm"]
        low, high = (np.array([f(body.corners_m, axis=0) for body in bodies]) for f in (np.min, np.max))
        shared = np.minimum(high[:, None], high) - np.maximum(low[:, None], low)
        inside = np.triu(shared.min(axis=-1) >= OVERLAP_M, k=1)
        names = [(body.module, body.part) for body in bodies]
        assert [(names[one], names[other]) for one, other in np.argwhere(inside)] == []

    def test_every_body_has_its_axes_and_sizes(self, date):
        for body in layout.bodies(date):
            assert body.shape in layout.SHAPES
            assert np.linalg.norm(body.axis) == pytest.approx(1) == np.linalg.norm(body.across)
            assert abs(body.axis @ body.across) < TOUCH_M
            assert min(body.length_m, body.width_m, body.depth_m) > 0


class TestPlaces:
    def test_the_russian_side_lies_aft_of_the_joint_and_the_rest_forward(self):
        russian = station.parts("2022-03-05")[1].modules
        for name, body in own("2022-03-05").items():
            behind = body.centre_m[0] < 0
            assert behind == (name in russian), name

    def test_columbus_is_to_starboard_kibo_to_port_cupola_looks_down(self):
        there = own("2022-03-05")
        assert there["Columbus"].centre_m[1] > 0 > there["Kibo PM"].centre_m[1]
        assert there["Cupola"].axis @ layout.DIRECTIONS["nadir"] == 1

    def test_p6_stood_on_z1_with_its_wings_across_until_2007(self):
        for date, axis, wing in (("2005-01-01", "zenith", 1), ("2008-01-01", "port", 0)):
            parts = {body.part: body for body in layout.bodies(date) if body.module == "P6"}
            assert parts["body"].axis @ layout.DIRECTIONS[axis] == 1
            assert all(abs(body.axis[wing]) == 1 for part, body in parts.items() if part != "body")

    def test_zaryas_wings_are_folded_in_2007(self):
        counts = [
            sum(body.module == "Zarya" for body in layout.bodies(date))
            for date in ("2007-09-30", "2007-10-01")
        ]
        assert counts == [3, 1]

    def test_the_arm_is_as_long_as_listed(self):
        booms = [body for body in layout.bodies("2022-03-05") if body.module == "Canadarm2"]
        assert sum(body.length_m for body in booms) == pytest.approx(17.6)
        assert np.allclose(booms[0].ends_m[1], booms[1].ends_m[0])


def test_days_are_those_on_which_something_moved():
    days = layout.days()
    assert days == sorted(set(days)) and days[0] == "1998-11-20"
    assert {"2021-07-26", "2007-10-01", "2015-05-27"} < set(days)  # Pirs left; wings folded; Leonardo moved


@pytest.mark.parametrize("date", ["1998-11-19", "2030-01-01", "no day"])
def test_days_that_the_course_does_not_know_are_refused(date):
    with pytest.raises(ValueError):
        layout.bodies(date)
