"""Content first: "…," Doe said; …, according to Doe; and quotations whose verb is in no list."""

from __future__ import annotations

from typing import Final

from pursestrings.reading.cues import SPEECH
from pursestrings.reading.grammar import words
from pursestrings.reading.grammar.contents import content_end, content_start, skip_adverbials, trim
from pursestrings.reading.grammar.hits import Hit
from pursestrings.reading.grammar.relation import Relation, Span, relation_at
from pursestrings.reading.grammar.stream import Item, Sentence
from pursestrings.reading.grammar.subjects import following, subject

_LONG: Final = 6
_DASHES: Final = frozenset({"—", "–", "--", "-"})


def follows_content(items: list[Item], hit: Hit) -> bool:
    """Whether what a hit attributes stands before it."""
    if not hit.lead.manner.after or hit.subject is None:
        return False
    if hit.side == "right":
        return hit.lead.manner.name != "utter" or items[hit.first - 1].quotation is not None
    head = hit.subject.first
    if hit.side != "left" or head == 0:
        return False
    if items[head - 1].quotation is not None:
        return _follows_quotation(items, hit, head - 1)
    return items[head - 1].text == "," and _follows_clause(items, hit, items[: head - 1])


def _follows_quotation(items: list[Item], hit: Hit, quotation: int) -> bool:
    if items[quotation].is_aside:
        return False
    start = content_start(items, hit, hit.lead)
    if start is None:
        return True
    # Only what follows at once competes with the quotation in front: Doe said "more", or Doe said that.
    if start.index == hit.last + 1 and start.kind in {"quote", "that"}:
        return False
    return all(item.lower in words.OPENERS for item in items[:quotation]) or items[hit.last + 1].text == ","


def _follows_clause(items: list[Item], hit: Hit, leading: list[Item]) -> bool:
    behind = items[hit.last + 1 : hit.last + 3]
    if len(behind) == 2 and behind[0].text == "," and behind[1].quotation is None:
        return items[0].lower not in words.PREPOSITIONS and not _only_opens(leading)
    if hit.lead.manner.name == "utter":
        return False
    start = content_start(items, hit, hit.lead)
    loose = start is not None and start.kind == "rest" and items[start.index].lower in words.PREPOSITIONS
    return (start is None or loose) and _is_clause(leading)


def _only_opens(items: list[Item]) -> bool:
    return all(
        item.lower in words.OPENERS or words.is_adverb(item.lower) or item.text == "," for item in items
    )


def _is_clause(items: list[Item]) -> bool:
    """Whether the items hold a statement, and not only "In a letter on Monday"."""
    if not items:
        return False
    if any(item.quotation is not None and item.text.count(" ") > 2 for item in items):
        return True
    if items[0].lower in words.PREPOSITIONS | {"asked"} | words.SUBORDINATORS - {"if", "what", "how", "that"}:
        comma = next((index for index, item in enumerate(items) if item.text == ","), None)
        return comma is not None and _is_clause(items[comma + 1 :])
    finite = any(item.lower in words.FINITE or item.lower.endswith("ed") for item in items[1:])
    return finite or len(items) >= _LONG


def read_back(sentence: Sentence, hit: Hit, later: list[Hit], taken: int) -> tuple[Relation, int] | None:
    """A relation whose content stands before its cue and maybe goes on behind it, and its last item."""
    items = sentence.items
    if hit.subject is None:
        return None
    head = min(hit.subject.first, hit.first)
    tail = max(hit.subject.last, hit.last)
    last = trim(items, taken, head - 1)
    if last is None:
        return None
    quoted = items[head - 1].quotation is not None
    first = last if quoted and last > taken and items[last - 1].text == ":" else taken
    content = [sentence.span(first, last)]
    resumed = _resumed(items, tail, quoted=quoted, inverted=hit.side == "right")
    if resumed is not None:
        end = content_end(items, resumed, later)
        if end is not None:
            content.append(sentence.span(resumed, end))
            tail = end
    pattern = "quote, source cue" if quoted else "clause, source cue"
    return relation_at(sentence, hit, hit.lead, tuple(content), pattern), tail


def _resumed(items: list[Item], tail: int, *, quoted: bool, inverted: bool) -> int | None:
    """Where the content goes on behind "Doe said,"; None where it does not."""
    again = _quoted_again(items, tail) if quoted else None
    if again is not None:
        return again
    index = skip_adverbials(items, tail + 1)
    reach = range(index, min(index + 12, len(items) - 1))
    comma = next((at for at in reach if items[at].text in {",", ":"}), None)
    if comma is None or any(item.quotation is not None for item in items[index:comma]):
        return None
    beyond = items[comma + 1]
    if beyond.quotation is not None:
        return comma + 1
    if quoted or index != comma or items[comma].text == ":" or beyond.lower == "according":
        return None
    if inverted and beyond.lower not in {"and", "but", "because", "though"}:
        return None
    participle = beyond.lower.endswith("ing") and beyond.text == beyond.lower
    return None if participle else comma + 1


