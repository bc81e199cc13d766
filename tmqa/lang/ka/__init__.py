"""Georgian: letters, words, endings and word-form matching."""
