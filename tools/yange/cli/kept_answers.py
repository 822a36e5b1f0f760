"""The file beside an import in which answers to its questions are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yange.characters import printable
from yange.cli.asking import ask_all
from yange.cli.output import say
from yange.importers import ImportPlan
from yange.importers.answers import NO_ANSWERS, ImportAnswers
from yange.importers.answers_file import read_import_answers, with_appended
from yange.problems import YangeError
from yange.readers.collecting import ANSWERS_FILE
from yange.readers.opening import read_bytes
from yange.storage.writing import replace_file

__all__ = ["KeptAnswers"]


@dataclass(frozen=True)
class KeptAnswers:
    """The answers of earlier imports, and the file that they are in.

    A file that lies beside the documents is used only if it is named, or if questions are asked: whoever made the
    folder may have put it there.
    """

    path: Path
    text: str
    answers: ImportAnswers
    used: bool

    @classmethod
    def of(cls, files: Sequence[Path], named: Path | None, *, interactive: bool) -> KeptAnswers:
        """Read the file that was named, or with ``interactive`` the one beside the first document.

        Raises:
            YangeError: if it has mistakes or cannot be read, or if a named file is not there.

        """
        beside = files[0] if files[0].is_dir() else files[0].parent
        path = named or beside / ANSWERS_FILE
        if not path.exists() and not path.is_symlink():
            if named is not None and not interactive:
                raise YangeError(f"{named}: no such file of answers; yange import --interactive makes one")
            return cls(path, "", NO_ANSWERS, used=True)
        if named is None and not interactive:
            return cls(path, "", NO_ANSWERS, used=False)
        text = _text(path)
        answers, problems = read_import_answers(text, str(path))
        if problems:
            raise YangeError("; ".join(f"{problem.where}: {problem.message} ({problem.hint})" for problem in problems))
        count = sum(len(answer.documents) for answer in answers.answers)
        say(f"{printable(str(path))}: answers for {count} documents are used", err=True)
        return cls(path, text, answers, used=True)

    def asked(self, make: Callable[..., ImportPlan]) -> ImportAnswers:
        """Ask what is open, keep the new answers in the file, and return all.

        Raises:
            YangeError: if the file cannot be written, or not without losing something in it.

        """
        answers, new = ask_all(make(answers=self.answers), self.answers, lambda known: make(answers=known))
        if new:
            made = with_appended(self.text, str(self.path), new)
            try:
                replace_file(self.path, made.encode())
            except OSError as failure:
                reason = f"{failure.strerror}; name another file with --answers"
                raise YangeError(f"{self.path}: the answers cannot be kept: {reason}") from failure
            say(f"{printable(str(self.path))}: {len(new)} answers were added", err=True)
        return answers

    def remark_unused(self) -> None:
        """Say that there is a file of answers that was not used."""
        if not self.used:
            say(f"{printable(str(self.path))} holds answers; --answers uses them", err=True)


def _text(path: Path) -> str:
    found = read_bytes(path, str(path))
    if not isinstance(found, bytes):
        raise YangeError(f"{path}: {found.message}; {found.hint}")
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise YangeError(f"{path}: the file of answers is not UTF-8; save it as UTF-8") from failure
