"""PDF files: CPU seconds a page, memory, and how much of the truth is read, beside ``pdftotext -layout``.

Run it: ``python tests/bench/bench_pdf.py`` or ``make bench ARGS=pdf``. The files are the made-up documents of
``tests/readers/pdf_samples.py``, printed by a browser. Characters count without white space; a paragraph counts if it
is read as one run of text, word for word. A size among the arguments is how often each file is read.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "readers"))

from pdf_printing import printed
from pdf_samples import SAMPLES, Sample

from browsing import started
from yange.readers.pdf import PdfReader
from yange.readers.pdf_pages import page_count

RUNS = 3


def bare(text: str) -> str:
    """Return text without white space and the marks of tables."""
    return re.sub(r"[\s|]|-{3}", "", text)


def found(truth: str, text: str) -> tuple[float, float]:
    """Return recall and precision of characters, in order."""
    a, b = bare(truth), bare(text)
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return same / len(a), same / len(b)


def whole(sample: Sample, text: str) -> float:
    """Return the share of paragraphs that are one run of text between empty lines."""
    runs = {re.sub(r"\s", "", run) for run in re.split(r"\n\s*\n", text)}
    wanted = [re.sub(r"\s", "", words) for kind, words in sample.truth if kind != "table"]
    return sum(words in runs for words in wanted) / len(wanted)


def children() -> float:
    """Return the CPU seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(runs: int = RUNS) -> None:
    """Print a line for each document."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        print("chromium is not installed, so there are no files to read")
        return
    poppler = shutil.which("pdftotext")
    with started(Path(chromium)) as browser:
        files = printed(SAMPLES, browser)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = "CPU s/page  recall  precision  paragraphs"
    print(f"{'':14} pages  yange: {figures}   pdftotext: {figures}")
    for sample in SAMPLES:
        data = files[sample.name]
        pages = page_count(data) or 1
        begin = time.process_time()
        for _ in range(runs):
            (text,) = PdfReader().read(sample.name, data).texts
        spent = (time.process_time() - begin) / runs / pages
        truth = "\n".join(words for _, words in sample.truth)
        ours = (*found(truth, text.text), whole(sample, text.text))
        line = f"{sample.name:14} {pages:5} {spent:18.3f} {ours[0]:8.2%} {ours[1]:10.2%} {ours[2]:11.0%}"
        print(line, beside(poppler, sample, data, pages, truth))
    print(f"memory: {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f} MB above the start")


def beside(poppler: str | None, sample: Sample, data: bytes, pages: int, truth: str) -> str:
    """Return the figures of pdftotext, empty where it is not installed."""
    if poppler is None:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.pdf"
        file.write_bytes(data)
        begin = children()
        done = subprocess.run([poppler, "-layout", str(file), "-"], capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    theirs = (*found(truth, text), whole(sample, text))
    return f"{(children() - begin) / pages:24.3f} {theirs[0]:8.2%} {theirs[1]:10.2%} {theirs[2]:11.0%}"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
