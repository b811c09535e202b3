"""Source, cue and content, as they stand in one sentence; nothing here knows who anybody is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pursestrings.reading import words
from pursestrings.reading.cues import ATTITUDE, SPEECH, Cue, cues
from pursestrings.reading.hits import NOUNS_TOO, Hit, hits
from pursestrings.reading.stream import Item, Sentence
from pursestrings.reading.subjects import following, noun_phrase_ending

Span = tuple[int, int]

_WH: Final = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which"})
_CONTRAST: Final = frozenset({"and", "but", "while", "though", "although", "yet"})
_ADVERBIAL: Final = words.TIMES | {"last", "this", "next", "early", "late"}
_CONTRACTED: Final = re.compile(r"(?:[’'](?:re|ve|ll|m|d)|n[’']t|^(?:he|she|it|that|there|who|what)[’']s)$")
_REACH: Final = 18
_LONG: Final = 6


@dataclass(frozen=True, slots=True)
class Relation:
    """An attribution by its stretches of text. `pattern` says how it was found."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    act: str
    pattern: str
    lemma: str = ""
    antecedent: Span | None = None
    """What a relative pronoun as source stands for."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min(span[0] for span in (*self.content, *(s for s in (self.source, self.cue) if s)))


@dataclass(frozen=True, slots=True)
class _Start:
    kind: str
    index: int


def relations(sentence: Sentence) -> list[Relation]:
    """The attributions of one sentence, from left to right, none inside another's content."""
    items = sentence.items
    found: list[Relation] = []
    places = hits(items)
    taken = 0
    done: set[int] = set()
    for hit in _trailing(items, places):
        relation, upto = _after(sentence, hit, taken)
        if relation is not None:
            found.append(relation)
            done.update(place.at for place in places if place.at <= upto)
            taken = upto + 1
    by_source = _according(sentence, taken)
    if by_source is not None:
        found.append(by_source)
        if not found[:-1]:
            done.update(place.at for place in places if _within(items[place.at], by_source.content))
    source = found[-1].source if found else None
    asked = _question_end(items, places)
    for position, hit in enumerate(places):
        if hit.at in done or hit.at < max(taken, asked):
            continue
        made = _before(sentence, hit, places[position + 1 :], source)
        if made is None:
            continue
        relation, upto = made
        found.append(relation)
        source = relation.source or source
        taken = upto + 1
    return sorted(found, key=lambda relation: relation.start)


def _question_end(items: list[Item], places: list[Hit]) -> int:
    """Where the question ends in "Asked whether he would recommend charges, Doe said"; 0 in other sentences."""
    opening = [item.lower for item in items[:2]]
    if not opening or not {"asked", "pressed", "questioned"} & set(opening):
        return 0
    return next(
        (
            hit.subject.first
            for hit in places
            if hit.side == "left" and hit.subject is not None and items[hit.subject.first - 1].text == ","
        ),
        0,
    )


def _within(item: Item, spans: tuple[Span, ...]) -> bool:
    return any(start <= item.start < end for start, end in spans)


# --- content first: "…," Doe said.


def _trailing(items: list[Item], places: list[Hit]) -> list[Hit]:
    """The hits that follow what they attribute."""
    return [hit for hit in places if hit.lead.manner.after and _follows_content(items, hit) and _may_follow(items, hit)]


def _may_follow(items: list[Item], hit: Hit) -> bool:
    """Whether a verb such as "continued" has the quotation before it that it needs."""
    if hit.lead.manner.name != "utter" or hit.subject is None:
        return True
    head = min(hit.subject.first, hit.first)
    return items[head - 1].quotation is not None or hit.last + 1 < len(items) and items[hit.last + 1].text == ","


