import type { AttackDefinition, CardDefinition, EnergyType, GameState, InPlay, Refused, Side } from "@menagerie/client";
import { listOf, t, wireText, language, type Values } from "./i18n.svelte.js";
import { ownSide } from "./moves.js";

/** Finds card definitions by id. */
export interface Definitions {
  get(id: string): CardDefinition | undefined;
}

/**
 * Why an attack is not among the legal actions. The rules decide; this explains the usual reasons and is silent about
 * effects of other cards.
 */
export function whyNoAttack(state: GameState, attack: AttackDefinition, cards: Definitions): string {
  const side = ownSide(state);
  const general = whyNothing(state);
  if (general || !side?.active) return general ?? t("reason.now");
  const { active } = side;
  for (const condition of ["asleep", "paralyzed"] as const) {
    if (active.conditions.includes(condition)) {
      return t("reason.condition", { condition: wireText("condition", condition) });
    }
  }
  const missing = missingEnergy(attack.cost, active, cards);
  if (missing.length > 0) return t("reason.energy", { missing: listOf(missing.map((type) => wireText("type", type))) });
  if (!state.rules.first_turn.attack && state.turn?.number === 1) return t("reason.first_turn");
  return t("reason.now");
}

/** The part of a cost that the attached energy does not pay: typed energy first, then any energy. */
export function missingEnergy(cost: readonly EnergyType[], pokemon: InPlay, cards: Definitions): EnergyType[] {
  const units = pokemon.energy.flatMap(({ card }) => unitsOf(card, cards));
  const missing: EnergyType[] = [];
  const take = (fits: (unit: readonly EnergyType[]) => boolean): boolean => {
    const at = units.findIndex(fits);
    if (at >= 0) units.splice(at, 1);
    return at >= 0;
  };
  for (const type of cost.filter((one) => one !== "colorless")) {
    // Energy of a single type first, so that energy of any type is left for the rest.
    if (!take((unit) => unit.length === 1 && unit[0] === type) && !take((unit) => unit.includes(type)))
      missing.push(type);
  }
  for (const type of cost.filter((one) => one === "colorless")) if (!take(() => true)) missing.push(type);
  return missing;
}

/** The types that each unit of an energy card can be. Energy of the zone has its type in its id. */
function unitsOf(card: string, cards: Definitions): readonly (readonly EnergyType[])[] {
  const definition = cards.get(card);
  if (definition?.type === "energy") return definition.provides;
  const type = ENERGY_WORDS.find((word) => card.includes(word));
  return [[type ?? "colorless"]];
}

const ENERGY_WORDS: EnergyType[] = [
  "grass",
  "fire",
  "water",
  "lightning",
  "psychic",
  "fighting",
  "darkness",
  "metal",
  "fairy",
  "dragon",
];

/** Why a card in the hand cannot be played. */
export function whyNotPlayable(state: GameState, definition: CardDefinition, cards: Definitions): string {
  const side = ownSide(state);
  const general = whyNothing(state);
  if (general || !side) return general ?? t("reason.now");
  switch (definition.type) {
    case "pokemon":
      return definition.evolves_from
        ? whyNoEvolution(state, side, definition.evolves_from, cards)
        : whyNoBasic(state, side);
    case "energy":
      return state.status === "setup"
        ? t("reason.setup")
        : t("reason.energy_attached", { count: state.rules.energy.per_turn });
    case "trainer":
      if (state.status === "setup") return t("reason.setup");
      return whyNoTrainer(state, side, definition);
  }
}

function whyNoBasic(state: GameState, side: Side): string {
  const { max } = state.rules.bench;
  return side.bench.length >= max ? t("reason.bench_full", { max }) : t("reason.now");
}

function whyNoEvolution(state: GameState, side: Side, from: string, cards: Definitions): string {
  if (state.status === "setup") return t("reason.setup");
  const bases = [...(side.active ? [side.active] : []), ...side.bench].filter(
    (pokemon) => cards.get(pokemon.card)?.name === from,
  );
  if (bases.length === 0) return t("reason.no_base", { pokemon: from });
  return bases.some((pokemon) => pokemon.can_evolve)
    ? t("reason.now")
    : t("reason.evolves_next_turn", { pokemon: from });
}

function whyNoTrainer(state: GameState, side: Side, card: Extract<CardDefinition, { type: "trainer" }>): string {
  const { trainers, first_turn } = state.rules;
  const { turn } = state;
  switch (card.kind) {
    case "supporter":
      if (turn && turn.supporters_played >= trainers.supporters)
        return t("reason.supporter", { count: trainers.supporters });
      if (!first_turn.supporter && turn?.number === 1) return t("reason.first_turn");
      break;
    case "stadium":
      if (turn && turn.stadiums_played >= trainers.stadiums) return t("reason.stadium", { count: trainers.stadiums });
      if (state.stadium?.card === card.id) return t("reason.same_stadium");
      break;
    case "tool":
      if (
        [side.active, ...side.bench].every((pokemon) => !pokemon || pokemon.tools.length >= trainers.tools_per_pokemon)
      ) {
        return t("reason.tools_full");
      }
      break;
    case "item":
      break;
  }
  return t("reason.no_effect");
}

/** A reason that holds for every card: it is not this player's moment. */
function whyNothing(state: GameState): string | undefined {
  const own = ownSide(state)?.player_id;
  if (state.status === "finished") return t("prompt.finished");
  if (state.pending) return state.pending.player_id === own ? t("reason.choose_first") : t("reason.not_your_turn");
  if (state.status === "active" && state.turn?.player_id !== own) return t("reason.not_your_turn");
  return undefined;
}

/** A refusal by the rules in words; undefined when it names no rule. */
export function refusalText(refusal: Refused): string | undefined {
  const rule = refusal.details["rule"];
  if (typeof rule !== "string" || !language.has(`rule.${rule}`)) return undefined;
  const values: Values = {};
  for (const [name, value] of Object.entries(refusal.details)) {
    if (typeof value === "number" || typeof value === "string") values[name] = value;
    else if (Array.isArray(value)) values[name] = listOf(value.map((one) => wireText("type", String(one))));
  }
  return language.format(`rule.${rule}`, values);
}
