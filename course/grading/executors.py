"""Executors: threads of this program, each with a sandbox of its own, or the workers of a Dask cluster."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, ThreadPoolExecutor, wait

from course.grading import alone, worker

CLASS_FOR_TWO = 150  # below that a second sandbox takes longer to start than it saves
WINDOW = 8  # jobs that wait for a worker: a large class is never in memory as a whole


@contextlib.contextmanager
def local(
    jobs: int, *, trust: bool = False, ahead: bool = True
) -> Iterator[tuple[Executor, Callable[[dict], dict]]]:
    """Give threads and the function that they run; with `trust` without a sandbox.

    Sandboxes start `ahead` of the first job, while a gradebook is made; else with it.
    """
    with ThreadPoolExecutor(jobs, thread_name_prefix="grading") as pool:
        if trust:
            yield pool, alone.run_carefully
            return
        ready = [pool.submit(worker.warm) for _ in range(jobs if ahead else 0)]
        try:
            yield pool, worker.run_carefully
        finally:
            wait(ready)
            worker.cool_all()


@contextlib.contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, Callable[[dict], dict]]]:
    """Give the workers of a Dask cluster, which need the same course and bubblewrap, and no secret."""
    try:
        from distributed import Client
    except ImportError:
        raise ValueError(
            "--scheduler needs the package distributed: pip install 'iss-course[cluster]'"
        ) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise ValueError(f"no Dask scheduler answers at {address} ({error})") from None
    with client:
        if not client.scheduler_info()["workers"]:
            raise ValueError(f"the Dask scheduler at {address} has no workers")
        yield client.get_executor(pure=False, retries=1), worker.run_carefully


def results(
    executor: Executor, function: Callable[[dict], dict], jobs: Iterable[tuple], *, window: int
) -> Iterator[tuple]:
    """Yield (what came with a job, its result or exception) as jobs end.

    Parameters
    ----------
    jobs : iterable of (object, dict)
        Taken only as fast as they can be run.
    """
    waiting = {}
    for about, job in jobs:
        waiting[executor.submit(function, job)] = about
        while len(waiting) >= window:
            yield from _done(waiting)
    while waiting:
        yield from _done(waiting)


def _done(waiting):
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        about = waiting.pop(future)
        yield about, future.exception() or future.result()