def _follows_content(items: list[Item], hit: Hit) -> bool:
    if hit.side == "right":
        return True
    if hit.side != "left" or hit.subject is None or hit.subject.first == 0:
        return False
    before = items[hit.subject.first - 1]
    start = _content_start(items, hit, hit.lead)
    if before.quotation is not None:
        # Only what follows at once competes with the quotation in front: Doe said "more" or Doe said that.
        at_once = start is not None and start.index == hit.last + 1 and start.kind in {"quote", "that"}
        leading = hit.subject.first - 1 == 0 or all(
            item.lower in words.OPENERS for item in items[: hit.subject.first - 1]
        )
        return (
            not before.is_aside
            and not at_once
            and (leading or start is None or items[hit.last + 1].text == ",")
        )
    if before.text != ",":
        return False
    comma_after = hit.last + 1 < len(items) and items[hit.last + 1].text == ","
    if comma_after and hit.last + 2 < len(items) and items[hit.last + 2].quotation is None:
        return items[0].lower not in words.PREPOSITIONS and not _all_opening(items[: hit.subject.first - 1])
    loose = start is not None and start.kind == "rest" and items[start.index].lower in words.PREPOSITIONS
    return (start is None or loose) and _is_clause(items[: hit.subject.first - 1])


def _all_opening(items: list[Item]) -> bool:
    return all(
        item.lower in words.OPENERS or words.is_adverb(item.lower) or item.text == "," for item in items
    )


def _is_clause(items: list[Item]) -> bool:
    """Whether the items hold a statement, and not only "In a letter on Monday"."""
    if any(item.quotation is not None and len(item.text.split()) > 3 for item in items):
        return True
    if not items or items[0].lower in words.PREPOSITIONS | (
        words.SUBORDINATORS - {"if", "what", "how", "that"}
    ) | {"asked"}:
        comma = next((index for index, item in enumerate(items) if item.text == ","), None)
        return comma is not None and _is_clause(items[comma + 1 :])
    return len(items) >= _LONG or any(item.lower in words.FINITE or item.lower.endswith("ed") for item in items[1:])


def _after(sentence: Sentence, hit: Hit, taken: int) -> tuple[Relation | None, int]:
    """A relation whose content stands before its cue, and maybe goes on behind it."""
    items = sentence.items
    subject = hit.subject
    if subject is None:
        return None, 0
    head = min(subject.first, hit.first)
    tail = max(subject.last, hit.last)
    last = _trim(items, taken, head - 1)
    if last is None:
        return None, 0
    quoted = items[head - 1].quotation is not None
    if quoted and last > taken and items[last - 1].text == ":":
        taken = last
    content = [sentence.span(taken, last)]
    upto = tail
    resumed = _resumed(items, tail, quoted=quoted, inverted=hit.side == "right")
    if resumed is not None:
        end = _content_end(items, resumed, hits(items[resumed:]), offset=resumed)
        if end is not None:
            content.append(sentence.span(resumed, end))
            upto = end
    pattern = "quote, source cue" if quoted else "clause, source cue"
    return _relation(sentence, hit, hit.lead, tuple(content), pattern), upto


def _resumed(items: list[Item], tail: int, *, quoted: bool, inverted: bool) -> int | None:
    """Where the content goes on behind "Doe said,"; None where it does not."""
    index = _skip_adverbials(items, tail + 1)
    comma = next(
        (at for at in range(index, min(index + 12, len(items))) if items[at].text in {",", ":"}), None
    )
    if comma is None or comma + 1 >= len(items):
        return None
    if any(item.quotation is not None for item in items[index:comma]):
        return None
    beyond = items[comma + 1]
    if beyond.quotation is not None:
        return comma + 1
    if quoted or index != comma or items[comma].text == ":":
        return None
    if inverted and beyond.lower not in {"and", "but", "because", "though"}:
        return None
    participle = beyond.lower.endswith("ing") and beyond.text == beyond.lower
    return None if participle or beyond.lower == "according" else comma + 1


# --- source and cue first: Doe said that …


