package dev.menagerie.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server sends on the {@code /lobby} namespace only, without its {@link Envelope}. {@code
 * session:closed}, {@code auth:expiring} and {@code user:invitation} are {@link ServerMessage}s and
 * are sent on both namespaces.
 */
public sealed interface LobbyMessage extends WireMessage {
  /**
   * The first message of every connection: the lobby as it is now. Everything that follows are
   * changes to it.
   *
   * @param games the newest listed games that wait
   * @param members some of the users who are in the lobby
   */
  record Ready(
      String userId,
      Instant serverTime,
      List<OpenGame> games,
      List<Member> members,
      Totals counts,
      List<Announcement> announcements,
      List<TournamentEntry> tournaments)
      implements LobbyMessage {
    @Override
    public String event() {
      return "lobby:ready";
    }
  }

  /**
   * A listed game that waits for its second player.
   *
   * @param rules the preset of the game
   * @param creatorOnline whether its creator is connected
   */
  record OpenGame(
      String gameId,
      String gameType,
      String rules,
      String creatorId,
      String creatorName,
      boolean creatorOnline,
      Instant createdAt) {}

  /** A user who is in the lobby. */
  record Member(String userId, String name) {}

  /**
   * Changes to the list of games.
   *
   * @param removed ids of games that were joined or closed, or that newer ones have displaced
   */
  record Games(List<OpenGame> added, List<OpenGame> changed, List<String> removed)
      implements LobbyMessage {
    @Override
    public String event() {
      return "lobby:games";
    }
  }

  /**
   * Changes to the list of members.
   *
   * @param left ids of users
   */
  record Members(List<Member> joined, List<String> left) implements LobbyMessage {
    @Override
    public String event() {
      return "lobby:members";
    }
  }

  /** How many there are now. */
  record Counts(Totals counts) implements LobbyMessage {
    @Override
    public String event() {
      return "lobby:counts";
    }
  }

  /**
   * How many there are, on all nodes.
   *
   * @param online users with a connection to {@code /game}
   * @param members users in the lobby
   * @param openGames listed games that wait
   * @param liveGames public games that are being played
   */
  record Totals(long online, long members, long openGames, long liveGames) {}

  /** All announcements of the operator that are in force, the newest first. */
  record Announcements(List<Announcement> announcements) implements LobbyMessage {
    @Override
    public String event() {
      return "lobby:announcements";
    }
  }

  /**
   * A text of the operator for everyone.
   *
   * @param at the moment that it is about; clients show a countdown to it
   */
  record Announcement(
      String id, String text, Instant createdAt, Instant expiresAt, Optional<Instant> at) {}

  /** Changes to the list of tournaments: those that are not over, or have just ended. */
  record Tournaments(List<TournamentEntry> changed, List<String> removed) implements LobbyMessage {
    @Override
    public String event() {
      return "lobby:tournaments";
    }
  }

  /**
   * A tournament.
   *
   * @param round the round that is played, from 1; 0 before the start
   * @param rounds rounds in all; 0 before the start
   * @param revision rises with every change: the standings are to be read again
   */
  record TournamentEntry(
      String tournamentId,
      String name,
      String format,
      String preset,
      String phase,
      int round,
      int rounds,
      int players,
      int maxPlayers,
      Instant checkInAt,
      Instant startsAt,
      Optional<Instant> roundEndsAt,
      long revision) {}

  /** The events that are sent in the lobby only, with the records they carry. */
  enum Event {
    READY("lobby:ready", Ready.class),
    GAMES("lobby:games", Games.class),
    MEMBERS("lobby:members", Members.class),
    COUNTS("lobby:counts", Counts.class),
    ANNOUNCEMENTS("lobby:announcements", Announcements.class),
    TOURNAMENTS("lobby:tournaments", Tournaments.class);

    private final String wireName;
    private final Class<? extends LobbyMessage> message;

    Event(String wireName, Class<? extends LobbyMessage> message) {
      this.wireName = wireName;
      this.message = message;
    }

    /** The event's name, such as {@code lobby:games}. */
    public String wireName() {
      return wireName;
    }

    /** The record that the event carries. */
    public Class<? extends LobbyMessage> message() {
      return message;
    }
  }

  /** Events of both namespaces that are sent in the lobby, too. */
  List<ServerMessage.Event> SHARED =
      List.of(
          ServerMessage.Event.SESSION_CLOSED,
          ServerMessage.Event.AUTH_EXPIRING,
          ServerMessage.Event.TURN_ELSEWHERE,
          ServerMessage.Event.INVITATION,
          ServerMessage.Event.MATCH,
          ServerMessage.Event.FRIEND,
          ServerMessage.Event.ERROR);
}
