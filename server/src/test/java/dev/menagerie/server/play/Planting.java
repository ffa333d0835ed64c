package dev.menagerie.server.play;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Games that a running server finds in its stores, with a seed or a table of the test's choice. */
public record Planting(GameStore store, GameJournal journal) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A side of a table of the standard rules, with nothing discarded and no points. */
  public static BoardSide side(
      BoardPokemon active,
      List<String> bench,
      List<String> hand,
      List<String> deck,
      List<String> prizes) {
    return new BoardSide(
        Optional.of(active),
        bench.stream().map(BoardPokemon::of).toList(),
        hand,
        deck,
        List.of(),
        prizes,
        Optional.of(0),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** A player of a planted game. */
  public record Sitting(String user, String name, DeckList deck) {
    private PlayerEntry entry() {
      return new PlayerEntry(new UserId(user), name, "Planted", deck, Optional.empty());
    }
  }

  /**
   * A game that any user with the code can join, in neither store yet.
   *
   * @param cardsVersion of the cards that it is played with
   * @param patience how long it waits for its second player
   */
  public static NewGame waiting(
      GameId game,
      Instant at,
      RulesConfig rules,
      Seed seed,
      Sitting creator,
      String code,
      String cardsVersion,
      Duration patience) {
    var header =
        new GameHeader(
            game,
            at,
            GameType.CASUAL,
            rules,
            creator.entry(),
            new Invitation.Open(code, LobbyListing.UNLISTED),
            Audience.PUBLIC,
            0,
            seed.hex(),
            cardsVersion,
            Optional.empty());
    return newGame(header, List.of(header.creator()), Optional.empty(), patience);
  }

  /** A game that any user with the code can join. */
  public String waiting(RulesConfig rules, Seed seed, Sitting creator, String code) {
    var header = header(rules, seed, creator, new Invitation.Open(code, LobbyListing.UNLISTED));
    return plant(header, List.of(header.creator()), Optional.empty());
  }

  /** A game in its middle; it must not come to its end, since how it began is not recorded. */
  public String board(GameState state, Seed seed, Sitting first, Sitting second) {
    var header = header(state.rules(), seed, first, new Invitation.House());
    return plant(header, List.of(first.entry(), second.entry()), Optional.of(state));
  }

  private static GameHeader header(
      RulesConfig rules, Seed seed, Sitting creator, Invitation invitation) {
    return new GameHeader(
        GameId.fresh(),
        Instant.now(),
        GameType.CASUAL,
        rules,
        creator.entry(),
        invitation,
        Audience.PUBLIC,
        0,
        seed.hex(),
        CardSets.load().catalog().version(),
        Optional.empty());
  }

  private String plant(GameHeader header, List<PlayerEntry> players, Optional<GameState> state) {
    var game = newGame(header, players, state, PATIENCE);
    journal.create(game, Optional.empty());
    if (!(store.install(game) instanceof InstallResult.Installed))
      throw new AssertionError("not taken");
    return header.game().value();
  }

  private static NewGame newGame(
      GameHeader header, List<PlayerEntry> players, Optional<GameState> state, Duration patience) {
    var moment =
        new Moment(
            Head.initial(""),
            players,
            state,
            GameClock.NONE,
            state.map(_ -> header.createdAt()),
            header.createdAt(),
            Optional.empty(),
            0);
    return new NewGame(
        header.game(),
        Json.text(header),
        EntryBuilder.checkpoint(header, moment),
        new ClockOp.Start(patience));
  }
}
