import { RequestRefused, type BotOffer, type CreatedGame, type Deck } from "@menagerie/client";
import { t } from "./i18n.svelte.js";
import { client } from "./services.svelte.js";

/** The rules of a first game: short, with few rules to know. */
const FIRST_RULES = "pocket";

/** The bots of a server that does not list its own. */
const KNOWN_BOTS: BotOffer[] = [
  { bot: "random", name: "Random", level: 1, description: "" },
  { bot: "greedy", name: "Greedy", level: 2, description: "" },
];

/** All bots, the easiest first. */
export async function bots(): Promise<BotOffer[]> {
  try {
    return (await client.bots()).sort((a, b) => a.level - b.level);
  } catch (failure) {
    if (failure instanceof RequestRefused && failure.status === 404) return KNOWN_BOTS;
    throw failure;
  }
}

/** Starts a game against the easiest bot, with two random starter decks or with a deck of the user. */
export async function quickGame(own?: Deck): Promise<CreatedGame> {
  const [decks, offers] = await Promise.all([client.decks(), bots()]);
  const starters = decks.filter((deck) => deck.starter);
  const deck = own ?? pick(starters.filter((one) => one.rules === FIRST_RULES)) ?? pick(starters);
  if (!deck) throw new Error(t("error.no_starter"));
  const opposing = randomDeck(starters, deck.rules, deck.id);
  return client.createGame({
    deck_id: deck.id,
    rules_config: deck.rules,
    opponent: { kind: "bot", bot: offers[0]?.bot ?? "random", ...(opposing ? { deck_id: opposing.id } : {}) },
  });
}

/** A random starter deck for these rules, other than the player's own where there is another. */
export function randomDeck(decks: readonly Deck[], rules: string, own: string): Deck | undefined {
  const fitting = decks.filter((deck) => deck.starter && deck.rules === rules);
  const others = fitting.filter((deck) => deck.id !== own);
  return pick(others.length > 0 ? others : fitting);
}

function pick(decks: readonly Deck[]): Deck | undefined {
  return decks[Math.floor(Math.random() * decks.length)];
}
