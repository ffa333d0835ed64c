import type { Commit, GameEvent, GameState } from "@menagerie/client";
import { catalogue } from "./here.svelte.js";
import { definitionOf, inPlay, playerName } from "./moves.js";
import { clockSentence, sentence, type Speakers } from "./words.js";

/** Older lines are dropped; nobody scrolls back further in a running game. */
const MOST_LINES = 400;

export interface LogLine {
  key: number;
  text: string;
  turn: boolean;
  own: boolean;
}

/** What happened, in words. */
export class Chronicle {
  lines: LogLine[] = $state.raw([]);
  /** Names of instances outlive them: the log still speaks of what was knocked out. */
  readonly #names = new Map<string, string>();
  #keys = 0;

  clear(): void {
    this.lines = [];
  }

  remember(state: GameState): void {
    for (const spot of inPlay(state)) this.#names.set(spot.id, catalogue.nameOf(spot.card));
  }

  tell(events: GameEvent[], state: GameState): void {
    const speakers = this.#speakers(state);
    const lines = events.flatMap((event) => {
      const text = sentence(event, speakers);
      const own = "player" in event && event.player === state.viewer.seat;
      return text ? [{ key: ++this.#keys, text, turn: event.type === "turn_started", own }] : [];
    });
    this.#add(lines);
  }

  /** What a commit did to a clock, which has no events of its own. */
  tellClock(commit: Commit, state: GameState): void {
    const text = clockSentence(commit.action_type, commit.player_id, state);
    if (text) this.#add([{ key: ++this.#keys, text, turn: false, own: false }]);
  }

  #add(lines: LogLine[]): void {
    if (lines.length > 0) this.lines = [...this.lines, ...lines].slice(-MOST_LINES);
  }

  #speakers(state: GameState): Speakers {
    return {
      viewer: state.viewer.seat,
      names: [playerName(state, 0), playerName(state, 1)],
      card: (definition) => catalogue.nameOf(definition),
      thing: (id) => {
        const known = this.#names.get(id);
        const definition = known === undefined ? definitionOf(state, id) : undefined;
        return known ?? (definition ? catalogue.nameOf(definition) : "a Pokémon");
      },
    };
  }
}
