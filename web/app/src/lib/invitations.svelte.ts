import type { ReceivedInvitation, SessionEvents } from "@menagerie/client";
import { router } from "./router.svelte.js";
import { account, client } from "./services.svelte.js";

type Message = SessionEvents["invitation"];

/** What became of an invitation that the user has sent. */
export interface Outcome {
  game: string;
  status: "accepted" | "declined" | "expired";
  rematch: boolean;
}

/** More invitations than these are not shown; the oldest are left out. */
const MAX_SHOWN = 5;

/** Invitations and rematch offers of the user, in both directions. */
class Invitations {
  /** Invitations that wait for the user's answer, the newest first. */
  received: ReceivedInvitation[] = $state.raw([]);
  outcomes: Outcome[] = $state.raw([]);
  /** The newest message; the result of a game follows its own rematch. */
  latest: Message | undefined = $state.raw();

  get shown(): ReceivedInvitation[] {
    return this.received.slice(0, MAX_SHOWN);
  }

  /** Reads the invitations that wait; without a connection the next one does it again. */
  async refresh(): Promise<void> {
    if (!account.user) return;
    await client.invitations().then(
      (received) => (this.received = received),
      () => undefined,
    );
  }

  receive(message: Message): void {
    const { game_id: game, status, from_id, from_name, to_id, rematch_of } = message;
    if (!game) return;
    this.latest = message;
    const others = this.received.filter((one) => one.game_id !== game);
    if (to_id === account.user?.id && status === "offered") {
      const { game_type, rules, expires_at, timestamp } = message;
      const from = { player_id: from_id, name: from_name } as ReceivedInvitation["from"];
      const rematch = rematch_of ? { rematch_of } : {};
      this.received = [
        { game_id: game, game_type, rules, from, created_at: timestamp, expires_at, ...rematch },
        ...others,
      ];
    } else {
      this.received = others;
    }
    if (from_id === account.user?.id && (status === "accepted" || status === "declined" || status === "expired")) {
      this.dismiss(game);
      this.outcomes = [{ game, status, rematch: rematch_of !== undefined }, ...this.outcomes].slice(0, MAX_SHOWN);
    }
  }

  /** Accepts an invitation: a rematch starts at once, another game asks for a deck first. */
  async accept(invitation: ReceivedInvitation): Promise<void> {
    const { game_id, rematch_of } = invitation;
    if (!rematch_of) return router.go(`/join/${game_id}`);
    await client.rematch(rematch_of);
    this.#forget(game_id);
    router.go(`/play/${game_id}`);
  }

  async decline(invitation: ReceivedInvitation): Promise<void> {
    await client.declineGame(invitation.game_id);
    this.#forget(invitation.game_id);
  }

  /** Removes an invitation's outcome from the notices. */
  dismiss(game: string): void {
    this.outcomes = this.outcomes.filter((outcome) => outcome.game !== game);
  }

  clear(): void {
    this.received = [];
    this.outcomes = [];
    this.latest = undefined;
  }

  #forget(game: string): void {
    this.received = this.received.filter((one) => one.game_id !== game);
  }
}

export const invitations = new Invitations();
