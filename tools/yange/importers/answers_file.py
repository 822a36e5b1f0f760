"""The file in which answers to questions of an import are kept, beside the documents.

It is a list that people can edit. New answers are appended; nothing that stands in it is written anew, so comments and
layout stay as they are::

    - ask: place                  # place, kind, language, or series
      answer: 望海市               # for series: version, copy or other, with the policy that the question named
      documents:
        - {sha256: 5f…, lines: [1, 21], name: a/notice.txt, title: 望海市渡口管理办法}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from yange.characters import printable
from yange.importers.answers import AnsweredDocument, ImportAnswer, ImportAnswers, ImportAsk, SeriesAnswer
from yange.parse.frontmatter.schema import AnsweredDocumentFields, ImportAnswerFields
from yange.parse.frontmatter.yaml_text import FieldReader, Node, SequenceNode, compose, flow_text
from yange.problems import Problem, YangeError

__all__ = ["mistake_in", "read_import_answers", "with_appended"]

_HEAD = """\
# Answers to questions of yange import --interactive. Each holds for the documents below it and for no others.
# Edit it as you like; `yange import --answers FILE …` uses it without asking.
"""
_LONGEST = 100
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def mistake_in(ask: ImportAsk, answer: str) -> str:
    """Return why words cannot be the answer to a question; empty if they can."""
    if not answer or answer != " ".join(answer.split()) or printable(answer) != answer or len(answer) > _LONGEST:
        return f"write it on one line, with at most {_LONGEST} characters"
    if ask is ImportAsk.LANGUAGE and not _TAG.fullmatch(answer):
        return "write the tag of a language (BCP 47), such as zh, en or pt-BR"
    if ask is ImportAsk.SERIES and answer not in set(SeriesAnswer):
        return f"write one of {', '.join(SeriesAnswer)}"
    return ""


def read_import_answers(text: str, path: str) -> tuple[ImportAnswers, tuple[Problem, ...]]:
    """Read a file of answers; every mistake in it is a problem with its line."""
    node, problems = compose(text, path)
    read = FieldReader(path, 1, list(problems))
    if node is not None and not isinstance(node, SequenceNode):
        read.wrong(node, "the file is no list of answers", "begin each answer with - ask:", "import-answers")
        node = None
    asked: dict[tuple[object, ...], str] = {}
    answers = [_answer(read, item, asked) for item in (read.items(node) if node is not None else ())]
    return ImportAnswers(one for one in answers if one is not None), tuple(read.problems)


def _answer(read: FieldReader, node: Node, asked: dict[tuple[object, ...], str]) -> ImportAnswer | None:
    fields = read.mapping(node, ImportAnswerFields, "an answer")
    ask, answer = read.choice(fields.get("ask"), ImportAsk, None), read.text(fields.get("answer"))
    policy = read.text(fields.get("policy"))
    read.text(fields.get("note"))
    documents = tuple(filter(None, (_document(read, item) for item in read.items(fields.get("documents")))))
    if ask is None or answer is None or not documents:
        message, hint = "an answer has no question, no words or no documents", "write ask, answer and documents"
        read.wrong(node, message, hint, "import-answers")
        return None
    if mistake := mistake_in(ask, answer):
        read.wrong(fields["answer"], f"{answer!r} is no answer to this question", mistake, "import-answers")
    if (ask is ImportAsk.SERIES) is not (policy is not None):
        hint = "name the id of the policy for a question of the series, and for no other"
        read.wrong(node, "the policy of an answer is missing, or is one too many", hint, "import-answers")
    for document in documents:
        key = (ask, policy, document.key)
        if asked.setdefault(key, answer) != answer:
            read.wrong(node, f"{document.name} has another answer above", "keep one of them", "import-answers")
    return ImportAnswer(ask, answer, documents, policy)


def _document(read: FieldReader, node: Node) -> AnsweredDocument | None:
    fields = read.mapping(node, AnsweredDocumentFields, "a document")
    sha256 = read.text(fields.get("sha256")) or ""
    lines = [read.integer(item) for item in read.items(fields.get("lines"))]
    number = read.integer(fields.get("text"))
    name, title = (read.text(fields.get(field)) or "" for field in ("name", "title"))
    first, last = lines if len(lines) == 2 else (None, None)
    if not _SHA256.fullmatch(sha256) or first is None or last is None:
        hint = "write sha256 (64 digits) and lines ([first, last]), as import wrote them"
        read.wrong(node, "a document without its hash or its lines", hint, "import-answers")
        return None
    return AnsweredDocument(sha256, number or 1, (first, last), name, title)


def with_appended(text: str, path: str, more: Iterable[ImportAnswer]) -> str:
    """Return a file of answers with further ones at its end; what is in it stays as it is.

    Args:
        text: the present file, empty if there is none.
        path: its path, for messages.
        more: the answers to add.

    Raises:
        YangeError: if the file has mistakes, or is not laid out as a list with an answer to a line.

    """
    added = tuple(more)
    known, problems = read_import_answers(text, path)
    if problems:
        raise YangeError(f"{problems[0].where}: {problems[0].message}; {problems[0].hint}; nothing was written")
    if not added:
        return text
    start = text if text.strip() else _HEAD
    indent = " " * _indent_of(text)
    lines = "".join(f"{indent}{line}\n" for answer in added for line in _lines(answer))
    made = f"{start}{'' if start.endswith(chr(10)) else chr(10)}{lines}"
    again, problems = read_import_answers(made, path)
    if problems or again.answers != (*known.answers, *added):
        raise YangeError(f"{path}: no answer can be added to what stands here; begin each answer with - in a line")
    return made


def _indent_of(text: str) -> int:
    node, _ = compose(text, "") if text.strip() else (None, ())
    return node.start_mark.column if node is not None else 0


def _lines(answer: ImportAnswer) -> list[str]:
    facts: dict[str, str] = {"ask": answer.ask.value, "answer": answer.answer}
    if answer.policy is not None:
        facts["policy"] = answer.policy
    head = [f"{name}: {flow_text(value)}" for name, value in facts.items()]
    lines = [f"- {head[0]}", *(f"  {line}" for line in head[1:]), "  documents:"]
    return [*lines, *(f"    - {flow_text(_facts_of(document))}" for document in answer.documents)]


def _facts_of(document: AnsweredDocument) -> Mapping[str, Any]:
    facts: dict[str, Any] = {"sha256": document.sha256, "lines": list(document.lines)}
    if document.text != 1:
        facts["text"] = document.text
    return facts | {"name": document.name, "title": document.title}
