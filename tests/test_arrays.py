"""Arrays on their way to a browser: nothing is lost that can be seen, and both sides read the same bytes."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from course.widgets.kit.arrays import STEPS, Rounded, pack, unpack

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "course" / "widgets" / "kit" / "js" / "arrays.cases.json"  # vitest reads them too
FLOATS = st.floats(width=32, allow_nan=True, allow_infinity=False)
SHAPES = arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=7)


@given(arrays.arrays("<f4", SHAPES, elements=FLOATS))
def test_floats_come_back_bit_by_bit(values):
    back = unpack(*pack({"a": values}))["a"]
    assert back.shape == values.shape and back.tobytes() == values.tobytes()


@given(arrays.arrays("<f4", SHAPES, elements=st.floats(-1e6, 1e6, width=32) | st.just(np.nan)))
def test_what_is_rounded_comes_back_within_half_a_step(values):
    back = unpack(*pack({"a": Rounded(values)}))["a"]
    np.testing.assert_array_equal(np.isnan(back), np.isnan(values))
    if np.isfinite(values).any():
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        float32 = 1e-7 * max(abs(low), abs(high))  # the last bit of what both sides keep
        assert np.nanmax(np.abs(back.astype(float) - values)) <= (high - low) / STEPS / 2 + float32


def test_several_arrays_lie_side_by_side():
    given = {"a": np.arange(6.0).reshape(2, 3), "b": Rounded([1.0, np.nan, 3.0]), "c": [], "d": 7.25}
    back = unpack(*pack(given))
    assert back["a"].tolist() == [[0, 1, 2], [3, 4, 5]] and back["d"] == 7.25 and back["c"].shape == (0,)
    assert back["b"][[0, 2]].tolist() == [1, 3] and np.isnan(back["b"][1])


def test_the_same_arrays_give_the_same_bytes():
    values = np.sin(np.arange(3000.0)).reshape(30, 100)
    assert pack({"a": values}) == pack({"a": values})


def test_a_drawing_travels_small():
    """A coast, thinned to a grid: two bytes and differences instead of four bytes."""
    turn = np.linspace(0, 6.28, 5000)
    coast = np.round(np.stack([90 * np.cos(turn), 60 * np.sin(3 * turn)], axis=1), 1)
    assert len(pack({"a": Rounded(coast)})[0]) < 0.25 * coast.astype("<f4").nbytes


@pytest.mark.parametrize("case", json.loads(CASES.read_text("utf-8")), ids=lambda case: case["name"])
def test_python_reads_the_cases_that_javascript_reads(case):
    back = unpack(base64.b64decode(case["packed"]), case["where"])
    for name, wanted in case["values"].items():
        found = [None if np.isnan(each) else each for each in back[name].reshape(-1).tolist()]
        assert found == [each if each is None else float(np.float32(each)) for each in wanted]
