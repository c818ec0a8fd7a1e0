"""JavaScript: types, rules, form and the tests of its modules, by the tools that `package.json` pins."""

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import js

ROOT = Path(__file__).resolve().parent.parent
TSC, BIOME = ("node_modules/typescript/bin/tsc",), ("node_modules/@biomejs/biome/bin/biome", "ci")
VITEST = ("node_modules/vitest/vitest.mjs", "run", "--dir", "course/widgets")


@pytest.mark.parametrize("command", [TSC, BIOME, VITEST], ids=["types", "rules and form", "tests"])
def test_the_tools_have_nothing_to_say(node, command):
    done = subprocess.run([node, *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_old_node_is_told_from_a_new_one(monkeypatch):
    monkeypatch.setattr(js, "from_wheel", lambda: None)
    monkeypatch.setattr(js.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(js, "version", lambda path: (18, 19))
    with pytest.raises(RuntimeError, match=r"needs Node 22\.12 or newer: pip install .* \(found 18\.19\)"):
        js.find()
    monkeypatch.setattr(js, "version", lambda path: (24, 1))
    assert js.find() == (["/usr/bin/node"], ["/usr/bin/npm"])


def test_no_node_is_one_sentence(monkeypatch):
    monkeypatch.setattr(js, "from_wheel", lambda: None)
    monkeypatch.setattr(js.shutil, "which", lambda name: None)
    with pytest.raises(RuntimeError, match="none found"):
        js.find()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_linked_folder_of_tools_is_used_as_it_is(tmp_path, monkeypatch):
    """Nothing is installed: npm would fetch, and empty the folder behind the link first."""
    calls = []
    monkeypatch.setattr(js, "ROOT", tmp_path)
    monkeypatch.setattr(js, "find", lambda: (["node"], ["npm"]))
    monkeypatch.setattr(
        js.subprocess, "run", lambda *words, **_: calls.append(words) or SimpleNamespace(returncode=0)
    )
    (tmp_path / "package-lock.json").write_text("{}", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "node_modules"
    link.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert js.install() == "node" and calls == []
    link.unlink()
    assert js.install() == "node" and len(calls) == 1
