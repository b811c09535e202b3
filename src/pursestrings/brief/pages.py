"""A brief as Markdown and as one HTML page."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pursestrings.brief.money import dollars, due_words, stake_words


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pursestrings.brief"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = lambda value: str(value).replace("_", " ")
    environment.filters["dollars"] = dollars
    environment.filters["stake"] = stake_words
    environment.filters["deadline"] = due_words
    return environment


def render(brief: dict[str, Any], form: str) -> str:
    """The brief as `html` or `md`. Text of documents and sources is escaped in HTML."""
    return _environment().get_template(f"brief.{form}").render(brief=brief)
