"""Language knowledge: tables and pure functions for English and Georgian, no input or output."""
