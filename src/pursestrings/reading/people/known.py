"""A person of a document, as its mentions make them known."""

from __future__ import annotations

from dataclasses import dataclass, field

from pursestrings.reading.people.names import Mention, surname
from pursestrings.reading.people.titles import Role


@dataclass(slots=True)
class Known:
    """One person of a document. `place` is the government of an office that the register supplied."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    role: Role | None = None
    place: str | None = None
    sex: str | None = None
    speaks: bool = False
    private: str | None = None
    """None for all but private persons; for them, how the text describes them, or nothing."""

    @property
    def surname(self) -> str:
        """The surname in lower case."""
        return surname(self.name)

    @property
    def in_office(self) -> bool:
        """Whether a public office is named with the person."""
        return (self.role is not None and self.role.public) or self.place is not None
