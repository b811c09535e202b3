"""Random small histories for properties of the law: made-up orders, what became of them, and notices."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from pursestrings.dates import PartialDate
from pursestrings.places import get
from pursestrings.register.index import Register
from pursestrings.register.models.scope import Scope
from pursestrings.standing.orders.scope import Reached, reach
from tests.standing.world import (
    BOSTON,
    CHELSEA,
    CHICAGO,
    MA,
    SEATTLE,
    SUFFOLK,
    SURE,
    act,
    case,
    condition,
    register,
)  # fmt: skip

Data = dict[str, Any]

FIRST, LAST = date(2017, 6, 1), date(2019, 3, 1)
PLACES = (CHELSEA, BOSTON, CHICAGO, SUFFOLK, MA)
EVERYONE: Data = {"everyone": True}
NOBODY: Data = {"places": [{"place": SEATTLE}]}
"""A scope that reaches none of PLACES."""
SCOPES: tuple[Data, ...] = (
    EVERYONE,
    {"everyone": True, "excepting": [CHELSEA]},
    {"places": [{"place": MA, "subdivisions": "yes"}]},
    {"places": [{"place": MA, "subdivisions": "unknown"}]},
    {"places": [{"place": SUFFOLK, "subdivisions": "yes", "confidence": "recalled"}]},
    {"places": [{"place": CHELSEA}]},
    {"places": [{"place": CHELSEA, "confidence": "recalled"}, {"place": CHICAGO}]},
    {"places": [{"place": BOSTON}], "complete": False},
    {"places": [{"place": CHICAGO}], "complete": False, "missing_within": [MA]},
    {"associations": ["league"]},
    {"associations": ["league"], "places": [{"place": CHICAGO}]},
)
_RECALLED: Data = {"confidence": "recalled", "sources": []}


@dataclass
class History:
    """One condition, the acts against it, the agency's notices, and an association of cities."""

    acts: list[Data]
    notices: list[Data] = field(default_factory=list)
    members: Data = field(default_factory=dict)
    condition: Data = field(default_factory=condition)

    def register(self, rnd: Random | None = None) -> Register:
        """The facts, in two files of cases; `rnd` shuffles files and acts."""
        acts, notices = self.acts[:], self.notices[:]
        if rnd is not None:
            rnd.shuffle(acts)
            rnd.shuffle(notices)
        parts = [part for part in (acts[::2], acts[1::2]) if part]
        cases = [case(*part, name=f"case-{number}") for number, part in enumerate(parts)]
        if rnd is not None:
            rnd.shuffle(cases)
        return register(
            condition=[self.condition], case=cases, notice=notices, association=[self.members or _league()]
        )

    def copy(self) -> History:
        return copy.deepcopy(self)


def _league(**own: Any) -> Data:
    return {"id": "league", "name": "League", "levels": ["municipality"], "complete": True, **SURE, **own}


SEEDS = st.integers(0, 2**32 - 1)
"""Seeds of `Random`, whose draws are even; hypothesis's own prefer what is small."""


# Generating

_DOES = ("stays", "stays", "lifts", "lifts", "narrows", "extends", "ends", "replaces", "grants")


@st.composite
def histories(draw: st.DrawFn, *, doubts: bool = True) -> History:
    """A history of up to seven acts; without `doubts`, every fact in it is sure and dated to the day."""
    rnd = Random(draw(SEEDS))
    steps = draw(st.lists(st.sampled_from(_DOES), max_size=6))
    return history(rnd, steps, doubts=doubts)


def history(rnd: Random, steps: list[str], *, doubts: bool) -> History:
    """A history of these steps."""
    scopes = SCOPES if doubts else [scope for scope in SCOPES if _plain(scope)]
    made = _Maker(rnd, list(scopes), doubts=doubts)
    acts = [made.order("a0", date(2017, 8, 1))]
    for does in steps:
        target = rnd.choice(acts)
        name, when = f"a{len(acts)}", made.after(earliest(target["date"]))
        acts.append(made.order(name, when) if does == "grants" else made.change(name, when, does, target))
    notices = [made.notice(f"n{number}") for number in range(rnd.randrange(3))]
    ends = {"on": made.dated(made.after(date(2018, 6, 1))), "by": "end"} if rnd.random() < 0.7 else None
    announced = made.dated(made.after(date(2017, 7, 1), days=60))
    return History(acts, notices, made.league(), condition(announced=announced, ends=ends))


def _plain(scope: Data) -> bool:
    return "recalled" not in str(scope) and "unknown" not in str(scope) and "complete" not in scope


def earliest(day: str) -> date:
    return PartialDate.parse(day).earliest


