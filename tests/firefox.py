"""Firefox as tests drive it: by WebDriver BiDi over its own socket, with no driver between."""

import json
import re
import shutil
import subprocess

_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


def find_firefox():
    """Return the path of a Firefox on this machine, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """A window without a display; `urls` asked for and `errors` written to the console are kept."""

    def __init__(self, path, profile):
        from websocket import create_connection

        command = [path, "--headless", "--remote-debugging-port=0", "--no-remote", "--profile", str(profile)]
        self.process = subprocess.Popen([*command, "about:blank"], stderr=subprocess.PIPE, text=True)
        found = (_LISTENS.search(line) for line in self.process.stderr)
        address = next(filter(None, found))[1]
        self._socket = create_connection(f"{address}/session", suppress_origin=True, timeout=60)
        self._number, self.urls, self.errors = 0, [], []
        self.ask("session.new", capabilities={})
        self._tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def ask(self, method, **parameters):
        """Send a command and return its result; events that come before it are noted."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            said = json.loads(self._socket.recv())
            if said.get("id") == self._number:
                assert said["type"] == "success", said
                return said["result"]
            if said.get("method") == "network.beforeRequestSent":
                self.urls.append(said["params"]["request"]["url"])
            elif said.get("method") == "log.entryAdded" and said["params"]["level"] in ("error", "warn"):
                self.errors.append(said["params"]["text"])

    def open(self, url):
        self.ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, script):
        """Return the value of an expression, waited for if it is a promise."""
        told = self.ask(
            "script.evaluate", expression=script, target={"context": self._tab}, awaitPromise=True
        )
        return told["result"].get("value")

    def wait(self, script):
        """Return the first value of an expression that is not false, looked at before each frame."""
        return self.run(
            f"new Promise((done) => {{ const look = () => {{ const value = {script};"
            " value ? done(value) : requestAnimationFrame(look); }; look(); })"
        )

    def close(self):
        self._socket.close()
        self.process.terminate()
        self.process.wait(30)
        self.process.stderr.close()
