"""Python in the browser: exercises that run on the reader's own machine, nothing installed (JupyterLite)."""

from course.site.lite.jupyterlite import FOLDER, HELD, LiteError, build

__all__ = ["FOLDER", "HELD", "LiteError", "build"]
