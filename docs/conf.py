"""Settings of Sphinx."""

from __future__ import annotations

from importlib.metadata import version as installed_version

project = "quoteattr"
author = "The quoteattr developers"
version = release = installed_version("quoteattr")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"quoteattr {version}"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
