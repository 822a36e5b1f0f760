"""Archives of other people in git become policies: their days, ends, states, growth and rewritten history."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from gitting import Repo
from importers.peer_archives import archeo_lex, articles, law, law_ref_book, legalize, message, state
from yange.library import load
from yange.model import Basis, Policy, Status
from yange.parse import parse
from yange.timeline import Timeline

FERRY = "liechtenstein/fahrgesetz"


@pytest.fixture
def project(tmp_path: Path) -> Repo:
    (tmp_path / "project" / "policies").mkdir(parents=True)
    return Repo(tmp_path / "project")


def imported(project: Repo, peer: Repo, ending: str = "") -> Result:
    done = project.yange("import", f"git+{peer.folder}{ending}")
    assert done.exit_code == 0, done.output
    return done


def policy_of(project: Repo, name: str = FERRY) -> Policy:
    library, problems = load(project.folder)
    assert [p for p in problems if p.severity == "error"] == []
    found = library.policy(name)
    assert found is not None, [one.id for one in library.policies]
    return found


def files(project: Repo) -> dict[str, bytes]:
    folder = project.folder / "policies"
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.md"))}


def test_a_law_has_a_version_for_each_state(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    ferry = policy_of(project)
    assert (ferry.title, ferry.place, ferry.kind) == ("Fährgesetz", "Liechtenstein", "gesetz")
    assert ferry.identifier == "legalize/li/L-1"
    assert [(v.stem, v.effective_basis) for v in ferry.versions] == [
        ("2001-03-01", Basis.REGISTER),
        ("2010-07-01", Basis.REGISTER),
    ]
    first = ferry.versions[0]
    assert first.body == (
        "# Fährgesetz\n\nArt. 1\n\nDie Fähre verkehrt täglich.\n\nArt. 2\n\nDie Aufsicht obliegt der Hafenbehörde.\n"
    )
    assert (first.number, str(first.published), first.expires) == ("L-1", "2001-02-01", None)
    assert first.units is not None
    assert (first.units.kind, first.units.count) == ("article", 2)
    assert policy_of(project, "liechtenstein/steggesetz").identifier == "legalize/li/L-2"


def test_a_version_names_where_it_was_taken_from(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    source = policy_of(project).versions[1].sources[0]
    commit = peer.git("log", "-1", "--format=%H", "--", "li/L-1.md")
    assert source.commit == commit
    assert source.blob == peer.git("rev-parse", "HEAD:li/L-1.md")
    assert (source.register, source.identifier) == ("legalize/li", "L-1-2010-07-01")
    assert (source.url, source.media) == ("https://law.example/L-1", "text/markdown")


@pytest.mark.parametrize("ending", ["@main", "#li", "@main#li"])
def test_a_branch_and_a_folder_can_be_named(tmp_path: Path, project: Repo, ending: str) -> None:
    peer = legalize(tmp_path / "peer")
    if ending.endswith("li"):
        peer.folder.rename(tmp_path / "moved")
        peer = Repo.make(tmp_path / "peer", {"laws/li/L-1.md": law()})
        ending = ending.replace("#li", "#laws")
    imported(project, peer, ending)
    assert policy_of(project).versions


def test_a_dry_run_writes_nothing(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    done = project.yange("import", f"git+{peer.folder}", "--dry-run", "--json")
    shown = json.loads(done.stdout)
    assert [(d["path"], d["effective_basis"]) for d in shown["documents"]] == [
        (f"policies/{FERRY}/2001-03-01.md", "register"),
        (f"policies/{FERRY}/2010-07-01.md", "register"),
        ("policies/liechtenstein/steggesetz/2005-01-01.md", "register"),
    ]
    assert files(project) == {}


# -- days and ends -------------------------------------------------------------------------------------------------


def test_the_day_of_publication_is_no_first_day(tmp_path: Path, project: Repo) -> None:
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law(day="2001-02-01")})
    done = imported(project, peer)
    version = policy_of(project).versions[0]
    assert (version.stem, version.review) == ("2001-02-01", ("effective",))
    assert "[peer-day-published]" in done.stderr


def test_a_future_state_stays_out_of_the_present(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    state(peer, "2190-01-01", "Die Fähre fährt von selbst.")
    imported(project, peer)
    library, _ = load(project.folder)
    standing = Timeline(library).standing(FERRY, date(2026, 1, 1))
    assert standing.status is Status.IN_FORCE
    assert standing.version is not None
    assert standing.version.stem == "2010-07-01"


def test_two_states_of_one_day_and_one_of_an_earlier_day(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    peer.commit({"li/L-1.md": law("Die Fähre ruht.", day="2010-07-01")}, message=message(day="2010-07-01", entry="x"))
    state(peer, "2008-01-01", "Die Fähre verkehrt sonntags.")
    done = imported(project, peer)
    assert [v.stem for v in policy_of(project).versions] == ["2001-03-01", "2008-01-01", "2010-07-01", "2010-07-01.2"]
    assert "this state is of 2008-01-01, the one before it in the archive of 2010-07-01" in done.stderr


def test_a_correction_of_the_archive_is_no_new_state(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    state(peer, "2010-07-01", "Die Fähre verkehrt halbstündlich.", kind="fix-pipeline")
    imported(project, peer)
    versions = policy_of(project).versions
    assert [v.stem for v in versions] == ["2001-03-01", "2010-07-01"]
    assert "halbstündlich" in versions[1].body


def test_a_known_last_day_and_a_gap_between_states(tmp_path: Path, project: Repo) -> None:
    peer = Repo.make(tmp_path / "peer", {"README.md": "x"})
    until = 'effective_until: "2004-12-31"\n'
    state(peer, "2001-03-01", "Die Fähre fährt.", more=until, status="repealed")
    state(peer, "2006-01-01", "Die Fähre steht.", more='effective_until: "2009-06-30"\n', status="repealed")
    imported(project, peer)
    found = [(v.stem, str(v.expires), v.expires_basis) for v in policy_of(project).versions]
    assert found == [("2001-03-01", "2004-12-31", "register"), ("2006-01-01", "2009-06-30", "register")]


@pytest.mark.parametrize("how", ["removed", "status"])
def test_an_end_without_a_day_is_unknown_and_said(tmp_path: Path, project: Repo, how: str) -> None:
    peer = legalize(tmp_path / "peer")
    if how == "removed":
        peer.commit({"li/L-1.md": None}, message="tidy up")
    else:
        ended = law("Die Fähre verkehrt stündlich.", "Die Aufsicht obliegt der Hafenbehörde.", day="2010-07-01")
        text = ended.replace("in_force", "repealed")
        peer.commit({"li/L-1.md": text}, message=message("repeal", day="2020-01-01"))
    done = imported(project, peer)
    last = policy_of(project).versions[-1]
    assert (last.stem, last.expires, "expires" in last.review) == ("2010-07-01", None, True)
    assert ("peer-removed" if how == "removed" else "peer-end-unknown") in done.stderr
    library, _ = load(project.folder)
    timeline = Timeline(library)
    assert timeline.standing(FERRY, date(2005, 1, 1)).status is Status.IN_FORCE
    assert timeline.standing(FERRY, date(2015, 1, 1)).status is Status.UNKNOWN
    assert project.yange("check").exit_code == 0


def test_a_law_is_followed_by_its_identifier_when_its_file_moves(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    moved = (peer.folder / "li/L-1.md").read_text()
    peer.commit({"li/L-1.md": None, "li/aa/L-1.md": moved}, message="[fix-pipeline] shard")
    state(peer, "2015-01-01", "Die Fähre ist elektrisch.", path="li/aa/L-1.md")
    done = imported(project, peer)
    assert [v.stem for v in policy_of(project).versions] == ["2001-03-01", "2010-07-01", "2015-01-01"]
    assert "peer-removed" not in done.stderr


def test_a_text_that_is_not_of_the_day_is_undated(tmp_path: Path, project: Repo) -> None:
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law(more='text_state: "current"\n')})
    done = imported(project, peer)
    assert [v.stem for v in policy_of(project).versions] == ["undated"]
    assert "peer-undated" in done.stderr


def test_an_amended_text_that_the_archive_does_not_give_is_recorded_without_words(
    tmp_path: Path, project: Repo
) -> None:
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law(more='text_state: "as_enacted"\n')})
    amended = law(more='text_state: "as_enacted"\nlast_amendment: "L-9"\n', day="2012-01-01")
    peer.commit({"li/L-1.md": amended}, message=message(day="2012-01-01", entry="L-9"))
    imported(project, peer)
    assert [(v.stem, v.text) for v in policy_of(project).versions] == [
        ("2001-03-01", "held"),
        ("2012-01-01", "catalogue-only"),
    ]


# -- the other formats ---------------------------------------------------------------------------------------------


def test_a_french_code_with_days_before_git(tmp_path: Path, project: Repo) -> None:
    imported(project, archeo_lex(tmp_path / "peer"))
    code = policy_of(project, "france/code-des-bacs")
    assert [(v.stem, str(v.expires), v.effective_basis) for v in code.versions] == [
        ("1965-03-01", "None", Basis.REGISTER),
        ("2012-06-15", "2019-12-31", Basis.REGISTER),
    ]
    assert "quatre mètres" in code.versions[0].body


def test_one_file_for_each_law_and_state(tmp_path: Path, project: Repo) -> None:
    imported(project, law_ref_book(tmp_path / "peer"))
    library, _ = load(project.folder)
    assert [policy.title for policy in library.policies] == ["望海市渡口管理条例"]
    first, later = library.policies[0].versions
    assert (first.stem, first.effective_basis) == ("2015-05-01", Basis.STATED)
    assert (later.stem, later.effective_basis) == ("2021-06-09", Basis.AMENDMENT)
    assert "备注" not in first.body


def test_an_unknown_repository_is_an_error_that_says_what_was_looked_for(tmp_path: Path, project: Repo) -> None:
    peer = Repo.make(tmp_path / "peer", {"src/main.py": "print()\n", "docs/a.md": "# A\n"})
    done = project.yange("import", f"git+{peer.folder}")
    assert done.exit_code == 2
    assert all(name in done.stderr for name in ("Legalize", "LawRefBook", "Archéo Lex"))


def test_a_newer_version_of_the_format_is_refused(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    peer.commit({".legalize.yml": 'spec_version: "0.5"\ncountry: "li"\n'})
    done = project.yange("import", f"git+{peer.folder}")
    assert done.exit_code == 2
    assert "the format is version 0.5" in done.stderr


# -- a second import -----------------------------------------------------------------------------------------------


def test_a_second_import_adds_only_what_is_new(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    before = files(project)
    assert "0 of them new" in imported(project, peer).stderr
    assert files(project) == before
    state(peer, "2018-05-01", "Die Fähre verkehrt nachts.")
    imported(project, peer)
    after = files(project)
    assert set(after) - set(before) == {f"{FERRY}/2018-05-01.md"}
    assert {name: after[name] for name in before} == before


def test_a_title_and_a_day_that_a_person_changed_stay(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    path = project.folder / "policies" / FERRY / "2001-03-01.md"
    path.write_text(path.read_text().replace("effective: 2001-03-01", "effective: 2001-04-01  # checked"))
    path.rename(path.with_name("2001-04-01.md"))
    before = files(project)
    imported(project, peer)
    assert files(project) == before


def test_a_last_day_that_the_archive_gives_later_is_added(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    text = (peer.folder / "li/L-1.md").read_text()
    ended = text.replace('status: "in_force"', 'status: "repealed"\neffective_until: "2024-12-31"')
    peer.commit({"li/L-1.md": ended}, message=message("repeal", day="2024-11-01"))
    imported(project, peer)
    assert str(policy_of(project).versions[-1].expires) == "2024-12-31"


def test_rewritten_history_is_reported_with_both_hashes(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    before, old = files(project), peer.git("rev-parse", "HEAD:li/L-1.md")
    again = Repo.make(tmp_path / "again", {"README.md": "x"})
    state(again, "2001-03-01", "Die Fähre verkehrt täglich.", "Die Aufsicht obliegt der Hafenbehörde.")
    state(again, "2010-07-01", "Die Fähre verkehrt gelegentlich.")
    new = again.git("rev-parse", "HEAD:li/L-1.md")
    done = imported(project, again)
    assert files(project) == before
    assert "[peer-rewritten]" in done.stderr
    assert old in done.stderr
    assert new in done.stderr


def test_a_state_that_is_gone_is_reported(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    imported(project, peer)
    before, gone = files(project), peer.git("rev-parse", "HEAD:li/L-1.md")
    again = Repo.make(tmp_path / "again", {"README.md": "x"})
    state(again, "2001-03-01", "Die Fähre verkehrt täglich.", "Die Aufsicht obliegt der Hafenbehörde.")
    done = imported(project, again)
    assert files(project) == before
    assert "[peer-state-gone]" in done.stderr
    assert gone in done.stderr


# -- hostile archives ----------------------------------------------------------------------------------------------


def test_names_and_links_of_an_archive_become_no_paths(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    title = "../../../etc/passwd \u202e\x07 CON"
    (peer.folder / "li/L-9.md").symlink_to("/etc/hostname")
    text = law(title=title.replace("\x07", ""), key="../../x\u2028y")
    peer.commit({"li/a\nb\u202e.md": text}, message="[bootstrap] x")
    done = imported(project, peer)
    assert "peer-link" in done.stderr
    assert "\u202e" not in done.output
    names = {name.rpartition("/")[0] for name in files(project)}
    assert names == {FERRY, "liechtenstein/etc-passwd-con", "liechtenstein/steggesetz"}


def test_two_files_of_one_identifier_are_two_laws(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    text = law("Der Kahn ist alt.", title="Kahngesetz")
    peer.commit({"li/L-1b.md": text}, message=message("bootstrap"))
    done = imported(project, peer)
    assert "peer-identifier" in done.stderr
    assert len(policy_of(project, "liechtenstein/kahngesetz").versions) == 1
    assert len(policy_of(project).versions) == 2


def test_a_file_that_is_too_large_or_no_text_is_left_out(tmp_path: Path, project: Repo) -> None:
    peer = legalize(tmp_path / "peer")
    peer.commit({"li/L-3.md": law(key="L-3").encode() + b"x" * (17 << 20)}, message=message("bootstrap", "L-3"))
    peer.commit({"li/L-4.md": b"\xff\xfe\0\0"}, message=message("bootstrap", "L-4"))
    done = imported(project, peer)
    assert "peer-unreadable" in done.stderr
    assert len(load(project.folder)[0].policies) == 2


def test_control_characters_of_a_text_are_reported_by_check(tmp_path: Path, project: Repo) -> None:
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law("Die Fähre\u202e verkehrt.", "Sie ist alt.")})
    imported(project, peer)
    assert "\\u202e" in project.yange("check").output.lower() or "U+202E" in project.yange("check").output


def test_the_words_of_an_archive_are_kept(tmp_path: Path, project: Repo) -> None:
    words = ("Die **Fähre** verkehrt[^1].", "Es gilt [das Gesetz](https://x.example) sowie § 4<sup>1</sup>.")
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law(*words)})
    imported(project, peer)
    body = policy_of(project).versions[0].body
    assert "Die Fähre verkehrt." in body
    assert "Es gilt das Gesetz sowie § 4¹." in body
    assert articles(*words)


def test_a_mistake_in_the_words_of_an_archive_is_a_remark_with_its_place(tmp_path: Path, project: Repo) -> None:
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law("Es gilt Art. 9.", "Die Fähre ist frei.")})
    imported(project, peer)
    done = project.yange("check")
    assert done.exit_code == 0, done.output
    assert f"policies/{FERRY}/2001-03-01.md:" in done.output
    assert "warning: Art. 9 is cited, but the text has no such clause. [citation-clause]" in done.output


def test_items_of_lists_keep_the_numbers_that_are_printed(tmp_path: Path, project: Repo) -> None:
    words = "1) Die Fähre ist frei:\n\n- a) für Kinder;\n\n- b) für Tiere.\n\n2) Sie ist alt."
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law(words, "Ende.")})
    imported(project, peer)
    library, _ = load(project.folder)
    labels = [clause.label for clause in parse(library.policies[0].versions[0].body).walk()]
    assert labels[2:7] == ["Art. 1", "1)", "a)", "b)", "2)"]


def test_a_last_line_without_a_stop_does_not_make_a_text_incomplete(tmp_path: Path, project: Repo) -> None:
    signed = "Die Fähre verkehrt täglich.\n\nFür die Hafenbehörde zeichnet die Vorsteherin und Regierungsrätin am Ufer"
    peer = Repo.make(tmp_path / "peer", {"li/L-1.md": law("Die Fähre ist alt.", signed)})
    done = imported(project, peer)
    assert policy_of(project).versions[0].condition == "complete"
    assert "text-truncated" not in done.stderr


def test_words_are_not_older_than_the_last_event_of_their_file(tmp_path: Path, project: Repo) -> None:
    peer = law_ref_book(tmp_path / "peer")
    folder = peer.folder / "地方性法规"
    text = (folder / "望海市渡口管理条例(2015-03-02).md").read_text()
    peer.commit({"地方性法规/望海市渡口管理条例(2023-08-01).md": text.replace("加强", "改进")})
    imported(project, peer)
    library, _ = load(project.folder)
    latest = library.policies[0].versions[-1]
    assert (latest.stem, latest.effective_basis) == ("2023-08-01", Basis.REGISTER)
    assert "effective" in latest.review
