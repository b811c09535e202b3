"""Writes what the register's pages take from code and facts: the guide's blocks, all fields, the corrections.

python tools/build_register_doc.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pursestrings.register.fields import base_of, docstring, own_fields, read_words, says, takes, walk
from pursestrings.register.files import Meta
from pursestrings.register.kinds import FILE_KINDS
from pursestrings.register.load import read_file
from pursestrings.register.models.base import Fact, Thing
from pursestrings.register.models.corrections import Correction
from pursestrings.register.models.local import Codebook, FeatureDef
from pursestrings.register.models.powers import POWERS

REGISTER = Path(__file__).resolve().parents[1] / "register"
GUIDE = REGISTER / "README.md"
FIELDS = REGISTER / "FIELDS.md"
CHANGES = REGISTER / "CHANGELOG.md"
_BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end of generated -->)", re.DOTALL)

_HEAD = """# The fields of the register

Written by `tools/build_register_doc.py` from the models in `src/pursestrings/register/models`; change those,
or `src/pursestrings/register/fields.yaml`, and run it again. [The guide](README.md) says how to use them.

A field in **bold** must be there. A closed list shows its values; `list:` says that several may stand.
Dates are `2017-08-04`, or `2017-08` or `2017` where no more is known.

"""


_CHANGES_HEAD = """# Corrections of the register

What the register had wrong, what it says now, and which answers that touched; the newest first. Written by
`tools/build_register_doc.py` from `corrections/`. What happened later is no correction and does not stand here.
"""


def main() -> None:
    """Write all three files."""
    CHANGES.write_text(changes(), encoding="utf-8")
    GUIDE.write_text(guide(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    FIELDS.write_text(fields(), encoding="utf-8")


def guide(text: str) -> str:
    """The guide with its generated blocks as they should be; the rest of the text as it is."""
    return _BLOCK.sub(lambda match: f"{match[1]}{_BLOCKS[match[2]]()}\n{match[3]}", text)


def fields() -> str:
    """The list of all fields."""
    return _HEAD + _tables()


def _tables() -> str:
    """The tables of all models: what every file has, each folder's model and its parts, the two files above."""
    words = read_words()
    files: dict[type[BaseModel], str] = {kind.model: f"A file in `{kind.folder}/`." for kind in FILE_KINDS}
    files |= {Meta: "The file `register.yaml`.", Codebook: "The file `codebook.yaml`."}
    roots: tuple[type[BaseModel], ...] = (Thing, Fact, *files)
    found = [model for root in roots for model in walk(root)]
    return "\n".join(_table(model, files.get(model), words) for model in dict.fromkeys(found))


def _table(model: type[BaseModel], file: str | None, words: dict[str, dict[str, str]]) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = [
        f"| {_named(name, info)} | {takes(hints[name])}{_default(info)} | {says(model, name, words) or ''} |"
        for name, info in own_fields(model).items()
    ]
    about = f"{file} {docstring(model)}" if file else docstring(model)
    head = [f"## {model.__name__}", "", about, "", "| field | takes | says |", "|---|---|---|"]
    return "\n".join([*head, *rows, *_also(model), ""])


def _also(model: type[BaseModel]) -> list[str]:
    base = base_of(model)
    return ["", f"Also the fields of [{base.__name__}](#{base.__name__.lower()})."] if base else []


def _named(name: str, info: FieldInfo) -> str:
    return f"**`{name}`**" if info.is_required() else f"`{name}`"


def _default(info: FieldInfo) -> str:
    value = info.default
    if info.is_required() or value is None or value == () or info.default_factory is not None:
        return ""
    shown = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
    return f"; `{shown}` if left out"


def changes() -> str:
    """The corrections, the newest first."""
    made = [read_file(path, Correction)[0] for path in (REGISTER / "corrections").glob("*.yaml")]
    found = sorted((one for one in made if one), key=lambda one: (str(one.on), one.id), reverse=True)
    return "\n".join([_CHANGES_HEAD, *(_corrected(one) for one in found)])


def _corrected(one: Correction) -> str:
    sources = "; ".join(f"[{it.title}]({it.url})" if it.url else it.title for it in one.sources)
    lines = [
        f"## {one.id}",
        "",
        f"- Facts: {', '.join(f'`{name}`' for name in one.facts)}",
        f"- Was: {one.was}",
        f"- Is: {one.now}",
        f"- Source: {sources} ({one.confidence.value})",
        *(f"- Touched: {line}" for line in one.touched or ["no answer"]),
    ]
    return "\n".join([*lines, ""])


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
