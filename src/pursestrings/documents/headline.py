"""Which line above a story is its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pursestrings.documents.datelines import dateline_of
from pursestrings.documents.furniture import ends_sentence

_WORDS: Final = re.compile(r"\w+")
_LEAST_SCORE: Final = 1.2
_LEAST_SHARE: Final = 0.5
_MOST_WORDS: Final = 30
_MOSTLY_NAMES: Final = 0.7
_LONGEST_NAME: Final = 7
"""Words of an office and a name."""
_RUN: Final = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: (?:of (?:the )?)?[A-ZÀ-Þ][\w.’'-]*)*")
_VERBS: Final = re.compile(r"\b(?!and\b|of\b|the\b|with\b|at\b|in\b|for\b|left\b|right\b)[a-zà-ÿ]\w*|:")
_SENTENCES: Final = re.compile(r"(?<=[a-z]{2})[.!?][\"”’]?\s+[A-ZÀ-Þ“\"]")


def folded(line: str) -> str:
    """The line's words alone, so that two lines compare without marks, case and spaces."""
    return " ".join(_WORDS.findall(line.casefold()))


def stems(lines: Iterable[str]) -> frozenset[str]:
    """The beginnings of the longer words, so that "cities" meets "city's" neighbours "cities"."""
    return frozenset(word[:6] for line in lines for word in _WORDS.findall(line.casefold()) if len(word) > 3)


def title_case(line: str) -> bool:
    """Whether most of the longer words begin with a capital."""
    words = [word for word in _WORDS.findall(line) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def is_headline_sentence(line: str, following: str) -> bool:
    """Whether a line that ends as a sentence may still be a headline: one short one above a longer paragraph."""
    if _SENTENCES.search(line) or not 4 <= len(line.split()) <= 20 or len(following) < len(line):
        return False
    return title_case(line) or line.endswith(("?", "!")) or dateline_of(following) is not None


def shares_story(line: str, story: frozenset[str]) -> bool:
    """Whether at least half of the line's longer words stand in the story."""
    own = stems([line])
    return bool(own) and len(own & story) >= _LEAST_SHARE * len(own)


def only_names(line: str, prose: str) -> bool:
    """Whether the line is little but names and offices as the story prints them, as under a picture.

    >>> only_names("Oakland Mayor Libby Schaaf and Chief Anne Kirk", "Oakland Mayor Libby Schaaf sued.")
    True
    """
    if _VERBS.search(line):
        return False
    runs = [run.group() for run in _RUN.finditer(line)]
    known = [run for run in runs if len(run.split()) >= 3 and run in prose]
    # One that the story does not print is no longer than an office and a name: a headline in capitals goes on.
    others = [run for run in runs if 3 <= len(run.split()) <= _LONGEST_NAME and run not in known]
    return bool(known) and sum(map(len, known + others)) >= _MOSTLY_NAMES * len(line)


def choose_headline(
    lines: Sequence[str], candidates: Mapping[int, bool], story: frozenset[str]
) -> int | None:
    """The index of the headline among the candidates: it speaks of what the story speaks of.

    A candidate's value says whether blank lines stand around it; `story` are the stems of the story's words.
    """
    best: int | None = None
    best_score = 0.0
    edges = {min(candidates, default=0), max(candidates, default=0)}
    for index, alone in candidates.items():
        score = _score(lines[index], alone, story)
        if score and index in edges:  # at the very top, or right above the story
            score += 0.4
        if _repeated(lines[index], [lines[other] for other in candidates if other != index]):
            score += 1
        if score > best_score:
            best, best_score = index, score
    return best if best_score >= _LEAST_SCORE else None


def _score(line: str, alone: bool, story: frozenset[str]) -> float:
    words = len(line.split())
    if not 2 <= words <= _MOST_WORDS or line.endswith(":"):
        return 0.0
    own = stems([line])
    score = 2 * len(own & story) / len(own) if own else 0.0
    score += 0.5 * (4 <= words <= 20) + 0.5 * alone
    return score - 0.5 * (ends_sentence(line) and line.endswith("."))


def _repeated(line: str, others: Iterable[str]) -> bool:
    """Whether the page's title repeats this line, alone or with the site's name behind it."""
    own = folded(line)
    return len(own) > 10 and any(folded(other).startswith(own) for other in others)
