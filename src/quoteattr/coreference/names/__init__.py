"""What is a name, and which names mean the same.

`finding` tells which capitalised words are names, `naming` whom each of them means.
"""
