"""Without a sandbox, for machines that have none (macOS, Windows): a fresh process for each submission.

It keeps answers apart from verdicts and ends what does not end. It does not keep a student's code from files,
the network or other processes: only for people whom one trusts.
"""

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile

from course.grading import hearing, sandbox, worker
from course.grading.inside.wire import Broken, Channel

START_S = 120.0
PROGRAM = "import sys; sys.path[:0] = [{path!r}]; from course.grading.inside.single import main; main()"


def run_carefully(job: dict) -> dict:
    """Run a job as `course.grading.worker.run_carefully` does, in an ordinary process."""
    return worker.carefully(job, run_job)


def run_job(job: dict) -> dict:
    """Run a job in a process of its own and return what came out."""
    with socket.socket() as listener, tempfile.TemporaryDirectory(prefix="grading-") as home:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        listener.settimeout(START_S)
        told = {"port": listener.getsockname()[1], "word": secrets.token_hex(16), "home": home}
        process = _start(told)
        try:
            connection, _ = listener.accept()
            with connection:
                channel = Channel(connection, most_bytes=hearing.MOST_BYTES)
                connection.settimeout(START_S)
                if channel.receive() != {"word": told["word"]}:
                    raise Broken("somebody else answered")
                heard = hearing.Hearing(channel, job)
                heard.listen()
                return heard.result()
        except OSError:
            raise Broken("its process did not start") from None
        finally:
            _end(process)


def _start(told):
    program = PROGRAM.format(path=str(sandbox.PACKAGE.parent))
    environment = {key: value for key, value in os.environ.items() if key != "COURSE_SECRET"}
    environment["NBGRADER_EXECUTION"] = "autograde"
    return subprocess.Popen(
        [sys.executable, "-c", program, json.dumps(told)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=told["home"],
        env=environment,
        start_new_session=os.name == "posix",
    )


def _end(process):
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
