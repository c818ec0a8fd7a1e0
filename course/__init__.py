"""An open course about the International Space Station: compute what the press claimed."""

__version__ = "0.1.0"
