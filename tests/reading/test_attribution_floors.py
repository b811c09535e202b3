"""What the rules reach on the development part of PolNeAR; a floor below the figures that the benchmark prints."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "attribution.py"


def test_attributions_stay_above_their_floor(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benchmark = runpy.run_path(str(BENCHMARK))
    texts = benchmark["texts_of"](shared / "corpora" / "polnear" / "data" / "dev", limit=30)
    ours = benchmark["measure"]("reader", benchmark["ours"], texts)
    peer = benchmark["measure"]("plain", benchmark["plain"], texts)
    assert ours > 0.5
    assert ours > 2 * peer
