"""Read mutated documents: none may raise what the reader does not promise, hang, or give an anchor that does not hold.

    python -m benchmarks.fuzz [--documents 10000] [FOLDER]

Hypothesis cuts, doubles, moves, disguises and litters the bytes of the files in FOLDER (by default `examples`; texts in parts of a few
paragraphs) and of the texts below. Each is loaded and read by the whole reader; a clear error is an answer, a traceback is
not. Says how far it is every 250 documents, and prints the slowest reading at the end. One that hangs for minutes is
ended with the place where it hung.
"""

from __future__ import annotations

import argparse
import faulthandler
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
"""Seconds of the processor that no document of the size of these may take."""
HUNG = 300.0
"""Seconds by the clock after which a reading is ended."""
TELL = 250
PARAGRAPHS = 4
"""Paragraphs in a part of a text: short documents go wrong in the same ways as long ones, and sooner."""
ODD = (
    "“Yes,” said the mayor of Chelsea, Mass. ".encode() * 12,
    b'"' * 1500,
    "“‘«».,;:—".encode() * 150,
    "§ 8 U.S.C. §§ 1373(a)(1), 1644; id. at 5; 2 C.F.R. pt. 200; ".encode() * 15,
    b"$4.1 million to $5 billion by December 8, 2017, " * 20,
    b"He said she said they said who said " * 25,
    b"(" * 800 + b")" * 800,
    b"Mr. Mrs. Dr. Gov. Sen. Rep. U.S. N.Y. Calif. " * 25,
    b"A" * 3000,
    b"Ab-" * 1500,
    "¹²³ § 1373² 8 U.S.C. § 1373² ".encode() * 10,
    b"1" * 6000 + b" people and $" + b"9" * 6000,
    "\u202e\u200b\ufeff\x00 \r \x0b \x0c \u2028 é e\u0301 😀 中文。「」".encode() * 25,
)
LITTER = (
    b'"', "“".encode(), "”".encode(), b"\n", b"\n\n", b" ", b"\x00", b"\xff\xfe", "—".encode(), b"<p>", b"</div>",
    b" said ", b" according to ", b"$", b"\xc2\xa7", b"8 U.S.C. 1373", b"Washington", b", Mass.", b"1,000,000,000",
)  # fmt: skip
DISGUISES = str.maketrans(
    {
        "s": "ſ",
        "i": "ı",
        "I": "İ",
        "k": "\N{KELVIN SIGN}",
        "1": "١",
        "2": "２",
        "ß": "ẞ",
        "-": "\N{SOFT HYPHEN}",
        " ": "\xa0",
    }
)
"""Letters that a pattern takes for others where it ignores case, figures of other scripts, spaces that are none."""
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "double", "move", "disguise", "litter"]),
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
            case "disguise":
                data = (
                    data[:start] + piece.decode(errors="replace").translate(DISGUISES).encode() + data[end:]
                )
            case _:
                data = data[:start] + litter + data[start:]
    return data


def bases_in(folder: Path) -> list[tuple[str, bytes]]:
    """The files of a folder with their endings; a text in parts of a few paragraphs."""
    found: list[tuple[str, bytes]] = []
    for path in sorted(folder.iterdir()):
        if path.suffix in {".html", ".pdf", ".docx"}:
            found.append((path.suffix, path.read_bytes()))
        elif path.suffix == ".txt":
            lines = path.read_bytes().split(b"\n\n")
            parts = (lines[at : at + PARAGRAPHS] for at in range(0, len(lines), PARAGRAPHS))
            found += [(path.suffix, b"\n\n".join(part)) for part in parts]
    return found


class Tally:
    """Reads documents, holds each to what the reader promises, and counts."""

    def __init__(self, reader: Reader, wanted: int) -> None:
        self.reader = reader
        self.wanted = wanted
        self.done = self.refused = 0
        self.slowest = (0.0, 0)
        self.started = time.perf_counter()

    def read(self, file: Path) -> None:
        """Load and read a file; AssertionError where something promised is not so."""
        started = time.process_time()
        faulthandler.dump_traceback_later(HUNG, exit=True)
        try:
            reading = self.reader.read(load(file))
        except PursestringsError:
            self.refused += 1
            return
        finally:
            faulthandler.cancel_dump_traceback_later()
            self._tell()
        jsonl(reading)
        took = time.process_time() - started
        self.done += 1
        text = reading.document.text
        self.slowest = max(self.slowest, (took, len(text)))
        assert took < LONGEST, f"{took:.1f} s"
        for one in reading.findings:
            for anchor in one.anchors:
                assert text[anchor.start : anchor.end] == anchor.exact

    def _tell(self) -> None:
        so_far = self.done + self.refused + 1
        if so_far % TELL == 0:
            speed = so_far / (time.perf_counter() - self.started)
            print(f"{so_far:,} of {self.wanted:,} ({speed:.1f} a second)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("examples"))
    parser.add_argument("--documents", type=int, default=10_000)
    asked = parser.parse_args()
    texts = bases_in(asked.folder) + [(".txt", data) for data in ODD]
    tally = Tally(Reader.of(load_register()), asked.documents)
    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=asked.documents,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(base=st.sampled_from(texts), edits=EDITS)
        def survives(base: tuple[str, bytes], edits: list[tuple[str, float, float, bytes]]) -> None:
            file = Path(folder) / f"made{base[0]}"
            file.write_bytes(mutated(base[1], edits))
            tally.read(file)

        survives()
    print(
        f"{tally.done + tally.refused} documents: {tally.done} read, {tally.refused} refused with a clear error, no traceback"
    )
    print(f"slowest: {tally.slowest[0]:.2f} s ({tally.slowest[1]} characters)")


if __name__ == "__main__":
    main()
