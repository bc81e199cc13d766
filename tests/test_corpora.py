"""What tmqa reaches on its own corpora, as floors that a change must not fall below."""

from __future__ import annotations

import pytest
from conftest import readme_section

from tmqa.config import Config
from tmqa.evaluate import Result, evaluate, table
from tmqa.knowledge import load_knowledge
from tmqa.resources import corpora
from tmqa.values import Severity

# Kinds that need no glossary: every one of these faults must be found.
MECHANICAL = ("number", "script", "typography", "untranslated", "stray", "repetition")
# "Three-quarters" as სამი-ოთხი "three or four": small numbers in words are not asked for a partner.
BEYOND = frozenset({"ck07"})


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    knowledge = load_knowledge(Config())
    return {folder.name: evaluate(folder, Config(), knowledge) for folder in corpora()}


@pytest.mark.parametrize("folder", corpora(), ids=lambda p: p.name)
def test_segments_and_beads_are_the_gold_ones(folder, results: dict[str, Result]):
    result = results[folder.name]
    assert result.f1(result.segmentation) == 1.0
    assert result.f1(result.alignment) >= 0.9


@pytest.mark.parametrize("folder", corpora(), ids=lambda p: p.name)
def test_mechanical_faults_are_all_found(folder, results: dict[str, Result]):
    missed = {fault.id for fault in results[folder.name].missed if fault.kind in MECHANICAL}
    assert missed <= BEYOND


def test_the_clean_pairs_have_next_to_nothing_at_major(results: dict[str, Result]):
    clean = [result for result in results.values() if not result.gold]
    assert len(clean) >= 19
    grave = [
        finding.message
        for result in clean
        for finding in result.false_alarms
        if finding.severity.rank >= Severity.MAJOR.rank
    ]
    assert len(grave) <= 2


def test_false_alarms_stay_rare(results: dict[str, Result]):
    words = sum(result.words for result in results.values())
    alarms = sum(result.wrong.total() for result in results.values())
    assert 1_000 * alarms / words <= 1.5


def test_the_readme_quotes_the_present_figures(results: dict[str, Result], update_golden: bool):
    expected = f"```text\n{table(list(results.values()))}\n```"
    assert readme_section("eval", expected, update_golden) == expected
