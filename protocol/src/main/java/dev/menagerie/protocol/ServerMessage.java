package dev.menagerie.protocol;

import dev.menagerie.codec.RawJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message of the server on the {@code /game} namespace, without its {@link Envelope}. */
public sealed interface ServerMessage extends WireMessage {
  @Override
  default String event() {
    return Event.of(getClass()).wireName();
  }

  /**
   * The first message of every connection.
   *
   * @param chat whether the house has chat
   * @param announcements those of the operator that are in force, the newest first
   */
  record SessionReady(
      String userId,
      Instant serverTime,
      int protocolVersion,
      List<String> activeGames,
      boolean chat,
      List<LobbyMessage.Announcement> announcements)
      implements ServerMessage {}

  /** The last message of a connection that the server closes. */
  record SessionClosed(String code, String message) implements ServerMessage {}

  /** Sixty seconds before a token runs out. */
  record AuthExpiring(Instant expiresAt) implements ServerMessage {}

  /**
   * The whole state as its receiver sees it.
   *
   * @param state a {@link WireState}
   * @param missedEvents the events since the client's last one, oldest first
   * @param resync true if the missed events are not available: the client takes the state alone
   */
  record GameState(
      String kind,
      RawJson state,
      Optional<List<MissedEvent>> missedEvents,
      Optional<Boolean> resync)
      implements ServerMessage {}

  /** One commit, as its receiver saw it happen. */
  record MissedEvent(long eventId, @Nullable String playerId, String actionType, RawJson events) {}

  /** Delta mode: one commit, whole. {@code patch} is RFC 6902 on the state the client has. */
  record Update(
      @Nullable String playerId,
      String actionType,
      RawJson events,
      RawJson patch,
      Optional<TurnStart> turnStart,
      Optional<GameOver> gameOver)
      implements ServerMessage {}

  /** The result of the receiver's own action. */
  record ActionResult(Optional<String> requestId, boolean ok, String actionType, RawJson events)
      implements ServerMessage {}

  /** The effect of another player's action, for the opponent and spectators. */
  record OpponentAction(@Nullable String playerId, String actionType, RawJson events)
      implements ServerMessage {}

  record TurnStart(
      String playerId, int turnNumber, @Nullable Instant deadline, @Nullable Long timeLimitMs)
      implements ServerMessage {}

  record TurnTimeout(
      String playerId,
      Kind kind,
      long remainingMs,
      @Nullable Instant deadline,
      Optional<Consequence> consequence,
      Optional<String> reason,
      int timeoutsUsed,
      int timeoutsBeforeLoss)
      implements ServerMessage {
    /** The kind of clock event. */
    public enum Kind {
      WARNING,
      EXPIRED,
      EXTENDED,
      SHORTENED
    }

    /** The consequence of an expired clock. */
    public enum Consequence {
      AUTO_PASS,
      LOSS
    }
  }

  record GameOver(
      @Nullable String winnerId,
      String endReason,
      long durationMs,
      String rngSeed,
      String replayUrl)
      implements ServerMessage {}

  record OpponentConnected(String playerId, Status status) implements ServerMessage {
    /** Whether the other player is there. */
    public enum Status {
      CONNECTED,
      DISCONNECTED,
      RECONNECTED
    }
  }

  /** A player says one of the fixed things. */
  record PlayerEmote(String playerId, ClientMessage.Emote emote) implements ServerMessage {}

  /**
   * A player writes something to the other one.
   *
   * @param chatId rises with every message
   */
  record PlayerChat(String playerId, String chatId, Instant saidAt, String text)
      implements ServerMessage {
    @Override
    public String toString() {
      return "PlayerChat[" + chatId + "]";
    }
  }

  /** Who is to act now in another game of the receiver; null: that game is over. */
  record TurnElsewhere(@Nullable String playerId, int turnNumber, @Nullable Instant deadline)
      implements ServerMessage {}

