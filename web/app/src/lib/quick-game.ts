import type { BotOffer, CreatedGame, Deck } from "@menagerie/client";
import { RequestRefused } from "@menagerie/client";
import { client } from "./services.svelte.js";

/** What a newcomer is dealt: short games with few rules to know. */
const FIRST_RULES = "pocket";

/** The bots every server has, for one that does not list its own. */
const KNOWN_BOTS: BotOffer[] = [
  { bot: "random", name: "Random", level: 1, description: "Plays anything that is allowed." },
  { bot: "greedy", name: "Greedy", level: 2, description: "Takes what looks best right now." },
];

export async function bots(): Promise<BotOffer[]> {
  try {
    return (await client.bots()).sort((a, b) => a.level - b.level);
  } catch (failure) {
    if (failure instanceof RequestRefused && failure.status === 404) return KNOWN_BOTS;
    throw failure;
  }
}

/** A game against the easiest bot with a starter deck, at once. */
export async function quickGame(): Promise<CreatedGame> {
  const [decks, offers] = await Promise.all([client.decks(), bots()]);
  const starters = decks.filter((deck) => deck.starter);
  const deck = pick(starters.filter((one) => one.rules === FIRST_RULES)) ?? pick(starters);
  if (!deck) throw new Error("The server has no starter deck.");
  return client.createGame({
    deck_id: deck.id,
    rules_config: deck.rules,
    opponent: { kind: "bot", bot: offers[0]?.bot ?? "random" },
  });
}

function pick(decks: Deck[]): Deck | undefined {
  return decks[Math.floor(Math.random() * decks.length)];
}
