"""Score and time the reading of a folder of documents, in one process, as the command line does it.

    python benchmarks/reading.py [FOLDER] [--gold DIR --scorer FILE]

FOLDER is by default `../shared/seeds` where that exists, with its gold and scorer, else `examples`. Speed is given
beside a named peer timed in the same run, in turn: eyecite, which looks for citations only, on the same texts.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eyecite import get_citations

from pursestrings.documents import Document, load
from pursestrings.reading.reader import Reader, jsonl
from pursestrings.register.index import load as load_register

RUNS = 5
ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    beside = SHARED.is_dir()
    parser.add_argument(
        "folder", nargs="?", type=Path, default=SHARED / "seeds" if beside else ROOT / "examples"
    )
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" if beside else None)
    parser.add_argument(
        "--scorer", type=Path, default=SHARED / "tools" / "score_readings.py" if beside else None
    )
    return parser.parse_args()


def score(lines: str, asked: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        found.write_text(lines, encoding="utf-8")
        subprocess.run([sys.executable, asked.scorer, found, asked.gold, asked.folder], check=True)


def main() -> None:
    asked = options()
    paths = sorted(
        path for path in asked.folder.iterdir() if path.suffix in {".txt", ".html", ".pdf", ".docx"}
    )
    at = time.perf_counter()
    reader = Reader.of(load_register())
    print(f"register loaded in {time.perf_counter() - at:.2f} s")
    documents: list[Document] = []
    print(f"{len(paths)} files opened in {timed(lambda: documents.extend(map(load, paths))):.2f} s")
    print(f"first document read in {timed(lambda: reader.read(documents[0])):.2f} s (tables are loaded then)")
    ours, peer = [], []
    for _ in range(RUNS):
        ours.append(timed(lambda: [jsonl(reader.read(one)) for one in documents]))
        peer.append(timed(lambda: [get_citations(one.text) for one in documents]))
    words = sum(len(one.text.split()) for one in documents)
    took, beside = statistics.median(ours), statistics.median(peer)
    print(f"all read in {took:.3f} s: {words / took:,.0f} words a second, all findings (median of {RUNS})")
    print(f"eyecite, citations only: {beside:.3f} s; ratio {took / beside:.1f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if asked.scorer and asked.gold:
        score("".join(jsonl(reader.read(one)) for one in documents), asked)


if __name__ == "__main__":
    main()