@dataclass
class _Maker:
    """Makes facts, some of them doubtful."""

    rnd: Random
    scopes: list[Data]
    doubts: bool

    def after(self, day: date, days: int = 240) -> date:
        return min(day + timedelta(days=self.rnd.choice((0, 1, self.rnd.randrange(days)))), LAST)

    def dated(self, day: date) -> str:
        return day.isoformat()[:7] if self._doubt(5) else day.isoformat()

    def scope(self) -> Data:
        return self.rnd.choice(self.scopes)

    def order(self, name: str, when: date) -> Data:
        relief = self.rnd.choice(("temporary", "preliminary", "final"))
        grant: Data = {"conditions": ["notice"], "protects": self.scope(), "relief": relief}
        if self._doubt(6):
            grant["doubtful"] = "its text was not seen"
        if self._doubt(6):
            grant["certain_until"] = self.dated(self.after(when))
        if self.rnd.random() < 0.3 or (relief == "temporary" and not self.doubts):
            grant["expires"] = self.dated(self.after(when))
        return self._act(name, when, grants=[grant])

    def change(self, name: str, when: date, does: str, target: Data) -> Data:
        made: Data = {"does": does, "act": target["id"]}
        if does in {"narrows", "extends"}:
            made["to"] = self.scope()
        spares = self.doubts or "grants" in target  # a change that is stayed in part is in doubt
        if does == "stays" and spares and self.rnd.random() < 0.5:
            made["leaves"] = self.scope()
        if does != "narrows":
            made.update(self._when(when))
        if self.rnd.random() < 0.1:
            made["conditions"] = [self.rnd.choice(("notice", "other"))]
        if self._doubt(8):
            made["doubtful"] = "its text was not seen"
        own: Data = {"changes": [made]}
        if does == "replaces":
            own["grants"] = self.order(name, when)["grants"]
        changed = self._act(name, when, **own)
        if does == "narrows":  # the order of two narrowings of inexact days cannot be told
            changed["date"] = when.isoformat()
        return changed

    def _when(self, when: date) -> Data:
        """From when the change has effect: its own day, a later one, or a day that the record does not give."""
        found: Data = {}
        later = when + timedelta(days=31)
        if self._doubt(8):
            shown = self.after(later)
            found["outlived_until"] = self.dated(shown)
            later = shown + timedelta(days=31)
        elif self._doubt(8):
            return {"doubtful_until": self.after(later).isoformat()}
        if self.rnd.random() < 0.2:
            found["takes_effect"] = self.dated(later + timedelta(days=self.rnd.randrange(90)))
        return found

    def _act(self, name: str, when: date, **own: Any) -> Data:
        if self._doubt(8):
            own.update(_RECALLED)
        if self._doubt(8):
            own["last_seen_alive"] = self.after(when).isoformat()
        return act(name, self.dated(when), **own)

    def notice(self, name: str) -> Data:
        when = self.after(date(2017, 8, 1))
        made: Data = {"id": name, "kind": "non_enforcement", "issuer": "Agency", "conditions": ["notice"],
                      "covers": self.scope(), "says": "Not used.", **SURE}  # fmt: skip
        if self._doubt(3):
            made["posted_not_before"] = self.dated(when)
            made["posted_not_after"] = (when + timedelta(days=90)).isoformat()
        else:
            made["posted"] = self.dated(when)
        if self.rnd.random() < 0.4:
            made["until"] = self.dated(self.after(when + timedelta(days=31)))
        if self._doubt(5):
            made["doubtful"] = "its terms were not seen"
        return made

    def league(self) -> Data:
        start = date(2017, 10, 1)
        members: list[Data] = [{"place": CHELSEA, "start": self.dated(start), "until": self.dated(LAST)}]
        if self._doubt(2):
            members.append({"place": BOSTON, "confidence": "recalled"})
        return _league(members=members, complete=not self._doubt(3))

    def _doubt(self, one_in: int) -> bool:
        return self.doubts and self.rnd.randrange(one_in) == 0


# Settling every doubt of a history, one way or another


def settled(one: History, place: str, on: date, rnd: Random) -> History:
    """The history as it may have been: each doubt settled at random for one place and day asked about."""
    facts = one.register()
    made = one.copy()
    settle = _Settler(rnd, facts, place, on)
    made.acts = [later for found in made.acts for later in settle.act(found)]
    made.notices = [found for found in made.notices if settle.notice(found)]
    made.condition["announced"] = settle.day(made.condition["announced"])
    if made.condition["ends"]:
        made.condition["ends"]["on"] = settle.day(made.condition["ends"]["on"])
    return made


