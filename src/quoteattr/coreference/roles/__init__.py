"""What the text says somebody is, and whom a description means by it.

`given_roles` reads the roles beside names, `descriptions` looks a description up among them.
"""
