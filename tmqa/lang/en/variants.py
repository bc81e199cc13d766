"""British and American spellings of one word, both ways.

Facts after the *Oxford Guide to Style* (2002), section 4.5, and R. Burchfield, *The New Fowler's
Modern English Usage* (1996). Made-up spellings (advertize, rize) do no harm: nothing is looked up
by them.
"""

from __future__ import annotations

import re

_OUR = (
    "arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od"
    "|parl|ranc|rig|rum|sav|savi|splend|tum|val|vap|vig"
)
# Pattern of a British spelling, its American one; and the way back.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z]{3})is(e|er|ation)$", r"iz\1"),
        (r"(?<=[a-z]{3})iz(e|er|ation)$", r"is\1"),
        (r"(?<=[a-z])lys(e|er)$", r"lyz\1"),
        (r"(?<=[a-z])lyz(e|er)$", r"lys\1"),
        (rf"^({_OUR})our(?=$|[a-z])", r"\1or"),
        (rf"^({_OUR})or(?=$|able|er|ful|hood|ing|ite|ly)", r"\1our"),
        (r"^(orthop|p|encyclop)aed", r"\1ed"),
        (r"^(gyn|leuk)ae", r"\1e"),
        (r"^(gyn|leuk)e(?=[cm])", r"\1ae"),
        (r"^(an)aem", r"\1em"),
        (r"^haem", "hem"),
        (r"^oes(?=[ot])", "es"),
    )
)
# Not cheque, tyre, kerb, draught, metre, practise, programme: their American spellings mean more.
_PAIRS = """
aluminium aluminum; analogue analog; artefact artifact; calibre caliber; catalogue catalog; centre
center; cosy cozy; councillor councilor; counsellor counselor; defence defense; dialogue dialog;
doughnut donut; enrol enroll; fibre fiber; foetus fetus; fulfil fulfill; grey gray; instalment
installment; jeweller jeweler; jewellery jewelry; judgement judgment; labelled labeled; licence
license; litre liter; lustre luster; manoeuvre maneuver; marvellous marvelous; maths math; meagre
meager; modeller modeler; modelling modeling; mould mold; moult molt; moustache mustache; mum mom;
ochre ocher; offence offense; omelette omelet; plough plow; pretence pretense; pyjamas pajamas;
sabre saber; sceptic skeptic; sceptical skeptical; sceptre scepter; skilful skillful; smoulder
smolder; sombre somber; spectre specter; sulphur sulfur; theatre theater; titbit tidbit; traveller
traveler; wilful willful; woollen woolen; yoghurt yogurt
"""
_OTHER: dict[str, str] = {}
for _british, _american in (pair.split() for pair in _PAIRS.split(";")):
    _OTHER |= {_british: _american, _american: _british}


def variants(word: str) -> frozenset[str]:
    """The other spellings of a lower-case word, without the word itself."""
    found = {pattern.sub(replacement, word) for pattern, replacement in _RULES}
    found.add(_OTHER.get(word, word))
    return frozenset(found - {word})
