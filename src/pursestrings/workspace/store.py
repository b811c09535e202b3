"""The workspace's database: documents, findings, decisions, and an index of sentences to search.

One SQLite file. Each document enters or leaves in one transaction with all that came from it, so that a
stop at any moment leaves whole documents only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    Text,
    create_engine,
    delete,
    event,
    insert,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.exc import DatabaseError

from pursestrings.errors import DISK_FULL, WORKSPACE_BROKEN, PursestringsError
from pursestrings.workspace.upgrade import VERSION, upgrade

tables = MetaData()

documents = Table(
    "documents",
    tables,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("origin", Text),
    Column("published", Text),
    Column("language", Text),
    Column("copy_of", Text),
    Column("rewritten", Boolean, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("signature", LargeBinary),
    Column("reader", Text, nullable=False),
    Column("added", Text, nullable=False),
)

findings = Table(
    "findings",
    tables,
    Column("id", Text, primary_key=True),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("place", Text, index=True),
    Column("score", Float, nullable=False),
    Column("json", Text, nullable=False),
)

decisions = Table(
    "decisions",
    tables,
    Column("finding", Text, primary_key=True),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("decision", Text, nullable=False),
    Column("edits", Text),
    Column("fact", Text),
    Column("decided", Text, nullable=False),
)

_SENTENCES = """
CREATE VIRTUAL TABLE IF NOT EXISTS sentences USING fts5(
    words, keys, document UNINDEXED, start UNINDEXED, finish UNINDEXED,
    tokenize = "porter unicode61 remove_diacritics 2 tokenchars '_'"
)
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to search: where it stands, its words, and the ids of what it names."""

    start: int
    end: int
    words: str
    keys: tuple[str, ...]


class Store:
    """An open workspace. Use it as a context manager, or call `close`."""

    def __init__(self, path: Path) -> None:
        """Open or create the database; raise WORKSPACE_BROKEN or WORKSPACE_NEWER."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            upgrade(path)
        except (OSError, sqlite3.DatabaseError) as error:
            raise PursestringsError(WORKSPACE_BROKEN, why=str(error)) from None
        self._engine = _open(path)
        with self._transaction() as connection:
            tables.create_all(connection)
            connection.execute(text(_SENTENCES))
            connection.execute(text(f"PRAGMA user_version = {VERSION}"))

    def __enter__(self) -> Store:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise PursestringsError(DISK_FULL, what=self.path) from None
            raise PursestringsError(WORKSPACE_BROKEN, why=str(error.orig)) from None

    def put(
        self,
        document: dict[str, Any],
        found: Sequence[dict[str, Any]],
        sentences: Iterable[Sentence],
        copies: Mapping[str, tuple[str, bool]],
    ) -> None:
        """Store a document with its findings and sentences, or put them in place of an earlier reading.

        Decisions taken on findings that are found again stay. `copies` are documents already stored that
        this one shows to be copies: of which, and whether rewritten.
        """
        with self._transaction() as connection:
            kept = connection.execute(select(decisions).where(decisions.c.document == document["id"])).all()
            _remove(connection, document["id"])
            connection.execute(insert(documents), document)
            if found:
                connection.execute(insert(findings), list(found))
            for row in kept:
                connection.execute(insert(decisions), dict(row._mapping))
            for other, (original, rewritten) in copies.items():
                changed = {"copy_of": original, "rewritten": rewritten}
                connection.execute(update(documents).where(documents.c.id == other).values(changed))
            rows = [
                {
                    "words": one.words,
                    "keys": " ".join(key.replace("-", "_").replace(".", "_") for key in one.keys),
                    "document": document["id"],
                    "start": one.start,
                    "finish": one.end,
                }
                for one in sentences
            ]
            if rows:
                connection.execute(
                    text(
                        "INSERT INTO sentences (words, keys, document, start, finish) "
                        "VALUES (:words, :keys, :document, :start, :finish)"
                    ),
                    rows,
                )

    def forget(self, document: str) -> list[str]:
        """Remove a document and all that came from it; return the facts that its findings had become."""
        with self._transaction() as connection:
            facts = connection.execute(
                select(decisions.c.fact).where(
                    decisions.c.document == document, decisions.c.fact.is_not(None)
                )
            ).scalars()
            became = [str(fact) for fact in facts]
            _remove(connection, document)
            _hand_on(connection, document)
        return became

    def reader_of(self, sha256: str) -> str | None:
        """Which reader read the document of this content hash; None where it is not stored."""
        with self._transaction() as connection:
            return connection.execute(
                select(documents.c.reader).where(documents.c.sha256 == sha256)
            ).scalar_one_or_none()

    def documents(self, after: int = 0) -> list[Row[Any]]:
        """Every document without its text, the first stored first; each with a `number` that grows as they come.

        `after` is such a number: those that came later only.
        """
        columns = [column for column in documents.c if column.name not in {"text", "json"}]
        number = literal_column("documents.rowid", Integer).label("number")
        query = select(number, *columns).where(number > after).order_by(documents.c.added, documents.c.id)
        with self._transaction() as connection:
            return list(connection.execute(query))

    def text_of(self, document: str) -> str:
        """A document's text."""
        with self._transaction() as connection:
            return str(
                connection.execute(select(documents.c.text).where(documents.c.id == document)).scalar_one()
            )

    def waiting(self, kind: str | None = None, document: str | None = None) -> list[Row[Any]]:
        """Findings on which nobody has decided, with the document's title and source, in reading order."""
        query = (
            select(findings, documents.c.title, documents.c.source)
            .join(documents, documents.c.id == findings.c.document)
            .outerjoin(decisions, decisions.c.finding == findings.c.id)
            .where((decisions.c.decision.is_(None)) | (decisions.c.decision == "edited"))
            .order_by(documents.c.added, documents.c.id, findings.c.position)
        )
        if kind is not None:
            query = query.where(findings.c.kind == kind)
        if document is not None:
            query = query.where(findings.c.document == document)
        with self._transaction() as connection:
            return list(connection.execute(query))

    def finding(self, prefix: str) -> list[Row[Any]]:
        """The findings whose id starts with `prefix`, each with its document and the decision on it."""
        query = (
            select(
                findings, documents.c.json.label("document_json"), documents.c.source,
                decisions.c.decision, decisions.c.edits, decisions.c.fact,
            )
            .join(documents, documents.c.id == findings.c.document)
            .outerjoin(decisions, decisions.c.finding == findings.c.id)
            .where(findings.c.id.startswith(prefix, autoescape=True))
        )  # fmt: skip
        with self._transaction() as connection:
            return list(connection.execute(query))

    def of_document(self, document: str, kind: str) -> list[dict[str, Any]]:
        """The findings of one kind in one document, as JSON."""
        query = select(findings.c.json).where(findings.c.document == document, findings.c.kind == kind)
        with self._transaction() as connection:
            return [json.loads(one) for one in connection.execute(query).scalars()]

    def decide(
        self,
        finding: Row[Any],
        decision: str,
        when: str,
        *,
        edits: str | None = None,
        fact: str | None = None,
    ) -> None:
        """Record what a person decided on a finding, in place of an earlier word on it."""
        with self._transaction() as connection:
            connection.execute(delete(decisions).where(decisions.c.finding == finding.id))
            connection.execute(
                insert(decisions),
                {
                    "finding": finding.id, "document": finding.document, "decision": decision,
                    "edits": edits, "fact": fact, "decided": when,
                },
            )  # fmt: skip

    def search(self, query: str, limit: int) -> list[Row[Any]]:
        """Sentences that match an FTS5 query, the best first, with the document's title and outlet."""
        statement = text(
            "SELECT s.document, s.start, s.finish, s.words, d.title, d.publisher, d.published, d.source "
            "FROM sentences s JOIN documents d ON d.id = s.document "
            "WHERE sentences MATCH :query ORDER BY bm25(sentences), d.added LIMIT :limit"
        )
        with self._transaction() as connection:
            return list(connection.execute(statement, {"query": query, "limit": limit}))

    def statements(self, places: Sequence[str]) -> list[Row[Any]]:
        """Statements by speakers for these places on which nobody decided against, with their documents."""
        query = (
            select(
                findings.c.id, findings.c.json, findings.c.document, documents.c.publisher, documents.c.origin,
                documents.c.published, documents.c.copy_of, documents.c.sample, documents.c.rewritten,
            )
            .join(documents, documents.c.id == findings.c.document)
            .outerjoin(decisions, decisions.c.finding == findings.c.id)
            .where(findings.c.kind == "statement", findings.c.place.in_(places))
            .where((decisions.c.decision.is_(None)) | (decisions.c.decision == "edited"))
            .order_by(documents.c.published, documents.c.id, findings.c.position)
        )  # fmt: skip
        with self._transaction() as connection:
            return list(connection.execute(query))

    def said(self, documents_: Collection[str] | None = None) -> list[Row[Any]]:
        """Every statement that nobody has rejected, in the order read: its id, document and JSON.

        With `documents_`, those of these documents only.
        """
        query = (
            select(findings.c.id, findings.c.document, findings.c.json)
            .join(documents, documents.c.id == findings.c.document)
            .outerjoin(decisions, decisions.c.finding == findings.c.id)
            .where(findings.c.kind == "statement")
            .where(decisions.c.decision.is_(None) | (decisions.c.decision != "rejected"))
            .order_by(documents.c.added, documents.c.id, findings.c.position)
        )
        if documents_ is not None:
            query = query.where(findings.c.document.in_(sorted(documents_)))
        with self._transaction() as connection:
            return list(connection.execute(query))

    def backup(self, target: Path) -> None:
        """Write a whole copy of the database to a new file."""
        if target.exists():
            raise PursestringsError(WORKSPACE_BROKEN, why=f"{target} already exists")
        with self._transaction() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))


def _open(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _enforce(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def _remove(connection: Connection, document: str) -> None:
    # The sentences have no index by document: they are gone through only where there is something to find.
    if connection.execute(delete(documents).where(documents.c.id == document)).rowcount:
        connection.execute(text("DELETE FROM sentences WHERE document = :document"), {"document": document})


def _hand_on(connection: Connection, original: str) -> None:
    """What were copies of a document that is gone are copies of the first of them: they stay one story.

    One with altered words comes last, and stays marked.
    """
    copies = documents.c.copy_of == original
    heir = connection.execute(
        select(documents.c.id)
        .where(copies)
        .order_by(documents.c.rewritten, documents.c.added, documents.c.id)
        .limit(1)
    ).scalar_one_or_none()
    if heir is not None:
        connection.execute(update(documents).where(documents.c.id == heir).values(copy_of=None))
        connection.execute(update(documents).where(copies).values(copy_of=heir))
