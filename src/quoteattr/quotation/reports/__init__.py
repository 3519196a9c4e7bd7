"""What a cue reports: content, clause and addressee.

`rules` has the ordered table of rules, `frames` and `line` what they read, `weighed` what no rule
of form decides.
"""
