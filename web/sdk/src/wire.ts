// Made by scripts/types.mjs from a server's /asyncapi.json and /openapi.json: `npm run types -- URL`. Not to be edited.

/** What a client sends, by event. */
export interface ClientMessages {
  /** Sits down at a game as its player, or resumes after a lost connection. */
  "game:join": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:join";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
    /** The id of a game. */
    game_id: string;
    /** The last version the client has; the server sends what it missed. */
    last_event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Whether states come whole or as patches. */
    sync?: Sync;
    /** Whether states list the legal actions. Absent: they do. */
    legal_actions?: boolean;
    /** Whether patches come with the events. Absent: they do. */
    events?: boolean;
  };
  /** Watches a game. */
  "game:spectate": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:spectate";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
    /** The id of a game. */
    game_id: string;
    /** The last version the client has; the server sends what it missed. */
    last_event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Whether states come whole or as patches. */
    sync?: Sync;
    /** Whether states list the legal actions. Absent: they do. */
    legal_actions?: boolean;
    /** Whether patches come with the events. Absent: they do. */
    events?: boolean;
  };
  /** Does one of the state's legal actions. */
  "game:action": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:action";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The id of a game. */
    game_id: string;
    /** The action to carry out, one of the state's `legal_actions`. */
    action: Action;
    /** The version that the client saw; the server refuses with `stale_version` if it has changed. */
    expected_event_id?: number;
    /** The client's span that the message belongs to, as W3C Trace Context writes it; the server's spans are below it. One that cannot be read is ignored. */
    traceparent?: string;
  };
  /** Gives up a game. */
  "game:resign": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:resign";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The id of a game. */
    game_id: string;
    /** The client's span that the message belongs to, as W3C Trace Context writes it; the server's spans are below it. One that cannot be read is ignored. */
    traceparent?: string;
  };
  /** Says one of the fixed things to everyone who follows the game. Clients have the words. */
  "game:emote": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:emote";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
    /** The id of a game. */
    game_id: string;
    /** What the player says. */
    emote: Emote;
  };
  /** Writes a line to the other player, where the house has chat (`session:ready` says so). `details.reason` of a refusal is `filtered` or `full`. */
  "game:chat": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:chat";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
    /** The id of a game. */
    game_id: string;
    /** From 1 to 200 printable characters; white space becomes single spaces. */
    text: string;
  };
  /** Stops following a game. */
  "game:leave": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:leave";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
    /** The id of a game. */
    game_id: string;
  };
  /** Measures the connection. The reply has the server's time. */
  "game:heartbeat": {
    /** Which kind of message, action, event or word this is. */
    type?: "game:heartbeat";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
  };
  /** Gives the connection a new access token, so that it stays open. */
  "auth:refresh": {
    /** Which kind of message, action, event or word this is. */
    type?: "auth:refresh";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id?: string;
    /** A new access token of the same user. */
    token: string;
  };
}

/** What the server sends, by event. */
export interface ServerMessages {
  /** The first message of a connection: who is signed in, and which games are unfinished. */
  "session:ready": {
    /** Which kind of message, action, event or word this is. */
    type: "session:ready";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user. */
    user_id: string;
    /** The server's clock, ISO 8601 in UTC. */
    server_time: string;
    /** The version of this protocol. */
    protocol_version: number;
    /** The ids of the user's unfinished games. */
    active_games: string[];
    /** Whether the house has chat (`game:chat`). */
    chat: boolean;
    /** Texts of the operators. */
    announcements: Announcement[];
  };
  /** The server closes the connection, and why. */
  "session:closed": {
    /** Which kind of message, action, event or word this is. */
    type: "session:closed";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Why, as a stable word. */
    code: string;
    /** The reason in English, for people. */
    message: string;
  };
  /** The access token expires soon. Send `auth:refresh`. */
  "auth:expiring": {
    /** Which kind of message, action, event or word this is. */
    type: "auth:expiring";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** When the token expires, ISO 8601 in UTC. */
    expires_at: string;
  };
  /** The whole state, after a join or when a patch is not possible. */
  "game:state": {
    /** Which kind of message, action, event or word this is. */
    type: "game:state";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Which kind. */
    kind: string;
    /** The whole state. Absent: a patch leads to it. */
    state: GameState;
    /** The commits that the client missed, oldest first. */
    missed_events?: Commit[];
    /** True: the missed commits are not kept any more; the state is all there is. */
    resync?: boolean;
  };
  /** A commit, with the patch that leads to the state after it. */
  "game:update": {
    /** Which kind of message, action, event or word this is. */
    type: "game:update";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string | null;
    /** The type of the action or of the server's own step. */
    action_type: string;
    /** What happened, in order. */
    events: GameEvent[];
    /** RFC 6902 operations that turn the state before into the state after. */
    patch: PatchOperation[];
    /** Set when a turn began with this commit. */
    turn_start?: TurnStart;
    /** Set when the game ended with this commit. */
    game_over?: GameOver;
  };
  /** What an action led to; the reply again for a client that missed it. */
  "game:action_result": {
    /** Which kind of message, action, event or word this is. */
    type: "game:action_result";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The `message_id` of the request that this answers. */
    request_id?: string;
    /** Whether the request was carried out. */
    ok: boolean;
    /** The type of the action or of the server's own step. */
    action_type: string;
    /** What happened, in order. */
    events: GameEvent[];
  };
  /** What the opponent or the server did. */
  "game:opponent_action": {
    /** Which kind of message, action, event or word this is. */
    type: "game:opponent_action";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string | null;
    /** The type of the action or of the server's own step. */
    action_type: string;
    /** What happened, in order. */
    events: GameEvent[];
  };
  /** A turn began. */
  "game:turn_start": {
    /** Which kind of message, action, event or word this is. */
    type: "game:turn_start";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string;
    /** The number of the turn, from 1. */
    turn_number: number;
    /** When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs. */
    deadline: string | null;
    /** The time for the turn in milliseconds. Null: no limit. */
    time_limit_ms: number | null;
  };
  /** The clock warns, has run out, or was extended. */
  "game:turn_timeout": {
    /** Which kind of message, action, event or word this is. */
    type: "game:turn_timeout";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string;
    /** Which kind. */
    kind: TurnTimeoutKind;
    /** The time left, in milliseconds. */
    remaining_ms: number;
    /** When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs. */
    deadline: string | null;
    /** What happened because the clock ran out. */
    consequence?: TurnTimeoutConsequence;
    /** Why the clock was extended. */
    reason?: string;
    /** How often this player's clock has run out. */
    timeouts_used: number;
    /** A player who ran out of time so often loses. */
    timeouts_before_loss: number;
  };
  /** The game is over. */
  "game:game_over": {
    /** Which kind of message, action, event or word this is. */
    type: "game:game_over";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of the winner. Null: a draw, or the game goes on. */
    winner_id: string | null;
    /** Why the game ended. Null: it goes on. */
    end_reason: string;
    /** How long the game took, in milliseconds. */
    duration_ms: number;
    /** The secret seed of the game's chance, 64 hexadecimal digits; known when the game is over. */
    rng_seed: string;
    /** Where the replay is, relative to the server. */
    replay_url: string;
  };
  /** The opponent's connection came, went or came back. */
  "game:opponent_connected": {
    /** Which kind of message, action, event or word this is. */
    type: "game:opponent_connected";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string;
    /** What became of the connection. */
    status: OpponentConnectedStatus;
  };
  /** How many people watch. */
  "game:spectators": {
    /** Which kind of message, action, event or word this is. */
    type: "game:spectators";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** How many. */
    count: number;
  };
  /** A player of this game says one of the fixed things. It is sent to the other player and to spectators, except those who muted or blocked the player. */
  "game:player_emote": {
    /** Which kind of message, action, event or word this is. */
    type: "game:player_emote";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string;
    /** What the player says. */
    emote: Emote;
  };
  /** A player of this game has written something. It is sent to both players, except one who muted or blocked the writer; spectators do not see it. The house's filter may have changed it. */
  "game:player_chat": {
    /** Which kind of message, action, event or word this is. */
    type: "game:player_chat";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The id of a user who plays. Null: the server acted by itself. */
    player_id: string;
    /** Rises with every message. */
    chat_id: string;
    /** When it was written, ISO 8601 in UTC. */
    said_at: string;
    /** What the player wrote, or what the house's filter made of it. Text, never markup. */
    text: string;
  };
  /** It is another player's turn to act in a game of the user that this connection has not open, or that game is over. The envelope names the game. */
  "user:turn": {
    /** Which kind of message, action, event or word this is. */
    type: "user:turn";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Who is to act. Null: the game is over. */
    player_id: string | null;
    /** The number of the turn, from 1. */
    turn_number: number;
    /** When that player's clock runs out. Null: none runs. */
    deadline: string | null;
  };
  /** An invitation to a game came, or changed. */
  "user:invitation": {
    /** Which kind of message, action, event or word this is. */
    type: "user:invitation";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The state of affairs in one word. */
    status: InvitationStatus;
    /** The id of the Pokémon that lost it. */
    from_id: string;
    /** The name of the user who invites. */
    from_name: string;
    /** The id of the user who is invited. */
    to_id: string;
    /** The kind of game: `casual`, `ranked` or `campaign`. */
    game_type: string;
    /** The rules of the game, or the name of their preset. */
    rules: string;
    /** The id of the game that this is a rematch of. */
    rematch_of?: string;
    /** When the token expires, ISO 8601 in UTC. */
    expires_at: string;
  };
  /** The queue or a tournament has an opponent; the game waits at `game_id`. */
  "user:match": {
    /** Which kind of message, action, event or word this is. */
    type: "user:match";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The name of the preset these rules come from. */
    preset: string;
    /** The kind of game: `casual`, `ranked` or `campaign`. */
    game_type: string;
    /** The id of the opponent. */
    opponent_id: string;
    /** The name of the opponent. */
    opponent_name: string;
    /** How long the user waited, in milliseconds. */
    waited_ms: number;
    /** The tournament that the game belongs to. Absent: none. */
    tournament_id?: string;
  };
  /** A user asked another one to be a friend, accepted, or ended it. */
  "user:friend": {
    /** Which kind of message, action, event or word this is. */
    type: "user:friend";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The state of affairs in one word. */
    status: FriendStatus;
    /** The id of the user who made the change. */
    from_id: string;
    /** The name of that user. */
    from_name: string;
    /** The id of the other user. */
    to_id: string;
  };
  /** The announcements have changed. */
  "user:announcements": {
    /** Which kind of message, action, event or word this is. */
    type: "user:announcements";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Texts of the operators. */
    announcements: Announcement[];
  };
  /** A message was refused that had no acknowledgement. */
  "game:error": {
    /** Which kind of message, action, event or word this is. */
    type: "game:error";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The `message_id` of the request that this answers. */
    request_id?: string;
    /** Why the request was refused. */
    error: Refusal;
  };
}

/** What the server sends in the lobby, by event. */
export interface LobbyMessages {
  /** The first message of the lobby: its games, its members and the announcements. */
  "lobby:ready": {
    /** Which kind of message, action, event or word this is. */
    type: "lobby:ready";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a user. */
    user_id: string;
    /** The server's clock, ISO 8601 in UTC. */
    server_time: string;
    /** The games, or how many. */
    games: OpenGame[];
    /** The users in the lobby, or how many. */
    members: LobbyMember[];
    /** How busy the server is. */
    counts: LobbyCounts;
    /** Texts of the operators. */
    announcements: Announcement[];
    /** Tournaments that are not over, or have just ended. */
    tournaments: TournamentEntry[];
  };
  /** Games came to the list, changed, or left it. */
  "lobby:games": {
    /** Which kind of message, action, event or word this is. */
    type: "lobby:games";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** Games that came to the list. */
    added: OpenGame[];
    /** Games that are different now. */
    changed: OpenGame[];
    /** The ids of games that left the list. */
    removed: string[];
  };
  /** Users came or left. */
  "lobby:members": {
    /** Which kind of message, action, event or word this is. */
    type: "lobby:members";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** Users who came. */
    joined: LobbyMember[];
    /** The ids of users who left. */
    left: string[];
  };
  /** The counts have changed. */
  "lobby:counts": {
    /** Which kind of message, action, event or word this is. */
    type: "lobby:counts";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** How busy the server is. */
    counts: LobbyCounts;
  };
  /** The announcements have changed. */
  "lobby:announcements": {
    /** Which kind of message, action, event or word this is. */
    type: "lobby:announcements";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** Texts of the operators. */
    announcements: Announcement[];
  };
  /** Tournaments were announced, have changed, or are over for some time. */
  "lobby:tournaments": {
    /** Which kind of message, action, event or word this is. */
    type: "lobby:tournaments";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** Tournaments that are new or different. */
    changed: TournamentEntry[];
    /** Ids of tournaments that are no longer listed. */
    removed: string[];
  };
  /** The server closes the connection, and why. */
  "session:closed": {
    /** Which kind of message, action, event or word this is. */
    type: "session:closed";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Why, as a stable word. */
    code: string;
    /** The reason in English, for people. */
    message: string;
  };
  /** The access token expires soon. Send `auth:refresh`. */
  "auth:expiring": {
    /** Which kind of message, action, event or word this is. */
    type: "auth:expiring";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** When the token expires, ISO 8601 in UTC. */
    expires_at: string;
  };
  /** It is another player's turn to act in a game of the user that this connection has not open, or that game is over. The envelope names the game. */
  "user:turn": {
    /** Which kind of message, action, event or word this is. */
    type: "user:turn";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** Who is to act. Null: the game is over. */
    player_id: string | null;
    /** The number of the turn, from 1. */
    turn_number: number;
    /** When that player's clock runs out. Null: none runs. */
    deadline: string | null;
  };
  /** An invitation to a game came, or changed. */
  "user:invitation": {
    /** Which kind of message, action, event or word this is. */
    type: "user:invitation";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The state of affairs in one word. */
    status: InvitationStatus;
    /** The id of the Pokémon that lost it. */
    from_id: string;
    /** The name of the user who invites. */
    from_name: string;
    /** The id of the user who is invited. */
    to_id: string;
    /** The kind of game: `casual`, `ranked` or `campaign`. */
    game_type: string;
    /** The rules of the game, or the name of their preset. */
    rules: string;
    /** The id of the game that this is a rematch of. */
    rematch_of?: string;
    /** When the token expires, ISO 8601 in UTC. */
    expires_at: string;
  };
  /** The queue or a tournament has an opponent; the game waits at `game_id`. */
  "user:match": {
    /** Which kind of message, action, event or word this is. */
    type: "user:match";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The name of the preset these rules come from. */
    preset: string;
    /** The kind of game: `casual`, `ranked` or `campaign`. */
    game_type: string;
    /** The id of the opponent. */
    opponent_id: string;
    /** The name of the opponent. */
    opponent_name: string;
    /** How long the user waited, in milliseconds. */
    waited_ms: number;
    /** The tournament that the game belongs to. Absent: none. */
    tournament_id?: string;
  };
  /** A user asked another one to be a friend, accepted, or ended it. */
  "user:friend": {
    /** Which kind of message, action, event or word this is. */
    type: "user:friend";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The state of affairs in one word. */
    status: FriendStatus;
    /** The id of the user who made the change. */
    from_id: string;
    /** The name of that user. */
    from_name: string;
    /** The id of the other user. */
    to_id: string;
  };
  /** A message was refused that had no acknowledgement. */
  "game:error": {
    /** Which kind of message, action, event or word this is. */
    type: "game:error";
    /** Chosen by the sender. A client repeats a message under the same id; the server carries it out once. */
    message_id: string;
    /** The time at which the server made the message, ISO 8601 in UTC. */
    timestamp: string;
    /** The id of a game. */
    game_id?: string;
    /** The version of the game: one more for each commit. */
    event_id?: number;
    /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
    epoch?: number;
    /** The `message_id` of the request that this answers. */
    request_id?: string;
    /** Why the request was refused. */
    error: Refusal;
  };
}

/** What acknowledges a client's message, by event. */
export interface Replies {
  /** Acknowledges `game:join`. */
  "game:join": ReplyJoined | RefusedReply;
  /** Acknowledges `game:spectate`. */
  "game:spectate": ReplyJoined | RefusedReply;
  /** Acknowledges `game:action`. */
  "game:action": ReplyActed | ReplyActedDelta | ReplyReplayed | RefusedReply;
  /** Acknowledges `game:resign`. */
  "game:resign": ReplyActed | ReplyActedDelta | ReplyReplayed | RefusedReply;
  /** Acknowledges `game:emote`. */
  "game:emote": ReplyDone | RefusedReply;
  /** Acknowledges `game:chat`. */
  "game:chat": ReplyDone | RefusedReply;
  /** Acknowledges `game:leave`. */
  "game:leave": ReplyDone | RefusedReply;
  /** Acknowledges `game:heartbeat`. */
  "game:heartbeat": ReplyAlive | RefusedReply;
  /** Acknowledges `auth:refresh`. */
  "auth:refresh": ReplyDone | RefusedReply;
}

/** A REST call. */
export interface Call<Body, Answer> {
  /** What it takes: the body of the request. */
  body: Body;
  /** What it answers: the body of the response. */
  answer: Answer;
}

