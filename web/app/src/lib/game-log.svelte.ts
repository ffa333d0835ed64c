import type { Commit, GameEvent, GameState } from "@menagerie/client";
import { catalog } from "./services.svelte.js";
import { definitionOf, inPlay, playerName } from "./moves.js";
import { t } from "./i18n.svelte.js";
import { clockSentence, sentence, type Names } from "./log-text.js";

/** Older lines are dropped; a game rarely has more. */
const MAX_LINES = 400;

export interface LogLine {
  key: number;
  text: string;
  turn: boolean;
  own: boolean;
}

/** The events of a game as sentences. */
export class GameLog {
  lines: LogLine[] = $state.raw([]);
  /** Names by card id; kept after a knockout, because later sentences still mention the Pokémon. */
  readonly #names = new Map<string, string>();
  #keys = 0;

  clear(): void {
    this.lines = [];
  }

  rememberNames(state: GameState): void {
    for (const pokemon of inPlay(state)) this.#names.set(pokemon.id, catalog.nameOf(pokemon.card));
  }

  addEvents(events: GameEvent[], state: GameState): void {
    const names = this.#namesIn(state);
    const lines = events.flatMap((event) => {
      const text = sentence(event, names);
      const own = "player" in event && event.player === state.viewer.seat;
      return text ? [{ key: ++this.#keys, text, turn: event.type === "turn_started", own }] : [];
    });
    this.#add(lines);
  }

  /** Adds a commit's change of a clock, which has no event. */
  addClockNote(commit: Commit, state: GameState): void {
    const text = clockSentence(commit.action_type, commit.player_id, state);
    if (text) this.#add([{ key: ++this.#keys, text, turn: false, own: false }]);
  }

  #add(lines: LogLine[]): void {
    if (lines.length > 0) this.lines = [...this.lines, ...lines].slice(-MAX_LINES);
  }

  #namesIn(state: GameState): Names {
    return {
      viewer: state.viewer.seat,
      players: [playerName(state, 0), playerName(state, 1)],
      card: (definition) => catalog.nameOf(definition),
      thing: (id) => {
        const known = this.#names.get(id);
        const definition = known === undefined ? definitionOf(state, id) : undefined;
        return known ?? (definition ? catalog.nameOf(definition) : t("log.a_pokemon"));
      },
    };
  }
}
