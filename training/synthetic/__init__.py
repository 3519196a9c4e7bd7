"""Synthetic quote trees: clauses of the treebanks re-arranged into the layouts of news quotes."""
