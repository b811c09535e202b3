"""The register as tables: one for each folder, whole, and flat ones of what a file holds many of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from pursestrings.register.checks.walk import models
from pursestrings.register.fields import read_words, says
from pursestrings.register.files import Entry
from pursestrings.register.kinds import FILE_KINDS, FileKind
from pursestrings.register.models.agreements import Agreement, AgreementFile
from pursestrings.register.models.base import Source
from pursestrings.register.models.courts import Act, Case
from pursestrings.register.models.local import FeatureAnswer, PlaceRecord, Policy, Rule
from pursestrings.register.models.money import Award, AwardFile
from pursestrings.register.order import ordered
from pursestrings.register.plain import plain

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its type as Frictionless names it, what it says, its values where they are a closed list.

    `nullable` marks a field that stands in every file, empty where it says nothing.
    """

    name: str
    type: str
    description: str
    required: bool = False
    nullable: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and how its rows are made from the entries of a register."""

    name: str
    description: str
    fields: tuple[Field, ...]
    rows: Callable[[list[Entry]], Iterator[Row]]
    key: str | None = None


def tables() -> list[Table]:
    """Every table: first the folders, which hold all there is, then the flat ones made from them."""
    return [*(_of_folder(kind) for kind in FILE_KINDS), *_flat()]


def _of_folder(kind: FileKind) -> Table:
    about = " ".join((kind.model.__doc__ or "").split("\n\n")[0].split())

    def rows(entries: list[Entry]) -> Iterator[Row]:
        return (plain(entry.thing) for entry in entries if entry.kind is kind)

    return Table(kind.folder, about, _fields(kind.model), rows, key="id")


def _fields(model: type[BaseModel], names: tuple[str, ...] | None = None) -> tuple[Field, ...]:
    words, hints = read_words(), get_type_hints(model, include_extras=True)
    return tuple(
        Field(
            name,
            _type(hints[name]),
            says(model, name, words) or "",
            required=model.model_fields[name].is_required() and not _nullable(hints[name]),
            nullable=model.model_fields[name].is_required() and _nullable(hints[name]),
            values=_values(hints[name]),
        )
        for name in names or ordered(model)
    )


_PLAIN: Final = {bool: "boolean", int: "integer", Decimal: "number"}


def _type(hint: Any) -> str:
    """The Frictionless type: nested values are JSON, partial dates are strings."""
    bare = _bare(hint)
    if get_origin(bare) is tuple:
        return "array"
    if get_origin(bare) is dict or issubclass(bare, BaseModel):
        return "object"
    return _PLAIN.get(bare, "string")


def _bare(hint: Any) -> Any:
    while True:
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        elif get_origin(hint) in {Union, UnionType}:
            hint = next(one for one in get_args(hint) if one is not NoneType)
        else:
            return hint


def _nullable(hint: Any) -> bool:
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return NoneType in get_args(hint)


def _values(hint: Any) -> tuple[str, ...]:
    bare = _bare(hint)
    return tuple(bare) if isinstance(bare, type) and issubclass(bare, StrEnum) else ()


_OF_ACT: Final = ("id", "date", "court", "kind", "citation", "outcome", "summary", "confidence")
_OF_POLICY: Final = (
    "id",
    "kind",
    "title",
    "citation",
    "adopted",
    "effective_from",
    "effective_until",
    "binds",
)
_OF_ANSWER: Final = ("answer", "basis", "clause", "confidence")
_OF_AWARD: Final = (
    "id", "fain", "program", "fiscal_year", "amount", "holder", "status", "through", "part_of", "confidence",
)  # fmt: skip
_OF_AGREEMENT: Final = ("place", "agency", "model", "listed_from", "listed_until")
_OF_SOURCE: Final = ("title", "publisher", "date", "url")


def _flat() -> Iterator[Table]:
    yield Table(
        "acts",
        "Each act of a court, with its case.",
        (Field("case", "string", "The case.", required=True), *_fields(Act, _OF_ACT)),
        _acts,
    )
    yield Table(
        "answers",
        "Each answer of a local policy or a state rule to the codebook.",
        (
            Field("place", "string", "The place, or the state of a rule.", required=True),
            Field("level", "string", "Whose rule it is.", values=("own", "state"), required=True),
            *(_either(own, rule) for own, rule in zip(*_both(_OF_POLICY), strict=True)),
            Field("feature", "string", "The feature of the codebook.", required=True),
            *_fields(FeatureAnswer, _OF_ANSWER),
        ),
        _answers,
    )
    yield Table("award_lines", "Each award, by its holder.", _fields(Award, _OF_AWARD), _awards)
    yield Table(
        "agreement_lines",
        "Each agreement under 8 U.S.C. 1357(g), as far as the list was seen.",
        (Field("state", "string", "The state.", required=True), *_fields(Agreement, _OF_AGREEMENT)),
        _agreements,
    )
    yield Table(
        "sources",
        "Each source of each fact.",
        (
            Field("kind", "string", "The kind of file.", required=True),
            Field("file", "string", "The id of the file.", required=True),
            Field("fact", "string", "The id of the fact in it, where it has one.", required=True),
            *_fields(Source, _OF_SOURCE),
        ),
        _sources,
    )


def _both(names: tuple[str, ...]) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """The columns as policies and as rules have them."""
    of_rule = tuple("binds_words" if name == "binds" else name for name in names)
    return _fields(Policy, names), _fields(Rule, of_rule)


def _either(own: Field, rule: Field) -> Field:
    """A column that holds what either has."""
    return replace(own, values=tuple(dict.fromkeys((*own.values, *rule.values))))


def _some(thing: BaseModel, names: tuple[str, ...]) -> Row:
    said = plain(thing)
    return {name: said[name] for name in names if name in said}


def _acts(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        if isinstance(entry.thing, Case):
            yield from ({"case": entry.thing.id, **_some(act, _OF_ACT)} for act in entry.thing.acts)


def _answers(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        if isinstance(entry.thing, PlaceRecord):
            for policy in entry.thing.policies:
                yield from _answered(entry.thing.place, "own", policy, policy.binds)
        if isinstance(entry.thing, Rule):
            yield from _answered(entry.thing.state, "state", entry.thing, entry.thing.binds_words)


def _answered(place: str, level: str, rule: Policy | Rule, binds: str) -> Iterator[Row]:
    shared = _some(rule, _OF_POLICY)
    for feature, answer in rule.answers.items():
        own = {"confidence": rule.confidence.value, **_some(answer, _OF_ANSWER)}
        yield {"place": place, "level": level, **shared, "binds": binds, "feature": feature, **own}


def _awards(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        if isinstance(entry.thing, AwardFile):
            yield from (_some(award, _OF_AWARD) for award in entry.thing.awards)


def _agreements(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        if isinstance(entry.thing, AgreementFile):
            for one in entry.thing.agreements:
                yield {"state": entry.thing.state, **_some(one, _OF_AGREEMENT)}


def _sources(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        for _, fact in models(entry.thing):
            whose = {
                "kind": entry.kind.name,
                "file": entry.thing.id,
                "fact": getattr(fact, "id", entry.thing.id),
            }
            for source in getattr(fact, "sources", ()):
                yield {**whose, **_some(source, _OF_SOURCE)}
