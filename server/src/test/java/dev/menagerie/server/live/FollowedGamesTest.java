package dev.menagerie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Blocks;
import dev.menagerie.server.play.BotPlayers;
import dev.menagerie.server.play.CreateGame;
import dev.menagerie.server.play.DeckSource;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.Outcome;
import dev.menagerie.server.play.WaitingTime;
import dev.menagerie.server.replay.ReplayComposer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node follows, and that it misses nothing of it. */
class FollowedGamesTest {
  private static final StarterDecks STARTERS = StarterDecks.load();

  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = InMemoryGameStore.certified(clock);
  private final InMemoryGameJournal journal =
      new InMemoryGameJournal(clock, new ReplayComposer("test"));
  private final Games here = games();
  private final Games there = games();
  private final Scheduler scheduler = new Scheduler();
  private final GameRooms rooms =
      new GameRooms(
          here, new TurnWarnings(here, scheduler, store), new Envelopes(clock), scheduler);
  private final Watched hints = new Watched(store.hints());
  private final FollowedGames followed = new FollowedGames(hints, store, here, rooms, scheduler);
  private final GameId game = begun();

  FollowedGamesTest() {
    here.listen(rooms);
    hints.subscribe(here::noteHint);
    followed.listen();
  }

  @AfterEach
  void stop() {
    scheduler.close();
  }

  private Games games() {
    return new Games(
        store,
        journal,
        journal,
        CardSets.load().catalog(),
        (_, _, _) -> CompletableFuture.completedFuture(true),
        clock);
  }

  /** A game of two, played on the other node. */
  private GameId begun() {
    var lobby =
        new Lobby(
            there,
            store,
            journal,
            CardSets.load().catalog(),
            (_, deck) ->
                STARTERS.find(deck).map(found -> DeckSource.Chosen.of(found.name(), found.list())),
            new BotPlayers(there, () -> STARTERS),
            CreationLimits.NONE,
            WaitingTime.STANDARD,
            Blocks.NONE,
            clock);
    var anyone = new CreateGame.Against.Anyone(LobbyListing.LISTED);
    var wish =
        new CreateGame(
            new CreateGame.Person(new UserId("ada"), "Ada"),
            "standard-quarry",
            Presets.STANDARD,
            GameType.CASUAL,
            anyone,
            Audience.PUBLIC,
            0,
            Optional.empty());
    var made = ((Lobby.Entrance.Entered) lobby.create(wish)).game().id();
    var bob = new CreateGame.Person(new UserId("bob"), "Bob");
    assertThat(lobby.join(made, bob, "standard-quarry", ""))
        .isInstanceOf(Lobby.Entrance.Entered.class);
    return made;
  }

  private LiveGame live() {
    return here.find(game).orElseThrow();
  }

  /** One commit of the other node; the version that it leads to. */
  private long commitThere() {
    var live = there.find(game).orElseThrow();
    var before = live.moment();
    var state = before.state().orElseThrow();
    var seat = state.toAct().orElseThrow();
    var bot = BotKind.RANDOM.bot(state.catalog(), live.header().rules(), 1);
    var action = bot.choose(Views.of(state, Viewer.seat(seat)));
    var message = new MessageId("m" + before.version());
    assertThat(there.act(game, seat, message, action, Optional.empty()))
        .isInstanceOf(Outcome.Done.class);
    return live.moment().version();
  }

  private boolean enter(LiveGame live) {
    return followed.enter(live, () -> rooms.enter(live, _ -> true));
  }

  @Test
  void whatIsCommittedWhileASessionEntersIsSeenByIt() {
    var live = live();
    hints.afterFollow(this::commitThere);

    enter(live);

    assertThat(live.moment().head()).isEqualTo(store.head(game).orElseThrow());
    assertThat(live.moment().version()).isGreaterThan(1);
  }

  @Test
  void whatWasCommittedBeforeItIsFollowedIsReadBeforeTheRoomIsMade() {
    var live = live();
    commitThere();

    long seen = followed.enter(live, () -> rooms.enter(live, _ -> live.moment().version()));

    assertThat(seen).isEqualTo(store.head(game).orElseThrow().version());
  }

  @Test
  void aCommitToAFollowedGameIsPublished() {
    var live = live();
    enter(live);

    long version = commitThere();

    Awaitility.await().until(() -> live.moment().version() == version);
  }

  @Test
  void afterHintsThatMayBeLostTheHeadsAreCompared() {
    var live = live();
    enter(live);
    hints.isLosing = true;
    long version = commitThere();
    assertThat(live.moment().version()).isLessThan(version);

    hints.tell(new Hints.Hint.MaybeLost());

    Awaitility.await().until(() -> live.moment().version() == version);
  }

  @Test
  void aGameThatHasLostItsFollowersWithItsKeyIsFollowedAgain() {
    var live = live();
    enter(live);
    hints.unfollow(List.of(game)); // of this node: store.hints() makes those of one more
    long unheard = commitThere();
    assertThat(live.moment().version()).isLessThan(unheard);

    hints.tell(new Hints.Hint.Moved(game, 1, unheard));
    Awaitility.await().until(() -> live.moment().version() == unheard);
    long version = commitThere();

    Awaitility.await().until(() -> live.moment().version() == version);
  }

  @Test
  void aGameWithoutARoomIsFollowedNoLonger() {
    var live = live();
    enter(live);
    assertThat(hints.followed).contains(game);

    rooms.inRoom(game, _ -> {}); // the room is empty, and goes

    followed.look();
    assertThat(hints.followed).doesNotContain(game);
    enter(live);
    assertThat(hints.followed).contains(game);
  }

  /** Hints that can be lost, and moments in which something happens. */
  private static final class Watched implements Hints {
    private final Hints hints;
    private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();
    private final Set<GameId> followed = ConcurrentHashMap.newKeySet();
    private Runnable afterFollow = () -> {};
    private volatile boolean isLosing;

    Watched(Hints hints) {
      this.hints = hints;
      hints.subscribe(hint -> {
        if (!isLosing) tell(hint);
      });
    }

    void afterFollow(Runnable work) {
      afterFollow = work;
    }

    void tell(Hint hint) {
      listeners.forEach(listener -> listener.accept(hint));
    }

    @Override
    public Subscription subscribe(Consumer<Hint> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    @Override
    public Map<GameId, Head> follow(Collection<GameId> games) {
      var heads = hints.follow(games);
      followed.addAll(games);
      var once = afterFollow;
      afterFollow = () -> {};
      once.run();
      return heads;
    }

    @Override
    public void unfollow(Collection<GameId> games) {
      hints.unfollow(games);
      followed.removeAll(games);
    }
  }
}
