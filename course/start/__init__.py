"""How the course starts: its environment, JupyterLab, the tests; with the standard library alone at first."""
