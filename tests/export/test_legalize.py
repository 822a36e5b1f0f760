"""The archive in the format of Legalize: a git repository that git and our own reader of that format read."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from exports import export

import yange
from yange.cli.app import group
from yange.model import Library
from yange.parse import plain_text

DAY = "2026-12-01"
FERRY = "wanghai/dukou-guanli-banfa"
CARE = "wanghai/jujia-yanglao-fuwu-butie-shishi-xize"
BERTHS = "wanghai/rules-on-small-craft-berths"


def path_of(policy: str) -> str:
    """Return the path of a law as its specification computes it (0.4, Directory layout)."""
    identifier = policy.replace("/", "-")
    return f"wanghai/{hashlib.sha1(identifier.encode()).hexdigest()[:2]}/{identifier}.md"


def git(repository: Path, *words: str) -> str:
    line = ["git", "-C", str(repository), *words]
    return subprocess.run(line, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """A project of three policies with its export in ``laws``."""
    made = tmp_path_factory.mktemp("legalize")
    shutil.copy(project_root / "mkdocs.yml", made)
    for policy in (FERRY, CARE, BERTHS):
        shutil.copytree(project_root / "policies" / policy, made / "policies" / policy)
    result = export(made, "legalize", str(made / "laws"), "--on", DAY)
    assert result.exit_code == 0, result.output
    assert "3 laws, 8 states in laws.git" in result.output
    return made


def test_a_commit_is_a_state_with_its_trailers(project: Path) -> None:
    repository = project / "laws" / "laws.git"
    log = git(repository, "log", "--reverse", "--format=%s", "main").splitlines()
    assert log[:2] == ["[chore] Declare the layout", "[new] 望海市渡口管理办法 (2004-01-01)"]
    assert log[-1].startswith("[repeal] 望海市居家养老服务补贴实施细则 (")
    said = git(repository, "log", "-1", "--format=%b", "main", "--", path_of(FERRY)).strip().splitlines()
    assert said == [
        "Source-Id: 望海市人民政府令第34号",
        "Source-Date: 2021-03-26",
        "Norm-Id: wanghai-dukou-guanli-banfa",
    ]
    fields = git(repository, "show", f"main:{path_of(FERRY)}").split("---\n")[1].splitlines()
    assert {"title", "identifier", "country", "rank", "status", "source"} <= {line.split(":")[0] for line in fields}
    assert 'effective_from: "2021-03-26"' in fields
    assert 'status: "expired"' in git(repository, "show", f"main:{path_of(CARE)}").splitlines()


def test_a_consumer_finds_each_law_by_the_manifest_and_each_change_by_its_date(project: Path) -> None:
    repository = project / "laws" / "laws.git"
    manifest = yaml.safe_load(git(repository, "show", "main:.legalize.yml"))
    assert (manifest["spec_version"], manifest["country"]) == ("0.4", "zz")
    (entry,) = manifest["layout"]
    assert entry["directories"] == ["*"]
    laws = [path for path in git(repository, "ls-tree", "-r", "--name-only", "main").split() if path.endswith(".md")]
    assert len(laws) == 3
    for path in laws:
        fields = yaml.safe_load(git(repository, "show", f"main:{path}").split("---\n")[1])
        identifier = fields["identifier"]
        bucket = hashlib.sha1(identifier.encode()).hexdigest()[:2]
        assert entry["path"].format(directory=fields["jurisdiction"], identifier=identifier, id_sha1_2=bucket) == path
    for line in git(
        repository, "log", "--format=%as %(trailers:key=Source-Date,valueonly,separator=)", "main"
    ).splitlines():
        day, _, said = line.partition(" ")
        assert said.strip() in ("", day)


def test_the_same_archive_gives_the_same_commits(project: Path) -> None:
    result = export(project, "legalize", str(project / "again"), "--on", DAY)
    assert result.exit_code == 0, result.output
    heads = {git(project / name / "laws.git", "rev-parse", "main") for name in ("laws", "again")}
    assert len(heads) == 1


def test_our_reader_of_the_format_gives_the_same_texts(project: Path, tmp_path: Path, library: Library) -> None:
    (tmp_path / "mkdocs.yml").write_bytes((project / "mkdocs.yml").read_bytes())
    (tmp_path / "policies").mkdir()
    source = f"git+{project / 'laws' / 'laws.git'}"
    result: Result = CliRunner().invoke(group, ["--project", str(tmp_path), "import", source])
    assert result.exit_code == 0, result.output
    read = {
        (version.title, str(version.effective)): plain_text(version.body)
        for policy in yange.open(tmp_path).library.policies
        for version in policy.versions
    }
    for policy_id in (FERRY, CARE, BERTHS):
        policy = library.policy(policy_id)
        assert policy is not None
        for version in policy.versions:
            words = read.pop((version.title, str(version.effective)))
            assert "".join(words.split()) == "".join(plain_text(version.body).split())
    assert not read
