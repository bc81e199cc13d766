"""The lexicographer's desk: what the lexicon knows, how much of a text, and what it could learn."""
