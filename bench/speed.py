"""Milliseconds per page: retinue beside what reads less and what reads it with models.

    python bench/speed.py [PAGE ...] [--seconds 10]

Without a PAGE, the texts of bench/gold. Each reader takes the same text, warm, for as many
rounds as the seconds allow; a page's figure is the median of its rounds, a reader's the mean
over the pages. What is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

GOLD = Path(__file__).parent / "gold"
ROUNDS = 200  # enough for a steady median, however many seconds are left
Reader = Callable[[str], object]


def with_retinue() -> Reader:
    """Text to record."""
    import retinue

    return retinue.read


def with_mecab() -> Reader:
    """Text to words: the tokenizer and dictionary that retinue uses, and nothing else."""
    import ipadic
    import MeCab

    tagger = MeCab.Tagger(ipadic.MECAB_ARGS)
    return lambda text: [tagger.parse(line) for line in text.splitlines()]


def with_ginza() -> Reader:
    """Text to words, dependencies and named entities: what a spaCy pipeline gives."""
    import spacy

    pipeline = spacy.load("ja_ginza")
    return lambda text: list(pipeline.pipe(line for line in text.splitlines() if line))


READERS = {
    "MeCab, IPADIC": (with_mecab, "pip install mecab-python3 ipadic"),
    "retinue": (with_retinue, "pip install ."),
    "GiNZA": (with_ginza, "pip install ginza ja-ginza"),
}


def per_page(read: Reader, texts: list[str], seconds: float) -> tuple[float, int]:
    """Mean over the texts of the median milliseconds, and the number of rounds."""
    times: list[list[float]] = [[] for _ in texts]
    end = time.perf_counter() + seconds
    rounds = 0
    while not rounds or (rounds < ROUNDS and time.perf_counter() < end):
        for text, spent in zip(texts, times, strict=True):
            begun = time.perf_counter()
            read(text)
            spent.append(1000 * (time.perf_counter() - begun))
        rounds += 1
    return statistics.mean(map(statistics.median, times)), rounds


def main() -> None:
    """Print a line for each reader, and how each compares with retinue."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path, nargs="*", metavar="PAGE", help="plain text")
    parser.add_argument("--seconds", type=float, default=10, help="for each reader (default: 10)")
    given = parser.parse_args()
    texts = [p.read_text("utf-8") for p in given.pages or sorted(GOLD.glob("*.txt"))]
    print(f"{len(texts)} pages of {sum(map(len, texts)) / len(texts):.0f} characters in the mean")
    figures: dict[str, float] = {}
    for name, (load, install) in READERS.items():
        begun = time.perf_counter()
        try:
            read = load()
            read(texts[0])
        except ImportError:
            print(f"{name:14} not installed: {install}")
            continue
        first = time.perf_counter() - begun
        figures[name], rounds = per_page(read, texts, given.seconds)
        print(
            f"{name:14} {figures[name]:8.2f} ms a page"
            f"   first page {first:5.2f} s with loading   {rounds} rounds"
        )
    ours = figures.pop("retinue")
    for name, theirs in figures.items():
        ratio = theirs / ours
        said = f"1/{1 / ratio:.0f} of" if ratio < 1 else f"{ratio:.1f} times"
        print(f"{name} takes {said} retinue's time")


if __name__ == "__main__":
    main()
