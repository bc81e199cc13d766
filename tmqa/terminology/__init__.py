"""The terminologist's desk: looking glossaries over, checking, explaining and changing them."""