def _before(
    sentence: Sentence, hit: Hit, later: list[Hit], shared: Span | None
) -> tuple[Relation, int] | None:
    """A relation whose content follows its cue, and the last item that it takes up."""
    items = sentence.items
    for cue in hit.cues:
        start = _content_start(items, hit, cue)
        if start is None or not _accepts(items, cue, start, hit):
            continue
        subject = hit.subject
        embedded = subject is not None and subject.first > 0 and items[subject.first - 1].lower in words.SUBORDINATORS
        end = _content_end(items, start.index, later, cue=cue, embedded=embedded)
        if end is None or (start.kind in {"that", "to", "wh"} and end == start.index):
            continue
        first, end = _labelled(items, start, end, cue)
        relation = _relation(sentence, hit, cue, (sentence.span(first, end),), f"source cue {start.kind}")
        if hit.side == "shared" and shared is not None and items[hit.first - 1].lower not in {"and", "but"}:
            relation = replace(relation, source=shared)
        if relation.source is None and hit.side == "shared":
            continue
        return relation, end
    return None


def _content_start(items: list[Item], hit: Hit, cue: Cue) -> _Start | None:
    """Where the content begins behind the cue, past adverbials and the one who is spoken to."""
    index = _skip_adverbials(items, hit.last + 1)
    found = None
    if cue.manner.addressee and index < len(items) and items[index].text not in ",:.":
        spoken_to = _skip_addressee(items, index)
        found = _opening(items, spoken_to)
        # "Warned the board that" speaks to the board, "warned the board was wrong" does not.
        if cue.manner.name == "tell" or (found is not None and found.kind in {"that", "quote", "wh"}):
            index = spoken_to
    found = _opening(items, index)
    if found is not None and found.kind != "rest":
        return found
    further = _past_circumstance(items, index)
    return further if further is not None else found


def _opening(items: list[Item], index: int) -> _Start | None:
    if index >= len(items):
        return None
    item = items[index]
    following_ = items[index + 1] if index + 1 < len(items) else None
    if item.quotation is not None:
        return _Start("quote", index)
    if item.text in {",", ":"}:
        if following_ is None:
            return None
        if following_.quotation is not None:
            return _Start("quote", index + 1)
        if item.text == ":":
            return _Start("colon", index + 1)
        return (
            _Start("comma", index + 1)
            if following_.is_word and items[0].lower in words.PREPOSITIONS
            else None
        )
    if item.lower == "that":
        return _Start("that", index)
    if item.lower == "to" or (item.lower == "not" and following_ is not None and following_.lower == "to"):
        return _Start("to", index)
    if item.lower in _WH:
        return _Start("wh", index)
    return _Start("rest", index) if item.is_word or item.text in "$#@-–—[" else None


def _past_circumstance(items: list[Item], index: int) -> _Start | None:
    """Past "in a statement on Monday", "at a rally, ": only where a "that" or a quotation follows."""
    if index >= len(items) or not (
        items[index].lower in words.PREPOSITIONS | words.SUBORDINATORS - {"that"} or items[index].text == ","
    ):
        return None
    for at in range(index + 1, min(index + _REACH, len(items))):
        item = items[at]
        if item.lower == "that" and items[at - 1].lower not in words.PREPOSITIONS:
            return _Start("that", at)
        if item.quotation is not None and items[at - 1].text in {",", ":"}:
            return _Start("quote", at)
        if item.lower in words.FINITE or item.text in ";":
            return None
    return None


def _skip_adverbials(items: list[Item], index: int) -> int:
    while index < len(items):
        item = items[index]
        beyond = items[index + 1].lower if index + 1 < len(items) else ""
        if item.quotation is not None:
            break
        if (item.lower in words.TIMES or (item.lower in _ADVERBIAL and beyond in words.TIMES)) or (
            words.is_adverb(item.lower) and item.lower not in {"both", "all", "there", "here"}
        ):
            index += 1
        elif item.lower in {"on", "in", "this", "last"} and beyond in words.TIMES | words.MONTHS | {
            "twitter",
            "facebook",
        }:
            index += 2
            while index < len(items) and items[index].text[:1].isdigit():
                index += 1
        else:
            break
    return index


