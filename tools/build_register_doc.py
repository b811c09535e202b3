"""Writes what the register's guide takes from the code: its generated blocks, and the list of all fields.

python tools/build_register_doc.py
"""

from __future__ import annotations

import re
from pathlib import Path

from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import read_file
from pursestrings.register.models.local import Codebook, FeatureDef
from pursestrings.register.models.powers import POWERS
from register_fields import docstring, tables

REGISTER = Path(__file__).resolve().parents[1] / "register"
GUIDE = REGISTER / "README.md"
FIELDS = REGISTER / "FIELDS.md"
_BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end of generated -->)", re.DOTALL)

_HEAD = """# The fields of the register

Written by `tools/build_register_doc.py` from the models in `src/pursestrings/register/models`; change those,
or `tools/register_fields.yaml`, and run it again. [The guide](README.md) says how to use them.

A field in **bold** must be there. A closed list shows its values; `list:` says that several may stand.
Dates are `2017-08-04`, or `2017-08` or `2017` where no more is known.

"""


def main() -> None:
    """Write both files."""
    GUIDE.write_text(guide(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    FIELDS.write_text(fields(), encoding="utf-8")


def guide(text: str) -> str:
    """The guide with its generated blocks as they should be; the rest of the text as it is."""
    return _BLOCK.sub(lambda match: f"{match[1]}{_BLOCKS[match[2]]()}\n{match[3]}", text)


def fields() -> str:
    """The list of all fields."""
    return _HEAD + tables()


def _folders() -> str:
    rows = [
        f"| `{kind.folder}/` | [{kind.model.__name__}](FIELDS.md#{kind.model.__name__.lower()}) "
        f"| {_first_sentence(kind.model)} |"
        for kind in FILE_KINDS
    ]
    return "\n".join(["| folder | model | one file is |", "|---|---|---|", *rows])


def _first_sentence(model: type) -> str:
    return re.split(r"\.(?:\s|$)", docstring(model))[0]


def _codebook() -> Codebook:
    codebook, _, problems = read_file(REGISTER / "codebook.yaml", Codebook)
    if codebook is None:
        raise problems[0]
    return codebook


def _features() -> str:
    rows = [
        f"| `{name}` | {one.question} | {_answers(one)} | {one.definition} |"
        for name, one in _codebook().features.items()
    ]
    return "\n".join(["| feature | question | answers | what they mean |", "|---|---|---|---|", *rows])


def _answers(feature: FeatureDef) -> str:
    """The answers from the most to the least limiting, then those outside that order."""
    if feature.number:
        ordered = "a number"
    elif feature.list_of:
        ordered = f"one or several of {len(feature.list_of)} codes"
    else:
        ordered = " → ".join(f"`{answer}`" for answer in feature.order)
    rest = [f"`{answer}`" for answer in feature.answers if answer not in feature.order]
    return f"{ordered}; or {', '.join(rest)}" if rest else ordered


def _rules() -> str:
    return "\n".join(f"- {rule}" for rule in _codebook().coding_rules)


def _kinds() -> str:
    rows = [
        f"| `{kind}` | {_yes(powers.grants)} | {', '.join(sorted(powers.changes))} | {_yes(powers.holds)} "
        f"| {_yes(powers.must)} |"
        for kind, powers in POWERS.items()
    ]
    head = ["| kind | grants | changes | holdings | must have an effect |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _yes(value: bool) -> str:
    return "yes" if value else ""


_BLOCKS = {"folders": _folders, "features": _features, "rules": _rules, "kinds": _kinds}

if __name__ == "__main__":
    main()
