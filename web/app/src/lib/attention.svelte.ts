import { t } from "./i18n.svelte.js";

const KEY = "menagerie.notify";
const ICON = 'link[rel="icon"]';

/** Draws the player's attention when it is their turn: title, tab icon and an optional notification. */
class Attention {
  /** Whether it is the player's turn; the page's title and icon show it. */
  wanted = $state(false);
  /** Whether the user wants notifications, and the browser allows them. */
  notifying = $state(stored() && permitted());
  #plainIcon: string | undefined;

  /** Announces whose turn it is; notifies once when it becomes the player's turn on a hidden page. */
  update(ownTurn: boolean, opponent: string): void {
    const began = ownTurn && !this.wanted;
    this.wanted = ownTurn;
    this.#setIcon(ownTurn);
    if (began && this.notifying && document.hidden) {
      new Notification(t("table.turn_of", { who: "you", player: "" }), {
        body: t("table.title", { first: t("player.you"), second: opponent }),
        tag: "menagerie.turn",
      });
    }
  }

  clear(): void {
    this.wanted = false;
    this.#setIcon(false);
  }

  /** Turns notifications on or off; asks the browser for permission first. */
  async toggle(): Promise<void> {
    if (!this.notifying && "Notification" in window) await Notification.requestPermission();
    this.notifying = !this.notifying && permitted();
    try {
      localStorage.setItem(KEY, this.notifying ? "on" : "off");
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  }

  #setIcon(badge: boolean): void {
    const link = document.querySelector<HTMLLinkElement>(ICON);
    if (!link) return;
    this.#plainIcon ??= link.href;
    const icon = badge ? new URL(`${import.meta.env.BASE_URL}icon-turn.svg`, location.origin).href : this.#plainIcon;
    if (link.href !== icon) link.href = icon;
  }
}

function permitted(): boolean {
  return "Notification" in window && Notification.permission === "granted";
}

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
}

export const attention = new Attention();
