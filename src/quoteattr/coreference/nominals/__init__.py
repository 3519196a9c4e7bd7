"""Which words describe somebody who may speak: "the mayor", "two officials".

`finding` is the door.
"""
