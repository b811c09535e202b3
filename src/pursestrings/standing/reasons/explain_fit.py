"""The reasons for fit and for what state law allows: duty by duty, with the text that answers each."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.register.index import Register
from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Cite
from pursestrings.standing.local.answers import Answer
from pursestrings.standing.local.duties import Fit
from pursestrings.standing.local.fit import FitAnswer, RequirementFit
from pursestrings.standing.question import Question
from pursestrings.standing.reasons.tree import Reason, Step
from pursestrings.standing.words import plain, sentence

_SET_BY = {"own": "the place's own rule", "state": "state law", "court": "a state court"}
_COMPLY = {
    "no": "State law keeps the place from doing what is demanded (may comply: no).",
    "yes": "State law requires what is demanded (may comply: yes).",
    "unknown": "Whether state law would let the place do what is demanded is not on record (may comply: unknown).",
}
_FIT = {
    Fit.CONFLICTS: "The place's law or practice conflicts with what is demanded",
    Fit.UNCLEAR: "Whether the place does what is demanded is unclear",
    Fit.UNKNOWN: "Whether the place does what is demanded is not on record",
    Fit.MEETS: "The place does what is demanded",
    Fit.NOT_APPLICABLE: "What is demanded is no duty of the place",
}


def fit_reason(answer: FitAnswer, question: Question, cite: Cite) -> Reason:
    """The fit, the worst of the duties that can be met or broken; each of these below it."""
    parts = [part for part in answer.requirements if part.requirement.judged]
    claim = f"{_FIT[answer.fit]} (fit: {plain(answer.fit)})"
    if not parts:
        claim += "; its duties are about paper, which no policy meets or breaks"
    elif len(parts) > 1:
        claim += f"; of its {len(parts)} duties the worst decides"
    if answer.wider is not answer.fit:
        claim += f"; under a wider reading of a duty it comes out as {plain(answer.wider)}"
    because = tuple(_requirement(part, cite) for part in parts)
    return Reason(Step.FIT, f"{claim}.", answer.fit.value, (), because)


def _requirement(part: RequirementFit, cite: Cite) -> Reason:
    says = part.requirement.says.rstrip(".")
    claim = sentence(f"{plain(part.requirement.duty)} (“{says}”): {plain(part.fit)}, because {part.why}")
    return Reason(Step.REQUIREMENT, claim, part.fit.value, (), tuple(_behind(part, cite)))


def _behind(part: RequirementFit, cite: Cite) -> Iterator[Reason]:
    if part.custody is not None:
        claim = f"{part.custody.operator} runs the jail."
        if not part.custody.sure:
            claim += " This is remembered, not confirmed, so no verdict of clear rests on it."
        cites = (cite(part.custody.id, part.custody),)
        yield Reason(Step.CUSTODY, claim, part.custody.operator_place, cites)
    if part.answer is not None:
        yield _answer(part.answer, cite)
    for other in part.other_readings:
        claim = (
            f"As {other.reading.held_by} reads the duty more widely ({plain(other.reading.feature)}), "
            f"it comes out as {plain(other.fit)}."
        )
        fact = cite(other.answer.fact_id, other.answer.fact)
        yield Reason(Step.READING, claim, other.fit.value, (fact,))
    if part.custodian is not None:
        name, fit = part.custodian
        claim = f"The fit of {name}, which is not the place's own: {plain(fit)}."
        yield Reason(Step.CUSTODY, claim, fit.value)


def _answer(answer: Answer, cite: Cite) -> Reason:
    clause = f", {answer.coded.clause}," if answer.coded.clause else ""
    claim = (
        f"{answer.title}{clause} answers “{plain(answer.feature)}” with “{plain(answer.value)}” "
        f"({_SET_BY[answer.set_by]}; basis: {answer.coded.basis})."
    )
    return Reason(Step.ANSWER, claim, answer.value, (cite(answer.fact_id, answer.fact),))


def comply_reason(answer: Standing, register: Register, cite: Cite) -> Reason:
    """Whether state law would let the place do what is demanded, with the rules that say so."""
    rules = [register.rules[name] for name in answer.comply_rules]
    claim = _COMPLY[answer.may_comply]
    if rules:
        claim += " " + " ".join(sentence(f"{rule.title}: {rule.says}") for rule in rules)
    cites = tuple(cite(rule.id, rule) for rule in rules)
    return Reason(Step.COMPLY, claim, answer.may_comply.value, cites)
