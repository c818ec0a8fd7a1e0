"""Sphinx settings of the site; `course.site` builds it and says which lessons it holds."""

from course import __version__

project = "Does it fly over Russia?"
author = "The authors of the course"
copyright = "text and figures CC BY 4.0, code BSD 3-Clause"
release = version = __version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "course.site.mathml",
    "course.site.extension",
]
exclude_patterns = ["conf.py"]
nb_execution_mode = "off"  # the lessons come with their outputs
nb_ipywidgets_js = {}  # otherwise each page asks two servers for scripts
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]
myst_enable_extensions = ["dollarmath", "amsmath", "colon_fence", "deflist", "substitution"]
myst_substitutions = {"version": version}
myst_heading_anchors = 3
html_math_renderer = "mathml"
suppress_warnings = ["myst.header", "mystnb.mime_priority"]

html_theme = "furo"
html_title = project
html_static_path = ["static"]
html_css_files = ["site.css", "pictures.css"]
# The first is what all pictures share, once for all pages.
html_js_files = ["pictures.js", "predicted.js", "reach.js", "links.js", "doors.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # a summary is fetched, which a page from a file may not
html_theme_options = {"navigation_with_keys": False}
html_use_index = False
html_domain_indices = False
pygments_style = "a11y-high-contrast-light"

autodoc_typehints = "none"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
