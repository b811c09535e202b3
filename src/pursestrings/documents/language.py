"""Which language a story is in, told from its body alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pursestrings.documents.extras import needs_read

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES: Final = ("ar", "de", "en", "es", "fr", "ht", "it", "ko", "pl", "pt", "ru", "tl", "vi", "zh")
_SAMPLE: Final = 3000
_FEWEST_LETTERS: Final = 40
_LEAST_SURE: Final = 0.9


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it is too short or could be two."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    language, sure = _identifier().classify(sample)
    return language if sure >= _LEAST_SURE else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The classifier, limited to languages that papers in the United States appear in."""
    with needs_read():
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
