"""English: words, abbreviations, numbers and lemmas."""
