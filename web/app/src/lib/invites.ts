const PREFIX = "menagerie.invite.";

/** Invite codes are told once, to who opened the game; kept so that a reload still shows the link. */
export function keepInvite(gameId: string, code: string): void {
  try {
    sessionStorage.setItem(PREFIX + gameId, code);
  } catch {
    // Then the link is gone with the page.
  }
}

export function inviteLink(gameId: string): string | undefined {
  try {
    const code = sessionStorage.getItem(PREFIX + gameId);
    return code ? `${location.origin}/join/${encodeURIComponent(gameId)}?code=${encodeURIComponent(code)}` : undefined;
  } catch {
    return undefined;
  }
}
