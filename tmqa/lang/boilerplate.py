"""Site furniture: the short lines and notices that surround an article on a web page.

Three tables in both languages. `ANYWHERE` lines are furniture wherever they stand alone;
`EDGE` lines only in a run at the beginning or the end of the document, since they may also be
headings; `NOTICES` are marks of longer texts (cookies, ad blockers, subscriptions) that count
at the edges too.
"""

from __future__ import annotations

import regex

_COUNT = r"(?: ?[(\[]?\d*[)\]]?)"


def _lines(*patterns: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{'|'.join(patterns)}){_COUNT}", regex.IGNORECASE)


_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|telegram|whatsapp|viber|messenger|pinterest|reddit"
    r"|youtube|tiktok|e-?mail|ფეისბუქი|ტვიტერი|ინსტაგრამი|ელფოსტა|print|copy link)"
)

ANYWHERE = _lines(
    r"(?:related|similar|recommended|more|popular|latest|trending) (?:articles?|posts?|stories|news)",
    r"you (?:may|might) also (?:like|enjoy|be interested in)",
    r"(?:read|see|watch) (?:also|next|more)", r"more (?:from|on|in) (?:\S+ ?){1,4}",
    r"share (?:this|on|via|article|post|with)(?: \S+){0,4}", r"follow us(?: on)?(?: \S+){0,3}",
    r"(?:back|return|scroll) to (?:the )?top(?: button)?", r"skip to (?:main )?content",
    r"ad ?-?block(?:er)? (?:is )?detected", r"please disable your ad ?-?blocker",
    r"(?:leave|post|write|add) a (?:comment|reply)", r"\d+ comments?", r"no comments(?: yet)?",
    r"sign (?:up|in)(?: for| to)?(?: \S+){0,5} newsletter", r"subscribe (?:to|now|for)(?: \S+){0,6}",
    r"log ?in ?[|/·] ?(?:register|sign up)", r"(?:previous|next) (?:article|post|page)",
    r"(?:©|copyright|\(c\)).*", r".*all rights reserved\.?", r"terms (?:of use|of service|and conditions)",
    r"privacy policy", r"cookie (?:policy|settings|preferences)", r"accept (?:all )?cookies",
    rf"{_NETWORK}(?:[ |,/·]+{_NETWORK}){{1,9}}",
    r"(?:დაკავშირებული|მსგავსი|რეკომენდებული|პოპულარული|სხვა|ბოლო|უახლესი)"
    r" (?:სტატიები|სტატია|პოსტები|ამბები|სიახლეები|მასალები)",
    r"ამავე თემაზე:?", r"(?:წაიკითხეთ|იხილეთ|ნახეთ) (?:აგრეთვე|ასევე|მეტი)(?::.*)?",
    r"(?:გააზიარე|გააზიარეთ|გაზიარება|გაუზიარე|გაუზიარეთ)(?: \S+){1,4}",
    r"(?:გამოგვყევით|მოგვყევით|შემოგვიერთდით)(?: \S+){0,4}",
    r"(?:დაბრუნება|დაბრუნდით|ასვლა) (?:ზემოთ|ზევით|თავში|დასაწყისში|ღილაკზე|ღილაკი)(?: ღილაკი)?",
    r"(?:ad ?-?block(?:er)?|რეკლამის (?:ბლოკერი|დამბლოკავი)) (?:აღმოჩენილია|გამოვლენილია|ჩართულია)",
    r"(?:დატოვეთ|დაწერეთ|დაამატეთ|დატოვე|დაწერე) კომენტარი", r"(?:\d+ )?კომენტარ(?:ი|ები)(?= ?[(\[]\d)",
    r"კომენტარები არ არის", r"(?:გამოიწერეთ|გამოიწერე|გამოწერა)(?: \S+){1,6}",
    r"(?:შესვლა|ავტორიზაცია) ?[|/·] ?რეგისტრაცია", r".*ყველა უფლება დაცულია\.?",
    r"(?:წინა|შემდეგი) (?:სტატია|პოსტი|გვერდი)(?: \d+)*(?: (?:წინა|შემდეგი) (?:სტატია|პოსტი|გვერდი))?",
    r"(?:გამოყენების პირობები|წესები და პირობები|კონფიდენციალურობის პოლიტიკა)",
    r"(?:ქუქი-?(?:ფაილ\S*)?|cookie-?\S*) (?:პოლიტიკა|პარამეტრები|მიღება)",
    r"ყველა (?:ქუქი\S*|cookie\S*) (?:მიღება|დათანხმება)", r"(?:გვერდის )?(?:თავში|დასაწყისში|ზემოთ|ზევით) დაბრუნება", r"საბეჭდი ვერსია",
    r"კომენტარის (?:დამატება|დატოვება|დაწერა)", r"(?:print(?:able)?|mobile) version",
    r"(?:გააგზავნეთ|გაუგზავნეთ|გაგზავნა) (?:ელფოსტით|მეგობარს)", r"უფასო (?:ვერსია|გამოწერა)",
)  # fmt: skip

