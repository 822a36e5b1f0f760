"""Tests that ``make test`` leaves to ``make thorough``, so that it ends within ten minutes on two cores (7 min 50 s).

They try much of the same once more: every call that can be killed, every number of the comparison, very long texts,
random edits, many processes, the site in all languages, whole page types in a browser. ``.ci/run`` runs both.
"""

from __future__ import annotations

__all__ = ["THOROUGH", "is_thorough"]

THOROUGH = (
    "tests/archive/test_archive_crash.py::test_killed_at_any_moment_the_archive_is_all_old_or_all_new",
    "tests/archive/test_archive_tree.py::test_the_tree_of_any_day_is_the_law_of_that_day",
    "tests/check/test_kept_findings.py",
    "tests/check/test_odd_values.py::test_what_is_accepted_can_be_published",
    "tests/cite_check/test_memos.py",
    "tests/cluster/",
    "tests/compare/test_invariants.py",
    "tests/compare/test_long_texts.py",
    "tests/compare/test_mutations.py",
    "tests/compare/test_weights.py",
    "tests/docs/test_documentation.py::test_it_builds_strictly_and_offline",
    "tests/export/test_pdf_files.py",
    "tests/forge/test_workflows.py",
    "tests/fuzz/",
    "tests/git/test_project_history.py::test_a_tree_that_names_itself_a_thousandfold_is_stopped",
    "tests/importers/test_import_passes.py",
    "tests/importers/test_import_properties.py",
    "tests/importers/test_laws_in_processes.py",
    "tests/index/test_same_answers.py",
    "tests/law/test_adding_a_pack.py",
    "tests/parse/test_parse_properties.py::test_no_text_takes_long",
    "tests/publish/test_settled_days.py",
    "tests/readers/test_pdf_by_hand.py",
    "tests/readers/test_same_text_in_all_formats.py",
    "tests/readers/test_scans.py",
    "tests/review/test_accounting.py",
    "tests/review/test_narrow_reviews.py",
    "tests/review/test_outcome.py",
    "tests/review/test_stories.py::test_a_comment_on_everything_stays_below_the_limit",
    "tests/site/test_choosing_browser.py",
    "tests/site/test_compare_any_browser.py",
    "tests/site/test_hostile_browser.py",
    "tests/site/test_imported_site.py",
    "tests/site/test_kept_pages.py",
    "tests/site/test_languages.py",
    "tests/site/test_new_language.py",
    "tests/site/test_output_folders.py",
    "tests/site/test_page_workers.py",
    "tests/site/test_pages_browser.py::test_no_page_type_has_a_fault_for_assistive_technology",
    "tests/site/test_paper_browser.py",
    "tests/site/test_private_persons.py",
    "tests/site/test_shells.py",
    "tests/site/test_site_browser.py::test_pages_fit_the_window_and_ask_nobody_else",
    "tests/site/test_site_browser.py::test_words_stand_out_from_their_ground",
    "tests/storage/test_writing.py::test_a_reader_among_writers_sees_one_state",
    "tests/test_house.py::test_the_wheel_runs_away_from_the_repository",
    "tests/test_killed_builds.py",
    "tests/test_killed_writers.py",
)
"""Beginnings of the names of tests: folders, modules, functions."""


def is_thorough(name: str) -> bool:
    """Tell whether ``make test`` leaves a test to ``make thorough``."""
    return name.startswith(THOROUGH)
