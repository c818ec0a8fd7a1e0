"""What a lesson takes: the memory of its kernel, all cells run, beside that of a kernel that ran nothing.

Memory is read from Linux; elsewhere there are no rows.
"""

import re
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from benchmarks.measure import Row

ROOT = Path(__file__).resolve().parent.parent
MOST_MB = 300  # Binder gives 1 GB for JupyterLab and all lessons that are open


def rows():
    """Yield a row for each lesson."""
    if not Path("/proc/self/status").exists():
        return
    bare = peak_mb(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]))
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        taken = peak_mb(nbformat.read(path, as_version=4))
        yield Row(
            f"memory of the kernel of {path.stem}", taken, bare, "MB", "a bare kernel", MOST_MB, of="ours"
        )


def peak_mb(book):
    """Return the most memory that the kernel of a notebook takes, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(book, timeout=300, resources={"metadata": {"path": folder}})
        with client.setup_kernel():
            for at, cell in enumerate(book.cells):
                client.execute_cell(cell, at)
            status = Path(f"/proc/{client.km.provisioner.process.pid}/status").read_text("utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1.024e-3
