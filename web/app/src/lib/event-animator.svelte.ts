import type { GameEvent, GameState, Seat } from "@menagerie/client";
import { playerName } from "./moves.js";

/** A short text over a Pokémon. */
export interface Float {
  key: number;
  target: string;
  text: string;
  tone: "hurt" | "heal" | "note";
}

/** A coin, text or card in the center of the table. */
export type Announcement =
  | { kind: "coin"; heads: boolean; who: string }
  | { kind: "words"; text: string }
  | { kind: "card"; card: string; who: string };

/** How long a float is shown, in milliseconds. */
const FLOAT_MS = 1_100;

/** Animates events one after the other, before the table shows their result. */
export class EventAnimator {
  announcement: (Announcement & { key: number }) | undefined = $state.raw();
  floats: Float[] = $state.raw([]);
  /** The id of the Pokémon whose attack is being shown. */
  attacking: string | undefined = $state();
  /** Durations as a factor; 0 skips the animation. */
  readonly #speed: () => number;
  #keys = 0;

  constructor(speed: () => number) {
    this.#speed = speed;
  }

  async show(event: GameEvent, table: GameState | undefined): Promise<void> {
    const mine = (seat: Seat): boolean => seat === table?.viewer.seat;
    const who = (seat: Seat): string => (mine(seat) ? "You" : playerName(table, seat));
    switch (event.type) {
      case "coin_flipped":
        return this.#announce({ kind: "coin", heads: event.heads, who: who(event.player) }, 1000);
      case "trainer_played":
        if (mine(event.player)) return;
        return this.#announce({ kind: "card", card: event.trainer.card, who: who(event.player) }, 850);
      case "attack_used":
        this.attacking = event.pokemon_id;
        await this.#announce({ kind: "words", text: event.attack }, 550);
        this.attacking = undefined;
        return;
      case "ability_used":
        return this.#announce({ kind: "words", text: event.ability }, 450);
      case "turn_started":
        return this.#announce(
          { kind: "words", text: mine(event.player) ? "Your turn" : `${who(event.player)}’s turn` },
          600,
        );
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
        // The table shows the result of all other events.
        return;
    }
  }

  pause(millis: number): Promise<void> {
    const wait = millis * this.#speed();
    return wait === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, wait));
  }

  async #announce(announcement: Announcement, millis: number): Promise<void> {
    if (this.#speed() === 0) return;
    this.announcement = { ...announcement, key: ++this.#keys };
    await this.pause(millis);
    this.announcement = undefined;
  }

  async #float(target: string, text: string, tone: Float["tone"]): Promise<void> {
    if (this.#speed() === 0) return;
    const float = { key: ++this.#keys, target, text, tone };
    this.floats = [...this.floats, float];
    setTimeout(() => {
      this.floats = this.floats.filter((other) => other !== float);
    }, FLOAT_MS);
    await this.pause(380);
  }
}
