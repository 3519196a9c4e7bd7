"""Where a content that follows its cue ends: the places where it may, their signs, the choice."""
