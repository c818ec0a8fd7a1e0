"""Commands of ``python -m course``: a table, and the set-up before each of them."""

import argparse
import importlib
import sys

from course.start import bootstrap, launch
from course.start.bootstrap import RUN, TEST

COMMANDS = {  # name: (where its main(argv) is, the pins it needs, what the help says)
    "lab": (
        "course.start.launch:lab",
        RUN,
        "open the lessons in JupyterLab (--port N, --no-browser, --teacher)",
    ),
    "test": (
        "course.start.launch:test",
        TEST,
        "run the tests (--long: all of them); further words go to pytest",
    ),
    "release": ("course.grading.handout:release", RUN, "write what a class gets: release UNIT (a ZIP)"),
    "collect": ("course.grading.collect:collect", RUN, "take what students handed in: collect UNIT FILE ..."),
    "grade": ("course.grading.commands:grade", RUN, "grade a unit of a class: grade UNIT (--help says more)"),
    "feedback": ("course.grading.feedback:feedback", RUN, "write each student's page: feedback UNIT"),
    "export": ("course.grading.export:export", RUN, "write the grades as a table: export UNIT"),
    "report": ("course.grading.report:report", RUN, "write a page that shows how the class did: report UNIT"),
    "forget": ("course.grading.forget:forget", RUN, "delete everything of one student: forget NAME"),
    "publish": (
        "course.publish.command:publish",
        RUN,
        "write your own page: the article judged by you, with your numbers (--out FILE, --name NAME)",
    ),
    "site": ("course.site.maker:main", TEST, "build the pages that open from a file (--out DIR)"),
    "prove": (
        "tools.prove:main",
        RUN,
        "show that right and wrong answers are graded as they should be",
    ),
}


def main(argv: list[str]) -> int:
    """Set up what is missing, then run one command.

    Parameters
    ----------
    argv : list of str
        Name of the command, then its own arguments.

    Returns
    -------
    int
        Exit code; 0 when all is well.
    """
    parser = argparse.ArgumentParser(
        prog="python3 -m course",
        description="An open course about the International Space Station.\n"
        "The first command makes an environment in .venv, which takes about two minutes, once.",
        epilog="commands:\n" + "\n".join(f"  {name:<10}{words}" for name, (_, _, words) in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", nargs="?", choices=COMMANDS, metavar="COMMAND", help="one of those below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="what the command takes")
    given = parser.parse_args(argv)
    if given.command is None:
        parser.print_help()
        return 0
    if given.command == "lab":
        launch.options(given.arguments)  # a slip of the finger shows now, not after the set-up
    target, pins, _ = COMMANDS[given.command]
    module, function = target.split(":")
    try:
        if module.startswith("tools.") and not (bootstrap.ROOT / "tools").is_dir():
            raise bootstrap.SetupError(f"`{given.command}` needs a checkout of the course: run it there.")
        bootstrap.enter(bootstrap.ROOT, argv, pins)
        return int(getattr(importlib.import_module(module), function)(given.arguments) or 0)
    except bootstrap.SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. Start again to go on.\n")
        return 130