def _skip_addressee(items: list[Item], index: int) -> int:
    item = items[index]
    if item.lower in words.OBJECT_PRONOUNS:
        return _skip_adverbials(items, index + 1)
    if item.lower == "that" or item.quotation is not None or item.lower in _WH:
        return index
    person = following(items, index)
    if person is None:
        return index
    last = person.last
    # "told reporters the city would": the apposition that `following` adds is no part of the addressee.
    comma = next((at for at in range(index, last) if items[at].text == ","), None)
    return _skip_adverbials(items, comma if comma is not None else last + 1)


def _accepts(items: list[Item], cue: Cue, start: _Start, hit: Hit) -> bool:
    """Whether a cue takes this kind of content here."""
    takes = cue.manner.takes
    if start.kind in {"quote", "colon"}:
        return "quote" in takes
    if start.kind == "that" and _points_back(items, start.index):
        return False
    if start.kind == "comma":
        return hit.lead.manner.after and start.index == hit.last + 2
    if start.kind != "rest":
        return start.kind in takes
    item = items[start.index]
    if "rest" not in takes:
        return False
    if item.lower in {"itself", "themselves"}:
        return False
    if item.lower in words.PREPOSITIONS | words.SUBORDINATORS | words.COORDINATORS:
        return (
            cue.manner.name == "say"
            and item.lower in {"in", "under", "if", "while", "despite", "after", "as", "because", "when"}
            and _clause_ahead(items, start.index)
        )
    return not (hit.negated and cue.manner.name in {"label"})


def _points_back(items: list[Item], index: int) -> bool:
    """Whether "that" is a pronoun: "Doe repeated that in a statement"."""
    beyond = items[index + 1] if index + 1 < len(items) else None
    if beyond is None or beyond.text in ".,;":
        return True
    return beyond.lower in words.PREPOSITIONS and not _has_verb(items[index + 1 :])


def _has_verb(items: Sequence[Item]) -> bool:
    """Whether there is a finite verb among the items, as far as words tell."""
    table = cues()
    return any(
        item.lower in words.FINITE
        or bool(_CONTRACTED.search(item.lower))
        or (item.lower.endswith("ed") and item.text == item.lower)
        or any(cue.shapes & {"past", "third"} and not cue.particles for cue in table.get(item.lower, ()) if item.lower not in NOUNS_TOO)
        for item in items
        if item.is_word
    )


def _clause_ahead(items: list[Item], index: int) -> bool:
    comma = next((at for at in range(index, min(index + 12, len(items))) if items[at].text == ","), None)
    return comma is not None and any(item.lower in words.FINITE for item in items[comma:])


def _labelled(items: list[Item], start: _Start, end: int, cue: Cue) -> tuple[int, int]:
    """What is called something: where the name given is a quotation, the content is that quotation."""
    first = start.index
    if cue.manner.name != "label" or start.kind == "quote":
        return first, end
    quoted = [index for index in range(first, end + 1) if items[index].quotation is not None]
    if not quoted or quoted[0] - first > 10 or any(item.text == "," for item in items[first : quoted[0]]):
        return first, end
    last = quoted[0]
    for index in quoted[1:]:
        if all(
            item.text == "," or item.lower in {"and", "or", "a", "an"} for item in items[last + 1 : index]
        ):
            last = index
    return quoted[0], last


def _content_end(
    items: list[Item],
    start: int,
    later: list[Hit],
    *,
    cue: Cue | None = None,
    embedded: bool = False,
    offset: int = 0,
) -> int | None:
    """The last item of a content that begins at `start`: the sentence's end, or another attribution."""
    end = len(items) - 1
    for hit in later:
        cut = _cut(items, hit, start, offset, cue, embedded=embedded or _introduces(items[0]))
        if cut is not None and cut <= end:
            end = cut - 1
            break
    if items[start].ends_clause and not any(
        item.quotation is not None for item in items[start + 1 : end + 1]
    ):
        return start
    for index in range(start + 1, end):
        if items[index].text == "," and items[index + 1].lower == "according" or items[index].text == ";":
            end = index - 1
            break
    return _trim(items, start, end)


