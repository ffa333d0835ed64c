import { router } from "./router.svelte.js";

const PREFIX = "menagerie.invite.";

/**
 * Keeps the link of an open game in this tab: the server sends an invite code once, and a reload must still show the
 * link. Rules and host go along, for the guest's page.
 */
export function keepInvite(gameId: string, code: string, rules: string, host: string): void {
  try {
    sessionStorage.setItem(PREFIX + gameId, new URLSearchParams({ code, rules, host }).toString());
  } catch {
    // Storage is forbidden: the link is lost with the page.
  }
}

/** The link to a game that this tab opened. */
export function inviteLink(gameId: string): string | undefined {
  try {
    const query = sessionStorage.getItem(PREFIX + gameId);
    return query ? router.link(`/join/${encodeURIComponent(gameId)}?${query}`) : undefined;
  } catch {
    return undefined;
  }
}
