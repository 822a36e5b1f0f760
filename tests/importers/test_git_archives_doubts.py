"""What other archives leave out or lose is a remark, and never an error of the archive that takes their texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gitting import Repo
from importers.peer_archives import law, message
from yange.check.stated_facts import said_commencement_is_recorded
from yange.check.subject import Subject
from yange.library import load
from yange.model import Basis, Holding, Library, Policy, Version
from yange.timeline import build_timeline

FRONT = law("x", title="Uisuradade seadus").split("# Uisuradade seadus")[0]


def _repository(folder: Path, *states: str) -> Repo:
    repo = Repo.make(folder, {"README.md": "An invented archive.\n"})
    for nth, text in enumerate(states):
        repo.commit({"li/L-1.md": text}, message=message("reform" if nth else "bootstrap"))
    return repo


def _imported(tmp_path: Path, *states: str) -> tuple[str, list[Version], Repo]:
    project = Repo(tmp_path / "project")
    (project.folder / "policies").mkdir(parents=True)
    done = project.yange("import", f"git+{_repository(tmp_path / 'peer', *states).folder}")
    assert done.exit_code == 0, done.output
    library, problems = load(project.folder)
    assert problems == ()
    return done.stderr, list(library.policies[0].versions), project


def _checked(project: Repo) -> str:
    done = project.yange("check")
    assert done.exit_code == 0, done.output
    return done.output


def test_a_text_of_a_title_alone_is_filed_without_its_text(tmp_path: Path) -> None:
    said, (version,), project = _imported(tmp_path, FRONT + "# Kellasteg\n")
    assert version.text is Holding.CATALOGUE_ONLY
    assert "no words" in said
    assert "error: " not in _checked(project)


GAPS = {
    "a number that is missing": ("Die Bahn öffnet um acht.", "Art. 4"),
    "a reference that leads nowhere": ("Für Art. 9 Abs. 2 dieses Gesetzes gilt eine Gebühr.", "Art. 3"),
}


@pytest.mark.parametrize("what", GAPS)
def test_gaps_of_a_text_are_doubts_that_check_only_warns_of(tmp_path: Path, what: str) -> None:
    words, last = GAPS[what]
    text = law(words, "Die Halle ist beheizt.", "Wer fällt, steht auf.").replace("Art. 3[^3]", last)
    said, (version,), project = _imported(tmp_path, text)
    assert version.review == ("condition",)
    code = "number-gap" if last == "Art. 4" else "citation-clause"
    assert f"[{code}]" in said
    assert f"[{code}]" in _checked(project)


def test_of_each_kind_of_gap_only_the_first_is_reported(tmp_path: Path) -> None:
    text = law("Es gelten Art. 8 dieses Gesetzes und Art. 9 dieses Gesetzes.", "Die Bahn schliesst um acht.")
    said, _, _ = _imported(tmp_path, text, text.replace("2001-03-01", "2003-03-01").replace("um acht", "um neun"))
    assert said.count("is cited") == 1
    assert "yange check" in said


def test_a_text_without_gaps_is_not_doubted(tmp_path: Path) -> None:
    _, (version,), _ = _imported(tmp_path, law("Für Art. 2 gilt eine Gebühr.", "Die Halle ist beheizt."))
    assert version.review == ()


def test_days_of_clauses_before_a_state_are_history(tmp_path: Path) -> None:
    last = "Dieses Gesetz tritt am 1. März 2001 in Kraft. Art. 2 tritt am 1. Juli 2001 in Kraft."
    text = law("Die Bahn öffnet um acht.", "Die Halle ist beheizt.", last)
    later = text.replace('"2001-03-01"', '"2010-01-01"').replace("um acht", "um neun")
    _, (first, second), project = _imported(tmp_path, text, later)
    assert [str(one.first) for one in first.clause_periods] == ["2001-07-01"]
    assert second.clause_periods == ()
    assert "error: " not in _checked(project)


def test_a_preamble_cites_the_laws_on_which_a_text_rests(tmp_path: Path) -> None:
    title = "# Uisuradade kord"
    text = FRONT.replace("Uisuradade seadus", "Uisuradade kord") + (
        f"{title}\n\nMäärus kehtestatakse jäähallide seaduse\n\n§ 42 lõike 3 alusel.\n\n## § 1. Avamine\n\n"
        "(1) Uisurada avatakse kell kaheksa.\n\n## § 2. Sulgemine\n\n(1) Uisurada suletakse kell kaheksa.\n"
    )
    _, (version,), project = _imported(tmp_path, text)
    assert version.review == ()
    assert "citation-clause" not in _checked(project)


def test_a_repeal_is_doubted_until_a_person_ties_it(tmp_path: Path) -> None:
    repeal = "Das Kufengesetz vom 3. Mai 1990 wird aufgehoben."
    peer = _repository(tmp_path / "peer", law("Die Bahn öffnet um acht.", "Die Halle ist beheizt.", repeal))
    kufen = law("Kufen sind aus Stahl.", "Kufen sind scharf.", key="L-2", title="Kufengesetz")
    peer.commit({"li/L-2.md": kufen}, message=message("bootstrap", key="L-2"))
    project = Repo(tmp_path / "project")
    (project.folder / "policies").mkdir(parents=True)
    assert project.yange("import", f"git+{peer.folder}").exit_code == 0
    library, _ = load(project.folder)
    (repealing,) = [version for version in library.versions() if version.repeals]
    assert "repeals" in repealing.review
    assert "[effect-untied]" in _checked(project)


def test_a_clause_that_the_text_has_lost_is_a_doubt(tmp_path: Path) -> None:
    last = "Dieses Gesetz tritt am 1. März 2001 in Kraft. Art. 7 tritt am 1. Juli 2001 in Kraft."
    _, (version,), project = _imported(tmp_path, law("Die Bahn öffnet um acht.", "Die Halle ist beheizt.", last))
    assert "condition" in version.review
    assert "[clause-unknown]" in _checked(project)


def test_two_states_of_one_day_are_in_the_order_of_the_archive(tmp_path: Path) -> None:
    first, second = (law(f"Die Bahn öffnet um {hour}.", "Die Halle ist beheizt.", more=f'adoption_date: "{day}"\n')
                     for hour, day in (("acht", "2001-02-01"), ("neun", "1999-05-05")))  # fmt: skip
    _, versions, project = _imported(tmp_path, first, second)
    assert [(one.stem, str(one.signed)) for one in versions] == [
        ("2001-03-01", "2001-02-01"),
        ("2001-03-01.2", "1999-05-05"),
    ]
    assert "[order-on-day]" in _checked(project)


@pytest.mark.parametrize(("basis", "severity"), [(Basis.REGISTER, "warning"), (Basis.STATED, "error")])
def test_a_register_dates_a_text_that_prints_older_days(basis: Basis, severity: str) -> None:
    body = "# Bahngesetz\n\nArt. 1\n\nDie Bahn öffnet.\n\nArt. 2\n\nDieses Gesetz tritt am 1. Mai 2003 in Kraft.\n"
    version = Version(
        policy="a/b", key="x", path="x.md", title="Bahngesetz", body=body, language="de",
        effective=date(2010, 1, 1), effective_basis=basis,
    )  # fmt: skip
    library = Library((Policy(id="a/b", title="Bahngesetz", place="", versions=(version,)),))
    found = said_commencement_is_recorded(Subject(library, build_timeline(library)))
    assert [(one.code, str(one.severity)) for one in found] == [("says-commencement", severity)]
