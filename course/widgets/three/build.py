"""Make ``three.js``: the part of three.js that the pictures use, in one file that asks nobody for anything.

    python course/widgets/three/build.py

Needs npm. The versions stand in ``package.json``, the hashes of what npm fetches in ``package-lock.json``.
Put the hash that is printed into ``SOURCES.toml``.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
VERSIONS = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
BANNER = (
    f"/* three {VERSIONS['three']}, MIT licence (file LICENSE), bundled by esbuild {VERSIONS['esbuild']} */"
)
OPTIONS = ("--bundle", "--minify", "--format=iife", "--global-name=THREE", "--target=es2022")


def main():
    """Fetch the pinned versions into a folder for the moment and write the bundle and its licence."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", "entry.js"):
            shutil.copy(HERE / name, folder)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True)
        modules = Path(folder) / "node_modules"
        made = Path(folder) / "three.js"
        command = [modules / ".bin" / "esbuild", "entry.js", *OPTIONS, f"--banner:js={BANNER}"]
        subprocess.run([*command, f"--outfile={made}"], cwd=folder, check=True)
        shutil.copy(made, HERE / "three.js")
        shutil.copy(modules / "three" / "LICENSE", HERE / "LICENSE")
    print("three.js", hashlib.sha256((HERE / "three.js").read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
