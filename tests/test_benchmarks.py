"""The benchmark table itself: a bar that is missed, or could not be measured, must show."""

import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # benchmarks/ is no installed package

from benchmarks import run
from benchmarks.measure import Row, by_turns, fresh, peak_bytes, processor_s


@pytest.mark.parametrize(
    ("ours", "rival", "of", "holds"),
    [
        (1.0, 1.0, "ratio", True),
        (1.1, 1.0, "ratio", False),
        (0.9, 0.1, "ratio", False),
        (0.9, math.nan, "ours", True),
        (1.1, 5.0, "ours", False),
        (math.nan, 1.0, "ratio", False),
        (1.0, math.nan, "ratio", False),
        (math.nan, 1.0, "ours", False),
    ],
)
def test_a_bar_holds_or_not(ours, rival, of, holds):
    row = Row("work", ours, rival, "s", "a rival", 1, of=of)
    assert row.holds is holds
    assert run.cells(row)[-1] == ("yes" if holds else "NO")


def stand_in(monkeypatch, *found):
    """Let the runner find one module of rows only."""

    class Module:
        @staticmethod
        def rows():
            yield from found

    monkeypatch.setattr(run.importlib, "import_module", lambda name: Module)


def test_the_exit_code_says_whether_all_bars_hold(monkeypatch, capsys):
    good = Row("quick work", 1, 2, "s", "a rival", 0.6)
    bad = Row("slow work", 2, 1, "s", "a rival", 0.6)
    stand_in(monkeypatch, good)
    assert run.main(["ground"]) == 0
    stand_in(monkeypatch, good, bad)
    assert run.main(["ground"]) == 1
    shown = capsys.readouterr()
    assert "| slow work | 2 s | 1 s | a rival | 2 | <= 0.6 x | NO |" in shown.out
    assert shown.err.strip() == "1 bars do not hold: slow work"


def test_unknown_rows_are_refused(capsys):
    assert run.main(["nothing"]) == 2
    assert "choose from" in capsys.readouterr().err


def test_times_and_memory_are_measured():
    short, long = by_turns(lambda: sum(range(1000)), lambda: sum(range(300_000)), repeats=3)
    assert 0 <= short < long
    assert processor_s(lambda: None) >= 0
    assert fresh("print('noise'); print([1, 2])") == [1, 2]
    megabytes = (
        peak_bytes("", "block = bytearray(50_000_000); block[::4096] = bytes(len(block[::4096]))") / 1e6
    )
    assert 45 < megabytes < 120
