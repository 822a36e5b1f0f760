"""Pull requests as they come, each with a real git repository: what the maintainer reads of it.

A story is what the contributor does, and what the review must say: the kinds of change, the promises broken (code and
place), the new problems of ``check``, and words that must stand in the comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gitting import Repo, policy, version
from hanging import ends

D = "policies/wanghai/dukou"
T1, T2 = f"{D}/2020-03-01.md", f"{D}/2023-01-01.md"
WRONG, RIGHT = "常识产权", "知识产权"
ENTRY = (
    "corrections:\n"
    "  - {date: 2026-05-01, field: text, clause: 第一条, was: 常识产权, now: 知识产权, "
    "evidence: 《望海市人民政府公报》2020年第3期第8页, by: 张三}\n"
)
NO_EVIDENCE = ENTRY.replace("《望海市人民政府公报》2020年第3期第8页", "null")
SECOND = version("2023-01-01", number="望府规〔2022〕9号")
REPLACED = "repeals:\n  - {policy: wanghai/dukou, number: 望府规〔2020〕1号, title: 望海市渡口办法, extent: whole}\n"


def start(tmp_path: Path) -> Repo:
    repo = Repo.make(tmp_path / "mine")
    repo.commit({T2: SECOND})
    repo.branch("fix")
    return repo


def facts(text: str, added: str) -> str:
    """Add lines at the end of the front matter."""
    front, fence, body = text.partition("---\n\n")
    return front + added + fence + body


@dataclass(frozen=True)
class Story:
    """One pull request: the work on branch ``fix`` and what the review of ``main...fix`` must say."""

    name: str
    work: Callable[[Repo], object]
    kinds: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def edit(*pairs: tuple[str, str], path: str = T1) -> Callable[[Repo], object]:
    return lambda repo: repo.edit(path, *pairs)


def write(**files: str | bytes | None) -> Callable[[Repo], object]:
    return lambda repo: repo.commit({name.replace("__", "/"): content for name, content in files.items()})


def good_correction(repo: Repo) -> None:
    text = (repo.folder / T1).read_text(encoding="utf-8")
    repo.commit({T1: facts(text.replace(WRONG, RIGHT), ENTRY)})


def both_change_one_clause(repo: Repo) -> None:
    good_correction(repo)
    repo.git("checkout", "-q", "main")
    repo.edit(T1, (WRONG, "知识"), day="2026-05-02")
    repo.git("checkout", "-q", "fix")


def both_correct_alike(repo: Repo) -> None:
    good_correction(repo)
    repo.git("checkout", "-q", "main")
    good_correction(repo)
    repo.edit(T2, ("渔业局", "渔业 局"))
    repo.git("checkout", "-q", "fix")


def rename(repo: Repo, was: str = "was: [wanghai/dukou]\n") -> None:
    repo.git("mv", D, "policies/wanghai/ferries")
    text = policy("wanghai/ferries").replace("sample: true\n", f"sample: true\n{was}")
    repo.commit({"policies/wanghai/ferries/policy.md": text})


def corrected_day(repo: Repo) -> None:
    right = version("2020-04-01").replace("signed: 2020-04-01", "signed: 2020-03-01")
    day = "effective: 2020-04-01"
    repo.git("checkout", "-q", "main")
    repo.commit({T1: right.replace(day, "effective: 2020-03-01").replace("commenced: 2020-04", "commenced: 2020-03")})
    repo.git("checkout", "-q", "-B", "fix")
    repo.git("mv", T1, f"{D}/2020-04-01.md")
    words = "field: text, clause: 第一条, was: 常识产权, now: 知识产权"
    entry = ENTRY.replace(words, 'field: effective, was: "2020-03-01", now: "2020-04-01"')
    repo.commit({f"{D}/2020-04-01.md": facts(right, entry)})


def doubtful_day(repo: Repo) -> None:
    repo.git("checkout", "-q", "main")
    repo.commit({T1: facts(version(), "review: [effective]\n")})
    repo.git("checkout", "-q", "-B", "fix")
    repo.git("mv", T1, f"{D}/2020-04-01.md")
    day = version()
    for name in ("effective", "commenced"):
        day = day.replace(f"{name}: 2020-03-01", f"{name}: 2020-04-01")
    repo.commit({f"{D}/2020-04-01.md": facts(day, "review: [effective]\n")})


def moved_day(repo: Repo) -> None:
    repo.git("mv", T1, f"{D}/2020-04-01.md")
    repo.commit({f"{D}/2020-04-01.md": version("2020-04-01")})


def rebased(repo: Repo) -> None:
    good_correction(repo)
    repo.git("checkout", "-q", "main")
    repo.edit(T2, ("市渔业局", "市渔业局和海事局"))
    repo.git("checkout", "-q", "fix")
    repo.git("rebase", "-q", "main")


def octopus(repo: Repo) -> None:
    for name, path in (("one", "policies/wanghai/a"), ("two", "policies/wanghai/b")):
        repo.branch(name)
        title = f"望海市{name}办法"
        body = version("2024-01-01", title=title, number=f"望府规〔2023〕{len(path)}{name}号")
        repo.commit({f"{path}/policy.md": policy(f"wanghai/{path[-1]}", title), f"{path}/2024-01-01.md": body})
    repo.git("checkout", "-q", "fix")
    good_correction(repo)
    repo.git("merge", "-q", "-m", "octopus", "one", "two")


def reverted(repo: Repo) -> None:
    repo.git("checkout", "-q", "main")
    good_correction(repo)
    repo.git("checkout", "-q", "-B", "fix")
    repo.git("revert", "--no-edit", "HEAD")


def symlink(repo: Repo) -> None:
    (repo.folder.parent / "secret.md").write_text(version("2024-01-01"), encoding="utf-8")
    (repo.folder / D / "2024-01-01.md").symlink_to(repo.folder.parent / "secret.md")
    repo.commit({})


def submodule(repo: Repo) -> None:
    head = repo.git("rev-parse", "HEAD")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{head},policies/wanghai/module")
    repo.git("commit", "-q", "-m", "module")


def hostile_names(repo: Repo) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", data=version("2024-01-01").encode())
    names = (b"--output=x.md", b"a\n::error::x.md", b"\xff\xfe.md", b"<img src=x>.md", b"2024-01-01.md\x1b[2J.md")
    data = b"".join(b"100644 " + blob.encode() + b"\t" + D.encode() + b"/" + name + b"\0" for name in names)
    repo.git("update-index", "-z", "--index-info", data=data)
    repo.git("commit", "-q", "-m", "hostile")


HOSTILE = (
    '</code></details><script>alert(1)</script> @everyone #1 ![x](http://e.example/x) `"`'
    " [a](javascript:x) https://e.example/y <!-- yange-review -->"
)

STORIES = (
    Story(
        "a good correction",
        good_correction,
        ("correction",),
        says=("勘误", "2020年第3期第8页", "The same words", "第一条 更正 corrected"),
        never=("amended",),
    ),
    Story(
        "a correction without its entry",
        edit((WRONG, RIGHT)),
        ("correction",),
        (f"text-changed {T1}:21",),
        says=(
            NO_EVIDENCE,
            "2023-01-01.md:21",
        ),
    ),
    Story(
        "a correction without evidence",
        lambda repo: repo.commit({T1: facts(version().replace(WRONG, RIGHT), NO_EVIDENCE)}),
        ("correction",),
        (f"evidence-missing {T1}:17",),
    ),
    Story(
        "an entry that tells less than was changed",
        lambda repo: repo.commit({T1: facts(version().replace(WRONG, RIGHT).replace("渔业局", "海事局"), ENTRY)}),
        ("correction",),
        (f"text-changed {T1}:25",),
        says=("was: 市渔业局, now: 市海事局",),
    ),
    Story(
        "a second character in the clause that was corrected",
        lambda repo: repo.commit({T1: facts(version().replace(WRONG, RIGHT).replace("，制定", "，定"), ENTRY)}),
        ("correction",),
        (f"text-changed {T1}:23",),
        says=("was: 常识产权，制定, now: 知识产权，定", "正文改了而没有勘误记录"),
    ),
    Story(
        "two corrections in conflict",
        both_change_one_clause,
        ("correction",),
        (f"both-changed {T1}",),
        says=("第一条 reads “为了保护知识产权，制定本办法。” here and “为了保护知识，制定本办法。” there", "went on"),
    ),
    Story(
        "a merge that was left undecided",
        edit(("第二条　市渔业局", "<<<<<<< main\n第二条　市海事局负责管理。\n=======\n第二条　市渔业局")),
        ("correction",),
        (f"text-changed {T1}:21",),
        problems=(f"merge-marks {T1}:23",),
        says=("未决的合并标记",),
    ),
    Story("two corrections alike", both_correct_alike, ("correction",), says=("went on",)),
    Story(
        "a new version",
        write(
            **{
                f"{D}/2025-01-01.md": facts(
                    version(
                        "2025-01-01",
                        "为了保护知识产权，制定本办法。",
                        "市渔业局负责渡口的管理。",
                        "本办法自{day}起施行。",
                        number="望府规〔2024〕3号",
                    ),
                    REPLACED,
                )
            }
        ),
        ("amendment", "event"),
        says=(
            "against v2023-01-01",
            "<code>repeals</code>: <code>",
            "望府规〔2024〕3号",
            "2025-01-01 <code>wanghai/dukou</code> added",
        ),
    ),
    Story(
        "a new version with a wrong day",
        write(**{f"{D}/2025-02-01.md": version("2025-01-01", number="望府规〔2024〕3号")}),
        ("amendment",),
        problems=(f"file-day {D}/2025-02-01.md:7",),
    ),
    Story("a renamed policy", rename, ("move",), says=("until now wanghai/dukou", "wanghai/ferries")),
    Story(
        "a renamed policy that forgets its id",
        lambda repo: rename(repo, ""),
        ("move",),
        ("id-lost policies/wanghai/ferries/policy.md:2",),
        says=("<code>was: &#91;wanghai/dukou&#93;</code>",),
    ),
    Story("a deleted version", write(**{T1: None}), ("deletion",), (f"version-deleted {T1}",)),
    Story(
        "a deleted policy",
        write(**{T1: None, T2: None, f"{D}/policy.md": None}),
        ("deletion",),
        (f"policy-deleted {D}/policy.md",),
    ),
    Story("a wrong effective day, corrected", corrected_day, ("correction", "move"), says=("2020-04-01",)),
    Story(
        "an effective day changed without a word",
        moved_day,
        ("correction", "move"),
        (
            f"fact-changed {D}/2020-04-01.md:5",
            f"effective-changed {D}/2020-04-01.md:7",
            f"text-changed {D}/2020-04-01.md:25",
        ),
        says=("field: effective, was: 2020-03-01, now: 2020-04-01",),
    ),
    Story(
        "a doubtful effective day set right without its entry",
        doubtful_day,
        ("correction", "move"),
        (f"effective-changed {D}/2020-04-01.md:7",),
        problems=(f"says-commencement {D}/2020-04-01.md:26",),
        says=("field: effective, was: 2020-03-01, now: 2020-04-01",),
    ),
    Story("white space only", edit(("第二条　市渔业局", "第二条　　市渔业局")), ("typography",)),
    Story(
        "the encoding broken",
        lambda repo: repo.commit({T1: version().encode("gb18030")}),
        ("unreadable",),
        problems=(f"encoding {T1}:2",),
    ),
    Story(
        "Windows line ends",
        lambda repo: repo.commit({T1: version().replace("\n", "\r\n").encode()}),
        (),
        problems=(f"line-ends {T1}:1",),
        says=("另存为 LF 换行",),
        never=("version-deleted", "no-front-matter"),
    ),
    Story(
        "Windows line ends and a word",
        lambda repo: repo.commit({T1: version().replace(WRONG, RIGHT).replace("\n", "\r\n").encode()}),
        ("correction",),
        (f"text-changed {T1}:21",),
        problems=(f"line-ends {T1}:1",),
    ),
    Story(
        "front matter that does not parse",
        edit(("issuer: [", "issuer: [[")),
        ("unreadable",),
        problems=(f"yaml {T1}:5",),
    ),
    Story("hostile file names", hostile_names, ("unreadable",), problems=("file-name",) * 5, never=("<img", "\x1b")),
    Story(
        "hostile front matter",
        edit(("title: 望海市渡口办法", "title: !!python/object/apply:os.system ['touch pwned']"), path=T1),
        ("correction",),
        (f"fact-changed {T1}:2",),
        problems=(f"no-title {T1}:2", f"front-matter {T1}:2"),
    ),
    Story(
        "hostile words",
        edit((WRONG, HOSTILE)),
        ("correction",),
        (f"text-changed {T1}:21",),
        never=("<script", "@everyone", "![x", "](javascript", "https://e", "</code></details><"),
    ),
    Story(
        "a giant file",
        lambda repo: repo.commit({f"{D}/2025-01-01.md": b"x" * (17 << 20)}),
        ("unreadable",),
        problems=(f"too-large {D}/2025-01-01.md",),
    ),
    Story("a symbolic link out of the archive", symlink, (), problems=(f"symlink {D}/2024-01-01.md",)),
    Story("a submodule", submodule, (), problems=("submodule policies/wanghai/module",)),
    Story("a rebase", rebased, ("correction",), never=("went on",)),
    Story("an octopus merge", octopus, ("new-policy", "correction"), says=("wanghai/a", "wanghai/b", "勘误")),
    Story(
        "a revert of a correction", reverted, ("correction",), (f"correction-withdrawn {T1}:1", f"text-changed {T1}:21")
    ),
    Story("an id filled in", edit(("published: null", "published: 2020-03-01")), ("metadata",)),
    Story(
        "a number changed",
        edit(("〔2020〕1号", "〔2020〕2号")),
        ("correction",),
        (f"fact-changed {T1}:3",),
        says=("field: number, was: 望府规〔2020〕1号, now: 望府规〔2020〕2号",),
    ),
    Story(
        "the words taken away",
        lambda repo: repo.commit({T1: version().replace("text: held", "text: catalogue-only").split("# ")[0]}),
        ("correction", "metadata"),
        (f"text-changed {T1}:19",),
    ),
    Story("nothing of the texts", write(**{"README.md": "x"}), ()),
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_what_the_maintainer_reads(story: Story, tmp_path: Path) -> None:
    repo = start(tmp_path)
    story.work(repo)
    result = repo.yange("review", "main", "fix", "--json")
    assert result.exit_code in (0, 1), result.output
    told: dict[str, Any] = json.loads(result.stdout)
    found = tuple(dict.fromkeys(kind for one in told["policies"] for kind in one["kinds"]))
    assert sorted(found) == sorted(story.kinds)
    assert _places(told["broken"], story.broken) == list(story.broken)
    errors = [problem for problem in told["problems"] if problem["severity"] == "error"]
    assert _places(errors, story.problems)[: len(story.problems)] == list(story.problems)
    assert bool(errors) is bool(story.problems), errors
    assert result.exit_code == (1 if story.broken or story.problems else 0) == (0 if told["ok"] else 1)
    comment = repo.yange("review", "main...fix", "--markdown").stdout
    terminal = repo.yange("review", "main", "fix").output
    assert len(comment) < 65_536
    for words in story.says:
        assert words in comment
    shown = re.sub(r"^ *```yaml\n.*?^ *```$", "", comment, flags=re.M | re.S)  # in a block nothing is read as markup
    for words in story.never:
        assert words not in shown
    assert "\x1b" not in terminal
    assert not (repo.folder / "pwned").exists()


def _places(problems: Sequence[dict[str, Any]], like: Sequence[str]) -> list[str]:
    """Return ``code path:line`` of each problem, as much of it as the story gives."""
    told = [(p["code"], f"{p['code']} {p['path']}", f":{p['line']}" if p["line"] else "") for p in problems]
    short = bool(like) and " " not in like[0]
    return [code if short else whole + line for code, whole, line in told]


def test_what_is_pasted_mends_what_was_broken(tmp_path: Path) -> None:
    """Several clauses, a fact, and a text that has an entry already: paste as told, write the evidence, done."""
    repo = start(tmp_path)
    good_correction(repo)
    base = repo.git("rev-parse", "HEAD")
    repo.edit(T1, ("渔业局负责渡口的日常管理", "海事局负责渡口的一切管理"), ("〔2020〕1号", "〔2020〕7号"))
    repo.edit(T2, (WRONG, RIGHT), ("，制定本办法", "，特制定本办法"))
    told = json.loads(repo.yange("review", base, "--json").stdout)
    assert not told["ok"]
    blocks: dict[str, list[dict[str, Any]]] = {}
    for change in told["policies"][0]["versions"]:
        for one in change["proposed"]:
            blocks.setdefault(one["path"], []).append(one)
    for path, found in blocks.items():
        lines = (repo.folder / path).read_text(encoding="utf-8").split("\n")
        line = found[0]["line"] or lines.index("---", 1)
        head = [] if found[0]["line"] else ["corrections:"]
        pasted = [one["text"].replace("evidence: null", "evidence: 公报第1期") for one in found]
        repo.commit({path: "\n".join([*lines[:line], *head, *pasted, *lines[line:]])})
    again = json.loads(repo.yange("review", base, "--json").stdout)
    assert (again["broken"], again["problems"], len(blocks)) == ([], [], 2)


def test_a_correction_may_be_corrected_and_both_stay_on_record(tmp_path: Path) -> None:
    repo = start(tmp_path)
    good_correction(repo)
    second = ENTRY.splitlines(keepends=True)[1].replace("was: 常识产权, now: 知识产权", "was: 知识产权, now: 智慧产权")
    text = (repo.folder / T1).read_text(encoding="utf-8")
    front, fence, body = text.partition("---\n\n")
    repo.commit({T1: front + second + fence + body.replace(RIGHT, "智慧产权")})
    told = json.loads(repo.yange("review", "HEAD~1", "--json").stdout)
    assert (told["broken"], told["problems"]) == ([], [])
    repo.edit(T1, ("保护智慧产权", "保护智能产权"))
    assert repo.yange("check").exit_code == 1, "the last correction must still be the one that stands"


def test_a_merge_and_a_fork_are_reviewed_as_ranges(tmp_path: Path) -> None:
    repo = start(tmp_path)
    repo.edit(T1, (WRONG, RIGHT))
    repo.git("clone", "-q", "-b", "fix", str(repo.folder), str(tmp_path / "fork"))
    forked = json.loads(Repo(tmp_path / "fork").yange("review", "main", "--json").stdout)
    assert [p["path"] for p in forked["broken"]] == [T1]
    repo.git("checkout", "-q", "main")
    repo.edit(T2, ("市渔业局", "市海事局"))
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "fix")
    merged = json.loads(repo.yange("review", "HEAD~1", "HEAD", "--json").stdout)
    assert [p["path"] for p in merged["broken"]] == [T1]


def test_a_shallow_clone_says_what_it_needs(tmp_path: Path) -> None:
    repo = start(tmp_path)
    repo.edit(T1, (WRONG, RIGHT))
    repo.git("checkout", "-q", "main")
    repo.edit(T2, ("市渔业局", "市海事局"))
    repo.git("clone", "-q", "--depth=1", "--no-single-branch", f"file://{repo.folder}", str(tmp_path / "clone"))
    result = Repo(tmp_path / "clone").yange("review", "main", "fix")
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.output


def test_histories_without_a_common_commit_are_compared_as_they_are(tmp_path: Path) -> None:
    repo = start(tmp_path)
    repo.git("checkout", "-q", "--orphan", "alone")
    repo.edit(T1, (WRONG, RIGHT))
    assert repo.yange("review", "main", "alone").exit_code == 2
    told = json.loads(repo.yange("review", "main..alone", "--json").stdout)
    assert [p["code"] for p in told["broken"]] == ["text-changed"]


def test_the_working_tree_is_reviewed_before_it_is_committed(tmp_path: Path) -> None:
    repo = start(tmp_path)
    path = repo.folder / T1
    path.write_text(path.read_text(encoding="utf-8").replace(WRONG, RIGHT), encoding="utf-8")
    assert repo.yange("review", "HEAD").exit_code == 0
    assert repo.yange("review", "HEAD", "--working-tree").exit_code == 1


def test_a_comment_on_everything_stays_below_the_limit(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for number in range(120):
        folder, title = f"policies/wanghai/p{number}", f"望海市第{number}号渡口办法"
        words = [f"{'甲' * 150}{number}{'乙' * 150}。", "本办法自{day}起施行。"]
        files[f"{folder}/policy.md"] = policy(f"wanghai/p{number}", title)
        files[f"{folder}/2020-03-01.md"] = version(
            "2020-03-01", *words, title=title, number=f"望府规〔2020〕{number}号"
        )
    repo = Repo.make(tmp_path / "mine", files)
    base = repo.git("rev-parse", "HEAD")
    texts = {name: str(text).replace("甲" * 100, "丙" * 90) for name, text in files.items() if name.endswith("01.md")}
    repo.commit(texts)
    comment = repo.yange("review", base, "--markdown").stdout
    assert 20_000 < len(comment) < 65_536
    assert "more" in comment
    assert comment.count("<details>") == comment.count("</details>")
    assert len(re.findall(r"^ *```", comment, flags=re.M)) % 2 == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第一条　甲。", "第一条　" + "（一）" * 20_000 + "第" * 50_000 + "\n\n" + "`" * 50_000),
        ("第一条　" + "甲一乙" * 20_000, "第一条　" + "甲二乙" * 20_000),
        ("第一条　" + "甲乙丙丁" * 50_000, "第一条　" + "乙丙丁甲" * 50_000),
    ],
    ids=["marks", "many small differences", "one long line"],
)
def test_a_hostile_text_does_not_make_the_review_hang(tmp_path: Path, old: str, new: str) -> None:
    head = version().split("# ")[0] + "# 望海市渡口办法\n\n"
    repo = Repo.make(tmp_path / "mine", {f"{D}/policy.md": policy(), T1: f"{head}{old}\n"})
    repo.commit({T1: f"{head}{new}\n"})
    with ends():
        result = repo.yange("review", "HEAD~1", "--markdown")
    assert result.exit_code == 1
    assert "text-changed" in result.stdout
    assert len(result.stdout) < 65_536


def test_peoples_answers_about_a_new_text_are_honoured(tmp_path: Path) -> None:
    answers = "- old: 2023-01-01\n  new: 2026-01-01\n  together: [[第一条, 第二条]]\n"
    third = version(
        "2026-01-01",
        "绿化带由街道种植。",
        "泳池水质按季公布。",
        "本办法自{day}起施行。",
        number="望府规〔2025〕4号",
    )

    def pairs(name: str, files: dict[str, str | bytes]) -> set[tuple[str, str]]:
        repo = start(tmp_path / name)
        repo.commit(files)
        said = json.loads(repo.yange("review", "main", "fix", "--json").stdout)
        (change,) = (one for one in said["policies"][0]["versions"] if one["version"] == "v2026-01-01")
        return {(edge["old"], edge["new"]) for one in change["changes"] for edge in one["edges"]}

    assert ("第一条", "第二条") not in pairs("plain", {f"{D}/2026-01-01.md": third})
    assert ("第一条", "第二条") in pairs("told", {f"{D}/2026-01-01.md": third, f"{D}/alignment.yml": answers})
