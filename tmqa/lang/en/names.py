"""English names: of persons, where a surname follows, and of lands."""

from __future__ import annotations

# Ranks and offices, which also stand before other words ("General Assembly").
RANKS = frozenset(
    """
president senator sen judge justice minister chancellor king queen prince princess pope captain capt
general gen colonel col sergeant sgt lieutenant lt officer detective det representative rep governor
gov mayor secretary coach father sister brother saint st
""".split()
)
# What is named after persons: Victoria Falls is no Ms Falls.
PLACES = frozenset(
    """
airport avenue award awards bay beach cathedral centre center college county cup day days falls
festival foundation gallery hospital hotel institute island islands museum palace prize railway road
school square stadium station theatre theater university valley
""".split()
)
TITLES = frozenset("mr mrs ms miss dr sir dame prof professor".split())

# Short names of states, and names of their parts, that the CLDR does not list as territories.
TERRITORIES = frozenset(
    """
abkhazia adjara ajaria alabama alaska alberta america arizona arkansas bavaria brandenburg britain
burma california catalonia chechnya colorado congo connecticut corsica crete crimea dagestan delaware
england flanders florida guinea hawaii holland idaho illinois indiana iowa kansas kentucky korea
kurdistan louisiana macau macedonia maine manitoba maryland massachusetts michigan minnesota
mississippi missouri montana nebraska nevada ohio oklahoma ontario oregon ossetia palestine
pennsylvania quebec queensland sardinia saskatchewan saxony scotland siberia sicily silesia tasmania
tennessee texas tibet tuscany tyrol uk ulster us usa utah vermont virginia wales wallonia wisconsin
wyoming yugoslavia ussr
""".split()
)

# The commonest given names of the English-speaking world (US Social Security Administration and
# UK Office for National Statistics, lists of baby names of the last hundred years); names that are
# rather other words at the head of a title (May, Grace, Will) stand here too.
GIVEN_NAMES = frozenset(
    """
aaron abigail adam adrian agnes aidan alan albert alex alexander alexandra alfred alice alison
amanda amber amelia amy andrea andrew andy angela anita ann anna anne annie anthony antonia arthur
ashley audrey barbara barry beatrice ben benjamin bernard bertha beth betty beverly bill billy bob
bobby bradley brandon brenda brian bridget bruce caleb cameron carl carla carol caroline catherine
charles charlie charlotte chloe chris christina christine christopher cindy claire clara claudia
colin connor craig cynthia daisy dan daniel danielle danny darren dave david dawn dean debbie deborah
denise dennis derek diana diane dominic donald donna doris dorothy douglas duncan dylan edith edward
edwin eileen elaine eleanor elena eliza elizabeth ella ellen ellie elsie emily emma eric erica erin
ernest ethan eva evan evelyn faith felix fiona florence frances francis frank fred frederick gabriel
gareth gary gavin geoffrey george georgia gerald gerard gillian glenn gordon grace graham greg
gregory hannah harold harriet harry harvey hazel heather helen henry herbert hilary holly howard
hugh ian irene iris isaac isabel isabella jack jackie jacob jacqueline jake james jamie jane janet
janice jasmine jason jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy
joan joanna joe joel john johnny jon jonathan jordan joseph josephine josh joshua joy joyce juan
judith judy julia julian julie june justin karen kate katherine kathleen kathryn katie keith kelly
ken kenneth kevin kim kimberly kirsty kyle larry laura lauren laurence leah lee leo leon leonard
leslie lewis liam lily linda lisa liz logan lorraine louis louise lucas lucy luke lydia lynn
madeleine madison marcus margaret maria marie marilyn marion mark martha martin mary mason matt
matthew maureen max megan melanie melissa michael michelle miguel mike mildred miles molly monica
nancy naomi natalie nathan neil nicholas nick nicola nicole nigel noah nora norma norman oliver
olivia oscar owen pamela pat patricia patrick paul paula pauline peggy penny pete peter phil philip
phillip phoebe phyllis rachel ralph randy ray raymond rebecca rhys richard rick rita rob robert
robin rodney roger roland ron ronald rory rosa rose rosemary roy ruby russell ruth ryan sally sam
samantha samuel sandra sara sarah scott sean sebastian shane shannon sharon shaun sheila shirley
sidney simon siobhan sophia sophie stacey stanley stella stephanie stephen steve steven stuart sue
susan suzanne sylvia tanya teresa terry theo theodore theresa thomas tim timothy tina toby todd tom
tommy tony tracy travis trevor tyler valerie vanessa vera vernon veronica victor victoria vincent
violet virginia vivian walter wanda warren wayne wendy wesley will william winifred zachary zoe
""".split()
)
