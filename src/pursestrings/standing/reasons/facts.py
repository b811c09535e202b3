"""What a fact is, in a few words for a person, from its id."""

from __future__ import annotations

from pursestrings.register.index import Register
from pursestrings.standing.words import act_words, court_name


def described(register: Register, name: str) -> str:
    """The fact of this id in a few words; the id itself where it is of a kind that decides no answer."""
    if name in register.acts:
        case, act = register.acts[name]
        return f"{act_words(act).removeprefix('The ')} of the {court_name(act.court)} in {case.caption}"
    if name in register.conditions:
        return register.conditions[name].name
    if name in register.notices:
        notice = register.notices[name]
        return f"notice of {notice.issuer}"
    titled = register.instruments.get(name) or register.rules.get(name)
    if titled is not None:
        return titled.title
    if name in register.associations:
        return f"membership of the {register.associations[name].name}"
    policies = (policy for held in register.policies.values() for policy in held)
    return next((policy.title for policy in policies if policy.id == name), name)
