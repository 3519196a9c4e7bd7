"""`python -m benchmarks`: the command line."""

from benchmarks.app import main

main()
