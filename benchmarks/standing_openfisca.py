"""The other side of `standing.py`: the same answers as dated parameters of OpenFisca, in an environment of its own.

    PYTHON standing_openfisca.py FOLDER

FOLDER holds `parameters/{force,fit}/CONDITION.yaml`, each with the dated values of every place, and
`questions.json`. The name of a way of asking on each line of standard input; for each a line of JSON with
the seconds it took and what it answered. OpenFisca-Core is AGPL: this file runs it and is no part of the package.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

FIELDS = ("force", "fit")
Timed = tuple[float, Any]

Government = build_entity(key="government", plural="governments", label="A government", is_person=True)


def country(folder: Path, names: dict[str, list[str]]) -> TaxBenefitSystem:
    """The system: each government has a `place`; `force_X` and `fit_X` of a condition look up its parameter."""
    place = Enum("Place", {name: name for name in names["places"]})
    system = TaxBenefitSystem([Government])
    system.load_parameters(str(folder / "parameters"))
    system.add_variable(
        type(
            "place",
            (Variable,),
            {
                "value_type": Enum,
                "possible_values": place,
                "default_value": next(iter(place)),
                "entity": Government,
                "definition_period": DateUnit.ETERNITY,
            },
        )
    )
    for field in FIELDS:
        values = Enum(field.title(), {value: value for value in names[field]})
        for condition in names["conditions"]:
            for make in (looked_up, gathered):
                system.add_variable(make(field, condition, values))
    return system


def looked_up(field: str, condition: str, values: Any) -> type[Variable]:
    """A variable of the day, read from the parameters by the place, which is called fancy indexing."""

    def formula(government: Any, period: Any, parameters: Any) -> Any:
        by_place = getattr(getattr(parameters(period), field), condition)
        return values.encode(by_place[government("place", period)])

    return variable(f"{field}_{condition}", values, formula)


def gathered(field: str, condition: str, values: Any) -> type[Variable]:
    """The same without fancy indexing: the values of all places as an array, and one NumPy index into it."""

    def formula(government: Any, period: Any, parameters: Any) -> Any:
        by_place = getattr(getattr(parameters(period), field), condition)
        place = government("place", period)
        known = np.array([by_place[name] for name in place.possible_values.names])
        return values.encode(known)[np.asarray(place)]

    return variable(f"gathered_{field}_{condition}", values, formula)


def variable(name: str, values: Any, formula: Callable[..., Any]) -> type[Variable]:
    members = {
        "value_type": Enum,
        "possible_values": values,
        "default_value": next(iter(values)),
        "entity": Government,
        "definition_period": DateUnit.DAY,
        "formula": formula,
    }
    return type(name, (Variable,), members)


class Asker:
    """The ways of asking. Each gives the seconds and the answers."""

    def __init__(self, folder: Path) -> None:
        asked = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
        self.questions: list[tuple[str, str, str]] = [tuple(one) for one in asked["questions"]]
        self.names, self.days, self.crowd = asked["names"], asked["days"], asked["crowd"]
        self.system = country(folder, self.names)
        self.ways: dict[str, Callable[[], Timed]] = {
            "situation": self.situation,
            "situation, day seen": self.situation_again,
            "simulation kept": self.kept,
            "parameter": self.parameter,
            "all on one day": lambda: self.bulk(
                self.names["places"], self.names["conditions"], self.days[:1]
            ),
            "all by month": lambda: self.bulk(self.names["places"], self.names["conditions"], self.days),
            "crowd": lambda: self.bulk(self.crowd["places"], [self.crowd["condition"]], self.days[:1]),
            "crowd, gathered": lambda: self.bulk(
                self.crowd["places"], [self.crowd["condition"]], self.days[:1], "gathered_"
            ),
        }

    def situation(self) -> Timed:
        """A simulation for each question, as the page "How to run a simulation" has it."""
        started = perf_counter()
        found = [self._one(*question) for question in self.questions]
        return perf_counter() - started, found

    def situation_again(self) -> Timed:
        """The same where the parameters of the day are already in the system's cache."""
        seconds, found = 0.0, []
        for question in self.questions:
            self._one(*question)
            started = perf_counter()
            found.append(self._one(*question))
            seconds += perf_counter() - started
        return seconds, found

    def _one(self, place: str, condition: str, day: str) -> list[str]:
        simulation = self._simulation(place)
        return [simulation.calculate(f"{field}_{condition}", day).decode_to_str()[0] for field in FIELDS]

    def _simulation(self, place: str) -> Any:
        situation = {"governments": {"it": {"place": {"ETERNITY": place}}}}
        return SimulationBuilder().build_from_entities(self.system, situation)

    def kept(self) -> Timed:
        """One simulation of each place, built before, asked for another condition and day each time."""
        simulations = {place: self._simulation(place) for place in self.names["places"]}
        started = perf_counter()
        found = [
            [simulations[place].calculate(f"{field}_{condition}", day).decode_to_str()[0] for field in FIELDS]
            for place, condition, day in self.questions
        ]
        return perf_counter() - started, found

    def parameter(self) -> Timed:
        """No simulation at all: the parameter by its name, at a day."""
        parameters = self.system.parameters
        started = perf_counter()
        found = [
            [getattr(getattr(getattr(parameters, field), condition), place)(day) for field in FIELDS]
            for place, condition, day in self.questions
        ]
        return perf_counter() - started, found

    def bulk(self, places: list[str], conditions: list[str], days: list[str], how: str = "") -> Timed:
        """All conditions on all days for a simulation of many governments, built before."""
        simulation = SimulationBuilder().build_default_simulation(self.system, len(places))
        simulation.set_input("place", "ETERNITY", np.array(places))
        self.system.get_parameters_at_instant.cache_clear()
        started = perf_counter()
        found = [
            simulation.calculate(f"{how}{field}_{condition}", day)
            for day in days
            for condition in conditions
            for field in FIELDS
        ]
        seconds = perf_counter() - started
        lines = "\n".join(" ".join(column.decode_to_str()) for column in found)
        return seconds, hashlib.sha256(lines.encode()).hexdigest()


def main() -> None:
    started = perf_counter()
    asker = Asker(Path(sys.argv[1]))
    ready = {"version": version("openfisca-core"), "seconds": perf_counter() - started}
    print(json.dumps(ready), flush=True)
    for line in sys.stdin:
        seconds, answers = asker.ways[line.strip()]()
        print(json.dumps({"seconds": seconds, "answers": answers}), flush=True)


if __name__ == "__main__":
    main()
