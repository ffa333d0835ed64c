import type { EndReason, GameEvent, GameState, Seat, SpecialCondition } from "@menagerie/client";

/** How the log speaks of players and cards. */
export interface Speakers {
  /** The seat that is called "you"; null: nobody. */
  viewer: Seat | null;
  names: [string, string];
  card(definition: string): string;
  /** The name of what has this id, if it can be seen. */
  thing(id: string): string;
}

export const CONDITION_WORDS: Record<SpecialCondition, string> = {
  asleep: "asleep",
  confused: "confused",
  paralyzed: "paralyzed",
  poisoned: "poisoned",
  burned: "burned",
};

const ZONE_WORDS: Record<string, string> = {
  hand: "hand",
  deck: "deck",
  deck_top: "deck, on top",
  deck_bottom: "deck, at the bottom",
  discard: "discard pile",
  bench: "bench",
  prizes: "prizes",
  energy_deck: "energy deck",
};

/** One event as a sentence; undefined: not worth a line. */
export function sentence(event: GameEvent, speakers: Speakers): string | undefined {
  const you = (seat: Seat): boolean => seat === speakers.viewer;
  const who = (seat: Seat): string => (you(seat) ? "You" : speakers.names[seat]);
  const does = (seat: Seat, verb: string): string => {
    const third = verb.replace(/^\S+/, (word) => thirdPerson(word));
    return `${who(seat)} ${you(seat) ? verb : third}`;
  };
  const whose = (seat: Seat): string => (you(seat) ? "your" : `${speakers.names[seat]}’s`);
  const its = (seat: Seat): string => (you(seat) ? "your" : "their");
  const cards = (list: { card: string }[]): string => listOf(list.map((card) => speakers.card(card.card)));
  const some = (count: number): string => (count === 1 ? "a card" : `${count} cards`);
  const thing = (id: string): string => speakers.thing(id);

  switch (event.type) {
    case "first_player_flipped":
      return `${does(event.player, "win")} the coin flip.`;
    case "first_player_chosen":
      return `${does(event.player, "go")} first.`;
    case "mulligan_taken":
      return `${does(event.player, "show")} a hand without a Basic (${cards(event.hand)}) and ${you(event.player) ? "draw" : "draws"} again.`;
    case "pokemon_placed":
      return event.card
        ? `${does(event.player, "place")} ${speakers.card(event.card.card)}${event.active ? " in the active pokemon" : " on the bench"}.`
        : `${does(event.player, "place")} a card face down.`;
    case "pokemon_revealed":
      return `${does(event.player, "reveal")} ${cards([event.active, ...event.bench])}.`;
    case "prizes_set":
      return `${does(event.player, "set")} ${event.count} prizes aside.`;
    case "turn_started":
      return `Turn ${event.turn_number}: ${you(event.player) ? "yours" : speakers.names[event.player]}`;
    case "turn_ended":
    case "checkup_started":
    case "choice_requested":
    case "choice_made":
      return undefined;
    case "card_drawn":
      return event.cards?.length
        ? `${does(event.player, "draw")} ${cards(event.cards)}.`
        : `${does(event.player, "draw")} ${some(event.count)}.`;
    case "deck_shuffled":
      return `${does(event.player, "shuffle")} ${its(event.player)} deck.`;
    case "pokemon_played":
      return `${does(event.player, "play")} ${speakers.card(event.pokemon.card)}.`;
    case "pokemon_benched":
      return `${speakers.card(event.pokemon.card)} joins ${whose(event.player)} bench.`;
    case "pokemon_evolved":
      return `${you(event.player) ? "Your" : `${speakers.names[event.player]}’s`} ${thing(event.target_id)} evolves into ${speakers.card(event.pokemon.card)}.`;
    case "pokemon_devolved":
      return `${thing(event.target_id)} turns back into ${speakers.card(event.pokemon.card)}.`;
    case "energy_attached":
      return `${does(event.player, "attach")} ${speakers.card(event.energy.card)} to ${thing(event.target_id)}.`;
    case "energy_moved":
      return `${speakers.card(event.energy.card)} moves from ${thing(event.from_id)} to ${thing(event.target_id)}.`;
    case "energy_zone_changed":
      return event.current
        ? `${whose(event.player)} zone makes ${event.current} energy.`.replace(/^y/, "Y")
        : undefined;
    case "tool_attached":
      return `${does(event.player, "attach")} ${speakers.card(event.tool.card)} to ${thing(event.target_id)}.`;
    case "trainer_played":
      return `${does(event.player, "play")} ${speakers.card(event.trainer.card)}.`;
    case "stadium_played":
      return `${does(event.player, "play")} the stadium ${speakers.card(event.stadium.card)}.`;
    case "ability_used":
      return `${thing(event.pokemon_id)} uses ${event.ability}.`;
    case "attack_used":
      return `${thing(event.pokemon_id)} attacks with ${event.attack}.`;
    case "attack_failed":
      return `The attack of ${thing(event.pokemon_id)} fails.`;
    case "coin_flipped":
      return `${does(event.player, "flip")} a coin: ${event.heads ? "heads" : "tails"}.`;
    case "damage_dealt":
      return event.amount === 0
        ? `${thing(event.pokemon_id)} takes no damage.`
        : `${thing(event.pokemon_id)} takes ${event.amount} damage.`;
    case "counters_placed":
      return `${thing(event.pokemon_id)} gets ${event.counters * 10} damage in counters.`;
    case "counters_removed":
      return `${event.counters * 10} damage in counters leaves ${thing(event.pokemon_id)}.`;
    case "damage_healed":
      return `${thing(event.pokemon_id)} is healed by ${event.amount}.`;
    case "condition_applied":
      return `${thing(event.pokemon_id)} is now ${CONDITION_WORDS[event.condition]}.`;
    case "condition_ended":
      return `${thing(event.pokemon_id)} is no longer ${CONDITION_WORDS[event.condition]}.`;
    case "active_changed":
      return `${thing(event.pokemon_id)} is ${whose(event.player)} active Pokémon now.`;
    case "retreated":
      return `${whose(event.player)} ${thing(event.pokemon_id)} retreats.`.replace(/^y/, "Y");
    case "knocked_out":
      return `${thing(event.pokemon_id)} is knocked out!`;
    case "cards_moved":
      if (event.from === "deck" && event.to.startsWith("deck")) {
        return `${event.cards?.length ? cards(event.cards) : some(event.count)} ${event.count === 1 ? "goes" : "go"} back to ${whose(event.player)} ${ZONE_WORDS[event.to] ?? event.to}.`.replace(
          /^a/,
          "A",
        );
      }
      return `${event.cards?.length ? cards(event.cards) : some(event.count)} ${event.count === 1 ? "goes" : "go"}${
        event.from ? ` from ${whose(event.player)} ${ZONE_WORDS[event.from] ?? event.from}` : ""
      } to ${event.from ? its(event.player) : whose(event.player)} ${ZONE_WORDS[event.to] ?? event.to}.`.replace(
        /^a/,
        "A",
      );
    case "cards_revealed":
      return `${does(event.player, "reveal")} ${cards(event.cards)}.`;
    case "cards_looked_at":
      return event.cards?.length
        ? `${does(event.player, "look")} at ${cards(event.cards)}.`
        : `${does(event.player, "look")} at ${some(event.count)}.`;
    case "prize_taken":
      return `${does(event.player, "take")} a prize${event.card ? `: ${speakers.card(event.card.card)}` : ""}.`;
    case "points_scored":
      return `${does(event.player, "score")} ${event.points} ${event.points === 1 ? "point" : "points"}.`;
    case "effect_began":
      return event.pokemon_id ? `${thing(event.pokemon_id)}: ${spaced(event.effect)}.` : `${spaced(event.effect)}.`;
    case "timed_out":
      return `${does(event.player, "run")} out of time.`;
    case "grace_granted":
      return `${does(event.player, "get")} a little more time to come back.`;
    case "sudden_death_started":
      return "Sudden death: the next prize decides.";
    case "game_ended":
      return event.winner === null || event.winner === undefined
        ? `The game is a tie (${END_WORDS[event.reason]}).`
        : `${does(event.winner, "win")}: ${END_WORDS[event.reason]}.`;
  }
}

