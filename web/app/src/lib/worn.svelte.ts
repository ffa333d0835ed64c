import type { WornRewards } from "@menagerie/client";
import { account, client } from "./services.svelte.js";

/** Colors of a card back. */
interface Back {
  back: string;
  edge: string;
  seal: string;
}

/** The backs of the campaign that comes with the game. */
const BACKS: Record<string, Back> = {
  lantern: { back: "#7a4a1e", edge: "#f6dfae", seal: "#f2b84b" },
  thunderhead: { back: "#2b3a5e", edge: "#cfdcf2", seal: "#f4d35e" },
  glade: { back: "#14342b", edge: "#9fd8b4", seal: "#cfe8ff" },
  gate: { back: "#4b2142", edge: "#f0d7e6", seal: "#d9a441" },
};

/** A back of a house's own campaign has colors of its own, made of its id. */
function backOf(id: string): Back {
  const known = BACKS[id];
  if (known) return known;
  const hue = [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 360, 7);
  return { back: `hsl(${hue} 40% 28%)`, edge: `hsl(${hue} 50% 88%)`, seal: `hsl(${(hue + 40) % 360} 65% 65%)` };
}

/** What the players of a table wear, asked for once for each. */
export class Worn {
  #byPlayer: Record<string, WornRewards> = $state({});
  readonly #asked = new Set<string>();

  /** Asks the server once for each player, bots (`bot:…`) aside; visitors without a user see the usual cards. */
  load(...players: (string | undefined)[]): void {
    if (!account.user) return;
    for (const player of players) {
      if (player !== undefined && !player.startsWith("bot:") && !this.#asked.has(player)) this.#ask(player);
    }
  }

  #ask(player: string): void {
    this.#asked.add(player);
    client.wornRewards(player).then(
      (worn) => (this.#byPlayer[player] = worn),
      () => undefined,
    );
  }

  title(player: string | undefined): string | undefined {
    return player === undefined ? undefined : this.#byPlayer[player]?.title?.name;
  }

  /** The style of whatever shows this player's cards face down. */
  style(player: string | undefined): string | undefined {
    const id = player === undefined ? undefined : this.#byPlayer[player]?.card_back?.id;
    if (id === undefined) return undefined;
    const { back, edge, seal } = backOf(id);
    return `--card-back: ${back}; --card-back-edge: ${edge}; --seal: ${seal}`;
  }
}
