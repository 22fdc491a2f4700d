"use strict";
// Words (.w, data-r: the keys of their records, narrowest first) and cards (.card, id: a key) light each other up.
const words = [...document.querySelectorAll(".w")];
const cards = new Map([...document.querySelectorAll(".card")].map((c) => [c.id, c]));
const readout = document.querySelector(".readout");
const keysOf = (w) => w.dataset.r.split(" ");
const wordsOf = new Map();
for (const w of words) for (const k of keysOf(w)) wordsOf.set(k, [...(wordsOf.get(k) || []), w]);
let pinned = null;

function light(keys) {
  document.querySelectorAll(".on, .near").forEach((n) => n.classList.remove("on", "near"));
  keys.forEach((k, n) => {
    (wordsOf.get(k) || []).forEach((w) => w.classList.add(n ? "near" : "on"));
    cards.get(k)?.classList.add("on");
  });
  readout.textContent = keys.map((k) => cards.get(k)?.dataset.label).filter(Boolean).slice(0, 3).join("  ·  ");
}
const rest = () => light(pinned || []);
function pin(keys) {
  document.querySelectorAll(".pinned").forEach((n) => n.classList.remove("pinned"));
  pinned = keys;
  if (keys) cards.get(keys[0])?.classList.add("pinned");
  rest();
}
const bring = (node) => node?.scrollIntoView({ block: "nearest" });

for (const [key, card] of cards) {
  const choose = () => { pin([key]); bring((wordsOf.get(key) || [])[0]); };
  card.addEventListener("mouseenter", () => light([key]));
  card.addEventListener("mouseleave", rest);
  card.addEventListener("focus", () => light([key]));
  card.addEventListener("blur", rest);
  card.addEventListener("click", (e) => { if (!e.target.closest("a, summary")) choose(); });
  card.addEventListener("keydown", (e) => {
    if (e.target === card && (e.key === "Enter" || e.key === " ")) { e.preventDefault(); choose(); }
  });
}
for (const a of document.querySelectorAll("a[data-ref]")) {
  a.addEventListener("mouseover", (e) => { e.stopPropagation(); light([a.dataset.ref]); });
  a.addEventListener("mouseout", () => light([a.closest(".card").id]));
  a.addEventListener("focus", () => light([a.dataset.ref]));
  a.addEventListener("blur", rest);
  a.addEventListener("click", () => pin([a.dataset.ref]));
}
// The article is one tab stop; the arrow keys walk its marked words.
words.forEach((w, n) => {
  w.tabIndex = n ? -1 : 0;
  const choose = () => { pin(keysOf(w)); bring(cards.get(keysOf(w)[0])); };
  w.addEventListener("mouseenter", () => light(keysOf(w)));
  w.addEventListener("mouseleave", rest);
  w.addEventListener("focus", () => light(keysOf(w)));
  w.addEventListener("blur", rest);
  w.addEventListener("click", choose);
  w.addEventListener("keydown", (e) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if (e.key === "Enter") { choose(); cards.get(keysOf(w)[0])?.focus(); }
    const next = step && words[n + step];
    if (next) { e.preventDefault(); w.tabIndex = -1; next.tabIndex = 0; next.focus(); }
  });
});
document.addEventListener("keydown", (e) => { if (e.key === "Escape") pin(null); });
