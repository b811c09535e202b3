"""Attributions of a whole text: quotations that run on, stand alone or follow a colon find their speaker here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pursestrings.documents import BlockKind
from pursestrings.reading.cues import SPEECH
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.passages import Passage
from pursestrings.reading.grammar.relation import Relation, Span
from pursestrings.reading.grammar.relations import pending, relations, tagged
from pursestrings.reading.grammar.stream import Sentence


@dataclass(slots=True)
class _State:
    """What the text so far hands on to what follows."""

    found: list[Relation] = field(default_factory=list)
    last: int | None = None
    """The relation that a bare quotation would go on with."""
    quoting: bool = False
    """Whether that relation ended in a quotation."""
    bare: bool = False
    """Whether this paragraph holds a bare quotation that may still get its speaker."""
    continued: bool = False
    """Whether this paragraph went on with a quotation of an earlier one."""
    announced: Relation | None = None
    """A source and cue with a colon, whose content is still to come."""


def document_relations(text: str, found: Sequence[Passage]) -> list[Relation]:
    """The attributions of a document's body, in order."""
    state = _State()
    for passage in found:
        if passage.kind is BlockKind.BODY:
            _paragraph(state, text, passage.sentences)
    return [relation for relation in state.found if relation.content]


def _paragraph(state: _State, text: str, sentences: Sequence[Sentence]) -> None:
    before = len(state.found)
    state.bare = False
    if _fill(state, text, sentences):
        return
    for sentence in sentences:
        bare = _bare(sentence, text)
        if bare is not None:
            _attach(state, bare)
        elif not _tag(state, sentence):
            _read(state, sentence, text)
    if len(state.found) == before and state.last is not None and not state.continued:
        state.last = None
    state.continued = False


def _fill(state: _State, text: str, sentences: Sequence[Sentence]) -> bool:
    """The paragraph after "Doe said:" is what Doe said: its quotations, or all of it if it has no speaker of its own."""
    announced = state.announced
    state.announced = None
    if announced is None or not sentences:
        return False
    spans = tuple(span for sentence in sentences if (span := _bare(sentence, text)) is not None)
    if not spans and any(one.act == SPEECH for sentence in sentences for one in relations(sentence)):
        return False
    end = sentences[-1].start + len(text[sentences[-1].start : sentences[-1].end].rstrip())
    state.found.append(replace(announced, content=spans or ((sentences[0].start, end),)))
    state.last = len(state.found) - 1
    state.quoting = True
    return True


def _read(state: _State, sentence: Sentence, text: str) -> None:
    found = relations(sentence)
    state.announced = pending(sentence)
    if found:
        state.found += found
        quoting = [number for number, relation in enumerate(found) if _ends_quoted(relation, sentence, text)]
        state.last = len(state.found) - len(found) + (quoting[0] if quoting else len(found) - 1)
        state.quoting = bool(quoting)
    else:
        state.quoting = False


def _ends_quoted(relation: Relation, sentence: Sentence, text: str) -> bool:
    end = relation.content[-1][1]
    return any(
        item.quotation is not None and item.start < end <= item.end and item.quotation.is_speech(text)
        for item in sentence.items
    )


def _bare(sentence: Sentence, text: str) -> Span | None:
    """The quotation where a sentence is nothing else; its opening conjunction apart."""
    items = [item for item in sentence.items if item.quotation is not None or item.is_word]
    if not items or items[-1].quotation is None or len(items) > 2:
        return None
    if len(items) == 2 and (items[0].quotation is not None or items[0].lower not in words.OPENERS):
        return None
    spoken = items[-1].quotation.is_speech(text) or items[-1].ends_clause
    return (items[-1].start, items[-1].end) if spoken else None


def _attach(state: _State, span: Span) -> None:
    """Give a bare quotation to the speaker before it: as more of the same, or as a statement of its own."""
    if state.last is None:
        state.found.append(Relation(None, None, (span,), SPEECH, "bare quote"))
    else:
        last = state.found[state.last]
        if state.quoting:
            state.found[state.last] = replace(last, content=(*last.content, span))
            state.continued = True
            return
        state.found.append(Relation(last.source, None, (span,), SPEECH, "bare quote"))
    state.bare = True
    state.last = len(state.found) - 1
    state.quoting = True


def _tag(state: _State, sentence: Sentence) -> bool:
    """A sentence that is only "Doe said." tells whose the bare quotation before it is."""
    if not state.bare or state.last is None or len(sentence.items) > 20 or sentence.items[-1].text == ":":
        return False
    named = tagged(sentence)
    if named is None:
        return False
    state.found[state.last] = replace(named, content=state.found[state.last].content)
    state.bare = False
    return True
