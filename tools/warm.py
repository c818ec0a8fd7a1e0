"""Warm kernels: Jupyter kernels forked from one process that has imported what each of them needs.

A notebook that is graded in a second waits two more for its kernel, which imports ipykernel, NumPy, pandas
and the course again. nbgrader starts kernels through one of Jupyter's provisioners; this one asks Python's
own fork server for them. All that follows the start is the kernel's and nbgrader's.
"""

import multiprocessing
import os
from importlib.metadata import EntryPoint
from multiprocessing.context import ForkServerProcess
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

NAME = "warm"
LAUNCHER = "ipykernel_launcher"  # the command of a Python kernel: python -m LAUNCHER -f FILE
IMPORTED = ["ipykernel.kernelapp", "ipykernel.zmqshell", "numpy", "pandas", "course.checks"]


class WarmProvisioner(LocalProvisioner):
    """Provisioner of kernels that are forked instead of started."""

    async def launch_kernel(
        self,
        cmd: list[str],
        **kwargs: Any,  # Any: as Popen takes them
    ) -> KernelConnectionInfo:
        """Fork the kernel that a command would start; return how to reach it."""
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        environment = {**kwargs["env"], "JPY_PARENT_PID": str(os.getpid())}
        forked = _SERVER.Process(target=_be_a_kernel, args=(arguments, environment, kwargs.get("cwd")))
        forked.start()
        self.process = _Forked(forked)
        self.pid = self.pgid = forked.pid
        return self.connection_info


class _Forked:
    """A forked process under the names of `subprocess.Popen`, which provisioners use."""

    stdin = stdout = stderr = None

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process
        self.kill, self.terminate = process.kill, process.terminate

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self.poll()

    def send_signal(self, number: int) -> None:
        if self._process.pid is not None:
            os.kill(self._process.pid, number)


def use() -> None:
    """Let every kernel that this process starts be a warm one."""
    _SERVER.set_forkserver_preload(IMPORTED)
    factory = KernelProvisionerFactory.instance()
    here = f"{__name__}:{WarmProvisioner.__name__}"
    factory.provisioners[NAME] = EntryPoint(NAME, here, KernelProvisionerFactory.GROUP_NAME)
    factory.default_provisioner_name = NAME


def _be_a_kernel(arguments, environment, folder):
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()  # so that a signal to its group reaches what it has started, and nothing else
    os.environ.clear()
    os.environ.update(environment)
    if folder:
        os.chdir(folder)
    IPKernelApp.launch_instance(arguments)


_SERVER = multiprocessing.get_context("forkserver")
