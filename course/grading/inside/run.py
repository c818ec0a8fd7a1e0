"""One submission from the first cell to the last, and its functions asked at the checks' places."""

from course.checks.recorder import record
from course.grading.inside import models
from course.grading.inside.shell import Shell
from course.grading.inside.wire import Channel


def run(channel: Channel, shell: Shell, job: dict) -> None:
    """Run a job and send what it shows and answers.

    Parameters
    ----------
    channel : Channel
    shell : Shell
    job : dict
        ``items`` in order: ``{"kind": "code", "source": ...}`` or ``{"kind": "check", "exercise": ...,
        "function": ...}``; ``models`` maps exercises to functions of the course that are not to be called;
        ``call_s`` is the limit of one call.
    """
    watch = models.watch(job["models"])
    later = []
    for number, item in enumerate(job["items"]):
        if item["kind"] == "code":
            channel.send({"begins": number})
            outputs, was_cut = shell.shown_by(item["source"])
            _send_shown(channel, number, outputs, was_cut)
        elif callable(shell.user_ns.get(item["function"])):
            _answer(channel, shell, item, watch, job["call_s"])
        else:
            later.append(item)
    for item in later:  # defined further down than its check, or not at all
        _answer(channel, shell, item, watch, job["call_s"])
    channel.send({"ends": True})


def _send_shown(channel, number, outputs, was_cut):
    try:
        channel.send({"shown": number, "outputs": outputs, "cut": was_cut})
    except (TypeError, ValueError, RecursionError):  # somebody shows what no notebook can store
        channel.send({"shown": number, "outputs": [], "cut": True})


def _answer(channel, shell, item, watch, limit_s):
    function = shell.user_ns.get(item["function"])
    if not callable(function):
        channel.send({"absent": record(function, [])["absent"], "exercise": item["exercise"]})
        return
    channel.send({"asks": item["exercise"]})
    for inputs in channel.receive()["inputs"]:
        with watch(item["exercise"]) as called:
            answer = record(function, [inputs], time_limit_s=limit_s)
        channel.send({"answers": answer, "called": sorted(called)})
        if "never_ended" in answer["calls"][0]:
            return
