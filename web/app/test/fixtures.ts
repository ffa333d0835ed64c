import type {
  AbilityDefinition,
  CardDefinition,
  EnergyType,
  GameState,
  InPlay,
  RulesConfig,
  Side,
  TrainerKind,
} from "@menagerie/client";

/** Cards and states made by hand, for looking at components without a server. */

function pokemonArt(
  id: string,
  name: string,
  type: EnergyType,
  hp: number,
  more: Partial<Extract<CardDefinition, { type: "pokemon" }>> = {},
): CardDefinition {
  return {
    type: "pokemon",
    id,
    name,
    set: "test",
    stage: "basic",
    hp,
    types: [type],
    weakness: { type: "water" },
    retreat: 1,
    abilities: [],
    attacks: [
      { name: "Nudge", cost: ["colorless"], damage: { type: "fixed", value: 10 }, text: "", pre: [], post: [] },
      {
        name: "Long Leap",
        cost: [type, type, "colorless"],
        damage: { type: "fixed", value: 60 },
        text: "Flip a coin. If heads, the opponent’s active Pokémon is now Paralyzed.",
        pre: [],
        post: [],
      },
    ],
    tags: [],
    ...more,
  };
}

function trainer(id: string, name: string, kind: TrainerKind, text: string): CardDefinition {
  return { type: "trainer", id, name, set: "test", kind, abilities: [], attacks: [], tags: [], text, effects: [] };
}

function energy(type: EnergyType, name: string): CardDefinition {
  return {
    type: "energy",
    id: `e-${type}`,
    name,
    set: "test",
    basic: true,
    text: "",
    provides: [[type]],
    abilities: [],
    tags: [],
  };
}

const WARM_HEARTH: AbilityDefinition = {
  type: "activated",
  name: "Warm Hearth",
  text: "Once during your turn, you may heal 20 damage from one of your Pokémon.",
  program: { type: "activated", name: "Warm Hearth", limit: "once_per_turn", effects: [] },
};

export const CARDS: CardDefinition[] = [
  pokemonArt("t-001", "Emberkit", "fire", 70),
  pokemonArt("t-002", "Cindervix", "fire", 120, {
    stage: "stage_1",
    evolves_from: "Emberkit",
    abilities: [WARM_HEARTH],
  }),
  pokemonArt("t-003", "Pyrelion", "fire", 180, { stage: "stage_2", evolves_from: "Cindervix", rule_box: "ex" }),
  pokemonArt("t-010", "Dripple", "water", 60),
  pokemonArt("t-011", "Puddlefin", "water", 110, { stage: "stage_1", evolves_from: "Dripple" }),
  pokemonArt("t-020", "Mossback", "grass", 90),
  pokemonArt("t-030", "Zaptail", "lightning", 60),
  pokemonArt("t-040", "Gloomoth", "darkness", 80),
  pokemonArt("t-050", "Rivetine", "metal", 100),
  pokemonArt("t-060", "Lullabee", "fairy", 60),
  trainer(
    "t-100",
    "Field Satchel",
    "item",
    "Search your deck for a Basic Pokémon and put it onto your bench. Then, shuffle your deck.",
  ),
  trainer("t-101", "Curator Wren", "supporter", "Draw 3 cards."),
  trainer("t-102", "Still Pond", "stadium", "Water Pokémon take 10 less damage."),
  trainer("t-103", "Woven Scarf", "tool", "The Pokémon this is attached to has 20 more HP."),
  energy("fire", "Fire Energy"),
  energy("water", "Water Energy"),
];

export const STANDARD = {
  preset: "standard",
  bench: { max: 5 },
  trainers: { supporters: 1, stadiums: 1, items: 0, tools_per_pokemon: 1 },
  evolution: { same_turn: false },
  retreat: { per_turn: 1, overpay: false },
  damage: { weakness_mode: "times", weakness: 2, resistance: 30 },
  conditions: { poison: 10, burn: 20, burn_cure: true, confusion_tails: "damages_itself", confusion_damage: 30 },
  prizes: { mode: "cards", count: 6, basic: 1, ex: 2, mega: 3 },
  energy: { per_turn: 1, source: "hand" },
  timer: {
    turn_ms: 180000,
    warning_ms: 30000,
    grace_ms: 15000,
    choice_ms: 60000,
    timeouts_before_loss: 3,
    absence_ms: 45000,
  },
} as RulesConfig;

export const POCKET = {
  ...STANDARD,
  preset: "pocket",
  bench: { max: 3 },
  prizes: { mode: "points", count: 3, basic: 1, ex: 2, mega: 3 },
  energy: { per_turn: 1, source: "zone" },
} as RulesConfig;

