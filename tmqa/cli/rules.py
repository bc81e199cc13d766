"""`tmqa rules` and `tmqa schema`: what tmqa says about itself."""

from __future__ import annotations

import click


@click.command()
@click.argument("rule", required=False)
def rules(rule: str | None) -> None:
    """List the rules, or print the page of one RULE with its examples.

    Example: tmqa rules term-deprecated
    """
    from tmqa.rulebook import rule_page, rule_table

    click.echo(rule_page(rule) if rule else rule_table())


@click.command()
def schema() -> None:
    """Print the JSON Schema of `tmqa check --format json`.

    Example: tmqa schema > report.schema.json
    """
    from tmqa.report.json import json_schema

    click.echo(json_schema(), nl=False)