/** Every REST call: what it takes and what it answers. */
export interface Calls {
  /** Makes a guest and signs them in. A guest can play at once; the access token lasts some minutes, `refresh` renews it. */
  "POST /auth/guest": Call<GuestSignIn, Tokens>;
  /** Makes an account and signs in. To keep a guest's decks and games use `upgradeGuest`. */
  "POST /auth/register": Call<Registration, Tokens>;
  /** Signs in with name and password. Wrong passwords are slowed down. */
  "POST /auth/login": Call<Login, Tokens>;
  /** Exchanges a refresh token for new tokens. The old one stays usable for 30 seconds, for a client whose response was lost. */
  "POST /auth/refresh": Call<Refresh, Tokens>;
  /** Ends the session of the token, or all sessions of the user. Its sockets are closed. */
  "POST /auth/logout": Call<Logout, undefined>;
  /** Lists the places where the user is signed in. */
  "GET /auth/sessions": Call<undefined, {
      /** The entries of this page. */
      items: SignedInSession[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Ends one session of the user. */
  "DELETE /auth/sessions/{id}": Call<undefined, undefined>;
  /** Turn your guest into an account. */
  "POST /auth/upgrade": Call<Upgrade, User>;
  /** Change the name that others see. */
  "PUT /auth/name": Call<Rename, User>;
  /** Changes the password and ends the user's other sessions. A user whom a provider signs in sets the first password without `current_password`, within ten minutes after a sign-in. `details.reason` of a refusal is `wrong_password` or `sign_in_again`. */
  "PUT /auth/password": Call<PasswordChange, undefined>;
  /** Deletes the user for good: sessions end at once, unfinished games are given up, decks, ratings, friends and blocks go. Finished games stay under the name `Deleted user`. A user with a password confirms with it; a user whom a provider signs in, by a sign-in of the last ten minutes. `details.reason` of a refusal is `wrong_password` or `sign_in_again`. */
  "POST /auth/delete": Call<AccountDeletion, undefined>;
  /** Names the OpenID Connect provider that users may sign in through; without `name` there is none. */
  "GET /auth/oidc": Call<undefined, SignInProvider>;
  /** Begins a sign-in at the provider. The browser keeps `sign_in`, goes to `authorization_url`, and comes back to `/signed-in` of this server with `state`, `code` and, of some providers, `iss`. Without a token the sign-in ends with `finishProviderSignIn`; with the token of a user, with `linkIdentity`. */
  "POST /auth/oidc/start": Call<undefined, ProviderSignIn>;
  /** Signs in with what the browser brought back; once. A person who is new here gets an account. `details.reason` of a refusal is `expired`, `used`, `not_yours` or `not_proven`; begin again. */
  "POST /auth/oidc/finish": Call<ProviderReturn, Tokens>;
  /** Links the person at the provider to the user, who can sign in there from now on. A guest becomes an account, under the same name if it is free, and stays the same user. `details.reason` of a refusal is as for `finishProviderSignIn`. */
  "POST /auth/oidc/link": Call<ProviderReturn, User>;
  /** Unlinks the person at the provider, or at one of several (`issuer`). Refused to a user without a password. */
  "DELETE /auth/oidc/link": Call<undefined, undefined>;
  /** Shows how the user can sign in: with a password, and as whom at which provider. */
  "GET /auth/methods": Call<undefined, SignInMethods>;
  /** Lists every card that the server knows, with its text and program. The response has an ETag; ask again with `If-None-Match`. */
  "GET /cards": Call<undefined, {
      /** The entries of this page. */
      items: CardDefinition[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows one card. */
  "GET /cards/{id}": Call<undefined, CardDefinition>;
  /** Lists the presets of rules. */
  "GET /rules": Call<undefined, {
      /** The entries of this page. */
      items: RulesConfig[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows every field of a preset with its value and bounds, for forms of house rules. */
  "GET /rules/{name}": Call<undefined, unknown>;
  /** Lists the starter decks, then the user's own. */
  "GET /decks": Call<undefined, {
      /** The entries of this page. */
      items: Deck[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Stores a deck. A deck that breaks a rule is refused with all its errors at once. */
  "POST /decks": Call<DeckDraft, Deck>;
  /** Shows one deck. */
  "GET /decks/{id}": Call<undefined, Deck>;
  /** Replaces one of the user's decks. */
  "PUT /decks/{id}": Call<DeckDraft, Deck>;
  /** Deletes one of the user's decks. */
  "DELETE /decks/{id}": Call<undefined, undefined>;
  /** Writes a deck as a list that people read, and that `text` of a new deck takes. */
  "GET /decks/{id}/text": Call<undefined, DeckListText>;
  /** Shows the cards that the user may put into decks, in a house that has collections: of each card as many as the starter deck with the most of them has, and those won in the campaign. A deck with more of a card is refused (`deck_invalid`), when it is kept and when it is to be played. Starter decks are everybody's. */
  "GET /users/me/collection": Call<undefined, Collection>;
  /** Checks a deck without storing it. Answers 200 with every broken rule; an empty list means that the deck can be played. */
  "POST /decks/check": Call<DeckDraft, DeckVerdict>;
  /** Creates a game. Against a bot it starts at once; otherwise it waits for the second player. */
  "POST /games": Call<NewGame, CreatedGame>;
  /** Takes the second seat. A game that is not listed needs its invite code. */
  "POST /games/{id}/join": Call<JoinGame, CreatedGame>;
  /** Lists the user's unfinished games. */
  "GET /games/me/active": Call<undefined, {
      /** The entries of this page. */
      items: GameSummary[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists public games that are being played. */
  "GET /games/live": Call<undefined, {
      /** The entries of this page. */
      items: GameSummary[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists games that wait for a second player. */
  "GET /games/open": Call<undefined, {
      /** The entries of this page. */
      items: GameSummary[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows one game: one's own, or a public one. */
  "GET /games/{id}": Call<undefined, GameSummary>;
  /** Gives up a waiting game of one's own. */
  "DELETE /games/{id}": Call<undefined, undefined>;
  /** Gives up a game. The opponent wins. */
  "POST /games/{id}/resign": Call<undefined, Resigned>;
  /** Offers a rematch, or accepts the opponent's offer. */
  "POST /games/{id}/rematch": Call<undefined, CreatedGame>;
  /** Lists the games that the user is invited to. */
  "GET /games/me/invitations": Call<undefined, {
      /** The entries of this page. */
      items: ReceivedInvitation[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Declines an invitation, or the offer of a rematch. */
  "POST /games/{id}/decline": Call<undefined, undefined>;
  /** Lists the user's finished games, the latest first. */
  "GET /games/me/history": Call<undefined, {
      /** The entries of this page. */
      items: PastGame[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Results of the user's games: in all, by preset, by own deck, by the opponent's deck and by month. At most the latest 5,000 games that the server keeps count; games that never began or were voided do not. */
  "GET /statistics/me": Call<undefined, Statistics>;
  /** Results of a user's games, in all and by preset. Decks are for the user alone. */
  "GET /users/{id}/statistics": Call<undefined, Profile>;
  /** Shows a finished game with its seed and every action. */
  "GET /games/{id}/replay": Call<undefined, Replay>;
  /** Shows a finished game state by state, a page of frames at a time. */
  "GET /games/{id}/replay/frames": Call<undefined, {
      /** The entries of this page. */
      items: ReplayFrame[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Plays a finished game again and compares commitment and digests. */
  "POST /games/{id}/replay/verify": Call<undefined, Verification>;
  /** Shows the user's ratings in a season. */
  "GET /ratings/me": Call<undefined, {
      /** The entries of this page. */
      items: Rating[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists the user's ranked games, the latest first. */
  "GET /ratings/me/history": Call<undefined, {
      /** The entries of this page. */
      items: RatedGame[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows the ratings of any user in a season. */
  "GET /users/{id}/ratings": Call<undefined, {
      /** The entries of this page. */
      items: Rating[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists the players with settled ratings, the best first. */
  "GET /ladders/{preset}": Call<undefined, {
      /** The entries of this page. */
      items: LadderRow[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists the seasons, the latest first. */
  "GET /seasons": Call<undefined, {
      /** The entries of this page. */
      items: Season[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists registered users whose names begin so, 20 at most. Users who do not want to be found by name are left out, and so is everyone with a block between them and the user. 30 searches a minute. */
  "GET /users": Call<undefined, {
      /** The entries of this page. */
      items: FoundUser[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists the opponents of the user's last 200 games, the latest first. */
  "GET /users/me/opponents": Call<undefined, {
      /** The entries of this page. */
      items: RecentOpponent[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows what others may learn of the user. */
  "GET /users/me/privacy": Call<undefined, Privacy>;
  /** Changes what others may learn of the user. */
  "PUT /users/me/privacy": Call<Privacy, Privacy>;
  /** Lists friends, and open requests of and to the user; by name. */
  "GET /users/me/friends": Call<undefined, {
      /** The entries of this page. */
      items: Friend[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Asks a user to be a friend, or accepts if that user has asked before. Both receive `user:friend`. */
  "PUT /users/me/friends/{id}": Call<undefined, undefined>;
  /** Ends a friendship, withdraws a request or declines one. Both receive `user:friend`. */
  "DELETE /users/me/friends/{id}": Call<undefined, undefined>;
  /** Lists the users that the user blocks, by name. */
  "GET /users/me/blocks": Call<undefined, {
      /** The entries of this page. */
      items: BlockedUser[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Blocks a user and ends a friendship. Two users with a block between them cannot invite each other, are never paired, and see nothing of each other in the lobby and in searches. */
  "PUT /users/me/blocks/{id}": Call<undefined, undefined>;
  /** Blocks a user no longer. */
  "DELETE /users/me/blocks/{id}": Call<undefined, undefined>;
  /** Lists the users whose emotes and chat the user does not see, by name. */
  "GET /users/me/mutes": Call<undefined, {
      /** The entries of this page. */
      items: BlockedUser[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows the user no emotes and no chat of another one, in any game, as player or spectator. The other one does not learn of it. */
  "PUT /users/me/mutes/{id}": Call<undefined, undefined>;
  /** Shows the emotes of another user again. */
  "DELETE /users/me/mutes/{id}": Call<undefined, undefined>;
  /** Reports a user to the operators. The same user reported again for the same game changes the report that waits. */
  "POST /reports": Call<NewReport, FiledReport>;
  /** Lists the reports of the user, the newest first, and whether an operator has closed them. */
  "GET /reports/me": Call<undefined, {
      /** The entries of this page. */
      items: Report[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Lists what the players of a game wrote to each other, the oldest first, for the players alone; without messages of users that the caller has muted or blocked. Messages are kept for some weeks. */
  "GET /games/{id}/chat": Call<undefined, {
      /** The entries of this page. */
      items: ChatMessage[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows what the server knows of the user: account, sessions, identities at providers, decks, the last 10,000 finished games, ratings of this season, the campaign, tournaments, puzzles, chat, friends and blocks. Six times a minute. */
  "GET /users/me/export": Call<undefined, PersonalData>;
  /** Queue for an opponent, in place of another queue. */
  "POST /matchmaking": Call<NewTicket, Ticket>;
  /** The state of your ticket; asking counts as a sign of life. */
  "GET /matchmaking": Call<undefined, Ticket>;
  /** Stop waiting. */
  "DELETE /matchmaking": Call<undefined, undefined>;
  /** Lists the tournaments that are announced or played, the next first; with `over=true` those that are over. */
  "GET /tournaments": Call<undefined, {
      /** The entries of this page. */
      items: TournamentSummary[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Shows a tournament with its standings and what it is for the user. */
  "GET /tournaments/{id}": Call<undefined, TournamentDetails>;
  /** Lists the matches of a tournament, of one round or of all of them: the pairings, or the bracket. */
  "GET /tournaments/{id}/matches": Call<undefined, {
      /** The entries of this page. */
      items: TournamentMatch[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Everything about a tournament in one document, to be kept elsewhere. */
  "GET /tournaments/{id}/results": Call<undefined, TournamentResults>;
  /** Registers the user with a deck, which is taken as it is now. Sent again, it changes the deck. Who registers while the check-in is open is checked in. */
  "PUT /tournaments/{id}/registration": Call<TournamentDeck, TournamentDetails>;
  /** Leaves a tournament: before the start as if never registered, later with the loss of the match that is played. */
  "DELETE /tournaments/{id}/registration": Call<undefined, TournamentDetails>;
  /** The user is there and will play. Who has not checked in at the start does not take part. */
  "POST /tournaments/{id}/check-in": Call<undefined, TournamentDetails>;
  /** Lists the house opponents of the campaign with what a win brings, which are open to the user, and what the user has won. */
  "GET /campaign": Call<undefined, Campaign>;
  /** Starts a game against a house opponent, who has a deck of its own. Opponents are unlocked by a win over the one before; a beaten one can be played again. */
  "POST /campaign/{id}/games": Call<CampaignDeck, CampaignGame>;
  /** Shows the title and the card back that a user wears; bots and unknown users wear nothing. */
  "GET /users/{id}/worn": Call<undefined, WornRewards>;
  /** Chooses the title and the card back that others see, out of the campaign's rewards that the user has won. What is left out is taken off. */
  "PUT /users/me/worn": Call<RewardChoice, WornRewards>;
  /** Shows the puzzle of a day, in UTC by the server's clock: a position in which one line wins within the turn. `today` is the present day; those of the last 366 days can be played too. */
  "GET /puzzles/{day}": Call<undefined, Puzzle>;
  /** Plays a line of the puzzle from its start over the rules: all actions so far, each time. Coins fall tails, and the opponent's choices take their first option. A line that wins is recorded for the user. */
  "POST /puzzles/{day}/tries": Call<PuzzleLine, PuzzleTry>;
  /** Shows the shortest line that wins, step by step. Looking at it is no try, and is recorded: a user who solves the puzzle afterwards does not add to the streak. */
  "GET /puzzles/{day}/solution": Call<undefined, PuzzleSolution>;
  /** Lists the bots, the easiest first. */
  "GET /bots": Call<undefined, {
      /** The entries of this page. */
      items: BotOffer[];
      /** Send it as `cursor` to get the next page. Absent: this was the last one. */
      next_cursor?: string;
    }>;
  /** Answers as long as the process runs. */
  "GET /health/live": Call<undefined, Health>;
  /** Answers 200 when the server can play, 503 when it cannot. */
  "GET /health/ready": Call<undefined, Readiness>;
}

/** An ability as card files write it. */
export type Ability = AbilityActivated | AbilityTriggered | AbilityContinuous;

/** An ability that its player uses. */
export interface AbilityActivated {
  /** Which kind of message, action, event or word this is. */
  type: "activated";
  /** The name, for people. */
  name: string;
  /** How often it may be used. */
  limit?: AbilityLimit;
  /** Where from. */
  from?: AbilityOrigin;
  /** The condition under which it holds. */
  when?: Condition;
  /** What happens, in order. */
  effects: Effect[];
}

/** An ability that always holds. */
export interface AbilityContinuous {
  /** Which kind of message, action, event or word this is. */
  type: "continuous";
  /** The name, for people. */
  name: string;
  /** Which Pokémon it holds for. Absent: the one that has it. */
  affects?: Scope;
  /** The condition under which it holds. */
  when?: Condition;
  /** What it gives. */
  gives: Static[];
}

/** An ability: its kind, its text and its program. */
export interface AbilityDefinition {
  /** Whether it is activated, triggered or continuous. */
  type: string;
  /** The name, for people. */
  name: string;
  /** The text as it is read on the card. */
  text: string;
  /** The ability as card files write it. */
  program: Ability;
}

/** How often an ability may be used. */
export type AbilityLimit = "once_per_turn" | "once_per_turn_by_name" | "once_per_game" | "unlimited";

/** A place outside play from which an ability is used. */
export type AbilityOrigin = "hand" | "discard";

/** An ability that starts by itself when something happens. */
export interface AbilityTriggered {
  /** Which kind of message, action, event or word this is. */
  type: "triggered";
  /** The name, for people. */
  name: string;
  /** What it starts with, or the Pokémon that is counted. */
  on: Trigger;
  /** Whether its player may decline. */
  optional?: boolean;
  /** The condition under which it holds. */
  when?: Condition;
  /** What happens, in order. */
  effects: Effect[];
}

/** An ability was used. */
export interface AbilityUsedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "ability_used";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** The name of the ability. */
  ability: string;
}

/** `away`: the player has left and their clock is shorter. `gone`: it ran out, and the other player may claim the game. */
export type Absence = "away" | "gone";

/** Confirms that the account is to be deleted. */
export interface AccountDeletion {
  /** The password of a user who has one. */
  password?: string;
}

/** What a player may do. Send one of the state's `legal_actions` back unchanged. */
export type Action = ActionPlayPokemon | ActionEvolve | ActionAttachEnergy | ActionPlayTrainer | ActionUseAbility | ActionRetreat | ActionAttack | ActionPass | ActionClaimWin | ActionClaimDraw | ActionSelectActive | ActionSelectPrize | ActionSelect;

/** Attaches an energy from hand, or from the energy zone. */
export interface ActionAttachEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "attach_energy";
  /** The id of a card in your hand, as the state shows it. */
  card_id?: string;
  /** Where it comes from. */
  source?: ActionEnergyOrigin;
  /** The id of the Pokémon that is meant. */
  target_id: string;
}

/** Attacks with the active Pokémon and ends the turn. */
export interface ActionAttack {
  /** Which kind of message, action, event or word this is. */
  type: "attack";
  /** Which attack of the card, from 0. */
  attack_index: number;
}

/** Claims a tie, as `claim_win` claims the win. */
export interface ActionClaimDraw {
  /** Which kind of message, action, event or word this is. */
  type: "claim_draw";
}

/** Claims the win: the opponent's `absence` is `gone`. Possible in either player's turn, and not listed in `legal_actions`, as resigning is not. */
export interface ActionClaimWin {
  /** Which kind of message, action, event or word this is. */
  type: "claim_win";
}

/** Where the energy comes from, if not from hand. */
export type ActionEnergyOrigin = "zone";

/** Puts a card from hand on a Pokémon that it evolves. */
export interface ActionEvolve {
  /** Which kind of message, action, event or word this is. */
  type: "evolve";
  /** The id of a card in your hand, as the state shows it. */
  card_id: string;
  /** The id of the Pokémon that is meant. */
  target_id: string;
}

/** Ends the turn, or finishes the setup. */
export interface ActionPass {
  /** Which kind of message, action, event or word this is. */
  type: "pass";
}

/** Puts a Basic Pokémon from hand into play. */
export interface ActionPlayPokemon {
  /** Which kind of message, action, event or word this is. */
  type: "play_pokemon";
  /** The id of a card in your hand, as the state shows it. */
  card_id: string;
}

/** Plays a trainer card from hand. */
export interface ActionPlayTrainer {
  /** Which kind of message, action, event or word this is. */
  type: "play_trainer";
  /** The id of a card in your hand, as the state shows it. */
  card_id: string;
  /** The id of the Pokémon that is meant. */
  target_id?: string;
}

/** Swaps the active Pokémon with one of the bench for its retreat cost. */
export interface ActionRetreat {
  /** Which kind of message, action, event or word this is. */
  type: "retreat";
  /** The id of the benched Pokémon that becomes active. */
  bench_id: string;
  /** The ids of the energy that pays the retreat cost. Absent: the server asks where there is a choice. */
  energy_ids?: string[];
}

/** Answers the pending choice. */
export interface ActionSelect {
  /** Which kind of message, action, event or word this is. */
  type: "select";
  /** The id of the pending choice. */
  choice_id: string;
  /** The ids of the chosen options, in order. */
  selected: string[];
}

/** Chooses the active Pokémon. */
export interface ActionSelectActive {
  /** Which kind of message, action, event or word this is. */
  type: "select_active";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
}

/** Takes a prize card. */
export interface ActionSelectPrize {
  /** Which kind of message, action, event or word this is. */
  type: "select_prize";
  /** The place in its list, from 0. */
  index: number;
}

/** Uses an ability of a Pokémon or a stadium. */
export interface ActionUseAbility {
  /** Which kind of message, action, event or word this is. */
  type: "use_ability";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** Which ability of the card, from 0. */
  ability_index: number;
}

/** Another Pokémon is active now. */
export interface ActiveChangedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "active_changed";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** The id of the Pokémon that was active before. */
  former_id?: string;
}

/** A number that a card computes. A bare number is short for `fixed`. */
export type Amount = AmountFixed | AmountSum | AmountTimes | AmountDifference | AmountSmaller | AmountLarger | AmountHeads | AmountTails | AmountEnergyOn | AmountCountersOn | AmountPokemonInPlay | AmountCardsIn | AmountPrizesTaken | AmountPrizesLeft | AmountChosen | AmountRetreatCost | AmountHpOf | AmountHpLeft | AmountHalfOf | AmountChosenThat | AmountDamageDone | AmountKept | AmountEither;

/** How many cards are in a pile. */
export interface AmountCardsIn {
  /** Which kind of message, action, event or word this is. */
  type: "cards_in";
  /** The pile of cards. */
  zone: Zone;
  /** Whose, or of what. */
  of?: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** How many were chosen before. */
export interface AmountChosen {
  /** Which kind of message, action, event or word this is. */
  type: "chosen";
  /** The name, for people. */
  name: string;
}

/** How many of those chosen before match a filter. */
export interface AmountChosenThat {
  /** Which kind of message, action, event or word this is. */
  type: "chosen_that";
  /** The name, for people. */
  name: string;
  /** Which ones count. Absent: all. */
  where: Filter;
}

/** How many damage counters are on Pokémon. */
export interface AmountCountersOn {
  /** Which kind of message, action, event or word this is. */
  type: "counters_on";
  /** What it starts with, or the Pokémon that is counted. */
  on: Target;
}

/** The damage that the attack did. */
export interface AmountDamageDone {
  /** Which kind of message, action, event or word this is. */
  type: "damage_done";
}

/** One amount less another, 0 at least. */
export interface AmountDifference {
  /** Which kind of message, action, event or word this is. */
  type: "difference";
  /** Where from. */
  from: Amount;
  /** What is subtracted, or how many are taken. */
  take: Amount;
}

/** One amount or another, by a condition. */
export interface AmountEither {
  /** Which kind of message, action, event or word this is. */
  type: "either";
  /** The condition under which it holds. */
  when: Condition;
  /** What happens if so. */
  then: Amount;
  /** What happens if not. */
  otherwise?: Amount;
}

/** How much energy is attached to Pokémon. */
export interface AmountEnergyOn {
  /** Which kind of message, action, event or word this is. */
  type: "energy_on";
  /** What it starts with, or the Pokémon that is counted. */
  on: Target;
  /** The energy. */
  energy?: EnergyType;
}

/** A number. */
export interface AmountFixed {
  /** Which kind of message, action, event or word this is. */
  type: "fixed";
  /** The value. */
  value: number;
}

/** Half of an amount, rounded down to a multiple of 10. */
export interface AmountHalfOf {
  /** Which kind of message, action, event or word this is. */
  type: "half_of";
  /** The amount that is halved, rounded down. */
  whole: Amount;
}

/** How many heads were flipped. */
export interface AmountHeads {
  /** Which kind of message, action, event or word this is. */
  type: "heads";
  /** Whose, or of what. */
  of?: string;
}

/** The hit points that a Pokémon has left. */
export interface AmountHpLeft {
  /** Which kind of message, action, event or word this is. */
  type: "hp_left";
  /** Whose, or of what. */
  of: Target;
}

/** The hit points of a Pokémon. */
export interface AmountHpOf {
  /** Which kind of message, action, event or word this is. */
  type: "hp_of";
  /** Whose, or of what. */
  of: Target;
}

/** A number that was kept under a name. */
export interface AmountKept {
  /** Which kind of message, action, event or word this is. */
  type: "kept";
  /** The name, for people. */
  name: string;
}

/** The larger of two amounts. */
export interface AmountLarger {
  /** Which kind of message, action, event or word this is. */
  type: "larger";
  /** The first amount. */
  left: Amount;
  /** The second amount. */
  right: Amount;
}

/** How many Pokémon are in play. */
export interface AmountPokemonInPlay {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_in_play";
  /** Whose, or of what. */
  of: Player;
  /** Where in play, or when. */
  at?: Place;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** How many prizes a player has left. */
export interface AmountPrizesLeft {
  /** Which kind of message, action, event or word this is. */
  type: "prizes_left";
  /** Whose, or of what. */
  of: Player;
}

/** How many prizes a player has taken. */
export interface AmountPrizesTaken {
  /** Which kind of message, action, event or word this is. */
  type: "prizes_taken";
  /** Whose, or of what. */
  of: Player;
}

/** The retreat cost of a Pokémon. */
export interface AmountRetreatCost {
  /** Which kind of message, action, event or word this is. */
  type: "retreat_cost";
  /** Whose, or of what. */
  of: Target;
}

/** The smaller of two amounts. */
export interface AmountSmaller {
  /** Which kind of message, action, event or word this is. */
  type: "smaller";
  /** The first amount. */
  left: Amount;
  /** The second amount. */
  right: Amount;
}

/** The sum of amounts. */
export interface AmountSum {
  /** Which kind of message, action, event or word this is. */
  type: "sum";
  /** Whose, or of what. */
  of: Amount[];
}

/** How many tails were flipped. */
export interface AmountTails {
  /** Which kind of message, action, event or word this is. */
  type: "tails";
  /** Whose, or of what. */
  of?: string;
}

/** One amount times another. */
export interface AmountTimes {
  /** Which kind of message, action, event or word this is. */
  type: "times";
  /** The amount that is multiplied. */
  each: Amount;
  /** Whose, or of what. */
  of: Amount;
}

/** A text of the operators for everyone. */
export interface Announcement {
  /** The id. */
  id: string;
  /** The text, plain. */
  text: string;
  /** When it was made, ISO 8601 in UTC. */
  created_at: string;
  /** When it is no longer shown, ISO 8601 in UTC. */
  expires_at: string;
  /** The moment that it is about, such as the start of a maintenance: show a countdown. Absent: none. */
  at?: string;
}

/** What a creature has on its head. */
export type ArtEars = "pointed" | "round" | "long" | "horns" | "antennae" | "tuft";

/** How the author wants the card to be drawn; what is absent follows from its name and type. */
export interface ArtHint {
  /** What is drawn. Absent: as the name and type say. */
  shape?: ArtShape;
  /** What a creature has on its head. Absent: as the name says. */
  ears?: ArtEars;
  /** At most two colors: of the whole, and of details. */
  palette: string[];
  /** The type whose sign is in the background. Absent: its own. */
  motif?: EnergyType;
}

/** What is drawn: the build of a creature, or a thing. */
export type ArtShape = "round" | "walker" | "bird" | "serpent" | "swimmer" | "upright" | "bug" | "flask" | "satchel" | "lantern" | "map" | "bell" | "key" | "compass" | "scarf" | "charm" | "bandage" | "whistle";

/** An attack: its cost, its text and its program. */
export interface AttackDefinition {
  /** The name, for people. */
  name: string;
  /** The energy that the attack needs. */
  cost: EnergyType[];
  /** The text as it is read on the card. */
  text: string;
  /** What happens before the damage. */
  pre: Effect[];
  /** The damage it does. Absent: none. */
  damage?: Amount;
  /** What happens after the damage. */
  post: Effect[];
}

/** An attack failed. */
export interface AttackFailedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "attack_failed";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of a Pokémon in play. */
  pokemon_id: string;
}

/** A Pokémon attacked. */
export interface AttackUsedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "attack_used";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** The name of the attack. */
  attack: string;
}

/** Who may watch a game: everyone, or only its players. */
export type Audience = "public" | "private";

/** A user that the user blocks. */
export interface BlockedUser {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
}

/** After how long a bot takes the other seat, in milliseconds. */
export type BotAfterMs = number;

/** A bot to play against. */
export interface BotOffer {
  /** The name of the bot. */
  bot: string;
  /** The name, for people. */
  name: string;
  /** How hard it is, from 1. */
  level: number;
  /** What it does, for people. */
  description: string;
}

/** One thing that is wrong. */
export interface BrokenRule {
  /** Where: a JSON Pointer in a patch, a JSONPath in a problem. */
  path: string;
  /** What is wrong, in English. */
  message: string;
}

/** The campaign as the user sees it. */
export interface Campaign {
  /** The house opponents, in the order in which they are unlocked. */
  opponents: CampaignOpponent[];
  /** What the user has won. */
  rewards: Reward[];
}

/** The deck to play a house opponent with. */
export interface CampaignDeck {
  /** The id of a deck. */
  deck_id: string;
}

/** A game against a house opponent. */
export interface CampaignGame {
  /** The id of a game. */
  game_id: string;
}

/** A house opponent. */
export interface CampaignOpponent {
  /** The opponent's id. */
  id: string;
  /** The opponent's name. */
  name: string;
  /** Who that is. */
  about: string;
  /** The preset that is played. */
  rules: string;
  /** How the opponent plays: the id of a bot. */
  bot: string;
  /** The opponent's deck. Absent: it is not there any more, and the opponent cannot be played. */
  deck_name?: string;
  /** What the first win brings. */
  rewards: Reward[];
  /** Whether the user may play the opponent. */
  status: CampaignStatus;
  /** When the user won for the first time. Absent: not yet. */
  beaten_at?: string;
}

/** Whether an opponent is open to the user: `locked` until the one before is beaten. */
export type CampaignStatus = "locked" | "open" | "beaten";

/** A card of this game. Its `id` is valid for this viewer only. */
export interface Card {
  /** The id. */
  id: string;
  /** The id of its definition in the catalog, `GET /cards/{id}`. */
  card: string;
}

/** A card of the catalog. */
export type CardDefinition = PokemonDefinition | TrainerDefinition | EnergyDefinition;

/** Cards were drawn. */
export interface CardDrawnEvent {
  /** Which kind of message, action, event or word this is. */
  type: "card_drawn";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** How many. */
  count: number;
  /** The cards. Absent: hidden from this viewer. */
  cards?: Card[];
}

/** The kinds of cards that effects distinguish. */
export type CardKind = "pokemon" | "trainer" | "item" | "supporter" | "stadium" | "tool" | "energy" | "basic_energy" | "special_energy";

/** A player looked at cards. */
export interface CardsLookedAtEvent {
  /** Which kind of message, action, event or word this is. */
  type: "cards_looked_at";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** How many. */
  count: number;
  /** The cards. Absent: hidden from this viewer. */
  cards?: Card[];
}

/** Cards moved from one place to another. */
export interface CardsMovedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "cards_moved";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** Where from. */
  from?: Zone;
  /** Where to. */
  to: Destination;
  /** How many. */
  count: number;
  /** The cards. Absent: hidden from this viewer. */
  cards?: Card[];
}

/** Cards were shown to both players. */
export interface CardsRevealedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "cards_revealed";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** Where from. */
  from?: Zone;
  /** The cards. Absent: hidden from this viewer. */
  cards: Card[];
}

/** What a player wrote in a game. */
export interface ChatMessage {
  /** Rises with every message. */
  chat_id: string;
  /** Who wrote it. */
  player_id: string;
  /** When it was written, ISO 8601 in UTC. */
  said_at: string;
  /** What the player wrote, or what the house's filter made of it. Text, never markup. */
  text: string;
}

/** The checkup between turns began. */
export interface CheckupStartedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "checkup_started";
}

/** What is chosen. */
export type ChoiceKind = "go_first" | "extra_cards" | "select_active" | "select_prize" | "cards" | "pokemon" | "energy" | "yes_no" | "option" | "attack" | "trigger";

/** A choice was made. */
export interface ChoiceMadeEvent {
  /** Which kind of message, action, event or word this is. */
  type: "choice_made";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** One thing that may be chosen; `id` is what an answer sends back. */
export interface ChoiceOption {
  /** The id. */
  id: string;
  /** A card: its id in the catalog, or the card itself. Absent or null: it is hidden. */
  card?: string;
  /** A text for people. */
  label?: string;
}

/** The game waits for a choice. */
export interface ChoiceRequestedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "choice_requested";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** The time of a player who is away ran out. Until they return, the other player may claim the win or a tie. */
export interface ClaimOpenedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "claim_opened";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** A coin was flipped. */
export interface CoinFlippedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "coin_flipped";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** True for heads, false for tails. */
  heads: boolean;
}

/** The cards that a user has. */
export interface Collection {
  /** False: the house has no collections, and every card can be used. */
  limited: boolean;
  /** The cards, by id, and how many of each. Basic energy is not listed: everybody has enough of it. */
  cards: DeckEntry[];
}

/** One commit of a game: who acted and what happened. */
export interface Commit {
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string | null;
  /** The type of the action or of the server's own step. */
  action_type: string;
  /** What happened, in order. */
  events: GameEvent[];
}

/** A question that a card asks about the game. */
export type Condition = ConditionHeads | ConditionTails | ConditionAtLeast | ConditionAtMost | ConditionSame | ConditionInPlay | ConditionIs | ConditionAnyChosen | ConditionStadiumInPlay | ConditionTurnOf | ConditionFirstTurn | ConditionHappened | ConditionAllOf | ConditionAnyOf | ConditionNot;

/** All of these hold. */
export interface ConditionAllOf {
  /** Which kind of message, action, event or word this is. */
  type: "all_of";
  /** The value. */
  value: Condition[];
}

/** Something was chosen before. */
export interface ConditionAnyChosen {
  /** Which kind of message, action, event or word this is. */
  type: "any_chosen";
  /** The name, for people. */
  name: string;
}

/** One of these holds. */
export interface ConditionAnyOf {
  /** Which kind of message, action, event or word this is. */
  type: "any_of";
  /** The value. */
  value: Condition[];
}

/** A Pokémon got a special condition. */
export interface ConditionAppliedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "condition_applied";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** The special condition. */
  condition: SpecialCondition;
}

/** The first amount is at least the second. */
export interface ConditionAtLeast {
  /** Which kind of message, action, event or word this is. */
  type: "at_least";
  /** The first amount. */
  left: Amount;
  /** The second amount. */
  right: Amount;
}

/** The first amount is at most the second. */
export interface ConditionAtMost {
  /** Which kind of message, action, event or word this is. */
  type: "at_most";
  /** The first amount. */
  left: Amount;
  /** The second amount. */
  right: Amount;
}

/** A special condition ended. */
export interface ConditionEndedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "condition_ended";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** The special condition. */
  condition: SpecialCondition;
}

/** It is a player's first turn. */
export interface ConditionFirstTurn {
  /** Which kind of message, action, event or word this is. */
  type: "first_turn";
  /** Whose, or of what. */
  of: Player;
}

/** Something happened in this turn or the last. */
export interface ConditionHappened {
  /** Which kind of message, action, event or word this is. */
  type: "happened";
  /** What is meant. */
  what: ConditionHappening;
  /** Where to. */
  to: Player;
  /** In which turn, or for which Pokémon. */
  in?: ConditionWhen;
}

/** What can have happened. */
export type ConditionHappening = "knocked_out" | "knocked_out_by_attack" | "played_supporter" | "played_item" | "played_stadium" | "attached_energy" | "evolved" | "retreated" | "took_prize";

/** The coin showed heads. */
export interface ConditionHeads {
  /** Which kind of message, action, event or word this is. */
  type: "heads";
  /** Whose, or of what. */
  of?: string;
}

/** A Pokémon that matches is in play. */
export interface ConditionInPlay {
  /** Which kind of message, action, event or word this is. */
  type: "in_play";
  /** Whose, or of what. */
  of: Player;
  /** Where in play, or when. */
  at?: Place;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** A Pokémon matches a filter. */
export interface ConditionIs {
  /** Which kind of message, action, event or word this is. */
  type: "is";
  /** The Pokémon that is meant. */
  target: Target;
  /** Which ones count. Absent: all. */
  where: Filter;
}

/** This does not hold. */
export interface ConditionNot {
  /** Which kind of message, action, event or word this is. */
  type: "not";
  /** The value. */
  value: Condition;
}

/** Both amounts are the same. */
export interface ConditionSame {
  /** Which kind of message, action, event or word this is. */
  type: "same";
  /** The first amount. */
  left: Amount;
  /** The second amount. */
  right: Amount;
}

/** A stadium is in play. */
export interface ConditionStadiumInPlay {
  /** Which kind of message, action, event or word this is. */
  type: "stadium_in_play";
  /** Only this name counts. */
  named?: string;
}

/** The coin showed tails. */
export interface ConditionTails {
  /** Which kind of message, action, event or word this is. */
  type: "tails";
  /** Whose, or of what. */
  of?: string;
}

/** It is a player's turn. */
export interface ConditionTurnOf {
  /** Which kind of message, action, event or word this is. */
  type: "turn_of";
  /** Whose, or of what. */
  of: Player;
}

/** Which turn is meant. */
export type ConditionWhen = "this_turn" | "last_turn";

/** Damage counters were put on a Pokémon. */
export interface CountersPlacedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "counters_placed";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** How many damage counters of 10. */
  counters: number;
}

/** Damage counters were taken off a Pokémon. */
export interface CountersRemovedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "counters_removed";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** How many damage counters of 10. */
  counters: number;
}

/** A game and how to reach it. */
export interface CreatedGame {
  /** The id of a game. */
  game_id: string;
  /** The state of affairs in one word. */
  status: string;
  /** Where the socket is, relative to the server. */
  ws_url: string;
  /** The secret part of an invitation; who has it may take the seat. */
  invite_code?: string;
}

/** A Pokémon was damaged. */
export interface DamageDealtEvent {
  /** Which kind of message, action, event or word this is. */
  type: "damage_dealt";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** How much. */
  amount: number;
  /** Whether an attack did it. */
  attack: boolean;
}

/** Damage was healed. */
export interface DamageHealedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "damage_healed";
  /** The id of a Pokémon in play. */
  pokemon_id: string;
  /** How much. */
  amount: number;
}

/** A starter deck, or one of the user's own. */
export interface Deck {
  /** The id. */
  id: string;
  /** The name, for people. */
  name: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** A sentence about how a starter deck plays. Absent: the deck has none. */
  about?: string;
  /** Whether it is a starter deck, which everyone has and no one can change. */
  starter: boolean;
  /** The cards. Absent: hidden from this viewer. */
  cards: DeckEntry[];
  /** Cards of the energy deck; used only by rules that have one. */
  energy_cards: DeckEntry[];
  /** The types that the energy zone produces; used only by rules that have one. */
  energy_types: EnergyType[];
}

/** A deck as its player writes it. */
export interface DeckDraft {
  /** The name, for people. */
  name: DeckName;
  /** The preset it is built for. Absent: `standard`. */
  rules?: string;
  /** Not kept; it is taken so that a copy of a starter deck is written as it was read. */
  about?: string;
  /** The cards. Absent: hidden from this viewer. */
  cards?: DeckEntry[];
  /** Cards of the energy deck; used only by rules that have one. */
  energy_cards?: DeckEntry[];
  /** The types that the energy zone produces; used only by rules that have one. */
  energy_types?: EnergyType[];
  /** The cards as a list such as `4 Name SET 12`, instead of `cards`. */
  text?: string;
}

/** A card and how often it is in the deck. */
export interface DeckEntry {
  /** A card: its id in the catalog, or the card itself. Absent or null: it is hidden. */
  card: string;
  /** How many. */
  count: number;
}

/** The cards of a deck. */
export interface DeckList {
  /** The cards. Absent: hidden from this viewer. */
  cards: DeckEntry[];
  /** Cards of the energy deck; used only by rules that have one. */
  energy_cards: DeckEntry[];
  /** The types that the energy zone produces; used only by rules that have one. */
  energy_types: EnergyType[];
}

/** A deck's list as people write it. */
export interface DeckListText {
  /** One card a line: how many, the name, and the set. */
  text: string;
}

/** The name of a deck: 1 to 40 characters. */
export type DeckName = string;

/** A deck was shuffled. */
export interface DeckShuffledEvent {
  /** Which kind of message, action, event or word this is. */
  type: "deck_shuffled";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** What the check of a deck found, and the deck as it was read. */
export interface DeckVerdict {
  /** Everything that is wrong; empty: nothing. */
  errors: BrokenRule[];
  /** The cards. Absent: hidden from this viewer. */
  cards: DeckEntry[];
  /** Cards of the energy deck; used only by rules that have one. */
  energy_cards: DeckEntry[];
  /** The types that the energy zone produces; used only by rules that have one. */
  energy_types: EnergyType[];
  /** The deck as a list that people read; `text` of a draft reads it back. */
  text: string;
}

/** A delay in milliseconds: 0 to 300000. */
export type DelayMs = number;

/** Where cards can go. */
export type Destination = "hand" | "deck" | "deck_top" | "deck_bottom" | "discard" | "bench";

/** What a card does, one step of its program. */
export type Effect = EffectDraw | EffectDrawUntil | EffectShuffle | EffectSearch | EffectLookAtTop | EffectChooseCards | EffectMoveChosen | EffectMoveAll | EffectDiscardHand | EffectRandomFromHand | EffectMill | EffectRevealHand | EffectRevealTop | EffectTakePrizes | EffectAttachEnergy | EffectGenerateEnergy | EffectMoveEnergy | EffectDiscardEnergy | EffectReturnEnergy | EffectAttachChosen | EffectDiscardTools | EffectDiscardStadium | EffectExtraEnergy | EffectExtraSupporter | EffectSwitch | EffectGust | EffectReturn | EffectEvolve | EffectDevolve | EffectBringUp | EffectKnockOut | EffectDamage | EffectRecoil | EffectPlaceCounters | EffectSpreadCounters | EffectMoveCounters | EffectLeaveHp | EffectUnaffected | EffectHeal | EffectApply | EffectCure | EffectFlip | EffectFlipUntilTails | EffectIf | EffectMay | EffectChooseOne | EffectForEach | EffectRepeat | EffectLet | EffectPick | EffectFail | EffectCopyAttack | EffectUseAttackOf | EffectGrant | EffectGrantPlayer | EffectDelay | EffectEndTurn | EffectCustom;

/** Gives a Pokémon a special condition. */
export interface EffectApply {
  /** Which kind of message, action, event or word this is. */
  type: "apply";
  /** The special condition. */
  condition: SpecialCondition;
  /** The Pokémon that is meant. */
  target: Target;
  /** The damage of the condition, where it is not the usual one. */
  strength?: number;
}

/** Attaches cards that were chosen before. */
export interface EffectAttachChosen {
  /** Which kind of message, action, event or word this is. */
  type: "attach_chosen";
  /** The name under which something was chosen before. */
  chosen: string;
  /** Where to. */
  to: Target;
  /** Whether only some of them may be attached; absent: all are. */
  up_to?: boolean;
}

/** Attaches energy from a pile. */
export interface EffectAttachEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "attach_energy";
  /** Where from. */
  from: Zone;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** How many. */
  count: Amount;
  /** Where to. */
  to: Target;
  /** Whether fewer may be taken. */
  up_to?: boolean;
}

/** A lasting effect began. */
export interface EffectBeganEvent {
  /** Which kind of message, action, event or word this is. */
  type: "effect_began";
  /** The id of a Pokémon in play. */
  pokemon_id?: string;
  /** The seat of the player, or whose it is. */
  player?: Seat;
  /** The name of the effect. */
  effect: string;
}

/** Makes a benched Pokémon the active one. */
export interface EffectBringUp {
  /** Which kind of message, action, event or word this is. */
  type: "bring_up";
  /** The Pokémon that is meant. */
  target: Target;
}

/** Lets a player choose cards of a pile. */
export interface EffectChooseCards {
  /** Which kind of message, action, event or word this is. */
  type: "choose_cards";
  /** Where from. */
  from: Zone;
  /** Whose, or of what. */
  of?: Player;
  /** Who does it, or by how much. */
  by?: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** The fewest that may be chosen. */
  min?: Amount;
  /** The most that may be chosen. */
  max: Amount;
  /** The name under which the result is kept for later effects. */
  as: string;
}

/** Lets a player choose one of several texts. */
export interface EffectChooseOne {
  /** Which kind of message, action, event or word this is. */
  type: "choose_one";
  /** Whose. Absent: the player who uses it. */
  who?: Player;
  /** What may be chosen. */
  options: EffectOption[];
}

/** Uses an attack of another Pokémon. */
export interface EffectCopyAttack {
  /** Which kind of message, action, event or word this is. */
  type: "copy_attack";
  /** Whose, or of what. */
  of: Target;
}

/** Ends special conditions. */
export interface EffectCure {
  /** Which kind of message, action, event or word this is. */
  type: "cure";
  /** The Pokémon that is meant. */
  target: Target;
  /** The special condition. */
  condition?: SpecialCondition;
}

/** An effect that is written in Java. */
export interface EffectCustom {
  /** Which kind of message, action, event or word this is. */
  type: "custom";
  /** The id. */
  id: string;
  /** The arguments, by name. */
  args: Record<string, string>;
}

/** Damages Pokémon. */
export interface EffectDamage {
  /** Which kind of message, action, event or word this is. */
  type: "damage";
  /** How much. */
  amount: Amount;
  /** The Pokémon that is meant. */
  target: Target;
  /** Whether weakness and resistance are left out. */
  plain?: boolean;
}

/** Does something later. */
export interface EffectDelay {
  /** Which kind of message, action, event or word this is. */
  type: "delay";
  /** Where in play, or when. */
  at: EffectMoment;
  /** What happens, in order. */
  effects: Effect[];
}

/** Takes the highest stage off a Pokémon. */
export interface EffectDevolve {
  /** Which kind of message, action, event or word this is. */
  type: "devolve";
  /** The Pokémon that is meant. */
  target: Target;
  /** Where to. */
  to: Destination;
}

/** Discards energy from Pokémon. */
export interface EffectDiscardEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "discard_energy";
  /** Where from. */
  from: Target;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** How many. */
  count?: Amount;
  /** Who does it, or by how much. */
  by?: Player;
  /** The name under which the result is kept for later effects. */
  as?: string;
  /** Whether fewer may be taken. */
  up_to?: boolean;
}

/** Discards cards from hand. */
export interface EffectDiscardHand {
  /** Which kind of message, action, event or word this is. */
  type: "discard_hand";
  /** How many. */
  count: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
  /** Who does it, or by how much. */
  by?: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Discards the stadium. */
export interface EffectDiscardStadium {
  /** Which kind of message, action, event or word this is. */
  type: "discard_stadium";
}

/** Discards tools. */
export interface EffectDiscardTools {
  /** Which kind of message, action, event or word this is. */
  type: "discard_tools";
  /** Where from. */
  from: Target;
}

/** Draws cards. */
export interface EffectDraw {
  /** Which kind of message, action, event or word this is. */
  type: "draw";
  /** How many. */
  count: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
}

/** Draws until the hand has a size. */
export interface EffectDrawUntil {
  /** Which kind of message, action, event or word this is. */
  type: "draw_until";
  /** How many cards. */
  size: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
}

/** Ends the turn. */
export interface EffectEndTurn {
  /** Which kind of message, action, event or word this is. */
  type: "end_turn";
}

/** Evolves a Pokémon. */
export interface EffectEvolve {
  /** Which kind of message, action, event or word this is. */
  type: "evolve";
  /** The Pokémon that is meant. */
  target: Target;
  /** Where from. */
  from: Zone;
  /** Whether a stage may be skipped. */
  skip?: boolean;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Allows more energy in this turn. */
export interface EffectExtraEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "extra_energy";
  /** How many. */
  count: number;
}

/** Allows more Supporters in this turn. */
export interface EffectExtraSupporter {
  /** Which kind of message, action, event or word this is. */
  type: "extra_supporter";
  /** How many. */
  count: number;
}

/** Makes the attack do nothing. */
export interface EffectFail {
  /** Which kind of message, action, event or word this is. */
  type: "fail";
}

/** Flips coins. */
export interface EffectFlip {
  /** Which kind of message, action, event or word this is. */
  type: "flip";
  /** How many. */
  count?: Amount;
  /** The name under which the result is kept for later effects. */
  as?: string;
}

/** Flips coins until one shows tails. */
export interface EffectFlipUntilTails {
  /** Which kind of message, action, event or word this is. */
  type: "flip_until_tails";
  /** The name under which the result is kept for later effects. */
  as?: string;
}

/** Does something for each Pokémon. */
export interface EffectForEach {
  /** Which kind of message, action, event or word this is. */
  type: "for_each";
  /** In which turn, or for which Pokémon. */
  in: Target;
  /** What happens, in order. */
  effects: Effect[];
}

/** Attaches energy that comes from nowhere. */
export interface EffectGenerateEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "generate_energy";
  /** The energy. */
  energy: EnergyType;
  /** How many. */
  count: Amount;
  /** Where to. */
  to: Target;
}

/** Gives Pokémon a lasting effect. */
export interface EffectGrant {
  /** Which kind of message, action, event or word this is. */
  type: "grant";
  /** What it gives. */
  gives: Static;
  /** Where to. */
  to: Target;
  /** How long it lasts. */
  until: Span;
}

/** Gives a player a lasting effect. */
export interface EffectGrantPlayer {
  /** Which kind of message, action, event or word this is. */
  type: "grant_player";
  /** What it gives. */
  gives: Static;
  /** Where to. */
  to: Player;
  /** How long it lasts. */
  until: Span;
}

/** Makes a benched Pokémon of the opponent the active one. */
export interface EffectGust {
  /** Which kind of message, action, event or word this is. */
  type: "gust";
  /** Who does it, or by how much. */
  by?: Player;
}

/** Heals damage. */
export interface EffectHeal {
  /** Which kind of message, action, event or word this is. */
  type: "heal";
  /** The Pokémon that is meant. */
  target: Target;
  /** How much. */
  amount?: Amount;
}

/** Does something under a condition. */
export interface EffectIf {
  /** Which kind of message, action, event or word this is. */
  type: "if";
  /** The condition under which it holds. */
  when: Condition;
  /** What happens if so. */
  then: Effect[];
  /** What happens if not. */
  otherwise?: Effect[];
}

/** What an attack may ignore. */
export type EffectInfluence = "weakness" | "resistance" | "effects";

/** Knocks a Pokémon out. */
export interface EffectKnockOut {
  /** Which kind of message, action, event or word this is. */
  type: "knock_out";
  /** The Pokémon that is meant. */
  target: Target;
}

/** Damages a Pokémon until it has so many hit points left. */
export interface EffectLeaveHp {
  /** Which kind of message, action, event or word this is. */
  type: "leave_hp";
  /** The Pokémon that is meant. */
  target: Target;
  /** What is left, in hit points. */
  remaining: Amount;
}

/** Keeps a number under a name. */
export interface EffectLet {
  /** Which kind of message, action, event or word this is. */
  type: "let";
  /** The name under which the result is kept for later effects. */
  as: string;
  /** How much. */
  amount: Amount;
}

/** Looks at the top cards of a deck. */
export interface EffectLookAtTop {
  /** Which kind of message, action, event or word this is. */
  type: "look_at_top";
  /** How many. */
  count: Amount;
  /** Whose, or of what. */
  of?: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** What is subtracted, or how many are taken. */
  take: Amount;
  /** Where to. */
  to: Destination;
  /** Where the others go. */
  rest: Destination;
  /** Whether the player orders them. */
  ordered?: boolean;
}

/** Lets a player decide whether it happens. */
export interface EffectMay {
  /** Which kind of message, action, event or word this is. */
  type: "may";
  /** Whose. Absent: the player who uses it. */
  who?: Player;
  /** What happens if so. */
  then: Effect[];
  /** What happens if not. */
  otherwise?: Effect[];
}

/** Discards the top cards of a deck. */
export interface EffectMill {
  /** Which kind of message, action, event or word this is. */
  type: "mill";
  /** How many. */
  count: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
  /** The name under which the result is kept for later effects. */
  as?: string;
}

/** When something happens later. */
export type EffectMoment = "end_of_this_turn" | "next_checkup" | "end_of_opponents_next_turn" | "start_of_your_next_turn" | "end_of_your_next_turn";

/** Moves all cards of a pile. */
export interface EffectMoveAll {
  /** Which kind of message, action, event or word this is. */
  type: "move_all";
  /** Where from. */
  from: Zone;
  /** Whose, or of what. */
  of?: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** Where to. */
  to: Destination;
}

/** Moves cards that were chosen before. */
export interface EffectMoveChosen {
  /** Which kind of message, action, event or word this is. */
  type: "move_chosen";
  /** The name under which something was chosen before. */
  chosen: string;
  /** Where to. */
  to: Destination;
}

/** Moves damage counters. */
export interface EffectMoveCounters {
  /** Which kind of message, action, event or word this is. */
  type: "move_counters";
  /** Where from. */
  from: Target;
  /** Where to. */
  to: Target;
  /** How many. */
  count?: Amount;
}

/** Moves energy between Pokémon. */
export interface EffectMoveEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "move_energy";
  /** Where from. */
  from: Target;
  /** Where to. */
  to: Target;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** How many. */
  count: Amount;
  /** Whether fewer may be taken. */
  up_to?: boolean;
}

/** One of several texts. */
export interface EffectOption {
  /** A text for people. */
  label: string;
  /** What happens, in order. */
  effects: Effect[];
}

/** Keeps a Pokémon under a name. */
export interface EffectPick {
  /** Which kind of message, action, event or word this is. */
  type: "pick";
  /** The Pokémon that is meant. */
  target: Target;
  /** The name under which the result is kept for later effects. */
  as: string;
}

/** Puts damage counters on a Pokémon. */
export interface EffectPlaceCounters {
  /** Which kind of message, action, event or word this is. */
  type: "place_counters";
  /** How many. */
  count: Amount;
  /** The Pokémon that is meant. */
  target: Target;
}

/** Takes random cards from a hand. */
export interface EffectRandomFromHand {
  /** Which kind of message, action, event or word this is. */
  type: "random_from_hand";
  /** How many. */
  count: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
  /** Where to. */
  to: Destination;
}

/** Damages the attacker. */
export interface EffectRecoil {
  /** Which kind of message, action, event or word this is. */
  type: "recoil";
  /** How much. */
  amount: Amount;
}

/** Does something several times. */
export interface EffectRepeat {
  /** Which kind of message, action, event or word this is. */
  type: "repeat";
  /** How often. */
  times: Amount;
  /** What happens, in order. */
  effects: Effect[];
}

/** Takes a Pokémon out of play. */
export interface EffectReturn {
  /** Which kind of message, action, event or word this is. */
  type: "return";
  /** The Pokémon that is meant. */
  target: Target;
  /** Where to. */
  to: Destination;
  /** Where the attached cards go. Absent: the discard pile. */
  attached?: Destination;
}

/** Takes energy off a Pokémon. */
export interface EffectReturnEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "return_energy";
  /** Where from. */
  from: Target;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** How many. */
  count?: Amount;
  /** Where to. */
  to?: Destination;
}

/** Shows a hand. */
export interface EffectRevealHand {
  /** Which kind of message, action, event or word this is. */
  type: "reveal_hand";
  /** Whose. Absent: the player who uses it. */
  who: Player;
}

/** Shows the top cards of a deck. */
export interface EffectRevealTop {
  /** Which kind of message, action, event or word this is. */
  type: "reveal_top";
  /** How many. */
  count: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
  /** Who sees them; absent: everyone. */
  to?: Player;
  /** The name under which the result is kept for later effects. */
  as?: string;
}

/** Searches the deck. */
export interface EffectSearch {
  /** Which kind of message, action, event or word this is. */
  type: "search";
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** How many. */
  count: Amount;
  /** Where to. */
  to: Destination;
  /** Whether the opponent sees it. */
  reveal?: boolean;
  /** The name under which the result is kept for later effects. */
  as?: string;
}

/** Shuffles a deck. */
export interface EffectShuffle {
  /** Which kind of message, action, event or word this is. */
  type: "shuffle";
  /** Whose. Absent: the player who uses it. */
  who?: Player;
}

/** Lets a player spread damage counters. */
export interface EffectSpreadCounters {
  /** Which kind of message, action, event or word this is. */
  type: "spread_counters";
  /** How many. */
  count: Amount;
  /** Whose, or of what. */
  of: Player;
  /** Where in play, or when. */
  at?: Place;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Swaps the active Pokémon with a benched one. */
export interface EffectSwitch {
  /** Which kind of message, action, event or word this is. */
  type: "switch";
  /** Whose, or of what. */
  of?: Player;
  /** Who does it, or by how much. */
  by?: Player;
}

/** Takes prizes. */
export interface EffectTakePrizes {
  /** Which kind of message, action, event or word this is. */
  type: "take_prizes";
  /** How many. */
  count: Amount;
  /** Whose. Absent: the player who uses it. */
  who?: Player;
}

/** Makes the attack ignore something. */
export interface EffectUnaffected {
  /** Which kind of message, action, event or word this is. */
  type: "unaffected";
  /** Who does it, or by how much. */
  by: EffectInfluence;
}

/** Uses an attack of a card that was chosen before. */
export interface EffectUseAttackOf {
  /** Which kind of message, action, event or word this is. */
  type: "use_attack_of";
  /** The name under which something was chosen before. */
  chosen: string;
}

/** The things that players say to each other; clients have the words. */
export type Emote = "hello" | "good_luck" | "nice_move" | "thanks" | "thinking" | "oops" | "wow" | "good_game";

/** Why the rules ended a game. */
export type EndOfPlay = "prizes" | "points" | "no_pokemon" | "deck_out" | "resigned" | "timeout" | "turn_limit" | "sudden_death" | "abandoned" | "game_limit" | "voided" | "left";

/** Why a game ended, or was given up before it began. */
export type EndReason = "prizes" | "points" | "no_pokemon" | "deck_out" | "resigned" | "timeout" | "turn_limit" | "sudden_death" | "abandoned" | "game_limit" | "voided" | "left" | "expired" | "cancelled" | "declined" | "creator_left";

/** Energy was attached. */
export interface EnergyAttachedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "energy_attached";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The energy. */
  energy: Card;
  /** The id of the Pokémon that is meant. */
  target_id: string;
}

/** An energy card. */
export interface EnergyDefinition {
  /** Which kind of message, action, event or word this is. */
  type: "energy";
  /** The id. */
  id: string;
  /** The name, for people. */
  name: string;
  /** The id of the card set. */
  set: string;
  /** Whether it is basic; in rules: the worth of a Pokémon without a rule box. */
  basic: boolean;
  /** The text as it is read on the card. */
  text: string;
  /** What one card provides: a list of types for each unit, any of which it can be. */
  provides: Provides[];
  /** Which Pokémon it may be attached to. Absent: any. */
  attaches_to?: Filter;
  /** The abilities. */
  abilities: AbilityDefinition[];
  /** Words that effects refer to. */
  tags: string[];
  /** Hints for the picture. Absent: none. */
  art?: ArtHint;
}

/** Energy moved to another Pokémon. */
export interface EnergyMovedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "energy_moved";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The energy. */
  energy: Card;
  /** The id of the Pokémon that lost it. */
  from_id: string;
  /** The id of the Pokémon that is meant. */
  target_id: string;
}

/** The types of energy and Pokémon. */
export const ENERGY_TYPES = ["grass","fire","water","lightning","psychic","fighting","darkness","metal","fairy","dragon","colorless"] as const;
/** The types of energy and Pokémon. */
export type EnergyType = (typeof ENERGY_TYPES)[number];

/** The energy of this turn, and of the next. */
export interface EnergyZone {
  /** The energy that can be attached now. Null: none. */
  current: EnergyType | null;
  /** The one of the next turn. Null: unknown or none. */
  next: EnergyType | null;
}

/** The energy zone produced energy, or lost it. */
export interface EnergyZoneChangedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "energy_zone_changed";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The energy that can be attached now. Absent: none. */
  current?: EnergyType;
  /** The one of the next turn. Null: unknown or none. */
  next?: EnergyType;
}

/** The stable words for the reasons of refusals. */
export const ERROR_CODES = ["unauthenticated","forbidden","invalid_message","game_not_found","not_participant","game_full","deck_not_found","deck_invalid","not_your_turn","invalid_action","stale_version","message_id_reused","game_over","rate_limited","busy","unavailable","payload_too_large","internal"] as const;
/** The stable words for the reasons of refusals. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A report that operators see now. */
export interface FiledReport {
  /** The id of the report. */
  report_id: string;
}

/** Which cards or Pokémon match. */
export type Filter = FilterAny | FilterKind | FilterOfStage | FilterEvolution | FilterOfType | FilterNamed | FilterTagged | FilterHasRuleBox | FilterEvolvesFrom | FilterEvolvesFromChosen | FilterHpAtMost | FilterRetreatAtMost | FilterRetreatAtLeast | FilterHasAbility | FilterDamaged | FilterHasEnergy | FilterHasTool | FilterHasAttached | FilterMovedUpThisTurn | FilterHasCondition | FilterIsActive | FilterIsBenched | FilterNewThisTurn | FilterIsSelf | FilterAllOf | FilterAnyOf | FilterNot;

/** Matches what all of these match. */
export interface FilterAllOf {
  /** Which kind of message, action, event or word this is. */
  type: "all_of";
  /** The value. */
  value: Filter[];
}

/** Matches everything. */
export interface FilterAny {
  /** Which kind of message, action, event or word this is. */
  type: "any";
}

/** Matches what one of these matches. */
export interface FilterAnyOf {
  /** Which kind of message, action, event or word this is. */
  type: "any_of";
  /** The value. */
  value: Filter[];
}

/** Matches damaged Pokémon. */
export interface FilterDamaged {
  /** Which kind of message, action, event or word this is. */
  type: "damaged";
}

/** Matches evolved Pokémon. */
export interface FilterEvolution {
  /** Which kind of message, action, event or word this is. */
  type: "evolution";
}

/** Matches what evolves from a name. */
export interface FilterEvolvesFrom {
  /** Which kind of message, action, event or word this is. */
  type: "evolves_from";
  /** The name. */
  value: string;
}

/** Matches what evolves from a card chosen before. */
export interface FilterEvolvesFromChosen {
  /** Which kind of message, action, event or word this is. */
  type: "evolves_from_chosen";
  /** The name under which it was chosen. */
  value: string;
}

/** Matches Pokémon with an ability. */
export interface FilterHasAbility {
  /** Which kind of message, action, event or word this is. */
  type: "has_ability";
}

/** Matches Pokémon with such cards attached. */
export interface FilterHasAttached {
  /** Which kind of message, action, event or word this is. */
  type: "has_attached";
  /** Which ones count. Absent: all. */
  where: Filter;
  /** How many. */
  count?: number;
}

/** Matches Pokémon with a special condition. */
export interface FilterHasCondition {
  /** Which kind of message, action, event or word this is. */
  type: "has_condition";
  /** The special condition. */
  condition?: SpecialCondition;
}

/** Matches Pokémon with energy. */
export interface FilterHasEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "has_energy";
  /** The energy. */
  energy?: EnergyType;
  /** How many. */
  count?: number;
}

/** Matches Pokémon with a rule box. */
export interface FilterHasRuleBox {
  /** Which kind of message, action, event or word this is. */
  type: "has_rule_box";
  /** The value. */
  value: RuleBox;
}

/** Matches Pokémon with a tool. */
export interface FilterHasTool {
  /** Which kind of message, action, event or word this is. */
  type: "has_tool";
}

/** Matches Pokémon with so many hit points at most. */
export interface FilterHpAtMost {
  /** Which kind of message, action, event or word this is. */
  type: "hp_at_most";
  /** The value. */
  value: number;
}

/** Matches active Pokémon. */
export interface FilterIsActive {
  /** Which kind of message, action, event or word this is. */
  type: "is_active";
}

/** Matches benched Pokémon. */
export interface FilterIsBenched {
  /** Which kind of message, action, event or word this is. */
  type: "is_benched";
}

/** Matches the Pokémon itself. */
export interface FilterIsSelf {
  /** Which kind of message, action, event or word this is. */
  type: "is_self";
}

/** Matches a kind of card. */
export interface FilterKind {
  /** Which kind of message, action, event or word this is. */
  type: "kind";
  /** The value. */
  value: CardKind;
}

/** Matches a Pokémon that became active in this turn. */
export interface FilterMovedUpThisTurn {
  /** Which kind of message, action, event or word this is. */
  type: "moved_up_this_turn";
}

/** Matches a name. */
export interface FilterNamed {
  /** Which kind of message, action, event or word this is. */
  type: "named";
  /** The name. */
  value: string;
}

/** Matches a Pokémon that came into play in this turn. */
export interface FilterNewThisTurn {
  /** Which kind of message, action, event or word this is. */
  type: "new_this_turn";
}

/** Matches what this does not match. */
export interface FilterNot {
  /** Which kind of message, action, event or word this is. */
  type: "not";
  /** The value. */
  value: Filter;
}

/** Matches a stage. */
export interface FilterOfStage {
  /** Which kind of message, action, event or word this is. */
  type: "of_stage";
  /** The value. */
  value: Stage;
}

/** Matches a type. */
export interface FilterOfType {
  /** Which kind of message, action, event or word this is. */
  type: "of_type";
  /** The value. */
  value: EnergyType;
}

/** Matches Pokémon with at least this retreat cost. */
export interface FilterRetreatAtLeast {
  /** Which kind of message, action, event or word this is. */
  type: "retreat_at_least";
  /** The value. */
  value: number;
}

/** Matches Pokémon with at most this retreat cost. */
export interface FilterRetreatAtMost {
  /** Which kind of message, action, event or word this is. */
  type: "retreat_at_most";
  /** The value. */
  value: number;
}

/** Matches cards with a tag. */
export interface FilterTagged {
  /** Which kind of message, action, event or word this is. */
  type: "tagged";
  /** The tag. */
  value: string;
}

/** The first player was chosen. */
export interface FirstPlayerChosenEvent {
  /** Which kind of message, action, event or word this is. */
  type: "first_player_chosen";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** The coin flip for the first turn was won. */
export interface FirstPlayerFlippedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "first_player_flipped";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** A user who was found by name. */
export interface FoundUser {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
}

/** A friend, or a user with an open friend request. */
export interface Friend {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
  /** `friends`, `asked` (the user waits for an answer) or `asking` (the other one does). */
  status: string;
  /** Whether the friend is connected. Absent: no friend yet. */
  online?: boolean;
  /** Since when, ISO 8601 in UTC. */
  since: string;
}

/** What happened between two users. */
export type FriendStatus = "asked" | "accepted" | "removed";

/** The game ended. */
export interface GameEndedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "game_ended";
  /** The seat of the winner. Absent: a tie. */
  winner?: Seat;
  /** Why. */
  reason: EndOfPlay;
}

/** One thing that happened. Events of a commit are in order. */
export type GameEvent = FirstPlayerFlippedEvent | FirstPlayerChosenEvent | MulliganTakenEvent | PokemonPlacedEvent | PokemonRevealedEvent | PrizesSetEvent | TurnStartedEvent | TurnEndedEvent | CheckupStartedEvent | CardDrawnEvent | DeckShuffledEvent | PokemonPlayedEvent | PokemonBenchedEvent | PokemonEvolvedEvent | PokemonDevolvedEvent | EnergyAttachedEvent | EnergyMovedEvent | EnergyZoneChangedEvent | ToolAttachedEvent | TrainerPlayedEvent | StadiumPlayedEvent | AbilityUsedEvent | AttackUsedEvent | AttackFailedEvent | CoinFlippedEvent | DamageDealtEvent | CountersPlacedEvent | CountersRemovedEvent | DamageHealedEvent | ConditionAppliedEvent | ConditionEndedEvent | ActiveChangedEvent | RetreatedEvent | KnockedOutEvent | CardsMovedEvent | CardsRevealedEvent | CardsLookedAtEvent | PrizeTakenEvent | PointsScoredEvent | EffectBeganEvent | ChoiceRequestedEvent | ChoiceMadeEvent | TimedOutEvent | GraceGrantedEvent | PlayerLeftEvent | PlayerReturnedEvent | ClaimOpenedEvent | SuddenDeathStartedEvent | GameEndedEvent;

/** The game ended. */
export interface GameOver {
  /** Which kind of message, action, event or word this is. */
  type: "game_over";
  /** The id of the winner. Null: a draw, or the game goes on. */
  winner_id: string | null;
  /** Why the game ended. Null: it goes on. */
  end_reason: string;
  /** How long the game took, in milliseconds. */
  duration_ms: number;
  /** The secret seed of the game's chance, 64 hexadecimal digits; known when the game is over. */
  rng_seed: string;
  /** Where the replay is, relative to the server. */
  replay_url: string;
}

/** How a game ended for a user; `none`: it never began, or an operator ended it. */
export type GameResult = "won" | "lost" | "tied" | "none";

/** A game as one viewer sees it. Hidden cards are left out. */
export interface GameState {
  /** The id of a game. */
  game_id: string;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
  epoch: number;
  /** The state of affairs in one word. */
  status: GameStatus;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** The rules of the game, or the name of their preset. */
  rules: RulesConfig;
  /** Who sees this state. */
  viewer: ViewerInfo;
  /** The SHA-256 of the seed, known from the start, so that the seed cannot be changed later. */
  seed_commitment: string;
  /** The current turn. */
  turn: Turn | null;
  /** When the clock of the setup runs out, ISO 8601 in UTC. Null: no clock runs. */
  setup_deadline: string | null;
  /** Both players, by seat. */
  players: (Side | null)[];
  /** The stadium in play. Null: none. */
  stadium: Card | null;
  /** A choice that the game waits for. Null: none. */
  pending: Pending | null;
  /** Every action that this viewer may send now; empty for others. Send one back unchanged. */
  legal_actions: Action[];
  /** The attacks that the viewer may choose from, as `attack_index` counts them. Null: those printed on the card of their Active, in that order. */
  attacks: UsableAttack[] | null;
  /** The id of the winner. Null: a draw, or the game goes on. */
  winner_id: string | null;
  /** Why the game ended. Null: it goes on. */
  end_reason: EndReason | null;
}

/** Whether the game waits for players, is being set up, is played, or is over. */
export type GameStatus = "waiting" | "setup" | "active" | "finished";

/** A game in a list. */
export interface GameSummary {
  /** The id of a game. */
  game_id: string;
  /** The state of affairs in one word. */
  status: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** Both players, by seat. */
  players: SummaryPlayer[];
  /** The current turn. */
  turn: number;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The id of the winner. Null: a draw, or the game goes on. */
  winner_id: string | null;
  /** Why the game ended. Null: it goes on. */
  end_reason: string | null;
  /** The player to act. Null: no player is, or a spectator delay hides it. */
  to_act_id: string | null;
  /** When the clock of the player to act runs out. Null: none runs. */
  deadline: string | null;
  /** The secret part of an invitation; who has it may take the seat. */
  invite_code?: string;
  /** The id of the user who is invited. */
  invited?: string;
}

/** The kind of game. */
export type GameType = "casual" | "ranked" | "campaign";

/** A player who came back got extra time. */
export interface GraceGrantedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "grace_granted";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** A name for a guest. */
export interface GuestSignIn {
  /** The name, for people. */
  name?: PlayerName;
}

/** Whether the process is alive. */
export interface Health {
  /** The state of affairs in one word. */
  status: string;
}

/** A Pokémon in play with everything attached to it. */
export interface InPlay {
  /** The id. */
  id: string;
  /** The id of its definition in the catalog. */
  card: string;
  /** The damage it has. */
  damage: number;
  /** Its hit points with every effect; it is knocked out when damage reaches them. */
  hp: number;
  /** The energy attached to it. */
  energy: Card[];
  /** Tools attached to it. */
  tools: Card[];
  /** The cards under it, the lowest first. */
  evolved_from: Card[];
  /** The special conditions of the Pokémon. */
  conditions: SpecialCondition[];
  /** Whether it may evolve in this turn by the rule of the turn it came into play. */
  can_evolve: boolean;
}

/** What became of an invitation. */
export type InvitationStatus = "offered" | "accepted" | "declined" | "withdrawn" | "expired";

/** Which deck takes the seat, and the invite code if one is needed. */
export interface JoinGame {
  /** The id of a deck. */
  deck_id: string;
  /** The secret part of an invitation; who has it may take the seat. */
  invite_code?: string;
}

/** A Pokémon was knocked out. */
export interface KnockedOutEvent {
  /** Which kind of message, action, event or word this is. */
  type: "knocked_out";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of a Pokémon in play. */
  pokemon_id: string;
}

/** A player on a ladder. */
export interface LadderRow {
  /** The place on the ladder, from 1. */
  rank: number;
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
  /** The rating; 1500 at the start. */
  rating: number;
  /** How uncertain the rating is. */
  deviation: number;
  /** The games, or how many. */
  games: number;
  /** Games won. */
  wins: number;
  /** Games lost. */
  losses: number;
  /** Drawn games. */
  ties: number;
}

/** A person at a provider who is this user. */
export interface LinkedIdentity {
  /** The provider's identifier. */
  issuer: string;
  /** When they were linked. */
  linked_at: string;
}

/** How busy the server is. */
export interface LobbyCounts {
  /** How many users are connected. */
  online: number;
  /** The users in the lobby, or how many. */
  members: number;
  /** How many games wait for a second player. */
  open_games: number;
  /** How many games are being played. */
  live_games: number;
}

/** A user in the lobby. */
export interface LobbyMember {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
}

/** A name and its password. */
export interface Login {
  /** The name, for people. */
  name: string;
  /** The password. */
  password: string;
}

/** Which sessions end. */
export interface Logout {
  /** The token that gets new tokens. */
  refresh_token?: string;
  /** Whether all sessions of the user end. */
  all?: boolean;
}

/** A hand without a Basic Pokémon was shown and replaced. */
export interface MulliganTakenEvent {
  /** Which kind of message, action, event or word this is. */
  type: "mulligan_taken";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The cards in hand. Null: hidden from this viewer. */
  hand: Card[];
}

/** What a new game is made of. */
export interface NewGame {
  /** The id of a deck. */
  deck_id: string;
  /** The name of a preset, or an object with `preset` and the fields that differ. */
  rules_config?: unknown;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type?: GameType;
  /** Who takes the other seat. Absent: the holder of the invite code. */
  opponent?: Opponent;
  /** Who may watch. */
  spectators?: Audience;
  /** By how much spectators lag behind, in milliseconds. */
  spectator_delay_ms?: DelayMs;
}

/** A password: at least 8 characters, and not a common one. */
export type NewPassword = string;

/** A report about a user. */
export interface NewReport {
  /** The user who is reported. */
  user_id: string;
  /** Why. */
  reason: ReportReason;
  /** The game in which it happened, if it was in one. */
  game_id?: string;
  /** In the reporter's words, 500 characters at most. */
  details?: string;
}

/** What game the user waits for. */
export interface NewTicket {
  /** The id of a deck. */
  deck_id: string;
  /** The name of the preset these rules come from. */
  preset: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type?: GameType;
  /** After how long a bot takes the other seat. Absent: never. */
  bot_after_ms?: BotAfterMs;
}

/** A game that waits for a second player. */
export interface OpenGame {
  /** The id of a game. */
  game_id: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** The id of the user who made the game. */
  creator_id: string;
  /** The name of the user who made the game. */
  creator_name: string;
  /** Whether that user is connected. */
  creator_online: boolean;
  /** When it was made, ISO 8601 in UTC. */
  created_at: string;
}

/** Who takes the other seat. */
export interface Opponent {
  /** Which kind. */
  kind: OpponentKind;
  /** Whether strangers see it in the list of open games. */
  listed?: boolean;
  /** The id of a user. */
  user_id?: string;
  /** The name of the bot. */
  bot?: string;
  /** The starter deck that a bot plays. Absent: a random one. */
  deck_id?: string;
}

/** What became of the other player's connection. */
export type OpponentConnectedStatus = "connected" | "disconnected" | "reconnected";

/** Whether anyone, one user or a bot takes the other seat. */
export type OpponentKind = "open" | "user" | "bot";

/** What a tournament is for the user. */
export interface Participation {
  /** The deck that the user plays with. */
  deck_name?: string;
  /** Whether the user is there. */
  checked_in: boolean;
  /** Whether the user plays no further round. */
  dropped: boolean;
  /** The user's match of this round. Absent: none. */
  match?: TournamentMatch;
}

/** A new password, and the one before. */
export interface PasswordChange {
  /** The password until now. Absent: the user has none yet. */
  current_password?: string;
  /** The password from now on. */
  new_password: NewPassword;
}

/** A finished game. */
export interface PastGame {
  /** The id of a game. */
  game_id: string;
  /** The state of affairs in one word. */
  status: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** Both players, by seat. */
  players: SummaryPlayer[];
  /** The current turn. */
  turn: number;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The id of the winner. Null: a draw, or the game goes on. */
  winner_id: string | null;
  /** Why the game ended. Null: it goes on. */
  end_reason: string;
  /** When it began, ISO 8601 in UTC. */
  started_at: string;
  /** When it ended, ISO 8601 in UTC. */
  ended_at: string;
  /** How long the game took, in milliseconds. */
  duration_ms: number;
  /** Where the replay is, relative to the server. */
  replay_url: string;
  /** How it ended. */
  result?: GameResult;
  /** The user's deck. */
  deck?: PlayedDeck;
  /** The opponent's deck. */
  opponent_deck?: PlayedDeck;
}

/** The operations that patches use. */
export type PatchOp = "add" | "remove" | "replace";

/** One operation of RFC 6902. */
export interface PatchOperation {
  /** What is done. */
  op: PatchOp;
  /** Where: a JSON Pointer in a patch, a JSONPath in a problem. */
  path: string;
  /** The value. */
  value?: unknown;
}

/** A choice that the game waits for. All but `player_id` only for the player who must choose. */
export interface Pending {
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string;
  /** The id of the pending choice. */
  choice_id?: string;
  /** Which kind of choice. */
  kind?: ChoiceKind;
  /** The fewest that may be chosen. */
  min?: number;
  /** The most that may be chosen. */
  max?: number;
  /** What may be chosen. */
  options?: ChoiceOption[];
  /** The question in English. */
  prompt?: string;
  /** What the choice is for: the word of the effect that asks, or `retreat`, `promote`, `take_prize`, `go_first`, `extra_cards`, `order`, `use_ability`. */
  purpose?: string;
  /** The card's text that asks. Absent: the rules of the game ask. */
  source?: Source;
}

/** A user that is blocked. */
export interface PersonalBlock {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
}

/** What the user has won in the campaign. */
export interface PersonalCampaign {
  /** The house opponents that the user has beaten, the first one first. */
  wins: PersonalWin[];
  /** The id of the title that others see; absent: none. */
  title?: string;
  /** The id of the card back that others see; absent: the usual one. */
  card_back?: string;
}

/** A user's own data. */
export interface PersonalData {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
  /** Whether the user has no account. */
  guest: boolean;
  /** Whether others find the user by name. */
  findable_by_name: boolean;
  /** Where the user is signed in. */
  sessions: PersonalSession[];
  /** Who the user is at sign-in providers. */
  identities: PersonalIdentity[];
  /** The user's own decks. */
  decks: PersonalDeck[];
  /** Finished games, the latest first. */
  games: PersonalGame[];
  /** Ratings of this season. */
  ratings: PersonalRating[];
  /** What the user has won in the campaign, and shows of it. */
  campaign: PersonalCampaign;
  /** Tournaments that the user has registered for, the latest first. */
  tournaments: PersonalTournament[];
  /** Daily puzzles that the user has solved, the latest first. */
  puzzles: PersonalPuzzle[];
  /** Friends and open questions. */
  friends: PersonalFriend[];
  /** Users that are blocked. */
  blocks: PersonalBlock[];
  /** Users whose emotes and chat the user does not see. */
  mutes: PersonalBlock[];
  /** What the user has reported to the operators. */
  reports: PersonalReport[];
  /** What the user wrote in games, the latest first; 1,000 messages at most. */
  chat: PersonalMessage[];
}

/** A deck of the user's own. */
export interface PersonalDeck {
  /** The id. */
  id: string;
  /** The name, for people. */
  name: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** The cards. Absent: hidden from this viewer. */
  cards: DeckEntry[];
  /** Cards of the energy deck; used only by rules that have one. */
  energy_cards: DeckEntry[];
  /** The types that the energy zone produces; used only by rules that have one. */
  energy_types: EnergyType[];
}

/** A friend, or a user with an open friend request. */
export interface PersonalFriend {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
  /** `friends`, `asked` or `asking`. */
  status: string;
  /** Since when, ISO 8601 in UTC. */
  since: string;
}

/** A finished game of the user. */
export interface PersonalGame {
  /** The id of a game. */
  game_id: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** When it began, ISO 8601 in UTC. */
  started_at: string;
  /** When it ended, ISO 8601 in UTC. */
  ended_at: string;
  /** Why the game ended. Null: it goes on. */
  end_reason: string;
  /** Whether the user won; absent when the game had no winner. */
  won?: boolean;
}

/** Who the user is at a sign-in provider. */
export interface PersonalIdentity {
  /** The provider's identifier. */
  issuer: string;
  /** The provider's id of the person. */
  subject: string;
  /** When they were linked. */
  linked_at: string;
}

/** What the user wrote in a game. */
export interface PersonalMessage {
  /** The id of a game. */
  game_id: string;
  /** When it was written, ISO 8601 in UTC. */
  said_at: string;
  /** What the user wrote. */
  text: string;
}

/** A daily puzzle that the user has solved. */
export interface PersonalPuzzle {
  /** The day of the puzzle. */
  day: string;
  /** When the user solved it, ISO 8601 in UTC. */
  solved_at: string;
}

/** A rating in this season. */
export interface PersonalRating {
  /** The name of the preset these rules come from. */
  preset: string;
  /** The id of a season. */
  season: string;
  /** The rating; 1500 at the start. */
  rating: number;
  /** How uncertain the rating is. */
  deviation: number;
  /** The games, or how many. */
  games: number;
}

/** A report by the user. */
export interface PersonalReport {
  /** The user who was reported. */
  user_id: string;
  /** Why. */
  reason: string;
  /** In the user's words. */
  details: string;
  /** When it was made, ISO 8601 in UTC. */
  created_at: string;
}

/** A place where the user is signed in. */
export interface PersonalSession {
  /** When it began, ISO 8601 in UTC. */
  started_at: string;
  /** When it was last used, ISO 8601 in UTC. */
  last_used_at: string;
}

/** A tournament that the user has registered for, and the name of the deck. */
export interface PersonalTournament {
  /** The tournament. */
  tournament_id: string;
  /** The name, for people. */
  name: string;
  /** When the season starts, ISO 8601 in UTC. */
  starts_at: string;
  /** The name of the deck that the user registered with. */
  deck_name: string;
}

/** A house opponent that the user has beaten. */
export interface PersonalWin {
  /** The opponent's id. */
  opponent: string;
  /** When the user won for the first time, ISO 8601 in UTC. */
  beaten_at: string;
}

/** Where in play. */
export type Place = "active" | "bench" | "anywhere";

/** A card and the digest of its definition when the game was played. */
export interface PlayedCard {
  /** A card: its id in the catalog, or the card itself. Absent or null: it is hidden. */
  card: string;
  /** The digest of the card's definition when the game was played. */
  print: string;
}

/** A deck of a finished game. */
export interface PlayedDeck {
  /** The print of its cards: decks with the same cards have the same id. */
  deck_id: string;
  /** As its player had called it. Absent for games of older builds. */
  name?: string;
}

/** Whose. */
export type Player = "you" | "opponent" | "both";

/** A player left the game and did not come back within some seconds. Their clock is shorter now. */
export interface PlayerLeftEvent {
  /** Which kind of message, action, event or word this is. */
  type: "player_left";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** A name: up to 24 letters, digits and a few marks. */
export type PlayerName = string;

/** A player who had left is back. */
export interface PlayerReturnedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "player_returned";
  /** The seat of the player, or whose it is. */
  player: Seat;
}

/** Points were scored. */
export interface PointsScoredEvent {
  /** Which kind of message, action, event or word this is. */
  type: "points_scored";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** Points scored. */
  points: number;
}

/** A Pokémon was put on the bench by an effect. */
export interface PokemonBenchedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_benched";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The Pokémon's card. */
  pokemon: Card;
}

/** A Pokémon card. */
export interface PokemonDefinition {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon";
  /** The id. */
  id: string;
  /** The name, for people. */
  name: string;
  /** The id of the card set. */
  set: string;
  /** The stage. */
  stage: Stage;
  /** The rule box. Absent: none. */
  rule_box?: RuleBox;
  /** The name of the Pokémon it evolves from. */
  evolves_from?: string;
  /** The hit points. */
  hp: number;
  /** The types. */
  types: EnergyType[];
  /** Its weakness. Absent: none. */
  weakness?: Weakness;
  /** Its resistance. Absent: none. */
  resistance?: Resistance;
  /** The retreat cost: so many energies. */
  retreat: number;
  /** The text as it is read on the card. */
  text?: string;
  /** The abilities. */
  abilities: AbilityDefinition[];
  /** The attacks. */
  attacks: AttackDefinition[];
  /** Words that effects refer to. */
  tags: string[];
  /** Hints for the picture. Absent: none. */
  art?: ArtHint;
}

/** A Pokémon lost its highest stage. */
export interface PokemonDevolvedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_devolved";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of the Pokémon that is meant. */
  target_id: string;
  /** The Pokémon's card. */
  pokemon: Card;
}

/** A Pokémon evolved. */
export interface PokemonEvolvedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_evolved";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of the Pokémon that is meant. */
  target_id: string;
  /** The Pokémon's card. */
  pokemon: Card;
}

/** A Pokémon was placed face down during the setup. */
export interface PokemonPlacedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_placed";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** A card: its id in the catalog, or the card itself. Absent or null: it is hidden. */
  card?: Card;
  /** Whether it is the active one. */
  active: boolean;
}

/** A Pokémon was played from hand. */
export interface PokemonPlayedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_played";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The Pokémon's card. */
  pokemon: Card;
}

/** The Pokémon placed face down were turned over. */
export interface PokemonRevealedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "pokemon_revealed";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The active Pokémon. Null: none. */
  active: Card;
  /** The benched Pokémon, in order. */
  bench: Card[];
}

/** What others may learn of the user. */
export interface Privacy {
  /** Whether others find the user by name. */
  findable_by_name: boolean;
}

/** A prize card was taken. */
export interface PrizeTakenEvent {
  /** Which kind of message, action, event or word this is. */
  type: "prize_taken";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The place in its list, from 0. */
  index: number;
  /** A card: its id in the catalog, or the card itself. Absent or null: it is hidden. */
  card?: Card;
}

/** Prize cards were laid out. */
export interface PrizesSetEvent {
  /** Which kind of message, action, event or word this is. */
  type: "prizes_set";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** How many. */
  count: number;
}

/** Why a call was refused, RFC 9457. */
export interface Problem {
  /** Always `about:blank`; `code` tells problems apart. */
  type: string;
  /** What kind of problem it is, for people. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What happened this time, for people. */
  detail: string;
  /** A stable word for the reason; programs compare this. */
  code: "invalid_message" | "unauthenticated" | "forbidden" | "banned" | "not_found" | "game_not_found" | "deck_not_found" | "method_not_allowed" | "not_participant" | "request_timeout" | "game_full" | "name_taken" | "identity_taken" | "limit_reached" | "not_your_turn" | "locked" | "wrong_phase" | "stale_version" | "message_id_reused" | "in_progress" | "game_over" | "payload_too_large" | "target_too_long" | "unsupported_media_type" | "expectation_failed" | "misdirected_request" | "deck_invalid" | "invalid_action" | "rate_limited" | "headers_too_large" | "internal" | "transfer_coding_unknown" | "busy" | "unavailable" | "provider_unavailable" | "http_version_unknown";
  /** Everything that is wrong; empty: nothing. */
  errors?: BrokenRule[];
  /** Facts that a program can show, such as `rule`, `needed` or `current_event_id`. */
  details?: unknown;
}

/** What everyone may know of a user's games. */
export interface Profile {
  /** The id of a user. */
  user_id: string;
  /** How many games. */
  games: number;
  /** Games that were won. */
  won: number;
  /** Games that were lost. */
  lost: number;
  /** Games without a winner. */
  tied: number;
  /** By preset, the most games first. */
  presets: ResultGroup[];
}

/** What a browser brings back from the provider. */
export interface ProviderReturn {
  /** What the browser kept when it began. */
  sign_in: string;
  /** `state` of the address that the provider sent the browser to. */
  state: string;
  /** `code` of that address. */
  code: string;
  /** `iss` of that address, if it has one. */
  iss?: string;
}

/** A sign-in at the provider that has begun. */
export interface ProviderSignIn {
  /** Where the browser goes. */
  authorization_url: string;
  /** What the browser keeps until it comes back. The sign-in cannot be finished without it. */
  sign_in: string;
  /** Until when it can be finished. */
  expires_at: string;
}

/** The types that one unit of energy can be. */
export type Provides = EnergyType[];

/** The puzzle of a day as the user sees it. */
export interface Puzzle {
  /** The day in UTC. */
  day: string;
  /** How many actions the shortest solution has, answers to choices included. */
  moves: number;
  /** The ids of the cards in the user's deck, sorted. Their order decides nothing. */
  deck: string[];
  /** When the user first solved it, ISO 8601 in UTC. Absent: not yet. */
  solved_at?: string;
  /** When the user first looked at the solution, ISO 8601 in UTC. Absent: not yet. */
  solution_seen_at?: string;
  /** How many days in a row, up to now, the user solved the puzzle on its day, before any look at its solution. */
  streak: number;
  /** The position, as the user's seat sees it. */
  state: GameState;
}

/** What one action of a puzzle did, or an answer of the opponent. */
export interface PuzzleCommit {
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The id of the user, or `puzzle` for the opponent. */
  player_id: string;
  /** The type of the action. */
  action_type: string;
  /** What happened, in order. */
  events: GameEvent[];
}

/** A line of a puzzle. */
export interface PuzzleLine {
  /** All actions so far, from the start of the puzzle; 60 at most. */
  actions?: Action[];
}

/** The shortest line that wins. */
export interface PuzzleSolution {
  /** Its actions, in order, and what each does. */
  steps: PuzzleStep[];
}

/** How a line of a puzzle ends: `open` as long as the turn goes on, `solved` by a win, else `failed`. */
export type PuzzleStatus = "open" | "solved" | "failed";

/** One action of a puzzle's solution. */
export interface PuzzleStep {
  /** The action. */
  action: Action;
  /** What it does, and after it the opponent's answers. */
  commits: PuzzleCommit[];
  /** The position after it. */
  state: GameState;
}

/** Where a line of a puzzle leads. */
export interface PuzzleTry {
  /** Whether the line goes on, has won, or has failed. */
  status: PuzzleStatus;
  /** What the last action did, and after it the opponent's answers. */
  commits: PuzzleCommit[];
  /** The position after the line. */
  state: GameState;
  /** How many days in a row, up to now, the user solved the puzzle on its day, before any look at its solution. */
  streak: number;
}

/** A ranked game and what it did to a rating. */
export interface RatedGame {
  /** The id of a game. */
  game_id: string;
  /** The name of the preset these rules come from. */
  preset: string;
  /** The id of a season. */
  season: string;
  /** The id of the opponent. */
  opponent_id: string;
  /** What the game was for the user. */
  result: string;
  /** Why the game did not change the rating. Absent: it did. */
  not_counted?: string;
  /** The rating before the game. */
  rating_before?: number;
  /** The rating after the game. */
  rating_after?: number;
  /** When it ended, ISO 8601 in UTC. */
  ended_at: string;
}

/** A user's rating in a season. */
export interface Rating {
  /** The name of the preset these rules come from. */
  preset: string;
  /** The id of a season. */
  season: string;
  /** The rating; 1500 at the start. */
  rating: number;
  /** How uncertain the rating is. */
  deviation: number;
  /** Whether the rating is still too uncertain for the ladder. */
  provisional: boolean;
  /** The place on the ladder, from 1. */
  rank?: number;
  /** The games, or how many. */
  games: number;
  /** Games won. */
  wins: number;
  /** Games lost. */
  losses: number;
  /** Drawn games. */
  ties: number;
}

/** Whether the server and its stores can do their work. */
export interface Readiness {
  /** The state of affairs in one word. */
  status: string;
  /** The state of each store. */
  stores: Record<string, string>;
  /** What an operator should look at. */
  warnings: string[];
  /** How far a recovery of Redis has come, while one is under way. */
  recovering?: Recovering;
}

/** An invitation to a game. */
export interface ReceivedInvitation {
  /** The id of a game. */
  game_id: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** The rules of the game, or the name of their preset. */
  rules: string;
  /** Where from. */
  from: SummaryPlayer;
  /** The id of the game that this is a rematch of. */
  rematch_of?: string;
  /** When it was made, ISO 8601 in UTC. */
  created_at: string;
  /** When the token expires, ISO 8601 in UTC. */
  expires_at: string;
}

/** An opponent of the user. */
export interface RecentOpponent {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
  /** How many of the user's last games were against them. */
  games: number;
  /** When the last of these games ended, ISO 8601 in UTC. */
  last_played_at: string;
}

/** A recovery of Redis that is under way. Games that are open are played meanwhile. */
export interface Recovering {
  /** How many of the 64 partitions are not open yet. */
  partitions: number;
  /** How many unfinished games are not open yet. */
  games: number;
}

/** A refresh token to be exchanged. */
export interface Refresh {
  /** The token that gets new tokens. */
  refresh_token: string;
}

/** Why a message was refused. */
export interface Refusal {
  /** A stable word for the reason; programs compare this. */
  code: ErrorCode;
  /** The reason in English, for people. */
  message: string;
  /** Facts that a program can show, such as `rule`, `needed` or `current_event_id`. */
  details: unknown;
}

/** The reply to a refused message. Nothing was changed. */
export interface RefusedReply {
  /** Whether the request was carried out. */
  ok: false;
  /** The `message_id` of the request that this answers. */
  request_id?: string;
  /** Why the request was refused. */
  error: Refusal;
}

/** A new account. */
export interface Registration {
  /** The name, for people. */
  name: PlayerName;
  /** The password. */
  password: NewPassword;
}

/** A new name. */
export interface Rename {
  /** The name, for people. */
  name: PlayerName;
}

/** A finished game: everything that is needed to play it again. */
export interface Replay {
  /** The id of a game. */
  game_id: string;
  /** The rules of the game. */
  rules: RulesConfig;
  /** Both players, by seat. */
  players: ReplayPlayer[];
  /** The decks of both players, by seat. */
  decks: DeckList[];
  /** The secret seed of the game's chance, 64 hexadecimal digits; known when the game is over. */
  rng_seed: string;
  /** The SHA-256 of the seed, known from the start, so that the seed cannot be changed later. */
  seed_commitment: string;
  /** Every step, oldest first. */
  actions: ReplayStep[];
  /** The digest of the state after each step. */
  digests: string[];
  /** How it ended. */
  result: ReplayResult;
  /** The version of the rules that played it. */
  engine_version: string;
  /** The digest of all cards that the server knew. */
  cards_version: string;
  /** The cards. Absent: hidden from this viewer. */
  cards: PlayedCard[];
}

/** One step of a replay: what happened, and the state after it. */
export interface ReplayFrame {
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string | null;
  /** The type of the action or of the server's own step. */
  action_type: string;
  /** When it happened, ISO 8601 in UTC. */
  at: string;
  /** The events, as on the socket. */
  events: unknown;
  /** The whole state, at the first frame of a page. */
  state?: unknown;
  /** RFC 6902 operations from the frame before. */
  patch?: unknown;
}

/** A player of a finished game. */
export interface ReplayPlayer {
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string;
  /** The name, for people. */
  name: string;
  /** The seat of a player: 0 or 1. Null: a spectator. */
  seat: number;
}

/** How a game ended. */
export interface ReplayResult {
  /** The id of the winner. Null: a draw, or the game goes on. */
  winner_id: string | null;
  /** Why the game ended. Null: it goes on. */
  end_reason: string;
}

/** One step of a finished game. */
export interface ReplayStep {
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
  epoch: number;
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string | null;
  /** The action, as card ids of the game's own numbering. */
  action: unknown;
  /** When it happened, ISO 8601 in UTC. */
  at: string;
}

/** The reply to an accepted action. */
export interface ReplyActed {
  /** Whether the request was carried out. */
  ok: true;
  /** The `message_id` of the request that this answers. */
  request_id?: string;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The type of the action or of the server's own step. */
  action_type: string;
  /** What happened, in order. */
  events: GameEvent[];
}

/** The reply to an accepted action for a client that gets patches. */
export interface ReplyActedDelta {
  /** Whether the request was carried out. */
  ok: true;
  /** The `message_id` of the request that this answers. */
  request_id?: string;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The type of the action or of the server's own step. */
  action_type: string;
  /** What happened, in order. */
  events: GameEvent[];
  /** RFC 6902 operations that turn the state before into the state after. */
  patch: PatchOperation[];
  /** Set when a turn began with this commit. */
  turn_start?: TurnStart;
  /** Set when the game ended with this commit. */
  game_over?: GameOver;
}

/** The reply to a heartbeat. */
export interface ReplyAlive {
  /** Whether the request was carried out. */
  ok: true;
  /** The server's clock, ISO 8601 in UTC. */
  server_time: string;
}

/** The reply to a message that needs no more than this. */
export interface ReplyDone {
  /** Whether the request was carried out. */
  ok: true;
}

/** The reply to an accepted `game:join` or `game:spectate`. */
export interface ReplyJoined {
  /** Whether the request was carried out. */
  ok: true;
  /** The id of a game. */
  game_id: string;
  /** The state of affairs in one word. */
  status: string;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** Rises when a game is restored after the store lost it. Ids and versions of another epoch are void. */
  epoch: number;
}

/** The reply to an action that had been carried out before. */
export interface ReplyReplayed {
  /** Whether the request was carried out. */
  ok: true;
  /** The `message_id` of the request that this answers. */
  request_id?: string;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** True: the action had been carried out before, and this is a repeated reply. */
  replayed: boolean;
}

/** A report of the user. */
export interface Report {
  /** The id of the report. */
  report_id: string;
  /** The user who was reported. */
  user_id: string;
  /** The name of the user who was reported. */
  name: string;
  /** Why. */
  reason: ReportReason;
  /** The id of a game. */
  game_id?: string;
  /** When it was made, ISO 8601 in UTC. */
  created_at: string;
  /** When an operator closed it. Absent: it waits. */
  closed_at?: string;
}

/** Why a user is reported: `stalling` (leaves games or lets the clock run), `cheating`, `name` (a name that insults), `abuse`, `other`. */
export type ReportReason = "stalling" | "cheating" | "name" | "abuse" | "other";

/** The game was given up. */
export interface Resigned {
  /** Whether the request was carried out. */
  ok: boolean;
  /** The version of the game: one more for each commit. */
  event_id: number;
  /** The type of the action or of the server's own step. */
  action_type: string;
  /** The events, as on the socket. */
  events: unknown;
}

/** A resistance to a type. */
export interface Resistance {
  /** Which kind of message, action, event or word this is. */
  type: EnergyType;
}

/** Results by preset, deck or month. */
export interface ResultGroup {
  /** A preset, the id of a deck, or a month. */
  key: string;
  /** Of a deck, as it was called last. */
  name?: string;
  /** How many games. */
  games: number;
  /** Games that were won. */
  won: number;
  /** Games that were lost. */
  lost: number;
  /** Games without a winner. */
  tied: number;
}

/** A Pokémon retreated. */
export interface RetreatedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "retreated";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The id of a Pokémon in play. */
  pokemon_id: string;
}

/** Something to show for a win, or to play with. */
export interface Reward {
  /** What it is. */
  kind: RewardKind;
  /** The reward's id, for clients that draw it; of a card, the card's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Copies of a card; absent: one. */
  count?: number;
}

/** The rewards to wear, by id. */
export interface RewardChoice {
  /** A title that was won; absent: none. */
  title?: string;
  /** A card back that was won; absent: the usual one. */
  card_back?: string;
}

/** What a reward is: words beside a name, a picture on the back of cards, or, in houses that have collections, copies of a card. */
export type RewardKind = "title" | "card_back" | "card";

/** The rule box of a card. */
export type RuleBox = "none" | "ex" | "mega";

/** All rules of a game, every one a field. */
export interface RulesConfig {
  /** The name of the preset these rules come from. */
  preset: string;
  /** What a deck must be. */
  deck: RulesConfigDeck;
  /** How a game begins. */
  opening: RulesConfigOpening;
  /** The benched Pokémon, in order. */
  bench: RulesConfigBench;
  /** The energy. */
  energy: RulesConfigEnergy;
  /** Prize cards. */
  prizes: RulesConfigPrizes;
  /** What the player who goes first may do in the first turn. */
  first_turn: RulesConfigFirstTurn;
  /** How many trainer cards may be played. */
  trainers: RulesConfigTrainers;
  /** When a Pokémon may evolve. */
  evolution: RulesConfigEvolution;
  /** The retreat cost: so many energies. */
  retreat: RulesConfigRetreat;
  /** The special conditions of the Pokémon. */
  conditions: RulesConfigConditions;
  /** The damage it has, or does. */
  damage: RulesConfigDamage;
  /** What happens between turns. */
  checkup: RulesConfigCheckup;
  /** How searches work. */
  search: RulesConfigSearch;
  /** How a game is won. */
  win: RulesConfigWin;
  /** Bounds that end every game. */
  limits: RulesConfigLimits;
  /** The clocks. */
  timer: RulesConfigTimer;
}

/** The bench. */
export interface RulesConfigBench {
  /** How many Pokémon it holds. */
  max: number;
}

/** What happens when both players win at once. */
export type RulesConfigBothWin = "sudden_death" | "tie";

/** What happens between turns. */
export interface RulesConfigCheckup {
  /** Whether the checkup begins with the player whose turn is next. */
  next_player_first: boolean;
}

/** What special conditions do. */
export interface RulesConfigConditions {
  /** Damage of poison in a checkup. */
  poison: number;
  /** Damage of a burn in a checkup. */
  burn: number;
  /** Whether heads cures a burn. */
  burn_cure: boolean;
  /** What tails does to an attack of a confused Pokémon. */
  confusion_tails: RulesConfigConfusionTails;
  /** Damage that a confused Pokémon does to itself. */
  confusion_damage: number;
}

/** What tails does to the attack of a confused Pokémon. */
export type RulesConfigConfusionTails = "damages_itself" | "fails";

/** How weakness and resistance change damage. */
export interface RulesConfigDamage {
  /** How weakness changes damage. */
  weakness_mode: RulesConfigWeaknessMode;
  /** The number that is added or multiplied by. */
  weakness: number;
  /** The number that is subtracted. */
  resistance: number;
}

/** What a deck must be. */
export interface RulesConfigDeck {
  /** How many cards a deck has. */
  size: number;
  /** How many cards of one name a deck may have; basic energy does not count. */
  copies_per_name: number;
  /** How many Basic Pokémon a deck needs at least. */
  min_basics: number;
  /** Whether the deck may contain energy cards. */
  energy_cards: boolean;
  /** How many cards the energy deck has. */
  energy_deck_size: number;
  /** How many types the energy zone may have. */
  energy_types: number;
}

/** What happens to a player who cannot draw at the start of a turn. */
export type RulesConfigEmptyDeck = "loses" | "goes_on";

/** Where energy comes from, and how much may be attached. */
export interface RulesConfigEnergy {
  /** How often in a turn. */
  per_turn: number;
  /** Where it comes from. */
  source: RulesConfigEnergySource;
}

/** Where energy comes from: cards in hand, a deck of its own, or a zone that produces it. */
export type RulesConfigEnergySource = "hand" | "energy_deck" | "zone";

/** When a Pokémon may evolve. */
export interface RulesConfigEvolution {
  /** Whether a Pokémon may evolve in the turn it came into play. */
  same_turn: boolean;
}

/** What the player who goes first may do in the first turn. */
export interface RulesConfigFirstTurn {
  /** Whether a card is drawn. */
  draw: boolean;
  /** Whether it may attack. */
  attack: boolean;
  /** Whether a Supporter may be played. */
  supporter: boolean;
  /** Whether energy may be attached. */
  energy: boolean;
  /** Whether a Pokémon may evolve. */
  evolve: boolean;
  /** Cards that the player who goes second draws at the start of their first turn. */
  second_draws: number;
}

/** Bounds that end every game. */
export interface RulesConfigLimits {
  /** The game ends after so many turns. */
  turns: number;
  /** A hand has so many cards at most. */
  hand: number;
  /** The game ends after so many actions. */
  commands: number;
  /** A bound of what effects may create. */
  instances: number;
  /** The game ends after so many turns in which nothing happened. */
  idle_turns: number;
}

/** What happens to an opening hand without a Basic Pokémon: another hand, or it cannot happen. */
export type RulesConfigNoBasic = "mulligan" | "guaranteed";

/** How a game begins. */
export interface RulesConfigOpening {
  /** How many cards are drawn at the start. */
  hand_size: number;
  /** What happens to an opening hand without a Basic Pokémon. */
  no_basic: RulesConfigNoBasic;
  /** Whether the opponent of a mulligan may draw extra cards. */
  extra_cards: boolean;
}

/** Whether prize cards are taken or points are counted. */
export type RulesConfigPrizeMode = "cards" | "points";

/** How the game is won by knock-outs. */
export interface RulesConfigPrizes {
  /** How winning is counted. */
  mode: RulesConfigPrizeMode;
  /** How many prizes or points win. */
  count: number;
  /** The worth of a Pokémon without a rule box. */
  basic: number;
  /** The worth of a Pokémon ex. */
  ex: number;
  /** The worth of a Mega Pokémon. */
  mega: number;
}

/** How often one may retreat, and how it is paid. */
export interface RulesConfigRetreat {
  /** How often in a turn. */
  per_turn: number;
  /** Whether more energy may be discarded than the retreat costs. */
  overpay: boolean;
}

/** How searches work. */
export interface RulesConfigSearch {
  /** Whether every search may find nothing on purpose. */
  any_may_fail: boolean;
}

/** The clocks of a game. */
export interface RulesConfigTimer {
  /** The time for a turn, in milliseconds; 0: no clock. */
  turn_ms: number;
  /** How long before the end a warning comes, in milliseconds. */
  warning_ms: number;
  /** Extra time after a lost connection came back, in milliseconds. */
  grace_ms: number;
  /** The time for a choice in the opponent's turn, in milliseconds. */
  choice_ms: number;
  /** A player who ran out of time so often loses. */
  timeouts_before_loss: number;
  /** The most that the clock of a player who has left may run, in milliseconds; 0: leaving changes nothing. */
  absence_ms: number;
}

/** How many trainer cards may be played. */
export interface RulesConfigTrainers {
  /** How many Supporters a turn. */
  supporters: number;
  /** How many stadiums a turn. */
  stadiums: number;
  /** How many items a turn; 0: any number. */
  items: number;
  /** How many tools a Pokémon may hold. */
  tools_per_pokemon: number;
}

/** Whether weakness multiplies or adds. */
export type RulesConfigWeaknessMode = "times" | "plus";

/** How a game is won. */
export interface RulesConfigWin {
  /** What happens to a player who cannot draw. */
  empty_deck: RulesConfigEmptyDeck;
  /** What happens when both players win at once. */
  both_win: RulesConfigBothWin;
  /** How many prizes a sudden death is played for. */
  sudden_death_prizes: number;
  /** Whether a player without a Pokémon in play loses. */
  no_pokemon_loses: boolean;
}

/** Which Pokémon an ability holds for. */
export interface Scope {
  /** Whose, or of what. */
  of: Player;
  /** Where in play, or when. */
  at?: Place;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** A season of ranked games. */
export interface Season {
  /** The id. */
  id: string;
  /** When the season starts, ISO 8601 in UTC. */
  starts_at: string;
  /** When the season ends, ISO 8601 in UTC. */
  ends_at: string;
  /** The one of now. */
  current: boolean;
}

/** One of the two places at the table. */
export type Seat = 0 | 1;

/** A player and everything on their side of the table. */
export interface Side {
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string;
  /** The name, for people. */
  name: string;
  /** The seat of a player: 0 or 1. Null: a spectator. */
  seat: Seat;
  /** How often this player's clock has run out. */
  timeouts_used: number;
  /** `away`: the player has left, and their clock is shorter. `gone`: it ran out, and the other player may claim the game. Null: neither. */
  absence: Absence | null;
  /** Points scored. */
  points: number;
  /** Prize cards or points that are still to be taken. */
  prizes_remaining: number;
  /** The cards in hand. Null: hidden from this viewer. */
  hand: Card[] | null;
  /** How many cards are in hand. */
  hand_count: number;
  /** How many cards are in the deck. */
  deck_count: number;
  /** The discard pile, the last card at the end. */
  discard: Card[];
  /** Prize cards. */
  prizes: (Card | null)[];
  /** The energy zone, in rules that have one. */
  energy_zone?: EnergyZone;
  /** The active Pokémon. Null: none. */
  active: InPlay | null;
  /** The benched Pokémon, in order. */
  bench: InPlay[];
}

/** How a user can sign in. */
export interface SignInMethods {
  /** Whether with name and password. */
  password: boolean;
  /** Who the user is at which provider. */
  identities: LinkedIdentity[];
}

/** The provider that users may sign in through. */
export interface SignInProvider {
  /** What players know it by; absent: there is no provider. */
  name?: string;
}

/** A place where the user is signed in. */
export interface SignedInSession {
  /** The id. */
  id: string;
  /** When it began, ISO 8601 in UTC. */
  started_at: string;
  /** When it was last used, ISO 8601 in UTC. */
  last_used_at: string;
  /** Whether it is the session of this request. */
  current: boolean;
}

/** The part of a card that asks. */
export interface Source {
  /** Whether an attack, an ability or the card itself asks. */
  kind: SourceKind;
  /** A card: its id in the catalog, or the card itself. Absent or null: it is hidden. */
  card: string;
  /** Which of the card's attacks or abilities, from 0. */
  index: number;
  /** The name, for people. */
  name: string;
  /** The text as it is read on the card. */
  text?: string;
}

/** The part of a card. */
export type SourceKind = "attack" | "ability" | "card";

/** How long an effect lasts. */
export type Span = "this_turn" | "opponents_next_turn" | "your_next_turn" | "while_active" | "while_in_play";

/** The special conditions of a Pokémon. */
export type SpecialCondition = "asleep" | "confused" | "paralyzed" | "poisoned" | "burned";

/** A stadium came into play. */
export interface StadiumPlayedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "stadium_played";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The stadium in play. Null: none. */
  stadium: Card;
}

/** The stage of a Pokémon. */
export type Stage = "basic" | "stage_1" | "stage_2";

/** A lasting effect on a Pokémon or a player. */
export type Static = StaticHpBonus | StaticRetreatCost | StaticFreeRetreat | StaticAttackCost | StaticDamageDealt | StaticDamageTaken | StaticPreventDamage | StaticPreventEffects | StaticPreventConditions | StaticEndures | StaticEnduresOnHeads | StaticAttacksFailOnTails | StaticAttackCostIs | StaticAttacksInFirstTurn | StaticAttacksFromBench | StaticTypeIs | StaticWeaknessIs | StaticResistanceIs | StaticEnergyProvides | StaticCannotAttack | StaticCannotUseAttack | StaticCannotRetreat | StaticCannotEvolve | StaticCannotBeHealed | StaticEvolvesAtOnce | StaticNoAbilities | StaticNoTools | StaticUsesEarlierAttacks | StaticPrizeWorth | StaticPoisonDamage | StaticCannotPlay | StaticCannotUseAbility | StaticCannotAttachEnergy | StaticExtraEnergy | StaticExtraSupporters | StaticBenchSize;

/** Attacks cost more or less. */
export interface StaticAttackCost {
  /** Which kind of message, action, event or word this is. */
  type: "attack_cost";
  /** Who does it, or by how much. */
  by: number;
  /** The energy. */
  energy?: EnergyType;
}

/** An attack costs just this. */
export interface StaticAttackCostIs {
  /** Which kind of message, action, event or word this is. */
  type: "attack_cost_is";
  /** How many. */
  count: number;
  /** The energy. */
  energy: EnergyType;
  /** The name, for people. */
  name?: string;
}

/** Attacks need heads. */
export interface StaticAttacksFailOnTails {
  /** Which kind of message, action, event or word this is. */
  type: "attacks_fail_on_tails";
}

/** May attack from the bench. */
export interface StaticAttacksFromBench {
  /** Which kind of message, action, event or word this is. */
  type: "attacks_from_bench";
}

/** May attack in the first turn. */
export interface StaticAttacksInFirstTurn {
  /** Which kind of message, action, event or word this is. */
  type: "attacks_in_first_turn";
}

/** Holds more or fewer Pokémon on the bench. */
export interface StaticBenchSize {
  /** Which kind of message, action, event or word this is. */
  type: "bench_size";
  /** Who does it, or by how much. */
  by: number;
}

/** No energy can be attached from hand. */
export interface StaticCannotAttachEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_attach_energy";
}

/** Cannot attack. */
export interface StaticCannotAttack {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_attack";
}

/** Cannot be healed. */
export interface StaticCannotBeHealed {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_be_healed";
}

/** Cannot evolve. */
export interface StaticCannotEvolve {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_evolve";
}

/** Such cards cannot be played. */
export interface StaticCannotPlay {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_play";
  /** What is meant. */
  what: Filter;
}

/** Cannot retreat. */
export interface StaticCannotRetreat {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_retreat";
}

/** Abilities of a name cannot be used. */
export interface StaticCannotUseAbility {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_use_ability";
  /** The name, for people. */
  name: string;
}

/** Cannot use an attack. */
export interface StaticCannotUseAttack {
  /** Which kind of message, action, event or word this is. */
  type: "cannot_use_attack";
  /** The name, for people. */
  name: string;
}

/** Attacks do more or less damage. */
export interface StaticDamageDealt {
  /** Which kind of message, action, event or word this is. */
  type: "damage_dealt";
  /** Who does it, or by how much. */
  by: Amount;
  /** Against which Pokémon. */
  against?: Filter;
}

/** Takes more or less damage from attacks. */
export interface StaticDamageTaken {
  /** Which kind of message, action, event or word this is. */
  type: "damage_taken";
  /** Who does it, or by how much. */
  by: Amount;
  /** Where from. */
  from?: Filter;
}

/** Stays in play with so many hit points left. */
export interface StaticEndures {
  /** Which kind of message, action, event or word this is. */
  type: "endures";
  /** What is left, in hit points. */
  remaining: number;
}

/** Stays in play if a coin shows heads. */
export interface StaticEnduresOnHeads {
  /** Which kind of message, action, event or word this is. */
  type: "endures_on_heads";
  /** What is left, in hit points. */
  remaining: number;
}

/** Energy provides something else. */
export interface StaticEnergyProvides {
  /** Which kind of message, action, event or word this is. */
  type: "energy_provides";
  /** What it provides. */
  units: Provides[];
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** May evolve in the turn it came into play. */
export interface StaticEvolvesAtOnce {
  /** Which kind of message, action, event or word this is. */
  type: "evolves_at_once";
}

/** More energy may be attached in a turn. */
export interface StaticExtraEnergy {
  /** Which kind of message, action, event or word this is. */
  type: "extra_energy";
  /** Who does it, or by how much. */
  by: number;
}

/** More Supporters may be played in a turn. */
export interface StaticExtraSupporters {
  /** Which kind of message, action, event or word this is. */
  type: "extra_supporters";
  /** Who does it, or by how much. */
  by: number;
}

/** Retreats for nothing. */
export interface StaticFreeRetreat {
  /** Which kind of message, action, event or word this is. */
  type: "free_retreat";
}

/** Has more hit points. */
export interface StaticHpBonus {
  /** Which kind of message, action, event or word this is. */
  type: "hp_bonus";
  /** Who does it, or by how much. */
  by: number;
}

/** Has no abilities. */
export interface StaticNoAbilities {
  /** Which kind of message, action, event or word this is. */
  type: "no_abilities";
}

/** Tools do nothing. */
export interface StaticNoTools {
  /** Which kind of message, action, event or word this is. */
  type: "no_tools";
}

/** Poison does more damage. */
export interface StaticPoisonDamage {
  /** Which kind of message, action, event or word this is. */
  type: "poison_damage";
  /** Who does it, or by how much. */
  by: number;
}

/** Gets no special conditions. */
export interface StaticPreventConditions {
  /** Which kind of message, action, event or word this is. */
  type: "prevent_conditions";
  /** The special condition. */
  condition?: SpecialCondition;
}

/** Takes no damage from attacks. */
export interface StaticPreventDamage {
  /** Which kind of message, action, event or word this is. */
  type: "prevent_damage";
  /** Where from. */
  from?: Filter;
}

/** Attacks have no effects on it. */
export interface StaticPreventEffects {
  /** Which kind of message, action, event or word this is. */
  type: "prevent_effects";
  /** Where from. */
  from?: Filter;
}

/** Is worth more or fewer prizes. */
export interface StaticPrizeWorth {
  /** Which kind of message, action, event or word this is. */
  type: "prize_worth";
  /** Who does it, or by how much. */
  by: number;
}

/** Has this resistance. */
export interface StaticResistanceIs {
  /** Which kind of message, action, event or word this is. */
  type: "resistance_is";
  /** The energy. */
  energy?: EnergyType;
}

/** Retreats for more or less. */
export interface StaticRetreatCost {
  /** Which kind of message, action, event or word this is. */
  type: "retreat_cost";
  /** Who does it, or by how much. */
  by: number;
}

/** Is of this type. */
export interface StaticTypeIs {
  /** Which kind of message, action, event or word this is. */
  type: "type_is";
  /** The energy. */
  energy: EnergyType;
}

/** May use the attacks of its earlier stages. */
export interface StaticUsesEarlierAttacks {
  /** Which kind of message, action, event or word this is. */
  type: "uses_earlier_attacks";
}

/** Has this weakness. */
export interface StaticWeaknessIs {
  /** Which kind of message, action, event or word this is. */
  type: "weakness_is";
  /** The energy. */
  energy?: EnergyType;
}

/** What the user's games add up to. */
export interface Statistics {
  /** How many games. */
  games: number;
  /** Games that were won. */
  won: number;
  /** Games that were lost. */
  lost: number;
  /** Games without a winner. */
  tied: number;
  /** Turns of a game on average; 0 without games. */
  average_turns: number;
  /** How long a game takes on average, in milliseconds; 0 without games. */
  average_duration_ms: number;
  /** By preset, the most games first. */
  presets: ResultGroup[];
  /** By the user's deck, the most games first. */
  decks: ResultGroup[];
  /** By the opponent's deck, the most games first. */
  opponent_decks: ResultGroup[];
  /** By month (UTC), the latest first. */
  months: ResultGroup[];
}

/** A sudden death began. */
export interface SuddenDeathStartedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "sudden_death_started";
  /** The number of the game in this sudden death. */
  game: number;
}

/** A player of a game in a list. */
export interface SummaryPlayer {
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: UserId;
  /** The name, for people. */
  name: string;
  /** The seat of a player: 0 or 1. Null: a spectator. */
  seat: number;
  /** The name of the bot. */
  bot?: string;
}

/** How a client gets states: `full` sends them whole, `delta` sends patches. */
export type Sync = "full" | "delta";

/** Which Pokémon are meant. */
export type Target = TargetSelf | TargetActive | TargetEvery | TargetChoose | TargetChosen | TargetOther;

/** The active Pokémon of a player. */
export interface TargetActive {
  /** Which kind of message, action, event or word this is. */
  type: "active";
  /** Whose, or of what. */
  of: Player;
}

/** Pokémon that a player chooses. */
export interface TargetChoose {
  /** Which kind of message, action, event or word this is. */
  type: "choose";
  /** Whose, or of what. */
  of: Player;
  /** Where in play, or when. */
  at?: Place;
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** The fewest that may be chosen. */
  min?: Amount;
  /** The most that may be chosen. */
  max?: Amount;
  /** Who does it, or by how much. */
  by?: Player;
  /** The name under which the result is kept for later effects. */
  as?: string;
}

/** Pokémon that were chosen before. */
export interface TargetChosen {
  /** Which kind of message, action, event or word this is. */
  type: "chosen";
  /** The name, for people. */
  name: string;
}

/** Every Pokémon that matches. */
export interface TargetEvery {
  /** Which kind of message, action, event or word this is. */
  type: "every";
  /** Whose, or of what. */
  of: Player;
  /** Where in play, or when. */
  at?: Place;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** The other Pokémon of what happened, such as the attacker. */
export interface TargetOther {
  /** Which kind of message, action, event or word this is. */
  type: "other";
}

/** The Pokémon itself. */
export interface TargetSelf {
  /** Which kind of message, action, event or word this is. */
  type: "self";
}

/** The state of the user's ticket in the queue. */
export interface Ticket {
  /** The state of affairs in one word. */
  status: string;
  /** The name of the preset these rules come from. */
  preset: string;
  /** The kind of game: `casual`, `ranked` or `campaign`. */
  game_type: string;
  /** Since when the user waits, ISO 8601 in UTC. */
  since?: string;
  /** How long the wait will probably be, in milliseconds. */
  estimated_wait_ms?: number;
  /** The id of a game. */
  game_id?: string;
}

/** A player's clock ran out. */
export interface TimedOutEvent {
  /** Which kind of message, action, event or word this is. */
  type: "timed_out";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** How often this player's clock has run out. */
  timeouts_used: number;
}

/** Tokens of a signed-in user. */
export interface Tokens {
  /** The token for `Authorization: Bearer` and for the socket's `auth`. */
  access_token: string;
  /** The token that gets new tokens. */
  refresh_token: string;
  /** How the token is sent. */
  token_type: string;
  /** The seconds until the access token expires. */
  expires_in: number;
  /** The signed-in user. */
  user: User;
}

/** A tool was attached. */
export interface ToolAttachedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "tool_attached";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The tool. */
  tool: Card;
  /** The id of the Pokémon that is meant. */
  target_id: string;
}

/** The deck to play a tournament with. */
export interface TournamentDeck {
  /** The id of a deck. */
  deck_id: string;
}

/** A tournament with its standings. */
export interface TournamentDetails {
  /** The tournament. */
  tournament: TournamentSummary;
  /** What the tournament is for the user. Absent: not registered. */
  you?: Participation;
  /** The players, the best first. */
  standings: TournamentStanding[];
}

/** A tournament. */
export interface TournamentEntry {
  /** Its id. */
  tournament_id: string;
  /** Its name. */
  name: string;
  /** `swiss` or `elimination`. */
  format: string;
  /** The name of the preset these rules come from. */
  preset: string;
  /** `registration`, `check_in`, `running`, `finished` or `cancelled`. */
  phase: string;
  /** The round that is played, from 1; 0 before the start. */
  round: number;
  /** Rounds in all; 0 before the start. */
  rounds: number;
  /** Users who are registered; from the start those who came. */
  players: number;
  /** Users who may register. */
  max_players: number;
  /** When the check-in opens. */
  check_in_at: string;
  /** When the first round is paired. */
  starts_at: string;
  /** When the clock of the round runs out. Absent: no round is played. */
  round_ends_at?: string;
  /** Rises with every change: read the standings again. */
  revision: number;
}

/** How winners are found: by a fixed number of rounds, or by losing once. */
export type TournamentFormat = "swiss" | "elimination";

/** A game of a match. */
export interface TournamentGame {
  /** The id of a game. */
  game_id: string;
  /** The user who won. Absent: no user has, or the game is being played. */
  winner_id?: string;
  /** How it ended. Absent: it is being played. */
  end_reason?: string;
}

/** A match. */
export interface TournamentMatch {
  /** Its round, from 1. */
  round: number;
  /** Its place in the round, from 1; in a bracket the winners of the tables 1 and 2 meet at table 1 of the next round. */
  table: number;
  /** The first player. */
  first: TournamentPlayer;
  /** The second player. Absent: the first one has a bye. */
  second?: TournamentPlayer;
  /** `first`, `second`, `tie` or `both_lose`. Absent: the match is being played. */
  result?: string;
  /** `played`, `bye`, `no_show`, `dropped`, `time` or `judge`. Absent: the match is being played. */
  why?: string;
  /** The games, in the order in which they are played. */
  games: TournamentGame[];
}

/** How far a tournament has come. */
export type TournamentPhase = "registration" | "check_in" | "running" | "finished" | "cancelled";

/** A user who plays. */
export interface TournamentPlayer {
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
}

/** Everything about a tournament. */
export interface TournamentResults {
  /** The tournament. */
  tournament: TournamentSummary;
  /** The players, the best first. */
  standings: TournamentStanding[];
  /** All matches, by round and table. */
  matches: TournamentMatch[];
}

/** A place in the standings. */
export interface TournamentStanding {
  /** The place, from 1. In a bracket those who lost in the same round share one. */
  rank: number;
  /** The id of a user. */
  user_id: string;
  /** The name, for people. */
  name: string;
  /** Three for a match won, one for a tie. */
  points: number;
  /** Matches won, with byes. */
  wins: number;
  /** Matches lost. */
  losses: number;
  /** Matches tied. */
  ties: number;
  /** Rounds without an opponent, which count as won. */
  byes: number;
  /** The opponents' share of match points, 0 to 1: the first tie-break. */
  opponents_rate: number;
  /** The player's share of game points, 0 to 1: the second tie-break. */
  game_rate: number;
  /** The opponents' share of game points, 0 to 1: the third tie-break. */
  opponents_game_rate: number;
  /** Whether the player plays no further round. */
  dropped: boolean;
}

/** A tournament. */
export interface TournamentSummary {
  /** Its id. */
  tournament_id: string;
  /** Its name. */
  name: string;
  /** How winners are found. */
  format: TournamentFormat;
  /** The name of the preset these rules come from. */
  preset: string;
  /** Games of a match. */
  best_of: number;
  /** How far it has come. */
  phase: TournamentPhase;
  /** The round that is played, from 1; 0 before the start. */
  round: number;
  /** Rounds in all; 0 before the start. */
  rounds: number;
  /** Users who are registered; from the start those who came. */
  players: number;
  /** Users who may register. */
  max_players: number;
  /** When the check-in opens. */
  check_in_at: string;
  /** When the first round is paired. */
  starts_at: string;
  /** When the clock of the round runs out. Absent: no round is played. */
  round_ends_at?: string;
  /** When it ended. Absent: not yet. */
  ended_at?: string;
  /** Rises with every change. */
  revision: number;
}

/** A trainer card. */
export interface TrainerDefinition {
  /** Which kind of message, action, event or word this is. */
  type: "trainer";
  /** The id. */
  id: string;
  /** The name, for people. */
  name: string;
  /** The id of the card set. */
  set: string;
  /** Which kind. */
  kind: TrainerKind;
  /** The text as it is read on the card. */
  text: string;
  /** The condition under which it may be played. */
  playable?: Condition;
  /** What happens, in order. */
  effects: Effect[];
  /** The abilities. */
  abilities: AbilityDefinition[];
  /** The attacks that a tool gives to the Pokémon that holds it. */
  attacks: AttackDefinition[];
  /** Words that effects refer to. */
  tags: string[];
  /** Hints for the picture. Absent: none. */
  art?: ArtHint;
}

/** The kinds of trainer cards. */
export type TrainerKind = "item" | "supporter" | "stadium" | "tool";

/** A trainer card was played. */
export interface TrainerPlayedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "trainer_played";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The trainer card. */
  trainer: Card;
}

/** What starts an ability. */
export type Trigger = TriggerPlayedToBench | TriggerEvolves | TriggerEnergyAttached | TriggerBecomesActive | TriggerDamaged | TriggerKnockedOut | TriggerSomeKnockedOut | TriggerSomeAttached | TriggerSomeBenched | TriggerSomeEvolved | TriggerSomePlayed | TriggerCheckup | TriggerTurnStart | TriggerTurnEnd | TriggerAttacked;

/** The Pokémon attacked. */
export interface TriggerAttacked {
  /** Which kind of message, action, event or word this is. */
  type: "attacked";
}

/** The Pokémon became active. */
export interface TriggerBecomesActive {
  /** Which kind of message, action, event or word this is. */
  type: "becomes_active";
}

/** A checkup began. */
export interface TriggerCheckup {
  /** Which kind of message, action, event or word this is. */
  type: "checkup";
}

/** The Pokémon was damaged by an attack. */
export interface TriggerDamaged {
  /** Which kind of message, action, event or word this is. */
  type: "damaged";
  /** Where in play, or when. */
  at?: Place;
}

/** Energy was attached to the Pokémon. */
export interface TriggerEnergyAttached {
  /** Which kind of message, action, event or word this is. */
  type: "energy_attached";
  /** Which ones count. Absent: all. */
  where?: Filter;
  /** Whether only energy from hand counts. */
  from_hand?: boolean;
}

/** The Pokémon evolved. */
export interface TriggerEvolves {
  /** Which kind of message, action, event or word this is. */
  type: "evolves";
}

/** The Pokémon was knocked out by an attack. */
export interface TriggerKnockedOut {
  /** Which kind of message, action, event or word this is. */
  type: "knocked_out";
  /** Where in play, or when. */
  at?: Place;
}

/** The Pokémon was played to the bench. */
export interface TriggerPlayedToBench {
  /** Which kind of message, action, event or word this is. */
  type: "played_to_bench";
}

/** Energy was attached to some Pokémon. */
export interface TriggerSomeAttached {
  /** Which kind of message, action, event or word this is. */
  type: "some_attached";
  /** Whose, or of what. */
  of: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Some Pokémon was played to the bench. */
export interface TriggerSomeBenched {
  /** Which kind of message, action, event or word this is. */
  type: "some_benched";
  /** Whose, or of what. */
  of: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Some Pokémon evolved. */
export interface TriggerSomeEvolved {
  /** Which kind of message, action, event or word this is. */
  type: "some_evolved";
  /** Whose, or of what. */
  of: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Some Pokémon was knocked out. */
export interface TriggerSomeKnockedOut {
  /** Which kind of message, action, event or word this is. */
  type: "some_knocked_out";
  /** Whose, or of what. */
  of: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** Some card was played. */
export interface TriggerSomePlayed {
  /** Which kind of message, action, event or word this is. */
  type: "some_played";
  /** Whose, or of what. */
  of: Player;
  /** Which ones count. Absent: all. */
  where?: Filter;
}

/** A turn ended. */
export interface TriggerTurnEnd {
  /** Which kind of message, action, event or word this is. */
  type: "turn_end";
  /** Whose, or of what. */
  of: Player;
}

/** A turn began. */
export interface TriggerTurnStart {
  /** Which kind of message, action, event or word this is. */
  type: "turn_start";
  /** Whose, or of what. */
  of: Player;
}

/** The current turn, and what was done in it. */
export interface Turn {
  /** The number of the turn, from 1. */
  number: number;
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string;
  /** The part of the turn. */
  phase: TurnPhase;
  /** When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs. */
  deadline: string | null;
  /** Energy attached from hand or zone in this turn. */
  energy_attached: number;
  /** Supporters played in this turn. */
  supporters_played: number;
  /** Stadiums played in this turn. */
  stadiums_played: number;
  /** Retreats in this turn. */
  retreats: number;
}

/** A turn ended. */
export interface TurnEndedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "turn_ended";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The number of the turn, from 1. */
  turn_number: number;
}

/** The part of a turn. */
export type TurnPhase = "main" | "attack" | "checkup";

/** A turn began. */
export interface TurnStart {
  /** Which kind of message, action, event or word this is. */
  type: "turn_start";
  /** The id of a user who plays. Null: the server acted by itself. */
  player_id: string;
  /** The number of the turn, from 1. */
  turn_number: number;
  /** When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs. */
  deadline: string | null;
  /** The time for the turn in milliseconds. Null: no limit. */
  time_limit_ms: number | null;
}

/** A turn began. */
export interface TurnStartedEvent {
  /** Which kind of message, action, event or word this is. */
  type: "turn_started";
  /** The seat of the player, or whose it is. */
  player: Seat;
  /** The number of the turn, from 1. */
  turn_number: number;
}

/** What an expired clock leads to. */
export type TurnTimeoutConsequence = "auto_pass" | "loss";

/** What the clock did: `warning` before the end, `expired` at it, `extended` after a reconnect or return, `shortened` while the player is away. */
export type TurnTimeoutKind = "warning" | "expired" | "extended" | "shortened";

/** The name and password of the account that a guest becomes. */
export interface Upgrade {
  /** The name, for people. */
  name: PlayerName;
  /** The password. */
  password: NewPassword;
}

/** An attack that the viewer may choose from: of the Active's card, of an earlier stage, of a tool, or of a benched Pokémon. */
export interface UsableAttack {
  /** The id of the definition that the attack is printed on. */
  card: string;
  /** Which of that card's attacks, from 0. */
  index: number;
  /** The Pokémon that uses it. */
  pokemon_id: string;
}

/** A user. */
export interface User {
  /** The id. */
  id: string;
  /** The name, for people. */
  name: string;
  /** Whether the user has no account. */
  guest: boolean;
}

/** The id of a user. */
export type UserId = string;

/** What playing a game again showed. */
export interface Verification {
  /** Whether the request was carried out. */
  ok: boolean;
  /** Whether the seed fits its commitment. */
  commitment_ok: boolean;
  /** How many digests were compared. */
  digests_checked: number;
  /** The first version whose digest differs. Absent: none. */
  first_difference?: number;
}

/** Who sees a state: a seat, or a spectator. */
export interface ViewerInfo {
  /** The seat of a player: 0 or 1. Null: a spectator. */
  seat: Seat | null;
}

/** A weakness to a type. */
export interface Weakness {
  /** Which kind of message, action, event or word this is. */
  type: EnergyType;
}

/** Rewards of the campaign that a user shows to others. */
export interface WornRewards {
  /** Words beside the name; absent: none. */
  title?: Reward;
  /** The picture on the back of the user's cards; absent: the usual one. */
  card_back?: Reward;
}

/** A pile of cards. */
export type Zone = "deck" | "hand" | "discard" | "prizes" | "energy_deck";
