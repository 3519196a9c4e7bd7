"""`python -m quoteattr`."""

from __future__ import annotations

from quoteattr.cli import main

if __name__ == "__main__":
    main()
