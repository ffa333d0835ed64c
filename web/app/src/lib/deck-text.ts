import type { CardDefinition, DeckEntry } from "@menagerie/client";
import { withCard } from "./decks.js";
import { t } from "./i18n.svelte.js";

/** A deck as text: one line for each card, its count before its name; equal names are distinguished by their number. */
export function deckToText(entries: readonly DeckEntry[], cards: readonly CardDefinition[]): string {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const names = new Map<string, number>();
  for (const card of cards) names.set(card.name, (names.get(card.name) ?? 0) + 1);
  return entries
    .map(({ card, count }) => {
      const name = byId.get(card)?.name ?? card;
      return names.get(name) === 1 ? `${count} ${name}` : `${count} ${name} (${card})`;
    })
    .join("\n");
}

export interface ParsedDeck {
  entries: DeckEntry[];
  /** One message for each line that is no card. */
  problems: string[];
}

const LINE = /^(\d{1,3})\s*[x×]?\s+(.+)$/i;
const NUMBER = /\(([\w-]+)\)\s*$/;

/** Reads a deck from text: a name, a number, or a name with its number in parentheses. Empty lines and # are skipped. */
export function deckFromText(text: string, cards: readonly CardDefinition[]): ParsedDeck {
  const byId = new Map(cards.map((card) => [card.id.toLowerCase(), card]));
  const byName = new Map([...cards].reverse().map((card) => [card.name.toLowerCase(), card]));
  const parsed: ParsedDeck = { entries: [], problems: [] };
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const match = LINE.exec(line);
    if (!match?.[1] || !match[2]) {
      parsed.problems.push(t("deck.text_malformed", { line: index + 1, example: cards[0]?.name ?? "" }));
      return;
    }
    const words = match[2].toLowerCase();
    const card = byId.get(NUMBER.exec(words)?.[1] ?? words) ?? byName.get(words);
    if (card) parsed.entries = withCard(parsed.entries, card.id, Number(match[1]));
    else parsed.problems.push(t("deck.text_unknown", { line: index + 1, text: match[2] }));
  });
  return parsed;
}