  record Spectators(int count) implements ServerMessage {}

  /**
   * An invitation to a game changed; sent to both users. The envelope names the game.
   *
   * @param rules the preset of the game
   * @param rematchOf the game that both have just played, if this is a rematch
   * @param expiresAt when the game is closed if it still waits
   */
  record Invitation(
      InvitationStatus status,
      String fromId,
      String fromName,
      String toId,
      String gameType,
      String rules,
      Optional<String> rematchOf,
      Instant expiresAt)
      implements ServerMessage {
    /** The state of an invitation. */
    public enum InvitationStatus {
      OFFERED,
      /** The game has started. */
      ACCEPTED,
      DECLINED,
      WITHDRAWN,
      EXPIRED
    }
  }

  /**
   * An opponent was found and the game has started; sent to both users. The envelope names the
   * game.
   *
   * @param waitedMs how long the player who waited longer had waited
   * @param tournamentId the tournament that the game belongs to; absent: none
   */
  record MatchStarted(
      String preset,
      String gameType,
      String opponentId,
      String opponentName,
      long waitedMs,
      Optional<String> tournamentId)
      implements ServerMessage {}

  /**
   * What two users are to each other changed; sent to both.
   *
   * @param fromId the user who made the change
   */
  record FriendChanged(FriendStatus status, String fromId, String fromName, String toId)
      implements ServerMessage {
    /** What happened between two users. */
    public enum FriendStatus {
      /** The first asked the second to be a friend. */
      ASKED,
      /** They are friends now. */
      ACCEPTED,
      /** They are none, or the question was withdrawn or declined. */
      REMOVED
    }
  }

  /** All announcements of the operator that are in force, the newest first; they have changed. */
  record AnnouncementsChanged(List<LobbyMessage.Announcement> announcements)
      implements ServerMessage {}

  record GameError(Optional<String> requestId, Refusal error) implements ServerMessage {}

  /** The events a server sends, with the records they carry. */
  enum Event {
    SESSION_READY("session:ready", SessionReady.class),
    SESSION_CLOSED("session:closed", SessionClosed.class),
    AUTH_EXPIRING("auth:expiring", AuthExpiring.class),
    STATE("game:state", GameState.class),
    UPDATE("game:update", Update.class),
    ACTION_RESULT("game:action_result", ActionResult.class),
    OPPONENT_ACTION("game:opponent_action", OpponentAction.class),
    TURN_START("game:turn_start", TurnStart.class),
    TURN_TIMEOUT("game:turn_timeout", TurnTimeout.class),
    GAME_OVER("game:game_over", GameOver.class),
    OPPONENT_CONNECTED("game:opponent_connected", OpponentConnected.class),
    SPECTATORS("game:spectators", Spectators.class),
    PLAYER_EMOTE("game:player_emote", PlayerEmote.class),
    PLAYER_CHAT("game:player_chat", PlayerChat.class),
    TURN_ELSEWHERE("user:turn", TurnElsewhere.class),
    INVITATION("user:invitation", Invitation.class),
    MATCH("user:match", MatchStarted.class),
    FRIEND("user:friend", FriendChanged.class),
    ANNOUNCEMENTS("user:announcements", AnnouncementsChanged.class),
    ERROR("game:error", GameError.class);

    private static final Map<Class<?>, Event> BY_MESSAGE =
        Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Event::message, e -> e));

    private final String wireName;
    private final Class<? extends ServerMessage> message;

    Event(String wireName, Class<? extends ServerMessage> message) {
      this.wireName = wireName;
      this.message = message;
    }

    private static Event of(Class<? extends ServerMessage> message) {
      return Objects.requireNonNull(BY_MESSAGE.get(message));
    }

    /** The name of the event on the wire, such as {@code game:update}. */
    public String wireName() {
      return wireName;
    }

    /** The record that the event carries. */
    public Class<? extends ServerMessage> message() {
      return message;
    }
  }
}
