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
# UK Office for National Statistics, lists of baby names of the last hundred years), and usual ones
# of other countries that English articles write alike; names that are
# rather other words at the head of a title (May, Grace, Will) stand here too.
GIVEN_NAMES = frozenset(
    """
aaron abdul abigail ada adam adele adrian adriana agatha agnes ahmed aidan aisha alan alba albert
alberto aldo alejandro aleksander alessandro alex alexander alexandra alexei alfie alfred ali alice
alina alison alma alvaro amal amanda amber amelia amelie amina amir amy ana anastasia anders andrea
andreas andrei andres andrew andy angela angelo angus anita anja anka ann anna anne annie ansel
anthony anton antonia antonio anya arianna arjun arlo arne arnold arthur arturo ashley astrid audrey
aurora ava axel aylin barbara barry bastian bea beata beatrice bella ben benedict benjamin benno
bernadette bernard bertha beth bettina betty beverly bianca bill billy birgit bjorn bob bobby boris
bradley brandon brenda brian bridget britta bruce bruno caleb cameron camila camilla carl carla
carlo carlos carmen carol carolina caroline catherine cecilia cedric celeste celia charles charlie
charlotte chiara chloe chris christina christine christopher cindy claire clara clarissa claudia
clemens clement clive colin connor conrad cora cornelia craig cristina cynthia cyril dagmar daisy
dalia damian dan daniel daniela danielle danny daria dario darren dave david dawn dean debbie
deborah delia denise dennis derek desmond diana diane diego dieter dimitri dmitri dolores dominic
donald donna dora doris dorothy douglas duncan dylan ebba edgar edith edmund eduardo edward edwin
egon eike eileen einar ekaterina elaine eleanor elena elias elif elijah elin elisa elise eliza
elizabeth ella ellen ellie eloise elsa elsie elvira emil emilia emilio emily emma enid enrico enzo
eric erica erich erik erin ernest ernst esther ethan eugene eva evan evelyn ezra fabian fabio faith
fatima federico felicia felicity felix ferdinand fernando finn fiona florence florian frances
francesca francesco francis franco francois frank franz fred freddie frederick freya friedrich fritz
gabriel gabriela gareth gary gavin gemma geoffrey georg george georges georgi georgia gerald gerard
gerhard gianna giles gillian gina giorgio giovanni giulia giuseppe glenn gloria gordon grace graham
greg gregory greta gudrun guido guillaume gunnar gunther gus gustav gwen hamid hank hannah hans
harold harriet harry harvey hassan hazel heather hector heidi heike heinrich helen helena helga
helmut henri henrik henry herbert hermann hilary hilda holly howard hugh hugo ian ibrahim ida igor
ilse imogen ines ingrid irene iris isaac isabel isabella ivan ivana ivo ivy jack jackie jacob
jacqueline jake james jamie jan jana jane janet janice janina jasmine jason javier jay jean jeff
jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica jill jim jimmy joachim joan joanna joe
joel johan johann johannes john johnny jon jonas jonathan jonna jordan jorge jose josef joseph
josephine josh joshua joy joyce juan juana judith judy julia julian julie julio julius june jurgen
justin kamil karen karim karina karl karla karolina kasia katarina kate katherine kathleen kathryn
katie katja katya keith kelly ken kenneth kevin khalid kim kimberly kirsten kirsty klara klaus
konrad kristen kristina kurt kyle lana lara larry lars laszlo laura lauren laurence layla lea leah
lee leila lena leo leon leonard leopold leslie lewis liam lidia lily linda lionel lisa livia liz
logan lorenzo lorraine lotte louis louise luca lucas lucia lucy luis luisa luka lukas luke lydia
lynn mabel madeleine madison magda magnus maja malik manuel manuela mara marcel marco marcus marek
margaret margot maria mariam mariana marie marilyn marina mario marion marius mark marta martha
martin martina mary mason mateo mathias matt matteo matthew matthias maureen mauricio max maya megan
mehmet melanie melissa mercy mia michael michelle miguel mikael mike mikhail mildred milena miles
mina miriam mohamed mohammed molly monica monika moritz muhammad nadia nadine nancy naomi natalia
natalie natasha nathalie nathan neil nelson nicholas nick nicola nicole nigel nikita nikolai nils
nina noah noemi nora norma norman nuria odette oksana ola olaf oleg olga oliver olivia omar oscar
oskar otto owen pablo pamela paola pascal pat patience patricia patrick paul paula paulina pauline
pavel pedro peggy penny pete peter petra phil philip philippa phillip phoebe phyllis pia pierre
piotr priya rachel rafael rahul ralf ralph ramon randy raoul rashid raul ravi ray raymond rebecca
reinhard renata rene rhys ricardo richard rick rita rob robert roberto robin rodney rodrigo roger
roland roman romeo ron ronald rory rosa rosalind rosanna rose rosemary roxanne roy ruby rudolf rufus
rupert russell rusty ruth ryan sabine sabrina sally salma salvatore sam samantha samuel sandra
sanjay santiago sara sarah sasha saskia scott sean sebastian selma sergei sergio shane shannon
sharon shaun sheila shirley sidney sidonie sigrid silvia simon simona simone sinead siobhan sofia
sonia sonja sonya sophia sophie stacey stanley stefan stefania stefano stella stephane stephanie
stephen steve steven stuart sue sunil susan susanna suzanna suzanne sven svetlana sylvia tamara
tania tanya tara tariq tatiana teresa terry tessa thea theo theodore theresa theresia thomas tilda
tim timothy tina tobias toby todd tom tomas tommaso tommy tony tracy travis trevor tristan tyler
ulrich ulrike uma ursula valentin valentina valeria valerie vanessa vasily vera vernon veronica
veronika vicente victor victoria viktor viktoria vincent vincenzo violet violeta virginia vivian
vladimir volker walter wanda warren wayne wendy werner wesley wilhelm will willa william wilma
winifred wolfgang xavier yasmin yolanda yuri yusuf yves yvonne zachary zara zelda zoe zoltan zora
""".split()
)
