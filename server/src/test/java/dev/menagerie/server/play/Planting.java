package dev.menagerie.server.play;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Commit;
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
    return newGame(header, patience);
  }

  /** A game that any user with the code can join. */
  public String waiting(RulesConfig rules, Seed seed, Sitting creator, String code) {
    var header = header(rules, seed, creator, new Invitation.Open(code, LobbyListing.UNLISTED));
    plant(header);
    return header.game().value();
  }

  /**
   * A game in its middle, at version 1: the commit that deals the cards has dealt this table. It
   * can be played to its end and is archived then, but its replay deals other cards.
   */
  public String board(GameState state, Seed seed, Sitting first, Sitting second) {
    var header = header(state.rules(), seed, first, new Invitation.House());
    var waiting = plant(header);
    var opened =
        new GameStep.Attempt.Propose(
            new Move.Opened(second.entry()),
            List.of(first.entry(), second.entry()),
            List.of(),
            Optional.of(state),
            new ClockChange.Start(PATIENCE),
            Optional.empty());
    var step = new OpenStep(CardSets.load().catalog(), second.entry());
    var draft = new EntryBuilder(Instant::now).draft(header, step, moment(header, waiting), opened);
    if (!(store.commit(header.game(), waiting, draft.entry()) instanceof Commit.Committed))
      throw new AssertionError("not begun");
    return header.game().value();
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

  private Head plant(GameHeader header) {
    var game = newGame(header, PATIENCE);
    journal.create(game, Optional.empty());
    if (store.install(game) instanceof InstallResult.Installed installed) return installed.head();
    throw new AssertionError("not taken");
  }

  private static NewGame newGame(GameHeader header, Duration patience) {
    return new NewGame(
        header.game(),
        Json.text(header),
        EntryBuilder.checkpoint(header, moment(header, Head.initial(""))),
        new ClockOp.Start(patience));
  }

  private static Moment moment(GameHeader header, Head head) {
    return new Moment(
        head,
        List.of(header.creator()),
        Optional.empty(),
        GameClock.NONE,
        Optional.empty(),
        header.createdAt(),
        Optional.empty(),
        0);
  }
}
