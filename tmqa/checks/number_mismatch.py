"""See `NumberMismatch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmqa.checks._base import CheckExample, Context, SegmentCheck
from tmqa.lang.en.numbers import quantities as english_quantities
from tmqa.lang.ka.numbers import quantities as georgian_quantities
from tmqa.lang.numbers import Quantity
from tmqa.lang.units import converts, unit_changed, unit_replaced, with_unit
from tmqa.values import Confidence, Finding, SegmentPair, Severity, Side

# Smaller number words are articles, idioms and counts that translators drop freely.
_LEAST_WORD = 3
_LEAST_SHARE = 0.5  # so are halves and quarters, but not two thirds


class NumberMismatch(SegmentCheck):
    """A number of the source has another value in the target, or is missing or added there.

    Why: figures are what readers trust most and check least; a decimal point lost makes 2.8
    per cent 28.

    Limits: numbers are compared as values, whether digits or words write them, with either
    locale's separators, clock times, decades and common units converted. A number that stands
    in a neighbouring segment is not missed. Number words below three are not required.
    """

    rule_id = "number-mismatch"
    category = "accuracy/mistranslation"
    severity, confidence = Severity.MAJOR, Confidence.HIGH
    examples = (
        CheckExample("It opened in 1927.", "ის [[1972]] წელს გაიხსნა.", "ის 1927 წელს გაიხსნა."),
        CheckExample(
            "Prices rose by 2.8 per cent.",
            "ფასები [[28]] პროცენტით გაიზარდა.",
            "ფასები 2,8 პროცენტით გაიზარდა.",
        ),
        CheckExample(
            "The train leaves at 5:30 pm.",
            "მატარებელი [[16:30]]-ზე გადის.",
            "მატარებელი 17:30-ზე გადის.",
        ),
        CheckExample(
            "She lived to be 97.",
            "მან [[79]] წელი იცოცხლა.",
            "მან ოთხმოცდაჩვიდმეტი წელი იცოცხლა.",
        ),
        CheckExample(
            "The ticket is $5, not £20.",
            "ბილეთი [[5]] ევროა და არა 20 ფუნტი.",
            "ბილეთი 5 დოლარია და არა 20 ფუნტი.",
        ),
        CheckExample(
            "They raised $5 billion.",
            "მათ [[5 მილიონ]]ი დოლარი შეაგროვეს.",
            "მათ 5 მილიარდი დოლარი შეაგროვეს.",
        ),
        CheckExample(
            "About 1,200 guests came in 2019.",
            "2019 წელს დაახლოებით [[1 020]] სტუმარი მოვიდა.",
            "2019 წელს დაახლოებით 1200 სტუმარი მოვიდა.",
        ),
        CheckExample(
            "The village lies 10 miles away.",
            "სოფელი [[10]] კილომეტრშია.",
            "სოფელი 16 კილომეტრშია.",
        ),
        CheckExample(
            "Plant it at a depth of 5 centimetres.",
            "[[5]] მეტრის სიღრმეზე დარგეთ.",
            "5 სანტიმეტრის სიღრმეზე დარგეთ.",
        ),
        CheckExample("Sales tripled.", "გაყიდვები [[გაორმაგდა]].", "გაყიდვები სამჯერ გაიზარდა."),
        CheckExample(
            "Store it at minus 18 degrees.", "[[18]] გრადუსზე შეინახეთ.", "-18 გრადუსზე შეინახეთ."
        ),
        CheckExample(
            "It was painted in the 1970s.",
            "ის [[1970]] წელს დაიხატა.",
            "ის 1970-იან წლებში დაიხატა.",
        ),
        CheckExample(
            "Fill it two-thirds full.", "ორ-[[სამამდე]] აავსეთ.", "ორ მესამედამდე აავსეთ."
        ),
        CheckExample(
            "It opens at half past seven.",
            "ის [[შვიდის ნახევარზე]] იღება.",
            "ის რვის ნახევარზე იღება.",
        ),
    )

    def check(self, pair: SegmentPair, context: Context) -> Iterator[Finding]:
        """Digits of either side without a partner on the other."""
        if not pair.bead.source or not pair.bead.target:
            return
        source = _outside_code(english_quantities(pair.source.text), pair.source)
        target = _outside_code(georgian_quantities(pair.target.text), pair.target)
        changed = _changed(source, target, pair)
        source = [q for q in source if q not in [left for left, _ in changed]]
        target = [q for q in target if q not in [right for _, right in changed]]
        lost, added = _unmatched(source, target, pair)
        lost = [q for q in lost if not _nearby(q, pair, context, "target")]
        added = [q for q in added if not _nearby(q, pair, context, "source")]
        for left, right in (*changed, *zip(lost, added, strict=False)):
            yield self.finding(
                pair,
                f"“{with_unit(left, pair.source.text)}” became "
                f"„{with_unit(right, pair.target.text)}“; write the quantity of the source.",
                source=(left.start, left.end),
                target=(right.start, right.end),
            )
        for left in lost[len(added) :]:
            yield self.finding(
                pair,
                f"“{_text(pair.source, left)}” is missing in the translation; add it.",
                source=(left.start, left.end),
                confidence=Confidence.MEDIUM,
            )
        for right in added[len(lost) :]:
            yield self.finding(
                pair,
                f"„{_text(pair.target, right)}“ has no counterpart in the source; check it.",
                target=(right.start, right.end),
                confidence=Confidence.MEDIUM,
            )


def _text(side: Side, quantity: Quantity) -> str:
    return side.text[quantity.start : quantity.end]


def _outside_code(quantities: Sequence[Quantity], side: Side) -> list[Quantity]:
    """Numbers that are prose: not part of code or an address."""
    addresses = [(t.start, t.end) for t in side.tokens if "://" in t.text or "@" in t.text]
    return [
        q
        for q in quantities
        if not side.is_code(q.start) and not any(start <= q.start < end for start, end in addresses)
    ]


def _changed(
    source: list[Quantity], target: list[Quantity], pair: SegmentPair
) -> list[tuple[Quantity, Quantity]]:
    """Numbers that are right while their unit or their sign is not, each with its partner."""
    found: list[tuple[Quantity, Quantity]] = []
    for left in source:
        equal = [right for right in target if left.agrees(right)]
        places = [(left, pair.source.text, right, pair.target.text) for right in equal]
        if equal and all(unit_changed(*place) for place in places):
            found.append((left, equal[0]))
    return found


def _unmatched(
    source: list[Quantity], target: list[Quantity], pair: SegmentPair
) -> tuple[list[Quantity], list[Quantity]]:
    """Numbers of each side that must have a partner on the other and have none."""
    free_source, free_target = list(source), list(target)
    for digits_only in (True, False):
        for left in list(free_source):
            for right in free_target:
                both_digits = left.digits and right.digits
                if not left.agrees(right) or (digits_only and not both_digits):
                    continue
                if not unit_replaced(left, pair.source.text, right, pair.target.text):
                    free_source.remove(left)
                    free_target.remove(right)
                    break
    lost = [q for q in free_source if _must(q) and not _repeats(q, source)]
    added = [q for q in free_target if _must(q) and not _repeats(q, target)]
    for left in list(lost):
        for right in added:
            if converts(left, pair.source.text, right, pair.target.text):
                lost.remove(left)
                added.remove(right)
                break
    if len(lost) != 1 or len(added) != 1:  # a lone pair of words is a clear mismatch
        lost = [q for q in lost if q.digits]
        added = [q for q in added if q.digits]
    return lost, added


def _must(quantity: Quantity) -> bool:
    largest = max(map(abs, quantity.values))
    return quantity.digits or largest >= _LEAST_WORD or _LEAST_SHARE < largest < 1


def _repeats(quantity: Quantity, side: Sequence[Quantity]) -> bool:
    """True when the same number stands elsewhere on its side and may have been said once."""
    return any(other is not quantity and other.agrees(quantity) for other in side)


def _nearby(quantity: Quantity, pair: SegmentPair, context: Context, side: str) -> bool:
    """True when the number stands unmatched in the segment before or after on the other side."""
    for index in (pair.index - 1, pair.index + 1):
        if 0 <= index < len(context.pairs):
            other = context.pairs[index]
            here, there = (
                english_quantities(other.source.text),
                georgian_quantities(other.target.text),
            )
            found, known = (there, here) if side == "target" else (here, there)
            if any(quantity.agrees(q) and not any(q.agrees(k) for k in known) for q in found):
                return True
    return False
