"""The language of a story is told from its body, and not at all where that is too short."""

from __future__ import annotations

from pathlib import Path

import pytest

from pursestrings.documents import language_of, load


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that the city would take the Department of Justice to court over the rule.", "en"),
        ("El alcalde dijo que la ciudad demandará al Departamento de Justicia por la nueva regla.", "es"),
        (
            "Il sindaco ha detto che la città farà causa al dipartimento di giustizia per la nuova regola.",
            "it",
        ),
        (
            "Le maire a dit que la ville poursuivrait le ministère de la Justice au sujet de cette règle.",
            "fr",
        ),
        ("O prefeito disse que a cidade vai processar o Departamento de Justiça por causa da regra.", "pt"),
        (
            "市长表示，该市将因这项新规定起诉司法部，并表示该市不会改变自己的政策，直到法院作出最终裁决为止。",
            "zh",
        ),
        ("Yes.", None),
        ("2017 1373 13768 $4,100,000,000", None),
        ("", None),
    ],
)
def test_the_language_is_told(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_page_furniture_in_another_language_does_not_decide(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "City stands by its rule on jails\n\nAgosto 4, 2017\n\n"
        "The mayor said on Thursday that the city would stand by its rule on jails and federal agents.\n\n"
        + "Leggi anche: le altre notizie della giornata\n\nDiscuti questo articolo\n\nCondividi\n\n"
        * 8
    )
    assert load(path).language == "en"


def test_plain_english_is_told_without_the_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "pursestrings.documents.language._identifier", lambda: pytest.fail("the classifier was loaded")
    )
    story = (
        "The mayor said that the city would take the Department of Justice to court over the rule, which asks"
        " for notice of 48 hours. “We will not be told how to run our jails,” she said in front of the council,"
        " and the police chief said that he had told his officers to keep to the law of the state."
    )
    assert language_of(story) == "en"
