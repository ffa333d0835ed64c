import type { SessionEvents } from "@menagerie/client";
import { account } from "./services.svelte.js";

/** More notices than these are not shown; the oldest are left out. */
const MAX_SHOWN = 3;

/** Other games of the user in which it is their turn. */
class OtherGames {
  waiting: { game: string; deadline: string | undefined }[] = $state.raw([]);

  receive({ game_id: game, player_id, deadline }: SessionEvents["turn_elsewhere"]): void {
    if (!game) return;
    this.dismiss(game);
    if (player_id !== account.user?.id) return;
    this.waiting = [{ game, deadline: deadline ?? undefined }, ...this.waiting].slice(0, MAX_SHOWN);
  }

  /** The user has seen it. */
  dismiss(game: string): void {
    this.waiting = this.waiting.filter((one) => one.game !== game);
  }

  clear(): void {
    this.waiting = [];
  }
}

export const otherGames = new OtherGames();
