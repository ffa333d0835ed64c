import type { CardDefinition, Deck, DeckEntry } from "@menagerie/client";

interface Cards {
  get(id: string): CardDefinition | undefined;
}

const RANK = { mega: 40, ex: 30, none: 0 };

/** The card a deck is known by: its grandest Pokémon. */
export function faceOf(deck: Pick<Deck, "cards">, cards: Cards): string | undefined {
  let best: { id: string; rank: number } | undefined;
  for (const entry of deck.cards) {
    const card = cards.get(entry.card);
    if (!card) continue;
    const rank = card.type === "pokemon" ? RANK[card.rule_box ?? "none"] * 10 + card.hp : -1;
    if (!best || rank > best.rank) best = { id: card.id, rank };
  }
  return best?.id ?? deck.cards[0]?.card;
}

export function countOf(entries: readonly DeckEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.count, 0);
}

/** The entries with `by` more copies of a card; none left: it goes. */
export function withCard(entries: readonly DeckEntry[], card: string, by: number): DeckEntry[] {
  const known = entries.find((entry) => entry.card === card);
  if (!known) return by > 0 ? [...entries, { card, count: by }] : [...entries];
  return entries
    .map((entry) => (entry.card === card ? { card, count: entry.count + by } : entry))
    .filter((entry) => entry.count > 0);
}

const ORDER = { pokemon: 0, trainer: 1, energy: 2 };
const STAGE = { basic: 0, stage_1: 1, stage_2: 2 };

/** Pokémon by type and family, then trainers, then energy. */
export function compareCards(a: CardDefinition, b: CardDefinition, familyOf: (card: CardDefinition) => string): number {
  if (a.type !== b.type) return ORDER[a.type] - ORDER[b.type];
  if (a.type === "pokemon" && b.type === "pokemon") {
    return (
      (a.types[0] ?? "").localeCompare(b.types[0] ?? "") ||
      familyOf(a).localeCompare(familyOf(b)) ||
      STAGE[a.stage] - STAGE[b.stage] ||
      a.name.localeCompare(b.name)
    );
  }
  if (a.type === "trainer" && b.type === "trainer" && a.kind !== b.kind) return a.kind.localeCompare(b.kind);
  return a.name.localeCompare(b.name);
}

export interface DeckLine extends DeckEntry {
  name: string;
}

/** A deck's entries as a list is read: by kind, family and stage. */
export function sortedLines(
  entries: readonly DeckEntry[],
  cards: Cards & { familyOf(card: CardDefinition): string },
): DeckLine[] {
  return entries
    .map((entry) => ({ entry, card: cards.get(entry.card) }))
    .sort((a, b) =>
      a.card && b.card
        ? compareCards(a.card, b.card, (card) => cards.familyOf(card))
        : a.entry.card.localeCompare(b.entry.card),
    )
    .map(({ entry, card }) => ({ ...entry, name: card?.name ?? entry.card }));
}

/** Whether a card has these words in its name or in what it says. */
export function mentions(card: CardDefinition, words: string): boolean {
  const said = [...card.abilities, ...(card.type === "pokemon" ? card.attacks : [card])];
  return [card, ...said].some(({ name, ...more }) =>
    `${name} ${"text" in more ? more.text : ""}`.toLowerCase().includes(words),
  );
}
