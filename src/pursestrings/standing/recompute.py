"""A frozen answer held against the answer of today: what differs, field by field, and which facts made it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pursestrings import __version__
from pursestrings.errors import PursestringsError
from pursestrings.standing.cited import Json
from pursestrings.standing.engine import RULES, Engine
from pursestrings.standing.frozen import Edition, Frozen, ask_again, cited_by, fingerprint

_TOLD_APART = frozenset({"reasons", "register"})
_NAMES = ("id", "act", "notice", "fact", "condition")
_SHOWN = ("confidence", "checked", "known_since", "private", "sources")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field whose value is another now; None stands for a row that is only in the other answer."""

    field: str
    old: object
    new: object

    def as_json(self) -> Json:
        """The difference for machines."""
        return {"field": self.field, "old": self.old, "new": self.new}


@dataclass(frozen=True, slots=True)
class FactChanged:
    """A fact that both answers cite and whose content changed; `parts` are those of it that an answer shows."""

    id: str
    parts: tuple[str, ...]

    def as_json(self) -> Json:
        """The fact for machines."""
        return {"id": self.id, "parts": list(self.parts)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different now. `problem` says why the question can no longer be answered, if so.

    `edition` tells of program, rules and register; `fields` of the answers; `claims_gone` and `claims_new`
    are the sentences of the reasons that only one of the two has.
    """

    edition: tuple[Difference, ...]
    fields: tuple[Difference, ...] = ()
    cited_anew: tuple[str, ...] = ()
    no_longer_cited: tuple[str, ...] = ()
    changed: tuple[FactChanged, ...] = ()
    claims_gone: tuple[str, ...] = ()
    claims_new: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def same_answer(self) -> bool:
        """Whether the answer's values are what they were."""
        return not self.fields and self.problem is None

    @property
    def same(self) -> bool:
        """Whether nothing at all differs."""
        facts = self.cited_anew or self.no_longer_cited or self.changed
        claims = self.claims_gone or self.claims_new
        return self.same_answer and not self.edition and not facts and not claims

    def as_json(self) -> Json:
        """The comparison for machines."""
        return {
            "same": self.same,
            "same_answer": self.same_answer,
            "problem": self.problem,
            "fields": [one.as_json() for one in self.fields],
            "edition": [one.as_json() for one in self.edition],
            "cited_anew": list(self.cited_anew),
            "no_longer_cited": list(self.no_longer_cited),
            "changed_facts": [one.as_json() for one in self.changed],
            "claims_gone": list(self.claims_gone),
            "claims_new": list(self.claims_new),
        }


def compare(frozen: Frozen, engine: Engine) -> Comparison:
    """Ask the same question again and say what is different."""
    edition = tuple(_edition(frozen, engine))
    try:
        answers = ask_again(engine, frozen.question)
    except PursestringsError as error:
        return Comparison(edition, problem=error.line)
    now = [engine.as_json(answer) for answer in answers]
    cited = cited_by(engine, answers)
    facts = {name: fingerprint(one.fact) for name, one in cited.items()}
    gone, new = _claims(list(frozen.answers), now)
    return Comparison(
        edition=edition,
        fields=tuple(_answers(list(frozen.answers), now)),
        cited_anew=tuple(sorted(facts.keys() - frozen.facts.keys())),
        no_longer_cited=tuple(sorted(frozen.facts.keys() - facts.keys())),
        changed=tuple(_changed(frozen, facts, now)),
        claims_gone=gone,
        claims_new=new,
    )


def _edition(frozen: Frozen, engine: Engine) -> Iterator[Difference]:
    now = Edition.model_validate(engine.edition())
    names = ("version", "digest", "known_through", "overlays")
    pairs: list[tuple[str, object, object]] = [
        ("program", frozen.program, __version__),
        ("rules", frozen.rules, RULES),
        *((f"register.{name}", getattr(frozen.register_, name), getattr(now, name)) for name in names),
    ]
    yield from (Difference(name, old, new) for name, old, new in pairs if old != new)


def _answers(old: list[Json], new: list[Json]) -> Iterator[Difference]:
    """Answer by answer, by the condition; the one condition of a lone answer is not named in the fields."""
    alone = len(old) == len(new) == 1
    before = {str(one.get("condition")): one for one in old}
    after = {str(one.get("condition")): one for one in new}
    for name in {**before, **after}:
        path = "" if alone else name
        if name not in before or name not in after:
            old_verdict = before.get(name, {}).get("verdict")
            yield Difference(f"{name}.verdict", old_verdict, after.get(name, {}).get("verdict"))
            continue
        kept = [{key: value for key, value in one.items() if key not in _TOLD_APART}
                for one in (before[name], after[name])]  # fmt: skip
        yield from differences(kept[0], kept[1], path)


def differences(old: object, new: object, path: str) -> Iterator[Difference]:
    """Every field that differs between two JSON values; rows of a list are matched by what they are about."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from differences(old.get(key), new.get(key), f"{path}.{key}" if path else str(key))
    elif isinstance(old, list) and isinstance(new, list) and _rows(old) and _rows(new):
        before, after = _named(old), _named(new)
        for name in {**before, **after}:
            yield from differences(before.get(name), after.get(name), f"{path}[{name}]")
    else:
        yield Difference(path, old, new)


def _rows(values: list[object]) -> bool:
    return all(isinstance(value, dict) for value in values)


def _named(rows: list[object]) -> dict[str, object]:
    """Rows by what they are about; a second row about the same thing gets a number."""
    found: dict[str, object] = {}
    for row in rows:
        name = next((str(row[key]) for key in _NAMES if isinstance(row, dict) and key in row), "row")
        again = sum(key == name or key.startswith(f"{name} ") for key in found)
        found[f"{name} {again + 1}" if again else name] = row
    return found


def _changed(frozen: Frozen, facts: dict[str, str], now: list[Json]) -> Iterator[FactChanged]:
    before, after = _shown(list(frozen.answers)), _shown(now)
    for name in sorted(facts.keys() & frozen.facts.keys()):
        if facts[name] != frozen.facts[name]:
            old, new = before.get(name, {}), after.get(name, {})
            yield FactChanged(name, tuple(part for part in _SHOWN if old.get(part) != new.get(part)))


def _shown(answers: list[Json]) -> dict[str, Json]:
    """The facts of the answers' reasons as the answers show them, by id."""
    return {
        str(fact.get("id")): fact
        for node in _nodes(answers)
        for fact in _list(node.get("facts"))
        if isinstance(fact, dict)
    }


def _claims(old: list[Json], new: list[Json]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = Counter(str(node.get("claim")) for node in _nodes(old))
    after = Counter(str(node.get("claim")) for node in _nodes(new))
    return tuple((before - after).elements()), tuple((after - before).elements())


def _nodes(answers: list[Json]) -> Iterator[Json]:
    waiting = [node for answer in answers for node in _list(answer.get("reasons"))]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting = [*_list(node.get("because")), *waiting]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
