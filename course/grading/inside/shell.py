"""An IPython shell without a kernel: it runs cells and keeps what they show, as a notebook would."""

import io
import sys
from types import SimpleNamespace

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

MOST_TEXT = 100_000  # characters that one cell prints
MOST_SHOWN = 1_000_000  # characters of what one cell shows, pictures included
CUT = "\n... cut: more was printed than is kept ...\n"


class Outputs:
    """What one cell has shown so far, up to a limit."""

    def __init__(self):
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.kept, self.text_left, self.shown_left = [], MOST_TEXT, MOST_SHOWN
        self.was_cut = False

    def write(self, name: str, text: str) -> None:
        """Keep a printed text."""
        if self.text_left <= 0:
            return
        if len(text) > self.text_left:
            text, self.was_cut = text[: self.text_left] + CUT, True
            self.text_left = 0
        self.text_left -= len(text)
        last = self.kept[-1] if self.kept else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        else:
            self.kept.append({"output_type": "stream", "name": name, "text": text})

    def show(self, output: dict, display_id: str | None = None, update: bool = False) -> None:
        """Keep something rich, or put it in the place of what has the same identity."""
        size = sum(len(str(value)) for value in output.get("data", {}).values())
        size += sum(map(len, output.get("traceback", ())))
        if size > self.shown_left:
            self.was_cut = True
            self.write("stderr", CUT)
            return
        self.shown_left -= size
        output = dict(output, display_id=display_id) if display_id else output
        if update:
            for k, one in enumerate(self.kept):
                if one.get("display_id") == display_id:
                    self.kept[k] = dict(output, output_type=one["output_type"])
            return
        self.kept.append(output)

    def taken(self) -> list[dict]:
        """Return what was kept, as a notebook stores it."""
        return [{key: value for key, value in one.items() if key != "display_id"} for one in self.kept]


OUTPUTS = Outputs()


class Stream(io.TextIOBase):
    """Standing for stdout and stderr."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, name: str) -> None:
        self.name = name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        OUTPUTS.write(self.name, text)
        return len(text)


class Publisher(DisplayPublisher):
    """What ``display`` hands on."""

    def publish(
        self,
        data: dict,
        metadata: dict | None = None,
        source: object = None,
        *,
        transient: dict | None = None,
        update: bool = False,
        **_: object,
    ) -> None:
        output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        OUTPUTS.show(output, (transient or {}).get("display_id"), update)

    def clear_output(self, wait: bool = False) -> None:
        OUTPUTS.clear()


class Hook(DisplayHook):
    """What the last line of a cell shows."""

    def write_output_prompt(self) -> None:
        """Print no ``Out[3]:``."""

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        output = {"output_type": "execute_result", "data": format_dict, "metadata": md_dict or {}}
        OUTPUTS.show({**output, "execution_count": self.shell.execution_count if self.shell else None})

    def finish_displayhook(self) -> None:
        """End no line."""


class Shell(InteractiveShell):
    """Runs the cells of one notebook."""

    kernel: SimpleNamespace  # what widgets look for

    def init_display_pub(self) -> None:
        self.display_pub = Publisher(parent=self, shell=self)

    def init_displayhook(self) -> None:
        super().init_displayhook()
        self.displayhook = Hook(parent=self, shell=self, cache_size=0)
        self.display_trap.hook = self.displayhook

    def ask_exit(self) -> None:
        """Stay: ``exit()`` in a cell ends nothing in a notebook that is run from top to bottom."""

    def enable_gui(self, gui: object = None) -> None:
        """Start no event loop."""

    def _showtraceback(self, etype, evalue, stb):
        texts = {"ename": etype.__name__, "evalue": _text(evalue), "traceback": list(stb)}
        OUTPUTS.show({"output_type": "error", **texts})

    def shown_by(self, source: str) -> tuple[list[dict], bool]:
        """Run a cell and return what it shows, and whether some of it was cut."""
        OUTPUTS.clear()
        self.run_cell(source, store_history=True)
        return OUTPUTS.taken(), OUTPUTS.was_cut


def make_shell() -> Shell:
    """Return the shell, warm: what the first cell would pay for is paid here."""
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.IPKernelApp.parent_appname = "notebook"  # what tqdm looks for
    shell = Shell.instance(config=config)
    shell.kernel = SimpleNamespace(comm_manager=None, session=None)
    shell.run_cell("1 + 1", store_history=True)
    shell.run_cell("%timeit -n 1 -r 1 1", store_history=True)
    shell.reset(new_session=True)
    shell.execution_count = 1
    OUTPUTS.clear()
    return shell


def stand_in() -> None:
    """Let print and errors reach the notebook, and nothing else."""
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")


def _text(value):
    try:
        return str(value)
    except BaseException:
        return ""
