"""The code reads as one hand wrote it: ruff's rules and its format, as pyproject.toml sets them."""

import subprocess
import sys
from pathlib import Path

import pytest

from course.site import maker

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids=" ".join)
def test_ruff_has_nothing_to_say(command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_nothing_made_by_a_build_is_kept():
    """A build that is killed leaves its folder; who adds all there is would add it."""
    asked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if asked.returncode:
        pytest.skip("this is no checkout")
    tops = {path.split("/")[0] for path in asked.stdout.splitlines()}
    assert {top for top in tops if top.startswith(".")} == {
        *(".ci", ".gitattributes", ".github", ".gitignore", ".npmrc", ".pre-commit-config.yaml"),
    }
    ignored = subprocess.run(["git", "check-ignore", "-q", f"{maker.HALF_MADE}x/made"], cwd=ROOT)
    assert ignored.returncode == 0
