"""What the reader reaches on the development part of PolNeAR; floors below the figures that the benchmark prints."""

from __future__ import annotations

from pathlib import Path

from benchmarks.attribution import as_marked, measure, plain, reader_statements
from training.attributions.measure import score
from training.attributions.polnear import articles

from tests.reading.making import reader

SOME = 30


def test_attributions_stay_above_their_floors(shared: Path) -> None:
    texts = articles(shared / "corpora" / "polnear" / "data" / "dev")[:SOME]
    read = reader_statements(reader())
    ours = score(
        (one.document.text, one.readings[0], [as_marked(each) for each in read(one.document)])
        for one in texts
    )
    assert ours.attribution > 0.66
    assert ours.strict > 0.52
    assert ours.direct > 0.74
    assert ours.attribution > 2 * measure("plain", plain, texts)
