"""What a language pack hands to the stages that know no language.

A pack turns a paragraph into sentences; a sentence holds mentions (names and
what stands for a name), phrases with abstract cases, and clauses. All offsets
are characters of the paragraph's text, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class Case(StrEnum):
    """What a phrase is to its predicate, whatever the language marks it with."""

    TOPIC = "topic"
    SUBJECT = "subject"
    OBJECT = "object"
    WITH = "with"
    ALONG = "along"  # in the company of
    TO = "to"
    FROM = "from"
    AT = "at"
    BY = "by"
    OF = "of"
    AS = "as"
    ABOUT = "about"
    UNTIL = "until"
    SOURCE = "source"  # according to
    BESIDES = "besides"  # in addition to, following
    AIM = "aim"  # towards, in view of
    QUOTE = "quote"
    TIME = "time"
    ALSO = "also"  # a focus particle hides the case (も, 도): subject or object
    NONE = "none"


class Link(StrEnum):
    """How a clause hangs on what follows it (or, in a head-initial language, on its head)."""

    FINAL = "final"
    CHAIN = "chain"  # and then: 会談し、…
    ADNOMINAL = "adnominal"  # modifies a phrase
    QUOTE = "quote"  # what is said or thought
    NOMINAL = "nominal"  # …こと, …の: an argument
    IF = "if"
    WHEN = "when"
    AFTER = "after"
    BEFORE = "before"
    BECAUSE = "because"
    THOUGH = "though"
    WHILE = "while"
    TO = "to"  # in order that, so that


@dataclass(slots=True, eq=False)
class Token:
    """A word as the tokenizer cut it; `pos` is the tokenizer's own tag, `base` the lemma."""

    start: int
    end: int
    text: str
    pos: str
    base: str
    form: str = ""


@dataclass(slots=True)
class Title:
    """A post as written: `text` with its offsets; `status` current, former or designate."""

    text: str
    start: int
    end: int
    status: str = "current"
    country: str | None = None  # ISO alpha-3, where the title itself names it (米大統領, 駐ロ大使)
    organisation: str | None = None


@dataclass(slots=True, eq=False)
class Mention:
    """Words that stand for something. `start`/`end` span name, title and honorific together.

    `name` is the bare name ("" where only a title or a pronoun stands:
    首相, 同氏, 両氏). `kind` is an entity kind of the record. `aliases` are
    other forms given on the spot (readings in brackets, short forms).
    `anaphor` names the sort of stand-in: `title`, `same`, `both`, `sides`,
    `family`; `number` is how many it stands for. `parts` are the members of a
    compound name of states (朝ロ, 日米韓) as ISO codes. `side` is a position in
    the picture given in brackets (左, 右端).
    `entity` is filled by the entities stage: ids, more than one for 両氏.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    name_start: int = 0
    name_end: int = 0
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    key: str | None = None
    label: str | None = None
    aliases: list[str] = field(default_factory=list)
    honorific: str = ""
    anaphor: str = ""
    number: int = 1
    parts: list[str] = field(default_factory=list)
    side: str = ""
    rule: str = ""
    paragraph: int = 0
    entity: list[str] = field(default_factory=list)
    behalf: list[str] = field(default_factory=list)  # the state an unnamed official acts for


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase (or date, or quotation) with its case.

    `start`/`end` leave the case marker out. `head` is the mention that the
    phrase denotes, if any; `mentions` all inside it. `of` are phrases that
    modify it with OF, `coords` those joined to it (A and B), outermost first.
    `clause` is a relative or noun clause that modifies it.
    """

    start: int
    end: int
    text: str
    case: Case
    marker: str = ""
    head: Mention | None = None
    mentions: list[Mention] = field(default_factory=list)
    of: list[Phrase] = field(default_factory=list)
    coords: list[Phrase] = field(default_factory=list)
    clause: Clause | None = None
    date: Any = None  # dates.Expression
    quote: Quote | None = None
    comma: bool = False  # a comma follows
    adnominal: bool = False  # it modifies the noun phrase that follows
    acting: bool = False  # its noun acts for whom it belongs to: fighters, foreign ministers
    between: bool = False  # it says between whom: 両国の間で
    content: bool = False  # its noun is a plan, hope or guess whose content modifies it
    joins: bool = False  # its marker or comma can join it to the next phrase
    nouns: list[str] = field(default_factory=list)  # its words behind the last mention or the start
    parent: Phrase | None = None  # the phrase that it modifies

    @property
    def noun(self) -> str:
        """Its last word, for word classes."""
        return self.nouns[-1] if self.nouns else ""

    def everyone(self) -> list[Phrase]:
        """The phrase and those coordinated with it, in the order of the text."""
        if not self.coords:
            return [self]
        return sorted([self, *self.coords], key=lambda p: p.start)


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate with its phrases. `verb` is its dictionary form (会談する, 述べる, だ).

    A `copula` says its `complement` of its subject. `args` excludes those shared with the clause
    before it in a chain; `shared` has them.
    """

    start: int  # of the predicate words
    end: int
    verb: str
    link: Link = Link.FINAL
    args: list[Phrase] = field(default_factory=list)
    shared: list[Phrase] = field(default_factory=list)
    past: bool = False
    negative: bool = False
    passive: bool = False
    causative: bool = False
    tail: str = ""  # the auxiliary words behind the verb, as written
    prefix: list[str] = field(default_factory=list)  # words compounded with the verb: 電話会談する
    copula: bool = False
    connective: str = ""  # the words that link it, as written
    modifies: Phrase | None = None
    parent: Clause | None = None
    extent: int = 0  # where the clause's first phrase begins
    comma: bool = False
    unaccusative: bool = False  # what it modifies is its subject
    conditional: bool = False  # a condition stands before it
    leads: tuple[Case, ...] = ()  # the cases in which the head of what it modifies stands (率いる)
    complement: Phrase | None = None  # what a copula says of its subject

    def get(self, *cases: Case) -> list[Phrase]:
        """Its own and shared phrases in the given cases."""
        return [p for p in (*self.args, *self.shared) if p.case in cases]


@dataclass(slots=True, eq=False)
class Quote:
    """Words in quotation marks; `start`/`end` are those of the words within."""

    start: int
    end: int
    text: str
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: clauses in the order of their predicates, the last one the main."""

    start: int
    end: int
    text: str
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    dates: list[Any] = field(default_factory=list)
    paragraph: int = 0
    kind: str = "body"
    quoted: bool = False  # it stands inside quotation marks


class Pack(Protocol):
    """What a language supplies."""

    code: str

    def sentences(self, text: str, paragraph: int, kind: str) -> list[Sentence]:
        """The sentences of a paragraph, with mentions, phrases and clauses."""
        ...

    def resource(self, name: str) -> Any:
        """A data file of the pack (`triggers`, `speech`, `dates`)."""
        ...

    def verbalise(self, noun: str) -> str:
        """The dictionary form of the verb that an eventive noun makes (会談 → 会談する)."""
        ...


def endings(words: Sequence[str], most: int) -> Iterator[str]:
    """The last word, the last two joined, and so on up to `most` words."""
    joined = ""
    for word in words[: -most - 1 : -1]:
        joined = word + joined
        yield joined
