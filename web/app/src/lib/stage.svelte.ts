import type { GameEvent, GameState, Seat } from "@menagerie/client";
import { playerName } from "./moves.js";

/** What floats over a Pokémon for a moment. */
export interface Float {
  key: number;
  target: string;
  text: string;
  tone: "hurt" | "heal" | "note";
}

/** What stands in the middle of the table for a moment. */
export type Flash =
  | { kind: "coin"; heads: boolean; who: string }
  | { kind: "words"; text: string }
  | { kind: "card"; card: string; who: string };

/** How long a float stays, whatever else goes on. */
const FLOAT_MS = 1_100;

/** Shows events one after the other, before their outcome lies on the table. */
export class Stage {
  flash: (Flash & { key: number }) | undefined = $state.raw();
  floats: Float[] = $state.raw([]);
  /** Whose attack is shown right now. */
  struck: string | undefined = $state();
  /** How long things stay; 1 is as usual, 0 not at all. */
  readonly #pace: () => number;
  #keys = 0;

  constructor(pace: () => number) {
    this.#pace = pace;
  }

  async show(event: GameEvent, table: GameState | undefined): Promise<void> {
    const mine = (seat: Seat): boolean => seat === table?.viewer.seat;
    const who = (seat: Seat): string => (mine(seat) ? "You" : playerName(table, seat));
    switch (event.type) {
      case "coin_flipped":
        return this.#flash({ kind: "coin", heads: event.heads, who: who(event.player) }, 1000);
      case "trainer_played":
        if (mine(event.player)) return;
        return this.#flash({ kind: "card", card: event.trainer.card, who: who(event.player) }, 850);
      case "attack_used":
        this.struck = event.pokemon_id;
        await this.#flash({ kind: "words", text: event.attack }, 550);
        this.struck = undefined;
        return;
      case "ability_used":
        return this.#flash({ kind: "words", text: event.ability }, 450);
      case "turn_started":
        return this.#flash({ kind: "words", text: mine(event.player) ? "Your turn" : `${who(event.player)}’s turn` }, 600);
      case "damage_dealt":
        return this.#float(event.pokemon_id, event.amount === 0 ? "0" : `−${event.amount}`, "hurt");
      case "counters_placed":
        return this.#float(event.pokemon_id, `−${event.counters * 10}`, "hurt");
      case "counters_removed":
        return this.#float(event.pokemon_id, `+${event.counters * 10}`, "heal");
      case "damage_healed":
        return this.#float(event.pokemon_id, `+${event.amount}`, "heal");
      case "condition_applied":
        return this.#float(event.pokemon_id, event.condition, "note");
      case "knocked_out":
        return this.#float(event.pokemon_id, "knocked out", "note");
      default:
        // Everything else is seen in the table it leads to.
        return;
    }
  }

  pause(millis: number): Promise<void> {
    const wait = millis * this.#pace();
    return wait === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, wait));
  }

  async #flash(flash: Flash, millis: number): Promise<void> {
    if (this.#pace() === 0) return;
    this.flash = { ...flash, key: ++this.#keys };
    await this.pause(millis);
    this.flash = undefined;
  }

  async #float(target: string, text: string, tone: Float["tone"]): Promise<void> {
    if (this.#pace() === 0) return;
    const float = { key: ++this.#keys, target, text, tone };
    this.floats = [...this.floats, float];
    setTimeout(() => {
      this.floats = this.floats.filter((other) => other !== float);
    }, FLOAT_MS);
    await this.pause(380);
  }
}
