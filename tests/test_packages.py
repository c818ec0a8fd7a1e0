"""pip, run quietly: one clear sentence when it fails."""

import pytest

from course.start import packages


@pytest.mark.parametrize(
    "line, sentence",
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError('<pip._vendor...",
            "network does not",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "not the one the course",
        ),
        ("ERROR: No matching distribution found for scipy==1.17.1", "use one from 3.11 to 3.13"),
        ("ERROR: Could not install ...: [WinError 5] Access is denied: 'x.pyd'", "close the programs"),
        ("ERROR: something new", "the lines above are pip's own"),
    ],
)
def test_a_failure_ends_in_one_sentence_below_pips_last_lines(line, sentence):
    told = packages.explain(["Collecting scipy==1.17.1"] * 20 + [line, "ERROR: the end"]).splitlines()
    assert f"    {line}" in told
    assert len(told) <= 10
    assert sentence in told[-1]


def test_settings_that_would_bring_foreign_packages_in_are_left_out(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PIP_TARGET", "/somewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:3128")
    variables = packages.environment()
    assert "PYTHONPATH" not in variables and "PIP_TARGET" not in variables
    assert variables["PIP_USER"] == "0"
    assert variables["HTTPS_PROXY"] == "http://127.0.0.1:3128"
