"""An act's kind and its effects agree, by the table of powers."""

from __future__ import annotations

from collections.abc import Iterator

from pursestrings.errors import FIELD_WRONG, PursestringsError
from pursestrings.register.checks.acts import Filed, filed_acts
from pursestrings.register.checks.walk import wrong
from pursestrings.register.files import Files
from pursestrings.register.models.courts import ChangeKind
from pursestrings.register.models.powers import POWERS

_TABLE = "See “How orders act” in register/README.md; split one opinion into several acts if it does several things."


def kinds(files: Files) -> Iterator[PursestringsError]:
    """Acts that do what their kind cannot do, or nothing where it must."""
    for one in filed_acts(files).values():
        yield from _beyond(one)
        yield from _idle(one)


def _beyond(one: Filed) -> Iterator[PursestringsError]:
    powers, act = POWERS[one.act.kind], one.act
    for field, allowed, what in (
        ("grants", powers.grants, "gives relief"),
        ("holdings", powers.holds, "holds"),
    ):
        if getattr(act, field) and not allowed:
            why = f"no act of kind {act.kind.value} {what}"
            yield wrong(FIELD_WRONG, one.entry, one.path(field), why=why, hint=_TABLE)
    for index, change in enumerate(act.changes):
        path = one.path("changes", index, "does")
        if change.does not in powers.changes:
            why = f"no act of kind {act.kind.value} {change.does.value} another"
            yield wrong(FIELD_WRONG, one.entry, path, why=why, hint=_TABLE)
        elif change.does is ChangeKind.REPLACES and not act.grants:
            why = "an order gives way only to relief that this act grants"
            hint = "Add `grants`, or write `ends` in an act of its own."
            yield wrong(FIELD_WRONG, one.entry, path, why=why, hint=hint)


def _idle(one: Filed) -> Iterator[PursestringsError]:
    powers, act = POWERS[one.act.kind], one.act
    acts = bool(act.grants or act.changes)
    # A case that challenges no condition stands here for what it says; its orders concern no string.
    if powers.must and one.case.challenges and not acts and act.no_effect is None:
        can = [*(["grants"] if powers.grants else []), *sorted(change.value for change in powers.changes)]
        why = f"an act of kind {act.kind.value} has an effect, and this one has none"
        hint = f"Write what it does ({', '.join(can)}), or say in no_effect why it does nothing here."
        yield wrong(FIELD_WRONG, one.entry, one.path("kind"), why=why, hint=hint)
    if acts and act.no_effect is not None:
        why = "the act has an effect"
        yield wrong(FIELD_WRONG, one.entry, one.path("no_effect"), why=why, hint="Leave no_effect out.")
