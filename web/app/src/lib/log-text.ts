import type { GameEvent, GameState, Seat } from "@menagerie/client";
import { listOf, t, wireText, type MessageKey, type Values } from "./i18n.svelte.js";

/** Supplies the names that sentences of the log mention. */
export interface Names {
  /** The seat that is addressed as "you"; null for a spectator. */
  viewer: Seat | null;
  players: [string, string];
  /** The name of a card definition. */
  card(definition: string): string;
  /** The name of the card with this id, as far as the viewer may see it. */
  thing(id: string): string;
}

/** One event as a sentence; undefined for events that need no line. */
export function sentence(event: GameEvent, names: Names): string | undefined {
  const cards = (list: { card: string }[]): string => listOf(list.map((card) => names.card(card.card)));
  const player = (seat: Seat): Values => ({
    who: seat === names.viewer ? "you" : "other",
    player: names.players[seat],
  });
  const shown = (list: { card: string }[] | undefined, count: number): Values => ({
    known: list?.length ? "yes" : "no",
    cards: list?.length ? cards(list) : "",
    count,
  });
  const say = (key: MessageKey, values: Values): string => t(key, values);

  switch (event.type) {
    case "turn_ended":
    case "checkup_started":
    case "choice_requested":
    case "choice_made":
      return undefined;
    case "first_player_flipped":
      return say("log.first_player_flipped", player(event.player));
    case "first_player_chosen":
      return say("log.first_player_chosen", player(event.player));
    case "mulligan_taken":
      return say("log.mulligan_taken", { ...player(event.player), cards: cards(event.hand) });
    case "pokemon_placed":
      return say("log.pokemon_placed", {
        ...player(event.player),
        card: event.card ? names.card(event.card.card) : "",
        where: event.card ? (event.active ? "active" : "bench") : "hidden",
      });
    case "pokemon_revealed":
      return say("log.pokemon_revealed", { ...player(event.player), cards: cards([event.active, ...event.bench]) });
    case "prizes_set":
      return say("log.prizes_set", { ...player(event.player), count: event.count });
    case "turn_started":
      return say("log.turn_started", { ...player(event.player), turn: event.turn_number });
    case "card_drawn":
      return say("log.card_drawn", { ...player(event.player), ...shown(event.cards, event.count) });
    case "deck_shuffled":
      return say("log.deck_shuffled", player(event.player));
    case "pokemon_played":
      return say("log.card_played", { ...player(event.player), card: names.card(event.pokemon.card) });
    case "trainer_played":
      return say("log.card_played", { ...player(event.player), card: names.card(event.trainer.card) });
    case "stadium_played":
      return say("log.stadium_played", { ...player(event.player), card: names.card(event.stadium.card) });
    case "pokemon_benched":
      return say("log.pokemon_benched", { ...player(event.player), card: names.card(event.pokemon.card) });
    case "pokemon_evolved":
      return say("log.pokemon_evolved", {
        ...player(event.player),
        pokemon: names.thing(event.target_id),
        card: names.card(event.pokemon.card),
      });
    case "pokemon_devolved":
      return say("log.pokemon_devolved", {
        pokemon: names.thing(event.target_id),
        card: names.card(event.pokemon.card),
      });
    case "energy_attached":
      return say("log.attached", {
        ...player(event.player),
        card: names.card(event.energy.card),
        pokemon: names.thing(event.target_id),
      });
    case "tool_attached":
      return say("log.attached", {
        ...player(event.player),
        card: names.card(event.tool.card),
        pokemon: names.thing(event.target_id),
      });
    case "energy_moved":
      return say("log.energy_moved", {
        card: names.card(event.energy.card),
        from: names.thing(event.from_id),
        to: names.thing(event.target_id),
      });
    case "energy_zone_changed":
      return event.current
        ? say("log.energy_zone_changed", { ...player(event.player), type: wireText("type", event.current) })
        : undefined;
    case "ability_used":
      return say("log.ability_used", { pokemon: names.thing(event.pokemon_id), ability: event.ability });
    case "attack_used":
      return say("log.attack_used", { pokemon: names.thing(event.pokemon_id), attack: event.attack });
    case "attack_failed":
      return say("log.attack_failed", { pokemon: names.thing(event.pokemon_id) });
    case "coin_flipped":
      return say("log.coin_flipped", { ...player(event.player), side: event.heads ? "heads" : "tails" });
    case "damage_dealt":
      return say("log.damage_dealt", { pokemon: names.thing(event.pokemon_id), damage: event.amount });
    case "counters_placed":
      return say("log.counters_placed", { pokemon: names.thing(event.pokemon_id), damage: event.counters * 10 });
    case "counters_removed":
      return say("log.counters_removed", { pokemon: names.thing(event.pokemon_id), damage: event.counters * 10 });
    case "damage_healed":
      return say("log.damage_healed", { pokemon: names.thing(event.pokemon_id), damage: event.amount });
    case "condition_applied":
      return say("log.condition_applied", {
        pokemon: names.thing(event.pokemon_id),
        condition: wireText("condition", event.condition),
      });
    case "condition_ended":
      return say("log.condition_ended", {
        pokemon: names.thing(event.pokemon_id),
        condition: wireText("condition", event.condition),
      });
    case "active_changed":
      return say("log.active_changed", { ...player(event.player), pokemon: names.thing(event.pokemon_id) });
    case "retreated":
      return say("log.retreated", { ...player(event.player), pokemon: names.thing(event.pokemon_id) });
    case "knocked_out":
      return say("log.knocked_out", { pokemon: names.thing(event.pokemon_id) });
    case "cards_moved":
      return say("log.cards_moved", {
        ...player(event.player),
        ...shown(event.cards, event.count),
        from: event.from ? wireText("zone", event.from) : "none",
        to: wireText("zone", event.to),
      });
    case "cards_revealed":
      return say("log.cards_revealed", { ...player(event.player), cards: cards(event.cards) });
    case "cards_looked_at":
      return say("log.cards_looked_at", { ...player(event.player), ...shown(event.cards, event.count) });
    case "prize_taken":
      return say("log.prize_taken", {
        ...player(event.player),
        known: event.card ? "yes" : "no",
        card: event.card ? names.card(event.card.card) : "",
      });
    case "points_scored":
      return say("log.points_scored", { ...player(event.player), points: event.points });
    case "effect_began":
      return say("log.effect_began", {
        known: event.pokemon_id ? "yes" : "no",
        pokemon: event.pokemon_id ? names.thing(event.pokemon_id) : "",
        effect: wireText("effect", event.effect),
      });
    case "timed_out":
      return say("log.timed_out", player(event.player));
    case "player_left":
      return say("log.player_left", player(event.player));
    case "player_returned":
      return say("log.player_returned", player(event.player));
    case "claim_opened":
      return say("log.claim_opened", player(event.player));
    case "grace_granted":
      return say("log.grace_granted", player(event.player));
    case "sudden_death_started":
      return say("log.sudden_death_started", {});
    case "game_ended":
      if (event.reason === "voided") return say("log.voided", {});
      return event.winner === null || event.winner === undefined
        ? say("log.tie", { reason: endReason(event.reason) })
        : say("log.won", { ...player(event.winner), reason: endReason(event.reason) });
  }
}

/** A commit's change of a clock, as a sentence; undefined for all other commits. */
export function clockSentence(actionType: string, playerId: string | null, state: GameState): string | undefined {
  switch (actionType) {
    case "time_warning": {
      const side = state.players.find((one) => one?.player_id === playerId);
      const own = side !== undefined && side !== null && side.seat === state.viewer.seat;
      return t("log.time_warning", { who: own ? "you" : "other", player: side?.name ?? t("player.unknown") });
    }
    case "time_given_back":
      return t("log.time_given_back");
    case "time_granted":
      return t("log.time_granted");
    default:
      return undefined;
  }
}

/** How a game ended. */
export function endReason(reason: string): string {
  return wireText("end", reason);
}
