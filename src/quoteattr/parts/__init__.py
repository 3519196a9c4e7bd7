"""Parts of the shipped spaCy pipeline that are our own; only `quoteattr.pipeline` puts them in.

Rules of sentence boundaries, features from word lists, and quicker ways to the same results.
"""
