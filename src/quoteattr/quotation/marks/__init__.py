"""What marks set off: from characters alone to quoted stretches, before any parse.

`quoted` is the door; `pairing` decides which marks belong together, `screening` what they hold.
"""
