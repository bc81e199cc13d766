"""Text as it may stand in XML 1.0."""

from __future__ import annotations

import re
from html import escape

# https://www.w3.org/TR/xml/#charsets: no control characters but three, no surrogates.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold in any way."""
    return _ILLEGAL.sub("", text)


def xml_text(text: str) -> str:
    """The text as it may stand in an element."""
    return escape(legal(text), quote=False)


def xml_attribute(text: str) -> str:
    """The text as it may stand in a quoted attribute, its line breaks kept."""
    return escape(legal(text)).replace("\n", "&#10;")
