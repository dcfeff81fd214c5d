"""The tree of errors that every layer shares.

ClauseBotError
├── UnknownDocument      no document has this id
├── UnknownClause        the document has no clause with this number
├── QuoteNotFound        the words do not stand in the clause
├── DocumentDamaged      a stored document is not the one in the catalogue
├── UnreadableDocument   a file cannot be read as a document
├── UnreadableModel      no usable model has this name or lies in this folder
├── NameNotAllowed       a document cannot have this id or be called so
├── RulebookError        a rulebook entry is wrong
├── MissingInput         a calculation lacks facts
├── RuleAbsent           the document has no such rule
├── OutOfRange           a fact is outside what the rules can be applied to
└── IndexMismatch        the index does not fit the documents, the model or this program

Each error holds its facts as attributes and reads as one Chinese sentence that says what to do;
only `bot/` shows it to a person.
"""

from __future__ import annotations

from collections.abc import Sequence


class ClauseBotError(Exception):
    """Anything ClauseBot refuses to do; ``str(error)`` is one Chinese sentence."""


class UnknownDocument(ClauseBotError):
    """No document has this id."""

    def __init__(self, document: str, known: Sequence[str]) -> None:
        self.document = document
        self.known = tuple(known)
        super().__init__(f"没有文件 {document}。已有：{'、'.join(known)}。")


class UnknownClause(ClauseBotError):
    """The document has no clause with this number."""

    def __init__(self, document: str, number: str) -> None:
        self.document = document
        self.number = number
        super().__init__(f"{document} 中没有条款 {number}。请核对条款号。")


class QuoteNotFound(ClauseBotError):
    """The words do not stand in the clause, white space aside."""

    def __init__(self, document: str, number: str, words: str) -> None:
        self.document = document
        self.number = number
        self.words = words
        super().__init__(f"{document} {number} 中没有原文“{words}”。请核对原文或改条款号。")


class DocumentDamaged(ClauseBotError):
    """A stored document is missing or its bytes are not those of the catalogue."""

    def __init__(self, document: str, reason: str) -> None:
        self.document = document
        self.reason = reason
        super().__init__(f"文件 {document} 与目录不符：{reason}。请恢复原文件或更新目录。")


class UnreadableDocument(ClauseBotError):
    """A file cannot be read as a document."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"无法读取 {path}：{reason}。")


class UnreadableModel(ClauseBotError):
    """No usable model has this name or lies in this folder."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"打不开模型 {name}：{reason}。请核对设置里模型的名称或文件夹。")


class NameNotAllowed(ClauseBotError):
    """A document that is added cannot have this id or be called so."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"不能用“{name}”：{reason}。")


class RulebookError(ClauseBotError):
    """An entry of a rulebook is wrong; names the file and the key."""

    def __init__(self, document: str, key: str, reason: str) -> None:
        self.document = document
        self.key = key
        self.reason = reason
        super().__init__(f"规则手册 {document}.toml 的 {key}：{reason}")


class MissingInput(ClauseBotError):
    """A calculation lacks facts; ``names`` are those of the ``ask`` contract (headcount, …)."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"还缺：{'、'.join(names)}。")


class RuleAbsent(ClauseBotError):
    """The document has no such rule; ``clauses`` name where it refers to one, if it does."""

    def __init__(self, document: str, topic: str, clauses: Sequence[str] = ()) -> None:
        self.document = document
        self.topic = topic
        self.clauses = tuple(clauses)
        super().__init__(f"{document} 没有规定{topic}。")


class OutOfRange(ClauseBotError):
    """A fact is outside what the rules can be applied to (0 people, an impossible date)."""

    def __init__(self, name: str, value: object, reason: str) -> None:
        self.name = name
        self.value = value
        super().__init__(reason)


class IndexMismatch(ClauseBotError):
    """The index does not fit; says the field, what was expected and what was found."""

    def __init__(self, field: str, expected: object, found: object) -> None:
        self.field = field
        self.expected = expected
        self.found = found
        super().__init__(
            f"索引的 {field} 不符（应为 {expected}，实为 {found}）。请运行 clausebot index build。"
        )
