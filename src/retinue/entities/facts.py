"""What the pack says of titles, in the form the stage asks for it."""

from __future__ import annotations

from typing import Any

from retinue.languages.base import Pack, Title


class Facts:
    """Titles of one language: heads, groups, roles of the knowledge base, the home state."""

    def __init__(self, pack: Pack):
        data: dict[str, Any] = pack.resource("titles")
        self.language = pack.code
        self.group: dict[str, str] = {}
        for group, heads in data["heads"].items():
            for head in heads:
                self.group.setdefault(head, group)
        self.home: str | None = data.get("home")
        self.homes: dict[str, str] = data.get("homes", {})
        self.domestic = frozenset(data.get("domestic", ()))
        self.roles: dict[str, frozenset[str]] = {}
        for role, heads in data.get("posts", {}).items():
            for head in heads:
                self.roles[head] = self.roles.get(head, frozenset()) | {role}
        bodies: dict[str, Any] = pack.resource("bodies")
        self.bodies_at_home = frozenset(bodies.get("home", ()))
        self.bodies_alone = frozenset(bodies["organisation"].get("alone", ()))
        self.only: dict[str, str] = {
            t: iso for iso, titles in data.get("countries", {}).items() for t in titles
        }
        self.home_in_kanji = bool(pack.resource("names").get("home_in_kanji"))
        self.kanji_states = frozenset(pack.resource("names").get("kanji_states", ()))
        self.surnames = frozenset(
            "".join(pack.resource("names").get(k, "") for k in ("korean", "chinese"))
        )
        self.suffixes = tuple(data.get("suffixes", {}).get("deputy", ()))
        self._read_signs(data)
        self.prefixes = tuple(bodies.get("prefixes", ()))
        self._heads: dict[str, str] = {}
        self._alike: dict[tuple[str, str], float] = {}

    def _read_signs(self, data: dict[str, Any]) -> None:
        """The words that show whose somebody is and whom a stand-in stands for."""
        signs: dict[str, Any] = data["signs"]
        self.wives = frozenset(signs["wives"])
        self.envoys = tuple(signs["envoys"])
        self.sent = tuple(signs["sent"])
        self.above = tuple(data.get("above", ()))
        self.parts_played = tuple(data.get("roles", ()))
        self.of_a_body = frozenset(data.get("of_a_body", ()))
        self.of: str = data["signs"]["of"]
        self.quotes: str = data["signs"]["quotes"]
        self.capital = tuple(data["signs"]["capital"])
        self.topics = tuple(data["signs"]["topics"])
        aside: dict[str, list[str]] = data.get("aside", {})
        self.aside_before, self.aside_behind = (
            tuple(aside.get("before", ())),
            tuple(aside.get("behind", ())),
        )
        self.embassies = tuple(data.get("embassies", ()))
        self.private = frozenset(data.get("private", ()))
        self.order: dict[str, list[str]] = data.get("order", {})
        self.deals_with = tuple(signs["deals_with"])
        self.joins = tuple(signs["joins"])
        self.stop: str = signs["stop"]
        self.same: str = signs["same"]
        self.several = tuple(signs["several"])
        self.anybody = frozenset(signs["anybody"])
        self.leaders: str = signs["leaders"]
        self.exclusive = frozenset(data.get("one_at_a_time", ()))
        self.company = tuple(data.get("company", ()))
        self.kin = frozenset(data.get("kin", ()))
        self.former = tuple(data["status"]["former"])

    def head(self, title: str) -> str:
        """The longest known head that a title ends in, the title itself where none does."""
        found = self._heads.get(title)
        if found is None:
            endings = (title[cut:] for cut in range(len(title)))
            found = self._heads[title] = next((e for e in endings if e in self.group), title)
        return found

    def roles_of(self, title: str) -> frozenset[str]:
        """The roles that a title may mean, those of its longest ending first found."""
        for cut in range(len(title)):
            found = self.roles.get(title[cut:])
            if found:
                return found
        return frozenset()

    def only_state(self, title: str) -> str | None:
        """The one state that has such a post (国務長官 -> USA), None where many have it."""
        for suffix in self.suffixes:
            if title.endswith(suffix) and title not in self.only:
                title = title.removesuffix(suffix)
                break
        endings = (title[cut:] for cut in range(len(title) - 1))
        return next((self.only[e] for e in endings if e in self.only), None)

    def alike(self, a: str, b: str) -> float:
        """How surely two titles mean one post: 外相 and 外務大臣, 国務長官 and 長官; 0 where not."""
        found = self._alike.get((a, b))
        if found is None:
            found = self._alike[a, b] = self._likeness(a, b)
        return found

    def _likeness(self, a: str, b: str) -> float:
        x, y = self.head(a), self.head(b)
        if x == y:
            return 1.0
        if (
            self.group.get(x) != "leader"
            and self.group.get(y) != "leader"
            and (x.endswith(y) or y.endswith(x))
        ):
            return 0.9
        if a.endswith(b) or b.endswith(a):
            return 0.8
        # A head of a party is called by whatever word his party has: that makes no two of them one.
        shared = self.roles_of(a) & self.roles_of(b)
        return 0.5 if shared - {"party-leader", "spokesperson"} else 0.0

    def placed(self, titles: list[Title]) -> bool:
        """Is there a post or a part that someone plays (独立の英雄), not just a word of respect?"""
        return self.posted(titles) or any(t.text.endswith(self.parts_played) for t in titles)

    def posted(self, titles: list[Title]) -> bool:
        """Is there a post among the titles, not just a part someone plays (創設者)?"""
        return any(self.head(t.text) in self.group for t in titles)

    def private_only(self, titles: list[Title]) -> bool:
        """Are all posts those of scholars, writers and business?"""
        groups = {self.group.get(self.head(t.text), "") for t in titles if t.text not in self.kin}
        return bool(groups) and groups <= self.private

    def in_parliament(self, titles: list[Title]) -> bool:
        """Is one of the posts that of a member of a parliament or party?"""
        return any(self.group.get(self.head(t.text)) in ("parliament", "party") for t in titles)

    def serves_above(self, t: Title) -> bool:
        """Is it a post of a body above states (国連事務総長), not an envoy's to one?"""
        return t.status == "current" and t.country is None and t.text.endswith(self.above)

    def leader(self, title: str) -> bool:
        """Does the title make its holder one of the 首脳?"""
        return self.group.get(self.head(title)) == "leader"


_READ: dict[str, Facts] = {}


def facts(pack: Pack) -> Facts:
    """The facts of a pack, read once."""
    found = _READ.get(pack.code)
    if found is None:
        found = _READ[pack.code] = Facts(pack)
    return found
