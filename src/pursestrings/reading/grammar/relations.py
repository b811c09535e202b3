"""The attributions of one sentence, from left to right, none inside another's content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.contents import accepts, content_end, content_start, labelled
from pursestrings.reading.grammar.hits import Hit, hits
from pursestrings.reading.grammar.relation import Relation, Span, relation_at
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.grammar.trailing import according, follows_content, read_back, with_any_verb


def relations(sentence: Sentence) -> list[Relation]:
    """Every attribution that a sentence makes.

    What stands behind its content ("…," Doe said) is read first, as it may take in other cues; then
    "according to"; then all that stands before its content.
    """
    items = sentence.items
    if not sentence.is_prose:
        return []
    places = hits(items)
    found, taken = _behind_their_content(sentence, places)
    by_paper = according(sentence, taken)
    left = [hit for hit in places if hit.at >= taken]
    if by_paper is not None:
        found.append(by_paper)
        left = [hit for hit in left if not _within(items[hit.at], by_paper.content)]
    source = found[-1].source if found else None
    taken = max(taken, _question_end(items, places))
    for hit in left:
        if hit.at < taken:
            continue
        read = _read_on(sentence, hit, [place for place in places if place.at > hit.at], source)
        if read is not None:
            relation, last = read
            found.append(relation)
            source = relation.source or source
            taken = last + 1
    if not found:
        loose = with_any_verb(sentence)
        return [loose] if loose is not None else []
    return sorted(found, key=lambda relation: relation.start)


def _behind_their_content(sentence: Sentence, places: Sequence[Hit]) -> tuple[list[Relation], int]:
    found: list[Relation] = []
    taken = 0
    for hit in places:
        if not follows_content(sentence.items, hit):
            continue
        read = read_back(sentence, hit, [place for place in places if place.at > hit.at], taken)
        if read is not None:
            relation, last = read
            found.append(relation)
            taken = last + 1
    return found, taken


def _question_end(items: list[Item], places: Sequence[Hit]) -> int:
    """Where the question ends in "Asked whether he would recommend charges, Doe said"; 0 in other sentences."""
    if not {"asked", "pressed", "questioned"} & {item.lower for item in items[:2]}:
        return 0
    heads = [hit.subject.first for hit in places if hit.side == "left" and hit.subject is not None]
    return next((head for head in heads if items[head - 1].text == ","), 0)


def _within(item: Item, spans: Sequence[Span]) -> bool:
    return any(start <= item.start < end for start, end in spans)


def _read_on(
    sentence: Sentence, hit: Hit, later: Sequence[Hit], shared: Span | None
) -> tuple[Relation, int] | None:
    """A relation whose content follows its cue, and the last item that it takes up."""
    items = sentence.items
    for cue in hit.cues:
        start = content_start(items, hit, cue)
        if start is None or not accepts(items, cue, start, hit):
            continue
        embedded, relative = _is_embedded(items, hit), _is_relative(items, hit)
        end = content_end(items, start.index, later, cue, embedded=embedded, relative=relative)
        if end is None or (start.kind in {"that", "to", "wh"} and end == start.index):
            continue
        first, end = labelled(items, start.index, end, cue)
        said = cue.lemma == "say" and start.kind == "rest"
        pattern = "source said clause" if said else f"source cue {start.kind}"
        relation = relation_at(sentence, hit, cue, (sentence.span(first, end),), pattern)
        if hit.side == "shared" and shared is not None and items[hit.first - 1].lower not in {"and", "but"}:
            relation = replace(relation, source=shared)
        if relation.source is not None:
            return relation, end
    return None


def _is_embedded(items: list[Item], hit: Hit) -> bool:
    """Whether an attribution stands in a clause such as "after Doe said …"."""
    subject = hit.subject
    return subject is not None and subject.first > 0 and items[subject.first - 1].lower in words.SUBORDINATORS


def _is_relative(items: list[Item], hit: Hit) -> bool:
    """Whether an attribution stands in a clause such as ", who has said …,"."""
    subject = hit.subject
    if subject is None or subject.first != subject.last or subject.first == 0:
        return False
    return items[subject.first].lower in words.RELATIVES and items[subject.first - 1].text == ","


def pending(sentence: Sentence) -> Relation | None:
    """A source and cue that announce what the next paragraph holds: "Doe said:", "Doe told us that:"."""
    items = sentence.items
    if len(items) < 3 or not sentence.is_prose or items[-1].text != ":":
        return None
    for hit in reversed(hits(items)):
        near = len(items) - hit.last < 14
        if hit.side == "left" and hit.subject is not None and hit.lead.manner.after and near:
            return relation_at(sentence, hit, hit.lead, (), "source cue colon")
    return None


def tagged(sentence: Sentence) -> Relation | None:
    """Source and cue of a sentence that holds nothing else: "Doe said on Monday."."""
    items = sentence.items
    for hit in hits(items):
        alone = hit.side == "left" and hit.subject is not None and hit.subject.first == 0
        if alone and hit.lead.manner.after and content_start(items, hit, hit.lead) is None:
            return relation_at(sentence, hit, hit.lead, (), "quote, source cue")
    return None
