"""A builder in a process of its own, to be run under another environment, killed or starved.

``archive_child.py city TARGET [reversed]`` archives the sample city and prints the ids;
``archive_child.py synthetic TARGET SALT POLICIES`` archives made-up texts;
``archive_child.py hold TARGET`` takes the builders' lock and keeps it until its standard input ends.
Each prints ``ready`` before it touches anything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from archive_helpers import synthetic

from yange.archive import build
from yange.archive.build import build_changes
from yange.archive.place import ArchivePlace
from yange.library import load
from yange.problems import YangeError
from yange.timeline import build_timeline

AS_OF = date(2026, 1, 1)
_LIST = Path.iterdir


def _backwards(folder: Path) -> Iterator[Path]:
    return iter(sorted(_LIST(folder), reverse=True))


def main() -> int:
    what, target = sys.argv[1], Path(sys.argv[2])
    print("ready", flush=True)
    try:
        if what == "city":
            if sys.argv[3:] == ["reversed"]:
                Path.iterdir = _backwards  # type: ignore[method-assign, assignment]
            texts, _ = load(Path(__file__).parents[2])
            result = build(texts, build_timeline(texts), target, as_of=AS_OF)
        elif what == "synthetic":
            result = build_changes(synthetic(int(sys.argv[4]), 5, salt=sys.argv[3]), target, as_of=AS_OF)
        else:
            with ArchivePlace(target).locked():
                print("held", flush=True)
                sys.stdin.read()
            return 0
    except YangeError as error:
        print(error, file=sys.stderr)
        return 2
    print(result.main, result.scheduled, result.manifest_sha256)
    return 0


if __name__ == "__main__":
    sys.exit(main())
