"""Scores: MQM penalty points, and comparison with a reference translation.

The only module that uses sacrebleu. Every score carries the signature of its settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tmqa.values import Alignment, Finding, Score, Sentence, Severity

# Severity multipliers of MQM 2.0 (themqm.org): neutral 0, minor 1, major 5, critical 25.
WEIGHTS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}
PER_WORDS = 1_000
# Below this many source words a penalty rate says little about a text (Multi-Range Theory,
# arXiv 2405.16969: the linear model suits samples from about 500 words).
SMALL_SAMPLE = 500


def word_count(sentences: Iterable[Sentence]) -> int:
    """The evaluation word count: word tokens of all sentences that are not site furniture."""
    return sum(sum(token.is_word for token in s.tokens) for s in sentences if not s.is_boilerplate)


def mqm(findings: Sequence[Finding], source: Sequence[Sentence]) -> Score:
    """MQM penalty points per 1,000 source words, every finding counted as if confirmed."""
    words = word_count(source)
    points = sum(WEIGHTS[finding.severity] for finding in findings)
    counts = {
        severity.value: float(sum(f.severity is severity for f in findings))
        for severity in Severity
    }
    return Score(
        name="mqm",
        value=round(points * PER_WORDS / words, 2) if words else 0.0,
        signature=(
            "MQM 2.0 penalty points per 1,000 source words|weights:0-1-5-25|each-repeat:counted|"
            "status:unconfirmed issues" + ("|sample:small" if words < SMALL_SAMPLE else "")
        ),
        details={"points": float(points), "words": float(words), **counts},
    )


def reference_scores(target: Alignment, reference: Alignment) -> tuple[Score, ...]:
    """BLEU, chrF++ and TER of the target against a reference, both aligned to one source.

    Hypothesis and reference segments are paired through the source sentences that they share.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    pairs = _paired(target, reference)
    hypotheses = [hypothesis for hypothesis, _ in pairs]
    references = [[text for _, text in pairs]]
    scores = []
    for name, metric in (("bleu", BLEU()), ("chrf++", CHRF(word_order=2)), ("ter", TER())):
        result = metric.corpus_score(hypotheses, references)
        signature = f"{name}|{metric.get_signature()}"
        scores.append(Score(name, round(result.score, 2), signature, {"segments": len(pairs)}))
    return tuple(scores)


def _paired(target: Alignment, reference: Alignment) -> list[tuple[str, str]]:
    """Texts of both translations that share source sentences, in source order."""
    group = list(range(len(target.source)))

    def root(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for alignment in (target, reference):
        for bead in alignment.beads:
            for i in bead.source[1:]:
                group[root(i)] = root(bead.source[0])
    texts: dict[int, tuple[list[str], list[str]]] = {}
    for side, alignment in enumerate((target, reference)):
        for bead in alignment.beads:
            if bead.source:
                words = texts.setdefault(root(bead.source[0]), ([], []))[side]
                words.extend(alignment.target[j].text for j in bead.target)
    return [
        (" ".join(hypothesis), " ".join(text))
        for _, (hypothesis, text) in sorted(texts.items())
        if hypothesis or text
    ]
