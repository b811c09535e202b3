"""Which language a story is in, told from its body alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pursestrings.documents.extras import needs_read
from pursestrings.documents.wordlist import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH: Final = "en"
LANGUAGES: Final = ("ar", "de", ENGLISH, "es", "fr", "ht", "it", "ko", "pl", "pt", "ru", "tl", "vi", "zh")
_SAMPLE: Final = 3000
_FEWEST_LETTERS: Final = 40
_LEAST_SURE: Final = 0.9
_WORD: Final = re.compile(r"[^\W\d_]+")
# Small words that are rare or none in the other languages.
_SMALL: Final = words(
    "the of and to for that with were from this have had his they their which been would who by it its be is are said"
)
_FEWEST_WORDS: Final = 40
_PLAINLY_ENGLISH: Final = 0.18
"""The share of these words above which a text is English; in English news it is about a quarter."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it is too short or could be two."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    # The classifier takes half a second and 80 MB to load, and nearly every story is plain English.
    if _is_plainly_english(sample):
        return ENGLISH
    language, sure = _identifier().classify(sample)
    return language if sure >= _LEAST_SURE else None


def _is_plainly_english(sample: str) -> bool:
    found = _WORD.findall(sample.lower())
    small = sum(1 for word in found if word in _SMALL)
    return len(found) >= _FEWEST_WORDS and small >= _PLAINLY_ENGLISH * len(found)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The classifier, limited to languages that papers in the United States appear in."""
    with needs_read():
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
