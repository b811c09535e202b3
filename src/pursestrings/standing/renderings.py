"""Every form of an answer's reasons, all made from the same tree."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from pursestrings.standing.answer import Standing
from pursestrings.standing.cited import Json
from pursestrings.standing.engine import RULES, Engine
from pursestrings.standing.reasons.explain import deciding_row
from pursestrings.standing.reasons.tree import SCHEMA

FORMS: Final = ("prose", "outline", "json", "svg")


def render(engine: Engine, answers: Sequence[Standing], form: str, width: int) -> str:
    """The reasons of one or more answers as one of FORMS; `width` is in columns and for prose alone."""
    trees = [(answer, engine.reason(answer)) for answer in answers]
    if form == "json":
        documents = [document(engine, answer) for answer in answers]
        shown: object = documents[0] if len(documents) == 1 else documents
        return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
    if form == "svg":
        from pursestrings.standing.reasons.diagram import diagram

        return diagram(trees)
    if form == "outline":
        from pursestrings.standing.reasons.text import outline

        return "\n".join(outline(answer, reason) for answer, reason in trees)
    from pursestrings.standing.reasons.prose import prose

    runs = engine.register.meta.known_through
    return "\n\n".join(prose(answer, reason, runs, width) for answer, reason in trees)


def document(engine: Engine, answer: Standing) -> Json:
    """The reasons document: the question, the values, the row of the verdict's table, the tree, the edition."""
    row = deciding_row(answer)
    return {
        "schema": SCHEMA,
        "question": answer.question.as_json(),
        "answer": {
            "verdict": answer.verdict.value,
            "row": row.position,
            "reach": answer.reach.reach.value,
            "force": answer.force.force.value,
            "certainty": answer.force.certainty.value,
            "precedent": answer.precedent.precedent.value,
            "fit": answer.fit.fit.value,
            "fit_wider_reading": answer.fit.wider.value,
            "may_comply": answer.may_comply.value,
        },
        "reason": engine.reason(answer).as_json(),
        "rules": RULES,
        "register": engine.edition(),
    }
