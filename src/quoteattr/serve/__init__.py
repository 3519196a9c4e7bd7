"""The engine behind HTTP: JSON for programs, a page for people.

FastAPI is imported here and nowhere else; the extra `quoteattr[serve]` brings it.
"""

from quoteattr.serve.application import create_app
from quoteattr.serve.limits import Limits

__all__ = ["Limits", "create_app"]
