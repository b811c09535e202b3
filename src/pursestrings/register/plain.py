"""A fact as plain data, as its file would hold it: what is left out there is left out here."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pursestrings.dates import PartialDate
from pursestrings.register.models.base import Source
from pursestrings.register.order import ordered

Json = dict[str, Any]


def plain(thing: BaseModel) -> Json:
    """The fields that say something, in the order of a file; a model reads them back as the same thing."""
    fields = type(thing).model_fields
    found = {
        name: plain_value(value)
        for name in ordered(type(thing))
        if _said(fields[name], value := getattr(thing, name))
    }
    # A source without a date says so; that is no date left out.
    return found | {"date": "undated"} if isinstance(thing, Source) and thing.date is None else found


def _said(field: FieldInfo, value: Any) -> bool:
    return field.is_required() or (value != field.get_default(call_default_factory=True))


def plain_value(value: Any) -> Any:
    """A field's value as text, number, truth, list or mapping."""
    if isinstance(value, BaseModel):
        return plain(value)
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, (PartialDate, Decimal)):
        return str(value)
    return value.value if isinstance(value, StrEnum) else value
