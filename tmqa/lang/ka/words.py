"""Georgian words that matter for segmenting: abbreviations, reporting verbs, stop words.

Each word has an English gloss. Abbreviations are written without their final full stop.
"""

from __future__ import annotations

# Abbreviations after which the sentence goes on.
ABBREVIATIONS = frozenset({
    "ე.წ",  # so-called
    "ე.ი",  # i.e.
    "ძვ.წ", "ძვ", "ახ.წ", "ჩვ.წ", "ახ",  # BC, AD
    "მაგ", "იხ", "შდრ", "შენ",  # e.g., see, cf., note
    "წმ", "ნეტ",  # saint, blessed
    "დოქტ", "პროფ", "აკად", "დოც", "გენ", "პოლკ", "კაპ",  # titles and ranks
    "ბ-ნი", "ქ-ნი", "ბნ", "ქნ",  # Mr, Mrs
    "ქ", "სოფ", "რაიონ", "გამზ", "შესახვ", "პრ",  # city, village, avenue, lane
    "გვ", "ტ", "თ", "სურ", "ცხრ", "ნახ", "პ", "მუხ",  # page, volume, chapter, figure, table, article
    "საათ", "ტელ", "ფაქს", "ელ", "რედ", "მთარგმნ", "გამომც",  # hour, phone, e-mail, editor
    "სს", "შპს", "რ.ა", "ი.მ", "ს.კ",  # kinds of company
    "ინგლ", "ლათ", "ბერძნ", "რუს", "გერმ", "ფრანგ", "იტ", "ესპ", "ქართ", "სომხ", "თურქ",  # languages
    "მდ", "ტბ", "მთ",  # river, lake, mountain
    "საქ", "კვ", "ჰა",  # Georgian, square, hectare
})  # fmt: skip

# Abbreviations that may also close a sentence: years, hours, sums, "and so on".
CLOSING_ABBREVIATIONS = frozenset({
    "ა.შ", "მ.შ", "სხვ", "და სხვ", "ა.წ", "ა.შ.შ",  # and so on, among them, and others, this year, USA
    "წ", "წწ", "ს", "სს",  # year, years, century, centuries
    "სთ", "წთ", "წამ",  # hour, minute, second
    "მლნ", "მლრდ", "ათ", "ტრლნ",  # million, billion, thousand, trillion
    "კმ", "სმ", "მმ", "კგ", "გრ",  # km, cm, mm, kg, g
})  # fmt: skip

# Verbs that report speech: after a quotation they continue the sentence ("…!“ თქვა მან).
REPORTING = (
    "თქვა", "თქვი", "თქვეს", "ამბობ", "იტყ", "განაცხად", "აცხადებ", "დაამატ", "ამატებ", "აღნიშნ", "აღნიშნავ",
    "დაწერ", "წერ", "განმარტ", "უთხრ", "უპასუხ", "პასუხობ", "იკითხ", "კითხულობ", "ჰკითხ",
    "წამოიძახ", "იძახ", "ჩურჩულ", "გაიხსენ", "იხსენებ", "აღიარ", "ირწმუნებ", "დასძინ", "ფიქრობ",
    "იფიქრ", "ნათქვამ", "ვთქვი", "ვამბობ", "ეუბნებ", "უთქვამს", "დასკვნ",
)  # fmt: skip

MONTHS = (
    "იანვ", "თებერვ", "მარტ", "აპრილ", "მაის", "ივნის", "ივლის", "აგვისტ", "სექტემბ", "ოქტომბ",
    "ნოემბ", "დეკემბ",
)  # fmt: skip

# What stands before whole words and makes new ones of them, by the hundred.
FIRST_ELEMENTS = (
    "ავტო", "ანტი", "არა", "აუდიო", "ბიო", "გეო", "დიდ", "ევრო", "ელექტრო", "ვიდეო", "ვიცე",  # auto-, anti-, non-, audio-, bio-, geo-, great-, Euro-, electro-, video-, vice-
    "ზე", "თანა", "თვით", "ინტერ", "კვაზი", "კიბერ", "კონტრ", "მაკრო", "მეტა", "მიკრო", "მინი",  # super-, co-, self-, inter-, quasi-, cyber-, counter-, macro-, meta-, micro-, mini-
    "მონო", "მრავალ", "მულტი", "ნანო", "ნახევრად", "ნეირო", "ნეო", "პოლი", "პოსტ", "პრო",  # mono-, many-, multi-, nano-, half-, neuro-, neo-, poly-, post-, pro-
    "რადიო", "სუპერ", "ტელე", "ულტრა", "ფოტო", "შიდა", "წინა", "ჰიპერ",  # radio-, super-, tele-, ultra-, photo-, inner-, pre-, hyper-
)  # fmt: skip

STOP_WORDS = frozenset(
    """
ა აგრეთვე ალბათ ამ ამაზე ამას ამასთან ამაში ამით ამის ამისთვის ამიტომ ან ანუ არ არა არიან არის
არც ასე ასევე აქ აქვე აქვს აღარ ახლა ბევრი გარდა გარეშე და დიახ ე ეგ ეგრე ერთ ერთად ერთი ეს ესე
ესენი ვარ ვართ ვერ ვიდრე ვინ ვინც ვისი თავად თავის თავისი თან თანაც თითქმის თითქოს თუ თუმცა
თქვენ თქვენთვის თქვენი თქვენს ი იგი იმ იმას იმის იმისთვის იმიტომ ის ისე ისევ ისეთი ისინი ისიც იქ
იქნება იყვნენ იყო იყოს კი კიდევ კიდეც ლამის მათ მათი მაინც მალე მას მაშინ მე მერე მეტი მიერ მიმართ მის
მისთვის მისი მოგვიანებით მხოლოდ ნუ ოღონდ რა რად რადგან რადგანაც რათა რაიმე რამდენი რამე რატომ
რაც რის როგორ როგორიც როგორც როდესაც როდის რომ რომელთა რომელი რომელიმე რომელიც რომელმაც რომელსაც
რომლებიც რომლის სად სადაც სადმე საერთოდ სანამ სულ სხვა უკვე უნდა უფრო ფრიად ქვეშ ყველა ყველაფერი
ყოველ ყოველი შეიძლება შემდეგ შენ შენი შესახებ შორის ჩემი ჩემს ჩვენ ჩვენი ჩვენს ძალიან წინ ხან
ხოლმე ხოლო ხომ ჯერ
""".split()
)  # common function words: pronouns, conjunctions, particles, auxiliaries
