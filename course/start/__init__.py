"""How the course starts: its environment, JupyterLab, the tests. At first it has the standard library only."""
