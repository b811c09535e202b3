"""A frozen answer: what was asked, what came out and from which facts, in a file that can be put on record.

The file holds a hash of each fact that the answer cites, so that a later look can say which of them changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pursestrings import __version__
from pursestrings.errors import FILE_MISSING, FILE_UNREADABLE, NOT_FROZEN, PursestringsError, Where
from pursestrings.places import get
from pursestrings.register.models.base import Fact
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Cited, Json
from pursestrings.standing.engine import RULES, Engine
from pursestrings.standing.reasons.tree import cited_once

SCHEMA: Final = "1"


class Asked(BaseModel):
    """The question as it was asked; `condition` may be a group."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: str
    place_name: str
    condition: str
    on: date
    as_known_on: date | None


class Edition(BaseModel):
    """The register at hand when the answer was frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    digest: str
    known_through: str
    overlays: tuple[str, ...]
    program: str


class Frozen(BaseModel):
    """A frozen answer. `facts` gives the hash of each fact cited, `private` whether one is the user's own."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    kind: Literal["frozen_answer"] = "frozen_answer"
    version: str = Field(alias="schema")
    frozen: datetime
    program: str
    rules: str
    register_: Edition = Field(alias="register")
    private: bool
    question: Asked
    answers: tuple[Json, ...]
    facts: dict[str, str]

    def text(self) -> str:
        """The file's content."""
        return json.dumps(self.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"


def freeze(engine: Engine, asked: str, answers: Sequence[Standing]) -> Frozen:
    """The answers to one question, by the name of the condition or group `asked`, ready to be filed."""
    question = answers[0].question
    cited = cited_by(engine, answers)
    return Frozen(
        version=SCHEMA,
        frozen=datetime.now(UTC).replace(microsecond=0),
        program=__version__,
        rules=RULES,
        register_=Edition.model_validate(engine.edition()),
        private=any(one.private for one in cited.values()),
        question=Asked(
            place=question.place.ocd,
            place_name=question.place.label,
            condition=asked,
            on=question.on,
            as_known_on=question.known,
        ),
        answers=tuple(engine.as_json(answer) for answer in answers),
        facts={name: fingerprint(one.fact) for name, one in sorted(cited.items())},
    )


def ask_again(engine: Engine, question: Asked) -> list[Standing]:
    """The same question of the program and register at hand; errors as `Engine.standing` raises them."""
    place = get(question.place)
    names = engine.conditions(question.condition)
    return [engine.standing(place, name, question.on, question.as_known_on) for name in names]


def cited_by(engine: Engine, answers: Sequence[Standing]) -> dict[str, Cited]:
    """Every fact that the reasons of the answers cite, by id."""
    return {name: one for answer in answers for name, one in cited_once(engine.reason(answer)).items()}


def fingerprint(fact: Fact) -> str:
    """A SHA-256 of what a fact says; the order of its fields and those left at their defaults do not count."""
    content = fact.model_dump(mode="json", exclude_defaults=True)
    whole = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def read_frozen(path: Path) -> Frozen:
    """The frozen answer in a file. Raises FILE_MISSING, FILE_UNREADABLE, or NOT_FROZEN saying what is wrong."""
    where = Where(str(path))
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PursestringsError(FILE_MISSING, where=where) from None
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise PursestringsError(FILE_UNREADABLE, where=where, why=why) from None
    except (ValueError, RecursionError):
        raise PursestringsError(NOT_FROZEN, where=where, why="it is not JSON") from None
    if not isinstance(found, dict) or found.get("kind") != "frozen_answer":
        raise PursestringsError(NOT_FROZEN, where=where, why="it is some other JSON")
    if found.get("schema") != SCHEMA:
        why = f"it is of version {found.get('schema')!r}, and this program knows {SCHEMA!r}"
        raise PursestringsError(NOT_FROZEN, where=where, why=why)
    try:
        return Frozen.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(step) for step in first["loc"])
        raise PursestringsError(NOT_FROZEN, where=where, why=f"{field}: {first['msg']}") from None
