"""Properties of the language layer that hold for any word and any text."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from tmqa.lang.en import negation as en_negation
from tmqa.lang.en import numbers as en_numbers
from tmqa.lang.en.lemmas import lemmas
from tmqa.lang.ka import negation as ka_negation
from tmqa.lang.ka import numbers as ka_numbers
from tmqa.lang.ka.families import families
from tmqa.lang.ka.forms import FormIndex, is_valid_pattern
from tmqa.lang.ka.markers import marked
from tmqa.lang.ka.nominal import (
    ENDINGS,
    Slot,
    analyse,
    genitive_stems,
    inflect,
    object_stem,
    plain,
    stems,
)
from tmqa.lang.ka.screeves import VERB_TAILS
from tmqa.lang.ka.stem import dictionary_form, stem
from tmqa.lang.ka.verb import PREVERBS, is_listed, nominals, principal_parts
from tmqa.lang.sound import sounds_alike
from tmqa.segment.sentences import tokens
from tmqa.termbase.rendering import TargetForms, compile_rendering
from tmqa.termbase.source import SourceIndex

GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
VOWELS = "აეიოუ"
CONSONANTS = "".join(sorted(set(GEORGIAN) - set(VOWELS)))

anything = st.text(max_size=40)
# Texts on which readers of words and numbers have more to do than on random characters.
georgian_words = st.text(alphabet=GEORGIAN + "()-*+=/|აეოიᲐᲢ", max_size=20)
number_texts = st.lists(
    st.one_of(
        st.sampled_from(
            "მილიონ მილიარდი ნახევარი ათას ათასობით ორ ოცდა ოთხმოცდა ჩვიდმეტი მე- -ე -ჯერ -ში "
            "მეათე საათის წუთი half million thousand billion twenty five hundred and a per "
            "cent past th st pm am dozen".split()
        ),
        st.text(alphabet="0123456789.,:;-–/%$€₾№°'\u00a0 ½²٣五XIVMCე", max_size=6),
    ),
    max_size=8,
).map(" ".join)
syllables = st.builds(str.__add__, st.sampled_from(CONSONANTS), st.sampled_from(VOWELS))
lemmas_of_nouns = st.builds(
    "{}{}{}".format,
    st.lists(syllables, min_size=1, max_size=3).map("".join),
    st.sampled_from(CONSONANTS),
    st.sampled_from(["ი", "ა", "ე", "ო", "უ"]),
)
roots = st.builds(
    "{}{}{}".format,
    st.sampled_from(CONSONANTS),
    st.sampled_from("აეიო"),
    st.text(alphabet="ბგდზთკლმრსტფქღყშჩცძწჭხჯ", min_size=1, max_size=2),
)


@given(lemmas_of_nouns, st.data())
def test_every_form_of_a_paradigm_is_recognised(lemma: str, data: st.DataObject):
    index = FormIndex()
    number = index.add(lemma, alone=False)
    stem_ = data.draw(st.sampled_from(stems(lemma)))
    tail = data.draw(st.sampled_from(sorted(ENDINGS[stem_.endings])))
    form = stem_.text + tail
    assert number in index.find(form)
    assert analyse(form, lemma) is not None


@given(lemmas_of_nouns, st.sampled_from(["sg", "pl"]), st.sampled_from(["", "ც"]))
def test_what_is_inflected_is_recognised(lemma: str, number: str, particle: str):
    index = FormIndex()
    index.add(lemma, alone=False)
    for case in ("nom", "erg", "dat", "gen", "ins", "in", "on", "with", "for", "from", "until"):
        assert index.find(inflect(lemma, Slot(number, case, particle))) == {0}


@given(st.sampled_from(PREVERBS), roots)
def test_a_regular_verb_is_recognised(preverb: str, root: str):
    masdar = f"{preverb}{root}ება"
    assume(not is_listed(masdar) and not root.endswith("ებ"))  # the theme of another verb
    index = FormIndex()
    index.add(masdar)
    forms = (
        f"{preverb}ა{root}ებს", f"{preverb}ვა{root}ებ", f"{preverb}ა{root}ა", f"{preverb}ვუ{root}ე",
        f"{preverb}ა{root}ოს", f"{preverb}უ{root}ებია", f"{preverb}მი{root}ებია",
        f"{preverb}ე{root}ებინა", f"{preverb}{root}და", f"{preverb}{root}დება",
        f"{preverb}{root}ებულა", f"{preverb}{root}ებულია", f"{preverb}{root}ებულების",
        f"{preverb}სა{root}ებელი", f"{preverb}სა{root}ებლად", f"{preverb}უ{root}ებელი",
        f"{preverb}მ{root}ებელი", f"ა{root}ებს", f"ვი{root}ებთ", f"{root}დებიან",
    )  # fmt: skip
    assert [form for form in forms if not index.find(form)] == []


@given(st.sampled_from(PREVERBS), roots)
def test_a_verb_without_thematic_suffix_is_recognised(preverb: str, root: str):
    masdar = f"{preverb}{root}ვა"
    assume(not is_listed(masdar) and not root.endswith("ებ"))  # the theme of another verb
    index = FormIndex()
    index.add(masdar)
    forms = (
        f"{preverb}{root}ავს", f"{preverb}ვ{root}ავთ", f"{preverb}{root}ა", f"{preverb}ვ{root}ე",
        f"{preverb}უ{root}ავს", f"{preverb}ი{root}ა", f"{preverb}ი{root}ება", f"{root}ავს",
        f"ვ{root}ავ", f"ი{root}ება", f"{preverb}{root}ული", f"{preverb}სა{root}ავი",
        f"{preverb}უ{root}ავი",
    )  # fmt: skip
    assert [form for form in forms if not index.find(form)] == []


@given(st.one_of(anything, georgian_words), st.one_of(anything, georgian_words))
def test_analysis_never_raises(left: str, right: str):
    for form in stems(left):
        assert form.endings in ENDINGS
    for verb in principal_parts(left):
        assert all(root.tails in VERB_TAILS for root in verb.roots)
    assert analyse(right, left) is None or isinstance(analyse(right, left), Slot)
    assert isinstance(inflect(left, Slot("pl", "gen")), str)
    for each in (nominals, genitive_stems, object_stem, plain, families, stem, lemmas):
        each(left)
    dictionary_form({left: 1, right: 2})
    sounds_alike(left, right)


@given(st.lists(st.one_of(anything, georgian_words), max_size=4), anything)
def test_any_pattern_and_any_word_can_be_looked_up(patterns: list[str], word: str):
    index = FormIndex()
    valid = [pattern for pattern in patterns if is_valid_pattern(pattern)]
    numbers = {index.add(pattern) for pattern in valid}
    numbers |= {n for p in valid if (n := index.add_object(p)) is not None}
    for text in (word, *patterns):
        assert index.find(text) <= numbers


@given(st.one_of(anything, georgian_words), st.integers(0, 40))
def test_roots_begin_inside_the_word(word: str, start: int):
    for position, _ in marked(word, min(start, len(word))):
        assert 0 <= position <= len(word)


@given(
    st.lists(georgian_words, min_size=1, max_size=3).map(" ".join),
    st.one_of(anything, st.lists(georgian_words, max_size=8).map(" ".join)),
)
def test_renderings_stand_inside_the_text(pattern: str, text: str):
    forms = FormIndex()
    rendering = compile_rendering(pattern, forms)
    for hit in TargetForms.of(tokens(text, "ka"), forms).find(rendering):
        assert 0 <= hit.start < hit.end <= len(text)


@given(anything, anything)
def test_sources_stand_inside_the_text(pattern: str, text: str):
    index: SourceIndex[int] = SourceIndex()
    index.add(pattern, 0)
    for sentence in (text, pattern):
        for hit in index.find(tokens(sentence, "en")):
            assert 0 <= hit.start < hit.end <= len(sentence)


@given(st.one_of(anything, number_texts))
def test_numbers_and_negations_stand_inside_the_text(text: str):
    for quantity in (*en_numbers.quantities(text), *ka_numbers.quantities(text)):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.values
    for start, end in (*en_negation.negators(text), *ka_negation.negators(text)):
        assert 0 <= start < end <= len(text)
    ka_numbers.word_value(text)
