"""Measure the reading of HTML pages against pages with a known article.

    pages.py FOLDER [--show] [--only NAME]

FOLDER holds COUNTRY/NAME.html.gz, each beside NAME.json with `title`,
`authors`, `published`, `captions` and `bodies` (each with `text`); any of the
bodies is a right answer. Body: F1 over character 4-grams without white space,
averaged over pages. Title: equal but for spaces. trafilatura and resiliparse
are measured beside it where they are installed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

Reading = tuple[str, str | None, str | None, list[str]]  # body, title, published, captions


def grams(text: str) -> Counter[str]:
    """The character 4-grams of a text without its white space."""
    bare = "".join(text.split())
    return Counter(bare[i : i + 4] for i in range(max(1, len(bare) - 3)))


def f1(said: str, gold: str) -> float:
    """Harmonic mean of precision and recall over 4-grams."""
    a, b = grams(said), grams(gold)
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values()))


def ours(html: bytes) -> Reading:
    """What retinue reads."""
    from retinue import page

    a = page.extract(html)
    body = "\n".join(p.text for p in a.paragraphs if p.kind != "caption")
    return body, a.title, a.published, [p.text for p in a.paragraphs if p.kind == "caption"]


def with_trafilatura(html: bytes) -> Reading:
    """What trafilatura reads."""
    import trafilatura

    got = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    if got is None:
        return "", None, None, []
    d: dict[str, Any] = got.as_dict() if hasattr(got, "as_dict") else got
    return d.get("text") or "", d.get("title"), d.get("date"), []


def with_resiliparse(html: bytes) -> Reading:
    """What resiliparse reads (the body alone)."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(bytes_to_str(html, detect_encoding(html)))
    return extract_plain_text(tree, main_content=True), tree.title, None, []


def same_title(said: str | None, gold: str | None) -> bool:
    """Equal but for white space."""
    return "".join((said or "").split()) == "".join((gold or "").split())


def same_minute(said: str | None, gold: str | None) -> bool:
    """The same instant to the minute; where one has no zone, the same clock."""
    if not said or not gold:
        return said == gold
    try:
        a, b = datetime.fromisoformat(said), datetime.fromisoformat(gold)
    except ValueError:
        return False
    if (a.tzinfo is None) != (b.tzinfo is None):
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
    return abs((a - b).total_seconds()) < 60


def measure(name: str, reader: Callable[[bytes], Reading], pages: list[Path], show: bool) -> None:
    """Print one line of figures for a reader."""
    scores, times, titles, dates, captions = [], [], 0, 0, []
    for path in pages:
        html = gzip.decompress(path.read_bytes())
        gold = json.loads(path.with_name(path.name.replace(".html.gz", ".json")).read_text("utf-8"))
        start = time.perf_counter()
        body, title, published, said = reader(html)
        times.append((time.perf_counter() - start) * 1000)
        score = max(f1(body, b["text"]) for b in gold["bodies"])
        scores.append(score)
        titles += same_title(title, gold["title"])
        dates += same_minute(published, gold["published"])
        want = [c for c in gold["captions"] or [] if c]
        if want or said:
            captions.append(f1("\n".join(said), "\n".join(want)))
        if show:
            print(
                f"  {path.parent.name}/{path.name[:-8]:32} {score:.3f} {times[-1]:6.1f} ms {'' if same_title(title, gold['title']) else f'title {title!r} not '}{'' if same_title(title, gold['title']) else repr(gold['title'])}{'' if same_minute(published, gold['published']) else f' time {published} not ' + str(gold['published'])}"
            )
    n = len(pages)
    print(
        f"{name:12} body F1 {statistics.mean(scores):.4f}  title {titles}/{n}  time {dates}/{n}  "
        f"captions F1 {statistics.mean(captions) if captions else 0:.3f}  "
        f"{statistics.mean(times):.1f} ms mean, {statistics.median(times):.1f} ms median"
    )


def main() -> None:
    """Run the readers that are installed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="a line for each page")
    parser.add_argument("--only", default="", help="pages whose path holds these letters")
    args = parser.parse_args()
    pages = [p for p in sorted(args.folder.rglob("*.html.gz")) if args.only in str(p)]
    readers = {"retinue": ours, "trafilatura": with_trafilatura, "resiliparse": with_resiliparse}
    for name, reader in readers.items():
        try:
            reader(b"<html><body><p>A page to warm up with.</p></body></html>")
        except ImportError:
            print(f"{name:12} is not installed")
            continue
        measure(name, reader, pages, args.show and name == "retinue")


if __name__ == "__main__":
    main()
