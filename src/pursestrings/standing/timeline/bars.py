"""The force of a condition for one place, and the precedent that binds it, as the bars of a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pursestrings.dates import Span
from pursestrings.places import Place
from pursestrings.register.models.law import Condition
from pursestrings.standing.compiled.steps import Steps
from pursestrings.standing.compiled.tables import ForceCell
from pursestrings.standing.compiled.turns import Turn, force_turns, precedent_turns
from pursestrings.standing.engine import Engine
from pursestrings.standing.orders.force import Certainty, Force, ForceAnswer, force_of
from pursestrings.standing.orders.precedent import Precedent, precedent_of
from pursestrings.standing.orders.scope import Reached, reach
from pursestrings.standing.question import Question
from pursestrings.standing.timeline.causes import by_day
from pursestrings.standing.timeline.chronicle import Chronicle
from pursestrings.standing.timeline.model import Bar, Mark, State, named
from pursestrings.standing.words import court_name, listed, plain

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a row turned to another state, or to another order behind the same state."""

    day: date
    state: str
    turns: tuple[Turn, ...]


class Drawn:
    """Bars from the compiled tables, as known on one day."""

    def __init__(self, engine: Engine, known: date | None) -> None:
        """`known` is the second clock, one for the whole chart."""
        self.register = engine.register
        self.known = known
        self.docket = engine.docket
        self.tables = engine.tables(known)
        self.chronicle = Chronicle(engine.register, self.docket)

    def force_bars(self, condition: Condition, place: Place) -> tuple[Bar, ...]:
        """One bar for each time that force and certainty stay the same, from the first possible announcement on."""
        steps = self.tables.force(condition, place)
        found = []
        for span, cell in _merged(steps):
            if span.start > date.min:
                found.append(self._force_bar(condition, place, span, cell))
        return tuple(found)

    def force_changes(self, condition: Condition, place: Place) -> list[Change]:
        """Every change of force, of certainty or of what the force rests on, with the facts that made it."""
        turns = by_day(force_turns(condition, self.register, self.docket, self.known))
        steps = self.tables.force(condition, place)
        found = []
        for before, day, cell in zip(steps.values, steps.starts[1:], steps.values[1:], strict=False):
            same = (before.force, before.certainty) == (cell.force, cell.certainty)
            state = named(State(cell.force.value), cell.certainty)
            stale = Certainty.STALE in {before.certainty, cell.certainty}
            # A barred condition goes stale with the order that bars it, any other with its own record.
            of_order = Force.BARRED in {before.force, cell.force}
            here = [
                turn
                for turn in turns.get(day, [])
                if not turn.stale or (stale and (turn.fact != condition.id) == of_order)
            ]
            made = self._made(here, condition, place, day)
            found.append(Change(day, f"still {state}" if same else state, made))
        return found

    def precedent_bars(self, condition: Condition, place: Place) -> tuple[Bar, ...]:
        """What the courts that bind the place have held, from the first opinion on."""
        found = []
        for span, held in self.tables.precedent(condition, place).between(date.min, None):
            if held is not Precedent.NONE:
                found.append(self._precedent_bar(condition, place, span, held))
        return tuple(found)

    def precedent_changes(self, condition: Condition, place: Place) -> list[Change]:
        """Every change of the precedent, with the opinions that made it."""
        turns = by_day(precedent_turns(condition, self.docket))
        steps = self.tables.precedent(condition, place)
        return [
            Change(day, held.value, tuple(self._opinions(turns.get(day, []), condition, place, day)))
            for day, held in zip(steps.starts[1:], steps.values[1:], strict=True)
        ]

    def precedent_marks(self, condition: Condition, place: Place) -> tuple[Mark, ...]:
        """A mark on each day on which the binding precedent changed."""
        return tuple(
            Mark(bar.span.start, bar.words, bar.fact_ids[0], bar.state)
            for bar in self.precedent_bars(condition, place)
        )

    def _force_bar(self, condition: Condition, place: Place, span: Span, cell: ForceCell) -> Bar:
        question = Question(place, condition, span.start, self.known)
        answer = force_of(question, self.register, self.docket)
        state = State(cell.force.value)
        words = named(state, cell.certainty)
        stays = self._stays(question) if cell.force is Force.IN_FORCE else []
        parts = [words, *answer.doubts[:1], *(why for _, why in stays)]
        facts = (*_resting(answer), *(fact for fact, _ in stays))
        if not facts:
            facts = (condition.ends.by if cell.force is Force.WITHDRAWN and condition.ends else condition.id,)
        return Bar(span, state, cell.certainty, "; ".join(parts), tuple(dict.fromkeys(facts)))

    def _stays(self, question: Question) -> list[tuple[str, str]]:
        """The stays by which orders that would protect the place do not, each with its words."""
        found: dict[str, str] = {}
        condition, on, known = question.condition.id, question.on, self.known
        for relief in self.docket.reliefs(condition):
            whole = reach(relief.grant.protects, question.place, on, self.register)
            if whole.reached is Reached.NO or self.docket.ended(relief.act, condition, on, known):
                continue
            for act in self.docket.stays(relief, condition, on, known):
                by = f"the {court_name(act.court)} on {act.date}"
                found[act.id] = f"the order of {relief.act.date} is stayed by {by}"
        return list(found.items())

    def _precedent_bar(self, condition: Condition, place: Place, span: Span, held: Precedent) -> Bar:
        question = Question(place, condition, span.start, self.known)
        binding = precedent_of(question, self.docket).binding
        courts = listed(list(dict.fromkeys(f"the {court_name(one.act.court)}" for one in binding)))
        words = f"held {plain(held)} by {courts}" if held is not Precedent.DIVIDED else f"{courts} is divided"
        facts = tuple(dict.fromkeys(one.act.id for one in binding))
        return Bar(span, State(held.value), Certainty.FIRM, words, facts)

    def _made(self, turns: list[Turn], condition: Condition, place: Place, day: date) -> tuple[Turn, ...]:
        """The turns of a day that bear on the place: on the condition itself, or on what reaches the place."""
        orders: set[str] = {condition.id, *(() if condition.ends is None else (condition.ends.by,))}
        for on in (day - _DAY, day):
            answer = force_of(Question(place, condition, on, self.known), self.register, self.docket)
            orders.update(one.relief.act.id for one in answer.protections)
            orders.update(one.notice.id for one in answer.promises)
        causes = self.chronicle.causes
        bearing = causes.upon(orders)
        telling = [turn for turn in turns if causes.tells(turn)] or turns
        return tuple(turn for turn in telling if turn.fact in bearing) or tuple(telling)

    def _opinions(self, turns: list[Turn], condition: Condition, place: Place, day: date) -> list[Turn]:
        opinions: set[str] = set()
        for on in (day - _DAY, day):
            question = Question(place, condition, on, self.known)
            binding = precedent_of(question, self.docket).binding
            opinions.update(held.act.id for held in binding)
        bearing = self.chronicle.causes.upon(opinions)
        return [turn for turn in turns if turn.fact in bearing]


def _merged(steps: Steps[ForceCell]) -> list[tuple[Span, ForceCell]]:
    """The steps with neighbours joined that differ only in what they rest on."""
    found: list[tuple[Span, ForceCell]] = []
    for span, cell in steps.between(date.min, None):
        if found and (found[-1][1].force, found[-1][1].certainty) == (cell.force, cell.certainty):
            found[-1] = (Span(found[-1][0].start, span.until), found[-1][1])
        else:
            found.append((span, cell))
    return found


def _resting(answer: ForceAnswer) -> tuple[str, ...]:
    """The orders and notices that protect, or that may protect where the answer is doubtful."""
    if not answer.force.live:
        return ()
    return (
        *(one.relief.act.id for one in answer.protections),
        *(one.notice.id for one in answer.promises),
    )