let ids = 0;
const card = (definition: string): { id: string; card: string } => ({ id: `i${++ids}`, card: definition });

function pokemon(definition: string, hp: number, more: Partial<InPlay> = {}): InPlay {
  return {
    ...card(definition),
    damage: 0,
    hp,
    energy: [],
    tools: [],
    evolved_from: [],
    conditions: [],
    can_evolve: false,
    ...more,
  };
}

export function midgame(): GameState {
  const own: Side = {
    player_id: "u1",
    name: "Ada",
    seat: 0,
    timeouts_used: 0,
    absence: null,
    points: 0,
    prizes_remaining: 4,
    hand: ["t-001", "t-002", "t-101", "t-100", "e-fire", "e-fire", "t-103"].map(card),
    hand_count: 7,
    deck_count: 31,
    discard: ["t-100", "e-fire", "t-030"].map(card),
    prizes: [null, null, null, null],
    active: pokemon("t-002", 120, {
      damage: 50,
      energy: ["e-fire", "e-fire", "e-water"].map(card),
      tools: [card("t-103")],
      evolved_from: [card("t-001")],
      conditions: ["poisoned"],
    }),
    bench: [pokemon("t-001", 70), pokemon("t-020", 90, { damage: 20, energy: [card("e-fire")] }), pokemon("t-030", 60)],
  };
  const other: Side = {
    player_id: "u2",
    name: "Brackwater Bot",
    seat: 1,
    timeouts_used: 1,
    absence: null,
    points: 0,
    prizes_remaining: 5,
    hand: null,
    hand_count: 5,
    deck_count: 28,
    discard: ["e-water", "t-101"].map(card),
    prizes: [null, null, null, null, null],
    active: pokemon("t-011", 110, {
      damage: 80,
      energy: ["e-water", "e-water"].map(card),
      evolved_from: [card("t-010")],
      conditions: ["asleep"],
    }),
    bench: [
      pokemon("t-010", 60),
      pokemon("t-040", 80),
      pokemon("t-050", 100, { damage: 10 }),
      pokemon("t-060", 60, { energy: [card("e-water")] }),
    ],
  };
  const hand = own.hand ?? [];
  const active = own.active as InPlay;
  return {
    game_id: "g1",
    event_id: 42,
    epoch: 1,
    status: "active",
    game_type: "casual",
    rules: STANDARD,
    viewer: { seat: 0 },
    seed_commitment: "00",
    turn: {
      number: 7,
      player_id: "u1",
      phase: "main",
      deadline: new Date(Date.now() + 97_000).toISOString(),
      energy_attached: 0,
      supporters_played: 0,
      stadiums_played: 0,
      retreats: 0,
    },
    setup_deadline: null,
    players: [own, other],
    stadium: card("t-102"),
    pending: null,
    legal_actions: [
      { type: "play_pokemon", card_id: hand[0]!.id },
      { type: "evolve", card_id: hand[1]!.id, target_id: own.bench[0]!.id },
      { type: "play_trainer", card_id: hand[2]!.id },
      ...[active, ...own.bench].map((target) => ({
        type: "attach_energy" as const,
        card_id: hand[4]!.id,
        target_id: target.id,
      })),
      { type: "use_ability", pokemon_id: active.id, ability_index: 0 },
      { type: "attack", attack_index: 0 },
      { type: "attack", attack_index: 1 },
      { type: "retreat", bench_id: own.bench[0]!.id },
      { type: "pass" },
    ],
    attacks: null,
    winner_id: null,
    end_reason: null,
  };
}

export function choosing(): GameState {
  const state = midgame();
  return {
    ...state,
    pending: {
      player_id: "u1",
      choice_id: "c1",
      kind: "cards",
      min: 0,
      max: 2,
      prompt: "Choose up to 2 Basic Pokémon from your deck",
      options: ["t-001", "t-001", "t-010", "t-020", "t-030", "t-060"].map((definition, i) => ({
        id: `o${i}`,
        card: definition,
      })),
    },
    legal_actions: [{ type: "select", choice_id: "c1", selected: [] }],
  };
}

export function pocket(): GameState {
  const state = midgame();
  return {
    ...state,
    rules: POCKET,
    players: state.players.map(
      (side, i) =>
        side && {
          ...side,
          bench: side.bench.slice(0, 3),
          points: i,
          prizes: [],
          energy_zone: { current: i === 0 ? "fire" : null, next: "water" },
        },
    ),
    legal_actions: [
      ...state.legal_actions,
      { type: "attach_energy", source: "zone", target_id: state.players[0]!.active!.id },
    ],
  };
}
