import type { GameEvent, GameState, Seat } from "@menagerie/client";
import { t, wireText } from "./i18n.svelte.js";
import { playerName } from "./moves.js";
import { sound } from "./sound.svelte.js";

/** A short text over a Pokémon. */
export interface Float {
  key: number;
  target: string;
  text: string;
  tone: "hurt" | "heal" | "note";
}

/** A coin, text or card in the center of the table. */
export type Announcement =
  | { kind: "coin"; heads: boolean; who: string; text?: string }
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
  /** The id of the Pokémon that is being knocked out. */
  fainting: string | undefined = $state();
  /** The seat whose deck is being shuffled. */
  shuffling: Seat | undefined = $state();
  /** Durations as a factor; 0 skips the animation. */
  readonly #speed: () => number;
  #keys = 0;

  constructor(speed: () => number) {
    this.#speed = speed;
  }

  async show(event: GameEvent, table: GameState | undefined): Promise<void> {
    if (this.#speed() > 0) playSound(event, table?.viewer.seat ?? null);

    const mine = (seat: Seat): boolean => seat === table?.viewer.seat;
    const who = (seat: Seat): string => (mine(seat) ? t("player.you") : playerName(table, seat));
    switch (event.type) {
      case "coin_flipped":
        return this.#announce({ kind: "coin", heads: event.heads, who: who(event.player) }, 1000);
      case "first_player_flipped":
        return this.#announce(
          {
            kind: "coin",
            heads: true,
            who: who(event.player),
            text: t("log.first_player_flipped", {
              who: mine(event.player) ? "you" : "other",
              player: who(event.player),
            }),
          },
          1200,
        );
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
          {
            kind: "words",
            text: t("table.turn_of", { who: mine(event.player) ? "you" : "other", player: who(event.player) }),
          },
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
        return this.#float(event.pokemon_id, wireText("condition", event.condition), "note");
      case "deck_shuffled":
        this.shuffling = event.player;
        await this.pause(350);
        this.shuffling = undefined;
        return;
      case "knocked_out":
        this.fainting = event.pokemon_id;
        await this.#float(event.pokemon_id, t("table.knocked_out"), "note");
        await this.pause(300);
        this.fainting = undefined;
        return;
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

function playSound(event: GameEvent, viewer: Seat | null): void {
  switch (event.type) {
    case "card_drawn":
    case "prize_taken":
      return sound.play("draw");
    case "deck_shuffled":
      return sound.play("shuffle");
    case "pokemon_played":
    case "pokemon_placed":
    case "pokemon_evolved":
    case "energy_attached":
    case "tool_attached":
    case "trainer_played":
    case "stadium_played":
      return sound.play("place");
    case "coin_flipped":
    case "first_player_flipped":
      return sound.play("coin");
    case "damage_dealt":
    case "counters_placed":
      return sound.play("hit");
    case "damage_healed":
    case "counters_removed":
      return sound.play("heal");
    case "knocked_out":
      return sound.play("knockout");
    case "turn_started":
      return event.player === viewer ? sound.play("turn") : undefined;
    case "game_ended":
      return sound.play(event.winner === viewer ? "won" : "lost");
    default:
      return undefined;
  }
}
