"""A check that is run before the cell of its function: Python stops before the check is called, and says why.

The name is looked up first, so the notebook itself has to be told: IPython asks `told` about each NameError.
"""

import ast
import linecache
import textwrap
from types import TracebackType

_LINE = 76  # characters, as for all messages of a check


def watch() -> None:
    """Let a notebook tell of a check that is run too early; elsewhere do nothing."""
    import sys

    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None and not getattr(shell, "custom_exceptions", None):
        shell.set_custom_exc((NameError,), _show)


def told(error: NameError, traceback: TracebackType | None) -> str | None:
    """Return the sentence on a check that was run too early, None for any other NameError.

    Parameters
    ----------
    error : NameError
    traceback : traceback
        Where it came from; only a cell's own line counts, not a line inside a function.
    """
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None or traceback.tb_frame.f_code.co_name != "<module>":
        return None
    source = "".join(linecache.getlines(traceback.tb_frame.f_code.co_filename))
    if error.name not in _checked(source):
        return None
    return f"Not yet: there is no function {error.name} yet. Did you run the cell that defines it?"


def _checked(source):
    """Return the names that a cell hands to check or grade."""
    try:
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    except SyntaxError:
        return set()
    of_checks = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id in ("check", "grade")]
    return {part.id for one in of_checks for part in one.args[1:] if isinstance(part, ast.Name)}


def _show(shell, kind, error, traceback, tb_offset=None):
    """Show the sentence in the place of a traceback, and any other NameError as ever."""
    text = told(error, traceback)
    if text:
        error._render_traceback_ = lambda: textwrap.wrap(text, _LINE)  # the name that IPython looks for
    shell.showtraceback((kind, error, traceback), tb_offset=tb_offset, running_compiled_code=True)
