import type { Friend } from "@menagerie/client";
import { account, client } from "./services.svelte.js";

/** More questions than these are on the players' page only. */
const MAX_NOTICES = 3;

/** The user's friends and open questions. */
class Friends {
  all: Friend[] = $state.raw([]);

  get friends(): Friend[] {
    return this.all.filter((one) => one.status === "friends");
  }

  /** Users with a request of this user. */
  get asked(): Friend[] {
    return this.all.filter((one) => one.status === "asked");
  }

  /** Users who wait for the user's answer. */
  get asking(): Friend[] {
    return this.all.filter((one) => one.status === "asking");
  }

  /** Questions that every page shows. */
  get notices(): Friend[] {
    return this.asking.slice(0, MAX_NOTICES);
  }

  /** Reads the list; without a connection the next change does it again. */
  async refresh(): Promise<void> {
    if (!account.user) return;
    await client.players.friends().then(
      (all) => (this.all = all),
      () => undefined,
    );
  }

  async ask(id: string): Promise<void> {
    await client.players.befriend(id);
    await this.refresh();
  }

  async remove(id: string): Promise<void> {
    await client.players.unfriend(id);
    await this.refresh();
  }

  clear(): void {
    this.all = [];
  }
}

export const friends = new Friends();
