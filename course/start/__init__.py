"""How the course starts: its environment, JupyterLab, the tests. Needs the standard library alone, at first."""
