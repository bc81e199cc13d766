"""What the HTML pages share: the look, and rows of aligned sentences."""

from tmqa.page.rows import Mark, rows
from tmqa.page.text import (
    CONFIDENCES,
    SEVERITIES,
    SOURCE,
    TARGET,
    asset,
    badge,
    escape,
    file_name,
    prose,
    style,
    table,
    visible,
)

__all__ = [
    "CONFIDENCES",
    "SEVERITIES",
    "SOURCE",
    "TARGET",
    "Mark",
    "asset",
    "badge",
    "escape",
    "file_name",
    "prose",
    "rows",
    "style",
    "table",
    "visible",
]
