/** Messages about the game that a session passes on as they are, and the names of its events. */
export const OF_THE_GAME = [
  ["game:turn_start", "turn_start"],
  ["game:turn_timeout", "turn_timeout"],
  ["game:opponent_connected", "opponent"],
  ["game:spectators", "spectators"],
  ["game:player_emote", "emote"],
  ["game:player_chat", "chat"],
] as const;

/** The same for messages that are about the user, whatever game is open. */
export const OF_THE_USER = [
  ["session:ready", "welcome"],
  ["user:invitation", "invitation"],
  ["user:match", "match"],
  ["user:friend", "friend"],
  ["user:turn", "turn_elsewhere"],
  ["user:announcements", "announcements"],
] as const;
