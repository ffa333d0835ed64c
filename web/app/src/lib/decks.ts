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
