"""Read mutated documents: none may raise what the reader does not promise, hang, or give an anchor that does not hold.

    python -m benchmarks.fuzz [--documents 10000] [FOLDER]

Hypothesis cuts, doubles, moves and litters the bytes of the files in FOLDER (by default `examples`) and of the texts
below. Each is loaded and read; a clear error is an answer, a traceback is not. Prints the slowest reading.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pursestrings.documents import load
from pursestrings.errors import PursestringsError
from pursestrings.reading.reader import Reader, jsonl
from pursestrings.register.index import load as load_register

LONGEST = 20.0
"""Seconds that no document of the size of these may take."""
ODD = (
    "“Yes,” said the mayor of Chelsea, Mass. ".encode() * 40,
    b'"' * 4000,
    "“‘«».,;:—".encode() * 500,
    "§ 8 U.S.C. §§ 1373(a)(1), 1644; id. at 5; 2 C.F.R. pt. 200; ".encode() * 60,
    b"$4.1 million to $5 billion by December 8, 2017, " * 80,
    b"He said she said they said who said " * 100,
    b"(" * 3000 + b")" * 3000,
    b"Mr. Mrs. Dr. Gov. Sen. Rep. U.S. N.Y. Calif. " * 100,
    b"A" * 9000,
    "\u202e\u200b\ufeff\x00 \r \x0b \x0c \u2028 é e\u0301 😀 中文。「」".encode() * 100,
)
LITTER = (
    b'"', "“".encode(), "”".encode(), b"\n", b"\n\n", b" ", b"\x00", b"\xff\xfe", "—".encode(), b"<p>", b"</div>",
    b" said ", b" according to ", b"$", b"\xc2\xa7", b"8 U.S.C. 1373", b"Washington", b", Mass.", b"1,000,000,000",
)  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "double", "move", "litter"]),
        st.floats(0, 1, exclude_max=True),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(LITTER),
    ),
    max_size=25,
)


def mutated(data: bytes, edits: list[tuple[str, float, float, bytes]]) -> bytes:
    """The bytes after some edits, each at a place and of a length given as shares of the whole."""
    for kind, place, length, litter in edits:
        start = int(place * len(data))
        end = min(len(data), start + 1 + int(length * length * len(data) / 4))
        piece = data[start:end]
        match kind:
            case "cut":
                data = data[:start] + data[end:]
            case "double":
                data = data[:end] + piece + data[end:]
            case "move":
                data = piece + data[:start] + data[end:]
            case _:
                data = data[:start] + litter + data[start:]
    return data


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("examples"))
    parser.add_argument("--documents", type=int, default=10_000)
    asked = parser.parse_args()
    files = [
        path for path in sorted(asked.folder.iterdir()) if path.suffix in {".txt", ".html", ".pdf", ".docx"}
    ]
    bases = [(path.suffix, path.read_bytes()) for path in files] + [(".txt", data) for data in ODD]
    reader = Reader.of(load_register())
    slowest, read, refused = (0.0, ""), 0, 0

    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=asked.documents,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(base=st.sampled_from(bases), edits=EDITS)
        def survives(base: tuple[str, bytes], edits: list[tuple[str, float, float, bytes]]) -> None:
            nonlocal slowest, read, refused
            file = Path(folder) / f"made{base[0]}"
            file.write_bytes(mutated(base[1], edits))
            started = time.perf_counter()
            try:
                reading = reader.read(load(file))
            except PursestringsError:
                refused += 1
                return
            jsonl(reading)
            took = time.perf_counter() - started
            read += 1
            slowest = max(slowest, (took, f"{len(reading.document.text)} characters"))
            assert took < LONGEST, f"{took:.1f} s"
            for one in reading.findings:
                for anchor in one.anchors:
                    assert reading.document.text[anchor.start : anchor.end] == anchor.exact

        survives()
    print(f"{read + refused} documents: {read} read, {refused} refused with a clear error, no traceback")
    print(f"slowest: {slowest[0]:.2f} s ({slowest[1]})")


if __name__ == "__main__":
    main()
