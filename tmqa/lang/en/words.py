"""English words that matter for segmenting and for telling function words from content words."""

from __future__ import annotations

from collections.abc import Iterable

# Abbreviations after which the sentence goes on, without their final full stop.
ABBREVIATIONS = frozenset({
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Fr", "Hon", "Pres", "Gov", "Sen", "Rep", "Gen",
    "Lt", "Col", "Maj", "Capt", "Cmdr", "Sgt", "Cpl", "Pvt", "Adm", "Supt", "Insp", "Det", "St",
    "Ste", "Mt", "Ft", "vs", "v", "e.g", "i.e", "cf", "viz", "approx", "ca", "c", "al", "ed", "eds", "Ave", "Blvd",
    "Rd", "Messrs", "Mme", "Mlle", "Sra", "Ph", "resp", "incl", "Sens", "Reps",
})  # fmt: skip

# Abbreviations after which the sentence goes on when a number follows.
BEFORE_NUMBERS = frozenset({
    "No", "no", "Nos", "nos", "pp", "p", "ch", "Ch", "Fig", "fig", "figs", "eq", "vol", "Vol", "Op",
    "op", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
})  # fmt: skip

# Abbreviations that may also close a sentence; they do when a sentence opener follows.
CLOSING_ABBREVIATIONS = frozenset({
    "U.S", "U.K", "U.N", "E.U", "U.S.A", "D.C", "L.A", "N.Y", "a.m", "p.m", "A.M", "P.M", "Inc",
    "Ltd", "Co", "Corp", "LLC", "Bros", "plc", "etc", "Jr", "Sr", "Ph.D", "M.D", "B.A", "M.A",
    "B.Sc", "M.Sc", "Esq", "R.I.P", "B.C", "A.D", "C.E", "B.C.E", "est", "Calif", "Mass", "Fla",
    "Pa", "Conn", "Ill", "Mich", "Minn", "Ariz", "Colo", "Wash", "Tex", "Va", "Ga",
})  # fmt: skip

# The same, after a number: "8 in." is inches, "come in." is not.
UNITS = frozenset({
    "ft", "in", "lb", "oz", "kg", "km", "mi", "min", "hr", "sec", "yr", "yrs", "hrs", "mins",
})  # fmt: skip

# Words that usually open a sentence when capitalised.
OPENERS = frozenset(
    """
The A An This That These Those He She It They We You I In On At By For From With Without After
Before When While If Although Though Because Since As But And Or So Yet However Still Now Then
There Here His Her Its Their Our My Your What Who Why How Where Which One Some Many Most Few All
Both Each Every Not No Nor To Is Are Was Were Do Does Did Can Could Will Would Should May Might
Despite During Until Once Even Just Only Also Another Other More Instead Meanwhile Moreover
""".split()
)

STOP_WORDS = frozenset(
    """
a about above after again against all also although always am an and another any anyone anything
are as at be because been before being below between both but by can cannot could did do does doing
done down during each either else ever every everyone everything few for from further had has have
having he her here hers herself him himself his how however i if in into is it its itself just
least less let like many may me might mine more most much must my myself neither never no nobody
none nor not nothing now of off often on once one only or other others our ours out over own per
perhaps quite rather really same shall she should since so some someone something still such than
that the their theirs them themselves then there these they this those though through thus to too
toward towards under until up upon us very was we well were what whatever when where whether which
while who whoever whom whose why will with within without would yet you your yours yourself
'm 're 's 've 'll 'd n't ’m ’re ’s ’ve ’ll ’d n’t
""".split()
)

_TITLE_CASE = 0.6  # share of capitalised words from which on a line is a title


def is_title_case(words: Iterable[str]) -> bool:
    """True for a line of which most longer words are capitalised, so that capitals show nothing."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) > 2 and sum(w[0].isupper() for w in longer) >= _TITLE_CASE * len(longer)
