"""Which words report, and how likely: the lexicon of cues, and counts for words of no sure kind."""
