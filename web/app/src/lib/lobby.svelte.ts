import type { LobbyState } from "@menagerie/client";
import { announcements } from "./announcements.svelte.js";
import { friends } from "./friends.svelte.js";
import { invitations } from "./invitations.svelte.js";
import { otherGames } from "./other-games.svelte.js";
import { queue } from "./queue.svelte.js";
import { client } from "./services.svelte.js";

/** The lobby as this page sees it. */
class Lobby {
  /** Undefined until the server has answered. */
  state: LobbyState | undefined = $state.raw();
  connected = $state(false);

  /** Enters the lobby; the returned function leaves it. */
  enter(): () => void {
    const session = client.lobby();
    session.on("state", (state) => {
      this.state = state;
      announcements.hear(state.announcements, () => session.serverNow());
    });
    session.on("connection", (status) => (this.connected = status === "connected"));
    // Messages of the time without a connection are lost.
    session.on("connected", () => {
      void invitations.refresh();
      void queue.refresh();
      void friends.refresh();
    });
    session.on("invitation", (message) => invitations.receive(message));
    session.on("turn_elsewhere", (message) => otherGames.receive(message));
    session.on("match", (message) => queue.receive(message));
    session.on("friend", () => void friends.refresh());
    return () => {
      session.close();
      this.state = undefined;
      this.connected = false;
    };
  }
}

export const lobby = new Lobby();