const END_WORDS: Record<EndReason, string> = {
  prizes: "all prizes taken",
  points: "enough points",
  no_pokemon: "no Pokémon left in play",
  deck_out: "an empty deck",
  resigned: "resignation",
  timeout: "time ran out",
  turn_limit: "the turn limit was reached",
  sudden_death: "sudden death",
  abandoned: "nobody acted for many turns",
  game_limit: "the game grew too long",
  expired: "nobody joined",
  cancelled: "taken back",
};

/** What was done to a clock, as a sentence; undefined: nothing. */
export function clockSentence(actionType: string, playerId: string | null, state: GameState): string | undefined {
  switch (actionType) {
    case "time_warning": {
      const player = state.players.find((side) => side?.player_id === playerId);
      const own = player !== undefined && player !== null && player.seat === state.viewer.seat;
      return own ? "You have little time left." : `${player?.name ?? "Somebody"} has little time left.`;
    }
    case "time_given_back":
      return "Time that an outage took is given back.";
    default:
      return undefined;
  }
}

/** How a game ended, in words. */
export function endWords(reason: string): string {
  return (END_WORDS as Record<string, string>)[reason] ?? spaced(reason);
}

function thirdPerson(verb: string): string {
  if (verb === "go") return "goes";
  return /(s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function spaced(word: string): string {
  return word.replaceAll("_", " ");
}

export function listOf(words: string[]): string {
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1);
  const parts = [...counted].map(([word, count]) => (count > 1 ? `${count} ${word}` : word));
  if (parts.length < 2) return parts[0] ?? "nothing";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** What the state asks of its viewer, in words. */
export function instruction(state: GameState, opponent: string): string {
  if (state.status === "waiting") return "Waiting for somebody to join.";
  if (state.status === "finished") return "The game is over.";
  const seat = state.viewer.seat;
  const own = seat === null ? undefined : state.players[seat]?.player_id;
  const name = (id: string | undefined): string =>
    state.players.find((side) => side?.player_id === id)?.name ?? opponent;
  if (state.pending) {
    if (state.pending.player_id !== own) return `${name(state.pending.player_id)} is choosing.`;
    return state.pending.prompt || "Choose.";
  }
  if (state.status === "setup") {
    if (state.legal_actions.length === 0) return `${opponent} is setting up.`;
    const side = seat === null ? undefined : state.players[seat];
    return side?.active
      ? "Put more Basics on your bench, or finish setting up."
      : "Choose a Basic for your active pokemon.";
  }
  if (state.turn && state.turn.player_id === own && state.legal_actions.length > 0) return "Your turn.";
  return `${name(state.turn?.player_id)} is playing.`;
}