@dataclass
class _Settler:
    rnd: Random
    facts: Register
    place: str
    on: date

    def day(self, text: str) -> str:
        found = PartialDate.parse(text)
        return self._between(found.earliest, found.latest)

    def _between(self, first: date, last: date) -> str:
        return (first + timedelta(days=self.rnd.randrange(max((last - first).days, 0) + 1))).isoformat()

    def scope(self, data: Data) -> Data:
        reached = reach(Scope.model_validate(data), get(self.place), self.on, self.facts).reached
        yes = self.rnd.random() < 0.5 if reached is Reached.POSSIBLY else reached is Reached.SURELY
        return EVERYONE if yes else NOBODY

    def act(self, data: Data) -> Iterator[Data]:
        """The act as it was, if it was at all, and an end of its relief that the record does not tell of."""
        if data["confidence"] == "recalled" and self.rnd.random() < 0.5:
            return
        data.update(SURE, date=self.day(data["date"]))
        seen = data.pop("last_seen_alive", None)
        data["grants"] = [grant for grant in data.get("grants", ()) if self._grant(grant)]
        for grant in data["grants"]:
            yield from self._silent_end(data, grant, seen)
        data["changes"] = [one for one in data.get("changes", ()) if self._change(one, data["date"])]
        yield data

    def _grant(self, grant: Data) -> bool:
        grant["protects"] = self.scope(grant["protects"])
        if "expires" in grant:
            grant["expires"] = self.day(grant["expires"])
        return not (grant.pop("doubtful", None) and self.rnd.random() < 0.5)

    def _silent_end(self, data: Data, grant: Data, seen: str | None) -> Iterator[Data]:
        shown = grant.pop("certain_until", None)
        alive = PartialDate.parse(shown).latest if shown else None
        if alive is None and grant["relief"] == "temporary" and "expires" not in grant:
            alive = date.fromisoformat(data["date"]) + timedelta(days=27)
            alive = max(alive, date.fromisoformat(seen)) if seen else alive
        grant["relief"] = "final"
        if alive is not None and self.rnd.random() < 0.5:
            over = self._between(alive + timedelta(days=1), alive + timedelta(days=200))
            yield act(f"{data['id']}-over", over, changes=[{"does": "ends", "act": data["id"]}])

    def _change(self, change: Data, day: str) -> bool:
        for key in ("to", "leaves"):
            if key in change:
                change[key] = self.scope(change[key])
        doubted, until = change.pop("doubtful", None), change.pop("doubtful_until", None)
        effect, shown = change.pop("takes_effect", None), change.pop("outlived_until", None)
        if until:
            effect = self._between(date.fromisoformat(day), PartialDate.parse(until).latest)
        elif effect:
            effect = self.day(effect)
        if shown:
            alive = PartialDate.parse(shown).latest + timedelta(days=1)
            if effect is None and self.rnd.random() < 0.3:
                return False
            effect = effect or self._between(alive, alive + timedelta(days=200))
        if effect:
            change["takes_effect"] = effect
        return not (doubted and not until and self.rnd.random() < 0.5)

    def notice(self, data: Data) -> bool:
        data["covers"] = self.scope(data["covers"])
        first, last = data.pop("posted_not_before", None), data.pop("posted_not_after", None)
        if last:
            data["posted"] = self._between(earliest(first), PartialDate.parse(last).latest)
        data["posted"] = self.day(data["posted"])
        if "until" in data:
            data["until"] = self.day(data["until"])
        return not (data.pop("doubtful", None) and self.rnd.random() < 0.5)


# Adding one doubt


def doubted(one: History, rnd: Random) -> History:
    """The same history with one more doubt in it."""
    made = one.copy()
    ways = list(_doubts(made))
    if ways:
        target, change = rnd.choice(ways)
        target.update(change)
    return made


def _doubts(one: History) -> Iterator[tuple[Data, Data]]:
    """Each fact that can be doubted, and what says so."""
    league = one.members
    yield league, {"complete": False}
    yield from ((member, {"confidence": "recalled"}) for member in league["members"])
    yield from _blurred(one.condition, "announced")
    if one.condition["ends"]:
        yield from _blurred(one.condition["ends"], "on")
    for found in one.notices:
        yield found, {"doubtful": "its terms were not seen"}
        yield from _blurred(found, "posted")
        yield from _blurred(found, "until")
        yield from _doubts_of_scope(found["covers"])
    for found in one.acts:
        yield found, _RECALLED
        changes = found.get("changes", ())
        if not any(change["does"] == "narrows" for change in changes):
            yield from _blurred(found, "date")
        for grant in found.get("grants", ()):
            yield grant, {"doubtful": "its text was not seen"}
            yield from _blurred(grant, "expires")
            yield from _doubts_of_scope(grant["protects"])
        for change in changes:
            if "doubtful_until" not in change:  # there it is only the reason for the doubt
                yield change, {"doubtful": "its text was not seen"}
            for key in ("to", "leaves"):
                yield from _doubts_of_scope(change.get(key) or EVERYONE)


def _blurred(data: Data, key: str) -> Iterator[tuple[Data, Data]]:
    if key in data:
        yield data, {key: data[key][:7]}


def _doubts_of_scope(scope: Data) -> Iterator[tuple[Data, Data]]:
    if "everyone" not in scope:
        yield scope, {"complete": False, "missing_within": []}
    for named in scope.get("places", ()):
        yield named, {"confidence": "recalled"}
        if named.get("subdivisions") != "unknown":
            yield named, {"subdivisions": "unknown"}
