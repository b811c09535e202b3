"""He and she: of those named or heard before, the likeliest by a ranker whose weights are data.

`training/speakers.py` fits the weights (`data/pronoun_weights.json`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from pursestrings.reading.people.chaining import Reference
from pursestrings.reading.people.known import Known

FAR: Final = 6
"""How many passages back somebody may have been named or heard; the story's main people may be farther."""

# What counts differently by where in its sentence the pronoun stands.
_BY_PLACE: Final = ("here", "subject here", "subject before", "spoke last", "object", "passages", "share")

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody spoke: a person, or under `thing` a body, a group or a paper."""

    passage: int
    person: Known | None
    thing: str | None
    offset: int
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands before a pronoun at `offset`: who was named, who spoke, and who the story is about.

    `references` and `turns` are those within reach, in order. `fame` gives how often each person is named in
    the document, by identity; `headline` who stands in the headline. `inside` is who speaks the words that the
    pronoun belongs to, `quoted` whether these are quoted, and from where on. `tag` tells that the pronoun follows a
    quotation of its sentence ("…," she said), `opens` that it begins its sentence.
    """

    offset: int
    passage: int
    sentence: int
    references: Sequence[Reference]
    turns: Sequence[Turn]
    fame: dict[int, int]
    headline: frozenset[int]
    main: Sequence[Known] = ()
    inside: Known | None = None
    quoted: int | None = None
    tag: bool = False
    opens: bool = False


def person_meant(scene: Scene, sex: str) -> Known | None:
    """The person meant by a pronoun; they are taken to be of its sex from then on."""
    person = likeliest(scene, lambda known: known.sex in {None, sex})
    if person is not None:
        person.sex = person.sex or sex
    return person


def likeliest(scene: Scene, able: Callable[[Known], bool]) -> Known | None:
    """Of those who can be meant the one for whom most speaks."""
    some = [pair for pair in rivals(scene) if able(pair[0])]
    if not some:
        return None
    found = [(known, nearest(row, position)) for position, (known, row) in enumerate(some)]
    return max(found, key=lambda pair: score(pair[1], weights()))[0]


def score(found: Features, weighed: Features) -> float:
    """How much speaks for somebody."""
    return sum(weighed.get(name, 0.0) * value for name, value in found.items())


def nearest(found: Features, position: int) -> Features:
    """The features of one of those who remain when the sex has ruled out the others, the last named first."""
    return found | {"last named": float(position == 0)}


@cache
def weights() -> Features:
    """The weight of each feature."""
    text = (files("pursestrings.reading") / "data" / "pronoun_weights.json").read_text(encoding="utf-8")
    return {name: float(value) for name, value in json.loads(text).items()}


def rivals(scene: Scene) -> list[tuple[Known, Features]]:
    """Everybody whom a pronoun might mean, of either sex, the one named last first."""
    by_person: dict[int, list[Reference]] = {}
    people: dict[int, Known] = {}
    for reference in reversed(scene.references):
        by_person.setdefault(id(reference.person), []).append(reference)
        people.setdefault(id(reference.person), reference.person)
    for turn in reversed(scene.turns):
        if turn.person is not None:
            people.setdefault(id(turn.person), turn.person)
    for person in scene.main:
        people.setdefault(id(person), person)
    spoke = _turns(scene.turns)
    return [
        (
            person,
            _placed(
                scene,
                _named(scene, by_person.get(key, ())) | _heard(scene, person, spoke) | _known(scene, person),
            ),
        )
        for key, person in people.items()
    ]


def _placed(scene: Scene, found: Features) -> Features:
    """Some features once more for a pronoun that follows a quotation, begins a sentence or stands within one."""
    kind = "tag" if scene.tag else ("opens" if scene.opens else "within")
    return found | {f"{kind}, {name}": found[name] for name in _BY_PLACE if name in found}


def _turns(turns: Iterable[Turn]) -> list[Turn]:
    """The turns of persons, the last first."""
    return [turn for turn in reversed(list(turns)) if turn.person is not None and turn.thing is None]


def _known(scene: Scene, person: Known) -> Features:
    """What is known of somebody in the whole document."""
    most = max(scene.fame.values(), default=1)
    return {
        "share": scene.fame.get(id(person), 0) / most,
        "main": float(scene.fame.get(id(person), 0) == most),
        "headline": float(id(person) in scene.headline),
        "sex unknown": float(person.sex is None),
        "says I": float(scene.inside is person and scene.quoted is not None),
        "tells": float(scene.inside is person and scene.quoted is None),
    }


def _named(scene: Scene, own: Sequence[Reference]) -> Features:
    """How somebody was named before the pronoun; `own` has the last one first."""
    if not own:
        return {"far": 1.0}
    last = own[0]
    away = scene.passage - last.passage
    here = [one for one in own if one.passage == scene.passage and one.sentence == scene.sentence]
    before = [one for one in own if _is_before(scene, one)]
    other_voice = last.quoted and not (scene.quoted is not None and last.start >= scene.quoted)
    return {
        "passages": float(min(away, FAR)),
        "passage before": float(away == 1),
        "sentences": float(min(scene.sentence - last.sentence, 4)) if away == 0 else 0.0,
        "here": float(bool(here)),
        "subject here": float(any(one.subject for one in here)),
        "subject before": float(any(one.subject for one in before)),
        "subject": float(last.subject),
        "object": float(last.object),
        "owner": float(last.owner),
        "quoted": float(other_voice),
        "often": math.log(len(own)),
        "in passage": math.log1p(sum(one.passage == scene.passage for one in own)),
        "introduced": float(last.end - last.start > len(last.person.surname) + 1),
    }


def _is_before(scene: Scene, one: Reference) -> bool:
    """Whether somebody was named in the sentence right before that of the pronoun."""
    if scene.sentence:
        return one.passage == scene.passage and one.sentence == scene.sentence - 1
    return one.passage == scene.passage - 1


def _heard(scene: Scene, person: Known, spoke: Sequence[Turn]) -> Features:
    """Whether and when somebody spoke; `spoke` has the last turn first."""
    at = next((number for number, turn in enumerate(spoke) if turn.person is person), None)
    if at is None:
        return {"silent": 1.0}
    turn = spoke[at]
    away = scene.passage - turn.passage
    return {
        "spoke last": float(at == 0),
        "spoke last here": float(at == 0 and away == 0),
        "spoke last before": float(at == 0 and away == 1),
        "spoke here": float(away == 0),
        "spoke before": float(away == 1),
        "spoke passages": float(min(away, FAR)),
        "spoke in sentence": float(away == 0 and turn.sentence == scene.sentence),
    }
