"""Start-up: environment, JupyterLab, tests; with the standard library alone at first."""
