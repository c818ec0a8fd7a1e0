"""Hearing of one submission: what its process says while it runs, none of it believed."""

import time

from course.grading.inside.wire import Broken, Channel, Late, TooMuch

CELL_S = 60.0  # for one cell, as with nbgrader
CALL_S = 5.0  # for one call: the recorder's own limit
GRACE_S = 3.0  # after which a call that ignores its limit is ended
WHOLE_S = 600.0  # for one submission
START_S = 120.0  # for a warm process to get ready
MOST_BYTES = 8_000_000  # that one submission may say


class Hearing:
    """One submission's messages, none believed: each question once, each answer to a call just made."""

    def __init__(self, channel: Channel, job: dict) -> None:
        self.channel, self.job = channel, job
        self.records, self.called, self.shown, self.flags = {}, {}, {}, []
        self.at, self.died = 0, None
        self.ends = time.monotonic() + job.get("whole_s", WHOLE_S)
        self.asked = {item["exercise"] for item in job["items"] if item["kind"] == "check"}

    def listen(self) -> None:
        """Hear until the end, a death, or a limit."""
        deadline = self._in(START_S)
        try:
            self.channel.connection.settimeout(START_S)
            told = {"items": self.job["items"], "models": self.job["models"], "call_s": self._call_s}
            self.channel.send(told)
            while not (message := self._message(deadline)).get("ends"):
                deadline = self._heard(message) or self._in(self._cell_s)
        except Late:
            self._dies("it did not come to an end")
        except TooMuch:
            self._dies("it said more than a submission may say")
        except Broken:
            self._dies("its process ended")

    def result(self, overdrawn: bool = False) -> dict:
        """Return what was heard, as plain data."""
        if overdrawn:
            self._flag("it took more memory than a submission may have")
        return {
            "records": self.records,
            "called": self.called,
            "shown": self.shown,
            "flags": self.flags,
            "died": self.died,
        }

    @property
    def _cell_s(self):
        return self.job.get("cell_s", CELL_S)

    @property
    def _call_s(self):
        return self.job.get("call_s", CALL_S)

    def _in(self, seconds):
        return min(self.ends, time.monotonic() + seconds)

    def _message(self, deadline):
        message = self.channel.receive(deadline=deadline)
        if not isinstance(message, dict):
            raise Broken("what came is no message")
        return message

    def _heard(self, message):
        if self._is_cell(message.get("begins")):
            self.at = message["begins"]
        elif self._is_cell(message.get("shown")):
            self._keep_shown(message)
        elif self._expected(message.get("absent"), message.get("exercise")):
            self.records[message["exercise"]] = {"absent": message["absent"]}
        elif self._expected(message.get("asks"), message.get("asks")):
            self._ask(message["asks"])
        else:
            self._flag("it sent messages that no notebook sends")
            raise Broken("out of turn")

    def _expected(self, text, exercise):
        """Return whether an exercise is asked for, for the first time."""
        known = isinstance(text, str) and isinstance(exercise, str)
        return known and exercise in self.asked and exercise not in self.records

    def _is_cell(self, number):
        items = self.job["items"]
        return type(number) is int and 0 <= number < len(items) and items[number]["kind"] == "code"

    def _flag(self, text):
        if text not in self.flags:
            self.flags.append(text)

    def _keep_shown(self, message):
        outputs = message.get("outputs")
        if message["shown"] not in self.shown and isinstance(outputs, list):
            self.shown[message["shown"]] = outputs
        if message.get("cut"):
            self._flag("a cell showed more than is kept")

    def _ask(self, exercise):
        """Hand out the inputs of one exercise, shown and hidden ones, and take one answer for each."""
        self.at, calls = exercise, []
        self.records[exercise] = {"calls": calls}
        self.called[exercise] = []
        self.channel.send({"inputs": self.job["inputs"][exercise]})
        for _ in self.job["inputs"][exercise]:
            message = self._message(self._in(self._call_s + GRACE_S))
            answer = message.get("answers")
            if not isinstance(answer, dict) or not isinstance(answer.get("calls"), list):
                raise Broken("no answer to a call")
            calls += answer["calls"][:1]
            called = message.get("called")
            self.called[exercise].append([str(name) for name in called] if isinstance(called, list) else [])
            if "never_ended" in (calls[-1] if calls and isinstance(calls[-1], dict) else {}):
                return

    def _dies(self, why):
        self.died = self.at
        self.records.pop(self.at, None)
        where = f"in {self.at}" if isinstance(self.at, str) else f"in cell {self.at + 1}"
        self.flags.append(f"{where}: {why}")