def _cut(items: list[Item], hit: Hit, start: int, offset: int, cue: Cue | None, *, embedded: bool) -> int | None:
    """Where an earlier content must stop for a later hit; None where the hit lies inside the content.

    `embedded` says that the earlier attribution stands in a clause before the sentence's own.
    """
    at = hit.first + offset
    if at <= start + 1:
        return None
    before = items[at - 1]
    if hit.side == "shared":
        if "ing" in hit.lead.shapes and before.text == ",":
            return at - 1 if hit.lead.manner.act == SPEECH else None
        if before.lower in {"and", "but"} and cue is not None and _alike(cue, hit.lead):
            return at - 2 if items[at - 2].text == "," else at - 1
        return None
    if hit.side != "left" or hit.subject is None:
        return None
    if hit.subject.first + offset < start <= hit.subject.last + offset:
        return hit.subject.last + offset + 1
    head = hit.subject.first + offset
    if head <= start + 1:
        return None
    if items[head - 1].text == "," and embedded:
        return head - 1
    if items[head - 1].lower not in _CONTRAST:
        return None
    if items[head - 2].ends_clause:
        return head - 1
    return head - 2 if items[head - 2].text == "," else (head - 1 if items[head - 1].lower == "but" else None)


def _alike(cue: Cue, other: Cue) -> bool:
    """Whether a second verb goes with the same subject as the first: said … and urged, saying … and calling."""
    if other.manner.act != SPEECH:
        return False
    if "ing" in other.shapes:
        return "ing" in cue.shapes
    return bool(other.shapes & {"past", "third"}) and bool(
        cue.shapes & {"past", "third", "base", "participle"}
    )


def _introduces(item: Item) -> bool:
    """Whether a sentence that begins so has its own clause only behind a comma."""
    return item.lower in words.PREPOSITIONS | words.SUBORDINATORS | {"asked", "pressed", "despite"} or (
        item.lower.endswith("ing") and len(item.lower) > 5
    )


def _trim(items: list[Item], first: int, last: int) -> int | None:
    """The last item without closing marks; None where nothing is left."""
    while last >= first and items[last].quotation is None and items[last].text in ".,;:!?…—–-":
        last -= 1
    return last if last >= first else None


# --- by preposition: according to Doe, …


def _according(sentence: Sentence, taken: int) -> Relation | None:
    items = sentence.items
    at = next(
        (
            i
            for i in range(taken, len(items) - 2)
            if items[i].lower == "according" and items[i + 1].lower == "to"
        ),
        None,
    )
    if at is None:
        return None
    last = _source_end(items, at + 2)
    if last is None:
        return None
    content: list[Span] = []
    leading = _trim(items, taken, at - 1) if at > taken else None
    if leading is not None and not all(item.lower in words.OPENERS for item in items[taken : leading + 1]):
        content.append(sentence.span(taken, leading))
    if last + 2 < len(items) and items[last + 1].text in {",", ":"}:
        trailing = _trim(items, last + 2, len(items) - 1)
        if trailing is not None and (leading is None or not content or not _is_clause(items[taken : leading + 1])):
            content.append(sentence.span(last + 2, trailing))
    if not content:
        return None
    cue = sentence.span(at, at + 1)
    return Relation(sentence.span(at + 2, last), cue, tuple(content), SPEECH, "according to", "according")


def _source_end(items: list[Item], first: int) -> int | None:
    """The last item of the source behind "according to": up to a mark, past "a professor at State," after a name."""
    last = first - 1
    while last + 1 < len(items):
        after = items[last + 1]
        if after.quotation is not None and not after.is_aside:
            break
        if (
            after.text == ","
            and last + 2 < len(items)
            and items[last + 2].lower in {"a", "an", "who", "which", "whose"}
        ):
            closing = next((i for i in range(last + 2, len(items)) if items[i].text in {",", "."}), None)
            if closing is not None and (closing - last < 14):
                last = closing - 1
            break
        if (
            after.text in ",.:;"
            or after.text in {"—", "–", "--", "-"}
            or after.lower in words.SUBORDINATORS - {"that"}
        ):
            break
        last += 1
    return last if last >= first else None


