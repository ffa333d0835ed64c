package dev.menagerie.server.export;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user's own data.
 *
 * @param findableByName whether others find the user by name
 * @param games finished games, the latest first
 */
public record ExportDocument(
    String userId,
    String name,
    boolean guest,
    boolean findableByName,
    List<ExportedSession> sessions,
    List<ExportedIdentity> identities,
    List<ExportedDeck> decks,
    List<ExportedGame> games,
    List<ExportedRating> ratings,
    ExportedCampaign campaign,
    List<ExportedTournament> tournaments,
    List<ExportedPuzzle> puzzles,
    List<ExportedFriend> friends,
    List<ExportedBlock> blocks,
    List<ExportedBlock> mutes,
    List<ExportedReport> reports,
    List<ExportedMessage> chat) {
  public ExportDocument {
    sessions = List.copyOf(sessions);
    identities = List.copyOf(identities);
    decks = List.copyOf(decks);
    games = List.copyOf(games);
    ratings = List.copyOf(ratings);
    tournaments = List.copyOf(tournaments);
    puzzles = List.copyOf(puzzles);
    friends = List.copyOf(friends);
    blocks = List.copyOf(blocks);
    mutes = List.copyOf(mutes);
    reports = List.copyOf(reports);
    chat = List.copyOf(chat);
  }

  /** A sign-in that is alive. */
  public record ExportedSession(Instant startedAt, Instant lastUsedAt) {}

  /** Who the user is at a sign-in provider. */
  public record ExportedIdentity(String issuer, String subject, Instant linkedAt) {}

  /** A deck of the user's own. */
  public record ExportedDeck(
      String id,
      String name,
      String rules,
      List<DeckList.Entry> cards,
      List<DeckList.Entry> energyCards,
      List<EnergyType> energyTypes) {}

  /**
   * A finished game.
   *
   * @param won absent when the game had no winner
   */
  public record ExportedGame(
      String gameId,
      String gameType,
      String rules,
      Instant startedAt,
      Instant endedAt,
      String endReason,
      Optional<Boolean> won) {}

  /** A rating in this season. */
  public record ExportedRating(
      String preset, String season, double rating, double deviation, int games) {}

  /**
   * What the user has won in the campaign.
   *
   * @param title the id of the title that others see
   * @param cardBack the id of the card back that others see
   */
  public record ExportedCampaign(
      List<ExportedWin> wins, Optional<String> title, Optional<String> cardBack) {
    public ExportedCampaign {
      wins = List.copyOf(wins);
    }
  }

  /** A house opponent that the user has beaten, by id, and when for the first time. */
  public record ExportedWin(String opponent, Instant beatenAt) {}

  /** A tournament that the user has registered for, and the deck's name. */
  public record ExportedTournament(
      String tournamentId, String name, Instant startsAt, String deckName) {}

  /**
   * A daily puzzle that the user has solved.
   *
   * @param day as {@code 2026-11-30}
   */
  public record ExportedPuzzle(String day, Instant solvedAt) {}

  /** A friend, or a user with an open friend request. */
  public record ExportedFriend(String userId, String name, String status, Instant since) {}

  /** A user that is blocked or muted. */
  public record ExportedBlock(String userId, String name) {}

  /** What the user wrote in a game. */
  public record ExportedMessage(String gameId, Instant saidAt, String text) {}

  /** A report by the user. */
  public record ExportedReport(String userId, String reason, String details, Instant createdAt) {}
}
