"""How the shipped pipeline is made: from open treebanks, by one seeded command.

python -m training train --data ../shared/data --out build/model --seed 1
"""
