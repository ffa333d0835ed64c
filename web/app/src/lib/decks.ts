import type { CardDefinition, Deck, DeckEntry, RulesConfig } from "@menagerie/client";
import { t } from "./i18n.svelte.js";

interface Cards {
  get(id: string): CardDefinition | undefined;
}

const RANK = { mega: 40, ex: 30, none: 0 };

/** The card on the cover of a deck: its strongest Pokémon. */
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

/** The entries with `by` more copies of a card; an entry without copies is removed. */
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

/** The entries of a deck, sorted by kind, family and stage. */
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

/** Whether the name or a text of a card contains these words. */
export function mentions(card: CardDefinition, words: string): boolean {
  const said = [...card.abilities, ...(card.type === "pokemon" ? card.attacks : [card])];
  return [card, ...said].some(({ name, ...more }) =>
    `${name} ${"text" in more ? more.text : ""}`.toLowerCase().includes(words),
  );
}

/** How many cards of a deck are Pokémon, trainers and energy. */
export function countKinds(
  entries: readonly DeckEntry[],
  cards: Cards,
): { pokemon: number; trainers: number; energy: number } {
  const counts = { pokemon: 0, trainers: 0, energy: 0 };
  for (const { card, count } of entries) {
    const type = cards.get(card)?.type;
    if (type) counts[type === "trainer" ? "trainers" : type] += count;
  }
  return counts;
}

/** How many attacks of a deck cost 0, 1, 2 … energy; the index is the cost. */
export function attackCosts(entries: readonly DeckEntry[], cards: Cards): number[] {
  const costs = [0, 0, 0, 0, 0];
  for (const { card, count } of entries) {
    const definition = cards.get(card);
    if (definition?.type !== "pokemon") continue;
    for (const attack of definition.attacks) costs[attack.cost.length] = (costs[attack.cost.length] ?? 0) + count;
  }
  return Array.from(costs, (count) => count ?? 0);
}

/** A random opening hand of `size` cards. */
export function sampleHand(entries: readonly DeckEntry[], size: number): string[] {
  const deck = entries.flatMap(({ card, count }) => Array.from({ length: count }, () => card));
  for (let i = deck.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [deck[i], deck[j]] = [deck[j]!, deck[i]!];
  }
  return deck.slice(0, size);
}

/** The rules of a deck that need no server: its size, copies of a name and energy types. */
export function brokenRules(
  deck: Pick<Deck, "cards" | "energy_cards" | "energy_types">,
  rules: RulesConfig,
  cards: Cards,
): string[] {
  const { size, copies_per_name, energy_deck_size, energy_types } = rules.deck;
  const broken: string[] = [];
  const count = countOf(deck.cards);
  if (count !== size) broken.push(t("deck.rule_size", { count, size }));
  if (rules.energy.source === "energy_deck" && countOf(deck.energy_cards) !== energy_deck_size) {
    broken.push(t("deck.energy_count", { count: countOf(deck.energy_cards), size: energy_deck_size }));
  }
  if (rules.energy.source === "zone" && (deck.energy_types.length < 1 || deck.energy_types.length > energy_types)) {
    broken.push(t("deck.rule_energy_types", { max: energy_types }));
  }
  const copies = new Map<string, number>();
  for (const { card, count } of deck.cards) {
    const definition = cards.get(card);
    if (!definition || (definition.type === "energy" && definition.basic)) continue;
    copies.set(definition.name, (copies.get(definition.name) ?? 0) + count);
  }
  for (const [name, number] of copies) {
    if (number > copies_per_name) broken.push(t("deck.rule_copies", { max: copies_per_name, name }));
  }
  return broken;
}
