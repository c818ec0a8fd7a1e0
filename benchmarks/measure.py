"""How the benchmarks measure: ours and its rival in one run, by turns; medians; ratios.

Processor time is used where possible, because other work may share the machine. Memory and imports are
measured in fresh processes.
"""

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes
    ----------
    what : str
        What was done.
    ours, rival : float
        The two measurements, in `unit`; ``rival`` is ``nan`` where a bar stands alone.
    unit : str
    rival_is : str
        What the rival is, in a few words.
    at_most : float
        The bar.
    of : {"ratio", "ours"}
        Which number the bar is about.
    """

    what: str
    ours: float
    rival: float
    unit: str
    rival_is: str
    at_most: float
    of: str = "ratio"

    @property
    def ratio(self):
        """Ours divided by the rival's."""
        return self.ours / self.rival

    @property
    def holds(self):
        """Whether the bar holds; a measurement that failed (nan) does not."""
        return bool((self.ratio if self.of == "ratio" else self.ours) <= self.at_most)

    @property
    def bar(self):
        """The bar in words."""
        return f"<= {self.at_most:g} x" if self.of == "ratio" else f"<= {self.at_most:g} {self.unit}".rstrip()


def processor_s(work):
    """Return the processor time that a function takes, in s, all threads together."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def wall_s(work):
    """Return the time on the clock that a function takes, in s: for work done by other processes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def by_turns(*works, repeats=5, timer=processor_s):
    """Return the median time of each function, in s, run by turns so that all see the same machine."""
    taken = [[timer(work) for work in works] for _ in range(repeats)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def fresh(code):
    """Run a script in a fresh interpreter and return what its last line of output says, read as JSON."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


_PEAK = """
import json
def resident(field):
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(field))
    except OSError:  # not Linux: the peak is all there is
        import resource, sys
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
{setup}
before = resident("VmRSS:")
{work}
print(json.dumps(max(0, resident("VmHWM:") - before)))
"""


def peak_bytes(setup, work):
    """Return by how many bytes the memory of a fresh process grows, at its peak, while it works.

    Parameters
    ----------
    setup, work : str
        Python code; what the set-up takes does not count.
    """
    return fresh(_PEAK.format(setup=setup, work=work))
