"""What it costs to compile and to ask registers with 10, 100 and 1,000 times as many orders and policies.

    python benchmarks/standing_scale.py [--largest 1000]

The conditions, rules and awards are those of the register; its cases and policies give way to made-up ones,
drawn with a fixed seed: orders for governments at random, for states, for everyone, some later stayed,
narrowed or ended; two policies for a government at random. For each size it prints the time to index the
facts and to compile a fixed sample of tables, each for an order, and the time of a warm answer.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from pursestrings.places import Place, all_places
from pursestrings.register.cache import load_files_cached
from pursestrings.register.files import Entry, Files
from pursestrings.register.index import build
from pursestrings.register.kinds import BY_FOLDER
from pursestrings.standing.engine import Engine

SEED = 20260301
FIRST, DAYS = date(2016, 1, 1), 3900
PLACES, CONDITIONS, ASKED = 20, 5, 20_000
SOURCE = {"title": "A paper", "publisher": "A publisher", "date": "2016-01-01"}
SURE = {"sources": [SOURCE], "confidence": "primary"}

Data = dict[str, Any]


class Maker:
    """Makes up cases and policies."""

    def __init__(self, conditions: list[str], features: dict[str, list[str]]) -> None:
        self._draw = Random(SEED)
        self._conditions, self._features = conditions, features
        self.places = [place for place in all_places() if place.level not in ("country", "state")]
        self._states = [place for place in all_places() if place.level == "state"]

    def case(self, number: int) -> Data:
        """A lawsuit with two orders and what became of one of them."""
        name = f"case-{number}"
        conditions = self._draw.sample(self._conditions, self._draw.randint(1, 4))
        day = FIRST + timedelta(days=self._draw.randrange(DAYS))
        first = self._act(f"{name}-1", day, "preliminary_injunction", grants=[self._grant(conditions)])
        second = self._act(
            f"{name}-2",
            day + timedelta(days=self._draw.randint(30, 700)),
            "permanent_injunction",
            grants=[self._grant(conditions[:1])],
        )
        third = self._act(
            f"{name}-3",
            day + timedelta(days=self._draw.randint(1, 500)),
            "clarified",
            changes=[self._change(first["id"])],
        )
        return {
            "id": name,
            "caption": "City v. Agency",
            "courts": [{"court": "mad"}],
            "plaintiffs": [{"name": "A city"}],
            "defendants": ["Attorney General"],
            "challenges": conditions,
            "summary": "Made up.",
            "acts": [first, second, third],
            **SURE,
        }

    def record(self, number: int, place: Place) -> Data:
        """Two policies of a government, the later in place of the earlier."""
        day = FIRST + timedelta(days=self._draw.randrange(DAYS - 400))
        later = day + timedelta(days=self._draw.randint(30, 400))
        first = self._policy(f"policy-{number}-1", day) | {"effective_until": later.isoformat()}
        return {
            "id": f"place-{number}",
            "place": place.ocd,
            "policies": [first, self._policy(f"policy-{number}-2", later)],
        }

    def _act(self, name: str, day: date, kind: str, **own: Any) -> Data:
        return {
            "id": name,
            "date": day.isoformat(),
            "court": "mad",
            "kind": kind,
            "summary": "Made up.",
            **SURE,
            **own,
        }

    def _grant(self, conditions: list[str]) -> Data:
        return {"conditions": conditions, "protects": self._scope(), "relief": "preliminary"}

    def _scope(self) -> Data:
        kind = self._draw.random()
        if kind < 0.05:
            return {"everyone": True}
        if kind < 0.35:
            states = self._draw.sample(self._states, self._draw.randint(1, 10))
            below = self._draw.choice(("yes", "no", "unknown"))
            return {"places": [{"place": state.ocd, "subdivisions": below} for state in states]}
        named = self._draw.sample(self.places, self._draw.randint(1, 12))
        return {"places": [{"place": place.ocd} for place in named]}

    def _change(self, act: str) -> Data:
        does = self._draw.choice(("stays", "narrows", "ends"))
        return {"does": does, "act": act, **({"to": self._scope()} if does == "narrows" else {})}

    def _policy(self, name: str, day: date) -> Data:
        answers = {
            feature: {"answer": self._draw.choice(values), "basis": "text"}
            for feature, values in self._features.items()
        }
        return {
            "id": name,
            "kind": "ordinance",
            "title": "An ordinance",
            "binds": "police",
            "effective_from": day.isoformat(),
            "answers": answers,
            **SURE,
        }


class Scaled:
    """The register with so many times as many orders and policies."""

    def __init__(self, base: Files, times: int) -> None:
        held = [entry for entry in base.entries if entry.kind.name in ("case", "place_record")]
        acts = sum(len(entry.thing.acts) for entry in held if entry.kind.name == "case")
        policies = sum(len(entry.thing.policies) for entry in held if entry.kind.name == "place_record")
        features = {
            name: list(definition.order)
            for name, definition in base.codebook.features.items()
            if name in ("shares_release_date", "jail_access_ice", "shares_status") and definition.order
        }
        conditions = [entry.thing for entry in base.entries if entry.kind.name == "condition"]
        self.conditions = [one.id for one in conditions if one.do_not_compute is None]
        maker = Maker(self.conditions, features)
        entries = [entry for entry in base.entries if entry not in held]
        cases = (maker.case(number) for number in range(acts * times // 3))
        entries += [_entry("cases", data) for data in cases]
        entries += self._records(maker, policies * times // 2)
        self.orders = 2 * (acts * times // 3)
        self.policies = 2 * (policies * times // 2)
        self.files = Files(base.meta, base.codebook, entries)

    @staticmethod
    def _records(maker: Maker, count: int) -> list[Entry]:
        """Records for governments at random; a further round where every one has some."""
        draw = Random(SEED)
        places = draw.sample(maker.places, len(maker.places))
        return [
            _entry("places", maker.record(number, places[number % len(places)])) for number in range(count)
        ]


def _entry(folder: str, data: Data) -> Entry:
    kind = BY_FOLDER[folder]
    return Entry(kind, kind.model.model_validate(data), Path(folder, f"{data['id']}.yaml"), private=False)


def measured(scaled: Scaled) -> tuple[float, float, float]:
    """Seconds to index, to compile the sample, and of one warm answer."""
    started = perf_counter()
    engine = Engine(build(scaled.files))
    tables = engine.tables()
    indexed = perf_counter()
    draw = Random(SEED)
    governments = [place for place in all_places() if place.level != "country"]
    places = draw.sample(governments, PLACES)
    conditions = [engine.condition(name) for name in draw.sample(scaled.conditions, CONDITIONS)]
    for place in places:
        for condition in conditions:
            tables.standing(condition, place)
    compiled = perf_counter()
    asked = [
        (draw.choice(conditions), draw.choice(places), FIRST + timedelta(days=draw.randrange(DAYS)))
        for _ in range(ASKED)
    ]
    best = float("inf")
    for _ in range(5):
        began = perf_counter()
        for condition, place, day in asked:
            tables.standing(condition, place).at(day)
        best = min(best, perf_counter() - began)
    return indexed - started, compiled - indexed, best / ASKED


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--largest", type=int, default=1000)
    options = parser.parse_args()
    base = load_files_cached()
    sample = f"{PLACES * CONDITIONS} tables"
    print(
        f"{'times':>6}{'orders':>9}{'policies':>10}{'index':>10}{'an order':>10}"
        f"{sample:>13}{'an order':>10}{'answer':>10}"
    )
    for times in (1, 10, 100, 1000):
        if times > options.largest:
            break
        scaled = Scaled(base, times)
        index, compiling, answer = measured(scaled)
        orders = scaled.orders
        print(
            f"{times:>6}{orders:>9,}{scaled.policies:>10,}{index:>8.2f} s{index / orders * 1e6:>7.0f} µs"
            f"{compiling:>11.2f} s{compiling / orders * 1e6:>7.0f} µs{answer * 1e6:>7.2f} µs",
            flush=True,
        )


if __name__ == "__main__":
    main()
