"""Builds the letter (PDF) and the ordinance (DOCX) in examples/ from the two texts beside this script.

python tools/build_examples.py [--out FOLDER]

The bytes depend on nothing but the texts: dates are fixed and nothing is packed. Marks in the texts, at the
start of a paragraph: `!` title, `#` heading, `>` indented.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from examples_docx import write_docx
from examples_marks import read_paragraphs
from examples_pdf import write_pdf

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"


def main() -> None:
    """Write both files into the folder named, by default examples/."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=EXAMPLES)
    folder = parser.parse_args().out
    letter = read_paragraphs(HERE / "examples_letter.txt")
    ordinance = read_paragraphs(HERE / "examples_ordinance.txt")
    (folder / "4-agency-letter.pdf").write_bytes(write_pdf(letter))
    (folder / "5-model-ordinance.docx").write_bytes(write_docx(ordinance))


if __name__ == "__main__":
    main()
