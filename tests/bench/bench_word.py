"""Word and OFD files: CPU time and memory to read one, and whether its words are those of a second reading.

Run it: ``python tests/bench/bench_word.py`` or ``make bench ARGS=word``. Sizes among the arguments are numbers of
articles. Each file is read in a process of its own; its memory is what reading adds to that of the program. LibreOffice
is measured where it is installed.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "readers"))

from test_ofd import ofd, page, paragraph
from word_files import level as list_level
from word_files import lost_and_added, numbering, p, run, tbl, word_file

from yange.readers import registry

SIZES = (100, 1_000, 10_000)
WORDS = "市交通运输部门应当会同有关部门制定渡口布局规划，报市人民政府批准后公布实施，并按照规划组织检查。"


def plain(size: int) -> bytes:
    return word_file("".join(p(f"第{nth}条　{WORDS}") for nth in range(1, size + 1)))


def numbered(size: int) -> bytes:
    lists = numbering(
        {
            1: list_level(0, "chineseCountingThousand", "第%1条", suffix="tab")
            + list_level(1, "chineseCounting", "（%2）")
        }
    )
    return word_file("".join(p(WORDS, number=(1, nth % 4 > 0)) for nth in range(size)), numbering=lists)


def changed(size: int) -> bytes:
    ins, gone = '<w:ins w:id="1">', '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    return word_file("".join(p(WORDS, gone, f"{ins}{run('新')}</w:ins>") for _ in range(size)))


def tabular(size: int) -> bytes:
    return word_file(tbl(*[[str(nth), "渡口", "5元", WORDS] for nth in range(size)]))


def printed(size: int) -> bytes:
    pages = [
        page(*(line for row in range(11) for line in paragraph(WORDS, 30 + 21 * row))) for _ in range(size // 11 + 1)
    ]
    return ofd(pages)


def older(size: int) -> bytes:
    """Return a DOC file that LibreOffice makes."""
    office = shutil.which("soffice")
    if office is None:
        return b""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "a.docx"
        given.write_bytes(numbered(size))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", folder, str(given)]
        subprocess.run(command, check=True, capture_output=True)
        return (Path(folder) / "a.doc").read_bytes()


KINDS: dict[str, Callable[[int], bytes]] = {
    "plain": plain, "numbered": numbered, "changed": changed, "table": tabular, "OFD": printed, "DOC": older,
}  # fmt: skip


def measured(kind: str, size: int) -> None:
    """Print the figures of one file."""
    registry.read("warm", KINDS[kind](1) or b"x")
    data = KINDS[kind](size)
    if not data:
        print(f"{kind:10} LibreOffice is not installed")
        return
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin, wall = time.process_time(), time.perf_counter()
    found = registry.read("a", data)
    spent, wall = time.process_time() - begin, time.perf_counter() - wall
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    lost, more = lost_and_added(found) if found.texts else ({"?": 1}, {})
    characters = sum(len(text.text) for text in found.texts)
    same = "all words" if not lost and not more else f"differs: {sum(lost.values())} lost, {sum(more.values())} added"
    print(f"{kind:10} {size:>7,} {characters:>10,} characters {spent:7.2f} s CPU {wall:7.2f} s {added:7.0f} MB  {same}")


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["one"]:
        measured(arguments[1], int(arguments[2]))
        return
    sizes = [int(one) for one in arguments if one.isdigit()] or SIZES
    for kind in KINDS:
        for size in sizes if kind != "DOC" else sizes[:2]:
            subprocess.run([sys.executable, __file__, "one", kind, str(size)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