def _quoted_again(items: list[Item], tail: int) -> int | None:
    """A quotation in small letters at the sentence's end: "We won," Doe said, beaming, "and we will again."."""
    for index in range(tail + 2, len(items)):
        quotation = items[index].quotation
        if quotation is not None:
            inner = items[index].text[quotation.inner_start - quotation.start :]
            goes_on = items[index - 1].text == "," and inner[:1].islower() and items[index].ends_clause
            return index if goes_on and index >= len(items) - 2 else None
    return None


def according(sentence: Sentence, taken: int) -> Relation | None:
    """What stands with "according to Doe", before it, behind it or around it."""
    items = sentence.items
    pairs = zip(items[taken:], items[taken + 1 :], strict=False)
    found = (taken + n for n, (one, two) in enumerate(pairs) if (one.lower, two.lower) == ("according", "to"))
    at = next(found, None)
    last = _source_end(items, at + 2) if at is not None else None
    if at is None or last is None:
        return None
    content: list[Span] = []
    leading = trim(items, taken, at - 1)
    if leading is not None and not _only_opens(items[taken : leading + 1]):
        content.append(sentence.span(taken, leading))
    whole = bool(content) and leading is not None and _is_clause(items[taken : leading + 1])
    if not whole and last + 2 < len(items) and items[last + 1].text in {",", ":"}:
        trailing = trim(items, last + 2, len(items) - 1)
        if trailing is not None:
            content.append(sentence.span(last + 2, trailing))
    if not content:
        return None
    return Relation(
        sentence.span(at + 2, last), sentence.span(at, at + 1), tuple(content), SPEECH, "according to"
    )


def _source_end(items: list[Item], first: int) -> int | None:
    """The last item of the source behind "according to": up to a mark, or past "Roe, a professor at State,"."""
    last = first - 1
    while last + 1 < len(items):
        after = items[last + 1]
        if after.text == "," and last >= first and _describes(items, last):
            closing = next((at for at in range(last + 2, len(items)) if items[at].text in {",", "."}), None)
            return closing - 1 if closing is not None and closing - last < 14 else last
        if after.quotation is not None and not after.is_aside:
            break
        if after.text in _DASHES | set(",.:;") or after.lower in words.SUBORDINATORS - {"that"}:
            break
        last += 1
    return last if last >= first else None


def _describes(items: list[Item], last: int) -> bool:
    """Whether a name is followed by what its bearer is."""
    behind = items[last + 2].lower if last + 2 < len(items) else ""
    return items[last].is_name and behind in {"a", "an", "who", "which", "whose"}


def with_any_verb(sentence: Sentence) -> Relation | None:
    """A quotation with a speaker and a verb in no list: "…," Doe fumed; Doe thundered: "…"; Doe: "…"."""
    items = sentence.items
    if len(items) < 3:
        return None
    if items[0].ends_clause and items[0].text.count(" ") >= 2:
        return _behind_quotation(sentence)
    colon = next((at for at in range(1, len(items) - 1) if items[at].text == ":"), None)
    if colon is None or items[colon + 1].quotation is None or items[colon + 1].is_aside:
        return None
    end = trim(items, colon + 1, len(items) - 1)
    content = (sentence.span(colon + 1, end),) if end is not None else ()
    if colon <= 4 and all(item.is_name and item.is_word for item in items[:colon]):
        return Relation(
            sentence.span(0, colon - 1), sentence.span(colon, colon), content, SPEECH, "source colon"
        )
    verb = items[colon - 1]
    speaker = subject(items, colon - 2) if colon > 1 and _is_past(verb) else None
    if speaker is None:
        return None
    source = sentence.span(speaker.first, speaker.last)
    return Relation(source, sentence.span(colon - 1, colon), content, SPEECH, "source cue quote")


def _behind_quotation(sentence: Sentence) -> Relation | None:
    items = sentence.items
    content = (sentence.span(0, 0),)
    if _is_past(items[1]):
        inverted = following(items, 2)
        if inverted is not None and items[inverted.first].is_name:
            source = sentence.span(inverted.first, inverted.last)
            return Relation(source, sentence.span(1, 1), content, SPEECH, "quote, source cue")
        return None
    for at in range(2, min(len(items), 12)):
        if _is_past(items[at]):
            speaker = subject(items, at - 1)
            if speaker is not None and speaker.first == 1:
                source = sentence.span(speaker.first, speaker.last)
                return Relation(source, sentence.span(at, at), content, SPEECH, "quote, source cue")
            return None
    return None


def _is_past(item: Item) -> bool:
    return item.text == item.lower and item.lower.endswith("ed") and item.lower not in words.FINITE
