"""Who said what: quotations and their speakers, with exact offsets."""