EDGE = _lines(
    r"home(?:page)?", r"menu", r"search", r"close", r"contact(?: us)?", r"about(?: us)?", r"news",
    r"advertisement", r"sponsored", r"ad", r"login", r"log in", r"register", r"share", r"comments?",
    r"tags?:?.*", r"categories:?.*", r"print", r"ok", r"accept", r"loading\.*", r"subscribe",
    r"მთავარი(?: გვერდი)?", r"მენიუ", r"ძებნა", r"ძიება", r"დახურვა", r"კონტაქტი", r"ჩვენ შესახებ",
    r"სიახლეები", r"ახალი ამბები", r"რეკლამა", r"სპონსორი", r"შესვლა", r"რეგისტრაცია", r"გაზიარება",
    r"კომენტარი", r"კომენტარები", r"თეგები:?.*", r"კატეგორიები:?.*", r"ბეჭდვა", r"თანხმობა",
    r"იტვირთება\.*", r"გამოწერა", r"დაბრუნება", r"წინა", r"შემდეგი", r"მეტის ნახვა", r"მეტი",
    r"ნავიგაცია", r"(?:navigation|navigate)", r"\d+(?: \d+)+",
)  # fmt: skip

NOTICES = regex.compile(
    r"\bad ?-?block|რეკლამის ბლოკ|რეკლამის დამბლოკ|\b(?:this|our) (?:web)?site uses cookies"
    r"|we use cookies (?:to|on|and|for)\b|ვიყენებთ (?:ქუქი|cookie)|იყენებს (?:ქუქი|cookie)"
    r"|(?:log|sign) in to (?:leave|post|comment|reply)|გაიარეთ (?:ავტორიზაცია|რეგისტრაცია)"
    r"|subscribe to (?:our|the)|გამოიწერეთ ჩვენი|\bour newsletter",
    regex.IGNORECASE,
)

LONGEST_LINE = 80
_NOTICE_BEGINS = 2 / 3  # of a paragraph, where a notice that fills it has begun at the latest


def looks_like_furniture(text: str) -> bool:
    """True for a short line without an end of its own, as links and buttons are."""
    return len(text) <= LONGEST_LINE and not text.rstrip().endswith((".", "!", "?", "…", "“", '"'))


def is_anywhere(text: str) -> bool:
    """True for a line that is site furniture wherever it stands alone."""
    return len(text) <= LONGEST_LINE and ANYWHERE.fullmatch(text.strip(" .:»›→…")) is not None


def is_edge(text: str) -> bool:
    """True for a line or notice that is site furniture at an edge of the document.

    A paragraph that only ends in a notice is not furniture as a whole, unless it stands among
    such lines: see `holds_notice`.
    """
    notice = NOTICES.search(text)
    if is_anywhere(text) or (notice and notice.start() <= _NOTICE_BEGINS * len(text)):
        return True
    return len(text) <= LONGEST_LINE and EDGE.fullmatch(text.strip(" .:»›→…")) is not None


def holds_notice(text: str) -> bool:
    """True for a text with the mark of a notice anywhere in it."""
    return NOTICES.search(text) is not None
