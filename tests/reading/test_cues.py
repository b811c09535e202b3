"""The committed list of cues and the forms made from it."""

from __future__ import annotations

import pytest

from pursestrings.reading.grammar.cues import ATTITUDE, SPEECH, cues


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("says", "say"),
        ("wrote", "write"),
        ("written", "write"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("admitted", "admit"),
        ("referring", "refer"),
        ("slammed", "slam"),
        ("urging", "urge"),
        ("agreed", "agree"),
        ("preferred", "prefer"),
        ("sought", "seek"),
    ],
)
def test_forms_follow_english_spelling(form: str, lemma: str) -> None:
    assert lemma in {cue.lemma for cue in cues()[form]}


@pytest.mark.parametrize(
    ("form", "act"),
    [("said", SPEECH), ("vowed", SPEECH), ("plans", ATTITUDE), ("believes", ATTITUDE), ("refused", ATTITUDE)],
)
def test_each_cue_is_speech_or_attitude(form: str, act: str) -> None:
    assert {cue.act for cue in cues()[form] if not cue.particles and cue.kind != "topic"} == {act}


def test_phrases_come_before_bare_verbs() -> None:
    assert cues()["called"][0].particles
