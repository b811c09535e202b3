"""Facts: each has a source, answers only what the codebook asks, and names no private person."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.errors import FIELD_WRONG, PRIVATE_PERSON, SOURCE_MISSING, PursestringsError
from pursestrings.register.checks.walk import parts, wrong
from pursestrings.register.files import Files
from pursestrings.register.models.base import Confidence, Fact
from pursestrings.register.models.local import Basis, Codebook, FeatureAnswer, Policy, PolicyKind, Rule
from pursestrings.register.models.people import Official, Statement


def sourceless(files: Files) -> Iterator[PursestringsError]:
    """Facts without a source that are not marked as recalled."""
    for entry, path, fact in parts(files):
        if isinstance(fact, Fact) and not fact.sources and fact.confidence is not Confidence.RECALLED:
            yield wrong(SOURCE_MISSING, entry, path)


def answers(files: Files) -> Iterator[PursestringsError]:
    """Features and answers that the codebook does not have, and practices that claim a text."""
    for entry, path, model in parts(files):
        if not isinstance(model, (Policy, Rule)):
            continue
        for feature, answer in model.answers.items():
            why = _outside(files.codebook, feature, answer) or _unread(model, answer)
            if why:
                hint = "See register/codebook.yaml."
                yield wrong(FIELD_WRONG, entry, (*path, "answers", feature), why=why, hint=hint)


def _outside(codebook: Codebook, feature: str, answer: FeatureAnswer) -> str | None:
    known = codebook.features.get(feature)
    if known is None:
        return f"the codebook has no feature {feature!r}"
    if known.number and answer.answer.isdigit():
        return None
    codes = set(answer.answer.replace(",", " ").split()) if known.list_of else {answer.answer}
    strange = codes - set(known.answers) - set(known.list_of)
    return f"{', '.join(sorted(strange))} is no answer to {feature}" if strange else None


def _unread(rule: Policy | Rule, answer: FeatureAnswer) -> str | None:
    """What is done is in no text: a practice is known from those who tell of it."""
    practice = isinstance(rule, Policy) and rule.kind is PolicyKind.PRACTICE
    return "a practice rests on no text" if practice and answer.basis is Basis.TEXT else None


def private(files: Files) -> Iterator[PursestringsError]:
    """Whoever is named holds an office, or speaks for a body or a place."""
    for entry in files.entries:
        thing = entry.thing
        if isinstance(thing, Official) and not thing.offices:
            yield wrong(PRIVATE_PERSON, entry, ("offices",))
        if isinstance(thing, Statement) and not (thing.role or thing.organization or thing.place):
            yield wrong(PRIVATE_PERSON, entry, ("speaker",))
