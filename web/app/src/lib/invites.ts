const PREFIX = "menagerie.invite.";

/** Invite codes are told once, to who opened the game; kept so that a reload still shows the link. The rules go along, for the guest's choice of a deck. */
export function keepInvite(gameId: string, code: string, rules: string): void {
  try {
    sessionStorage.setItem(PREFIX + gameId, new URLSearchParams({ code, rules }).toString());
  } catch {
    // Then the link is gone with the page.
  }
}

export function inviteLink(gameId: string): string | undefined {
  try {
    const query = sessionStorage.getItem(PREFIX + gameId);
    return query ? `${location.origin}/join/${encodeURIComponent(gameId)}?${query}` : undefined;
  } catch {
    return undefined;
  }
}