def _relation(sentence: Sentence, hit: Hit, cue: Cue, content: tuple[Span, ...], pattern: str) -> Relation:
    source = sentence.span(hit.subject.first, hit.subject.last) if hit.subject is not None else None
    quoted = any(
        item.quotation is not None and start <= item.start < end
        for item in sentence.items
        for start, end in content
    )
    antecedent = None
    if hit.subject is not None and hit.subject.first == hit.subject.last:
        antecedent = _antecedent(sentence, hit.subject.first)
    return Relation(
        source=source,
        cue=sentence.span(hit.first, hit.last),
        content=content,
        act=_act(sentence, hit, cue, content, quoted=quoted),
        pattern=f"{pattern}",
        lemma=" ".join((cue.lemma, *cue.particles)),
        antecedent=antecedent,
    )


def _act(sentence: Sentence, hit: Hit, cue: Cue, content: tuple[Span, ...], *, quoted: bool) -> str:
    """Speech or attitude: words that were not said, or a mere subject of talk, are no speech."""
    if hit.negated or (hit.unreal and not quoted):
        return ATTITUDE
    if cue.manner.name in {"stance", "topic"} and _quotes_at_length(sentence, content):
        return SPEECH
    if cue.lemma in {"describe", "characterize", "characterise", "portray", "paint"} and not quoted:
        named = any(item.lower == "as" for item in sentence.items[hit.last :])
        return SPEECH if named else ATTITUDE
    if cue.manner.name in {"say", "vow"} and cue.lemma != "say" and not _quotes_at_length(sentence, content):
        inside = [item for item in sentence.items if content and content[0][0] <= item.start < content[0][1]]
        if inside and inside[0].lower not in {"to", "that"} | _WH and not _has_verb(inside):
            return ATTITUDE
    return cue.manner.act


def _quotes_at_length(sentence: Sentence, content: tuple[Span, ...]) -> bool:
    """Whether the content holds a quotation of more than a term held at arm's length."""
    return any(
        item.quotation is not None
        and (item.text.count(" ") >= 2 or sentence.items[number - 1].lower in {"as", "a", "an"})
        and any(start <= item.start < end for start, end in content)
        for number, item in enumerate(sentence.items)
    )


def _antecedent(sentence: Sentence, index: int) -> Span | None:
    """The phrase before "who", "that" or "which"."""
    items = sentence.items
    last = index - 1
    if items[index].lower not in words.RELATIVES or last < 0:
        return None
    if items[last].text == ",":
        last -= 1
    first = noun_phrase_ending(items, last) if last >= 0 else None
    return sentence.span(first, last) if first is not None else None


def pending(sentence: Sentence, text: str) -> Relation | None:
    """A source and cue that announce what the next paragraph holds: "Doe said:", "Doe told us that:"."""
    items = sentence.items
    if len(items) < 3 or items[-1].text != ":":
        return None
    for hit in reversed(hits(items)):
        if (
            hit.side == "left"
            and hit.subject is not None
            and hit.lead.manner.after
            and len(items) - hit.last < 14
        ):
            return _relation(sentence, hit, hit.lead, (), "source cue colon")
    return None


def tagged(sentence: Sentence) -> Relation | None:
    """Source and cue of a sentence that holds nothing else: "Doe said on Monday."."""
    items = sentence.items
    for hit in hits(items):
        if not hit.lead.manner.after or hit.subject is None:
            continue
        if hit.side == "left" and hit.subject.first == 0 and _content_start(items, hit, hit.lead) is None:
            return _relation(sentence, hit, hit.lead, (), "quote, source cue")
    return None
