"""Builders of the data files: each makes what `course/data/SOURCES.toml` says of it, from its source."""

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "course" / "data"
