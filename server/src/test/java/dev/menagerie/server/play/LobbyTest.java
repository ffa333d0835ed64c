package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.CreateGame.Against;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How games come to be, and how some never do. */
class LobbyTest {
  private static final String DECK = "standard-quarry";

  private final Venue venue = Venue.withRealCards();
  private final Node node = venue.node();

  private static Refusal refusal(Lobby.Entrance entrance) {
    assertThat(entrance).isInstanceOf(Lobby.Entrance.Refused.class);
    return ((Lobby.Entrance.Refused) entrance).refusal();
  }

  private LiveGame open() {
    return node.open(DECK, Presets.STANDARD);
  }

  private Lobby.Entrance bobJoins(LiveGame game) {
    return node.lobby.join(game.id(), Venue.BOB, DECK, Node.code(game));
  }

  @Test
  void aNewGameWaitsInBothStores() {
    var game = open();

    assertThat(game.moment().status()).isEqualTo(LifecycleStatus.WAITING);
    assertThat(game.moment().version()).isZero();
    assertThat(Node.code(game)).hasSizeGreaterThanOrEqualTo(22);
    assertThat(venue.store.load(game.id())).isPresent();
    assertThat(venue.journal.active(game.id()).orElseThrow().indexEntry().players())
        .containsExactly(Venue.ADA.id());
    assertThat(game.header().toString()).doesNotContain(game.header().seedHex());
  }

  @Test
  void aDeckThatIsNotThereOrBreaksTheRulesMakesNoGame() {
    var anyone = new Against.Anyone(LobbyListing.UNLISTED);

    var missing = node.lobby.create(Node.wish(Venue.ADA, "nothing", Presets.STANDARD, anyone));
    var broken = node.lobby.create(Node.wish(Venue.ADA, Venue.BROKEN, Presets.STANDARD, anyone));
    var otherRules = node.lobby.create(Node.wish(Venue.ADA, DECK, Presets.POCKET, anyone));

    assertThat(refusal(missing).code()).isEqualTo(ErrorCode.DECK_NOT_FOUND);
    assertThat(refusal(broken).code()).isEqualTo(ErrorCode.DECK_INVALID);
    assertThat(refusal(broken).details().toString()).contains("no-such-card", "60 cards");
    assertThat(refusal(otherRules).code()).isEqualTo(ErrorCode.DECK_INVALID);
    assertThat(venue.journal.activeOf(Venue.ADA.id(), Optional.empty(), 100).items()).isEmpty();
  }

  @Test
  void aBotSitsDownAtOnce() {
    var bot = new Against.Bot("greedy", Optional.empty());

    var game = node.create(Venue.ADA, DECK, Presets.STANDARD, bot);

    assertThat(game.moment().status()).isEqualTo(LifecycleStatus.SETUP);
    assertThat(game.moment().players().getLast().bot()).contains("greedy");
    var unknown = new Against.Bot("nobody", Optional.empty());
    assertThat(
            refusal(node.lobby.create(Node.wish(Venue.ADA, DECK, Presets.STANDARD, unknown)))
                .code())
        .isEqualTo(ErrorCode.INVALID_MESSAGE);
    var unfit = new Against.Bot("greedy", Optional.of(Venue.BROKEN));
    assertThat(
            refusal(node.lobby.create(Node.wish(Venue.ADA, DECK, Presets.STANDARD, unfit))).code())
        .isEqualTo(ErrorCode.DECK_INVALID);
  }

  @Test
  void theInviteCodeOpensTheSecondSeatAndTheGameBegins() {
    var game = Node.entered(bobJoins(open()));

    assertThat(game.moment().status()).isEqualTo(LifecycleStatus.SETUP);
    assertThat(game.moment().version()).isEqualTo(1);
    assertThat(game.moment().seatOf(Venue.BOB.id())).contains(Seat.SECOND);
    assertThat(game.moment().startedAt()).contains(venue.clock.instant());
    assertThat(game.moment().clock().deadline())
        .contains(venue.clock.instant().plus(Duration.ofMinutes(3)));
    assertThat(venue.store.load(game.id()).orElseThrow().snapshotVersion()).isEqualTo(1);
    assertThat(venue.store.activeGamesOf(Venue.BOB.id())).containsExactly(game.id());
  }

  @Test
  void withoutTheCodeThereIsNoSuchGame() {
    var game = open();

    for (var code : new String[] {"", "wrong", Node.code(game) + "x"}) {
      assertThat(refusal(node.lobby.join(game.id(), Venue.BOB, DECK, code)).code())
          .isEqualTo(ErrorCode.GAME_NOT_FOUND);
    }
    assertThat(refusal(node.lobby.join(GameId.fresh(), Venue.BOB, DECK, "x")).code())
        .isEqualTo(ErrorCode.GAME_NOT_FOUND);
  }

  @Test
  void oneMoreIsTooManyButOnesOwnRepeatIsNot() {
    var game = open();
    bobJoins(game);

    assertThat(refusal(node.lobby.join(game.id(), Venue.EVE, DECK, Node.code(game))).code())
        .isEqualTo(ErrorCode.GAME_FULL);
    assertThat(Node.entered(bobJoins(game)).moment().version()).isEqualTo(1);
    assertThat(
            Node.entered(node.lobby.join(game.id(), Venue.ADA, DECK, Node.code(game)))
                .moment()
                .version())
        .isEqualTo(1);
  }

  @Test
  void aBadDeckLeavesTheSeatFree() {
    var game = open();

    var broken = node.lobby.join(game.id(), Venue.BOB, Venue.BROKEN, Node.code(game));

    assertThat(refusal(broken).code()).isEqualTo(ErrorCode.DECK_INVALID);
    assertThat(game.moment().status()).isEqualTo(LifecycleStatus.WAITING);
    assertThat(Node.entered(bobJoins(game)).moment().players()).hasSize(2);
  }

  @Test
  void aListedGameNeedsNoCode() {
    var game =
        node.create(Venue.ADA, DECK, Presets.STANDARD, new Against.Anyone(LobbyListing.LISTED));
    assertThat(venue.journal.open(Optional.empty(), 10).items())
        .extracting(active -> active.game())
        .containsExactly(game.id());

    Node.entered(node.lobby.join(game.id(), Venue.BOB, DECK, ""));
    venue.drain();

    assertThat(venue.journal.open(Optional.empty(), 10).items()).isEmpty();
    assertThat(venue.journal.live(Optional.empty(), 10).items()).hasSize(1);
  }

  @Test
  void anInvitationIsForOneUser() {
    var game = node.create(Venue.ADA, DECK, Presets.STANDARD, new Against.User(Venue.BOB.id()));

    assertThat(refusal(node.lobby.join(game.id(), Venue.EVE, DECK, "")).code())
        .isEqualTo(ErrorCode.GAME_NOT_FOUND);
    assertThat(node.games.find(game.id(), Venue.BOB.id())).isPresent();
    assertThat(Node.entered(node.lobby.join(game.id(), Venue.BOB, DECK, "")).moment().status())
        .isEqualTo(LifecycleStatus.SETUP);
  }

  @Test
  void ofTwoConcurrentJoinsExactlyOneSucceeds() {
    var other = venue.node();
    var game = open();
    other.game(game.id());

    Node.entered(bobJoins(game));
    var eve = other.lobby.join(game.id(), Venue.EVE, DECK, Node.code(game));

    assertThat(refusal(eve).code()).isEqualTo(ErrorCode.GAME_FULL);
    assertThat(other.moment(game.id()).seatOf(Venue.BOB.id())).contains(Seat.SECOND);
  }

  @Test
  void aPrivateGameIsHiddenFromOthers() {
    var wish =
        new CreateGame(
            Venue.ADA,
            DECK,
            Presets.STANDARD,
            GameType.CASUAL,
            new Against.Anyone(LobbyListing.UNLISTED),
            Audience.PRIVATE,
            0,
            Optional.empty());
    var game = Node.entered(node.lobby.create(wish));
    bobJoins(game);

    assertThat(node.games.find(game.id(), Venue.EVE.id())).isEmpty();
    assertThat(node.games.find(game.id(), Venue.BOB.id())).isPresent();
    node.games.resign(game.id(), Seat.FIRST, new MessageId("bye"));
    var late = venue.node().lobby.join(game.id(), Venue.EVE, DECK, "");
    assertThat(refusal(late).code()).isEqualTo(ErrorCode.GAME_NOT_FOUND);
    assertThat(venue.node().games.find(game.id(), Venue.EVE.id())).isEmpty();
  }

  @Test
  void aKeyThatWasUsedGivesTheSameGame() {
    var wish =
        new CreateGame(
            Venue.ADA,
            DECK,
            Presets.STANDARD,
            GameType.CASUAL,
            new Against.Bot("random", Optional.empty()),
            Audience.PUBLIC,
            0,
            Optional.of("k"));

    var first = Node.entered(node.lobby.create(wish));
    var again = Node.entered(venue.node().lobby.create(wish));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.moment().version()).isEqualTo(1);
  }

  @Test
  void aWaitingGameIsGivenUpByItsCreatorAlone() {
    var game = open();

    assertThat(node.lobby.cancel(game.id(), Venue.BOB.id()).orElseThrow().code())
        .isEqualTo(ErrorCode.GAME_NOT_FOUND);
    assertThat(node.lobby.cancel(game.id(), Venue.ADA.id())).isEmpty();

    assertThat(node.games.find(game.id(), Venue.ADA.id())).isEmpty();
    assertThat(node.lobby.cancel(game.id(), Venue.ADA.id()).orElseThrow().code())
        .isEqualTo(ErrorCode.GAME_NOT_FOUND);
    assertThat(refusal(bobJoins(game)).code()).isEqualTo(ErrorCode.GAME_NOT_FOUND);
    assertThat(refusal(venue.node().lobby.join(game.id(), Venue.BOB, DECK, "")).code())
        .isEqualTo(ErrorCode.GAME_NOT_FOUND);
  }

  @Test
  void aGameThatHasBegunIsNotGivenUp() {
    var game = Node.entered(bobJoins(open()));

    assertThat(node.lobby.cancel(game.id(), Venue.ADA.id()).orElseThrow().code())
        .isEqualTo(ErrorCode.GAME_FULL);
  }

  @Test
  void everyWaitEnds() {
    var game = open();
    venue.pass(WaitingTime.STANDARD.game().minusMillis(1));
    assertThat(node.games.expire(game.id())).isInstanceOf(Outcome.NotYet.class);
    venue.pass(Duration.ofMillis(1));

    Player.done(node.games.expire(game.id()));

    assertThat(game.moment().ending().orElseThrow().reason()).isEqualTo("expired");
    assertThat(game.moment().status()).isEqualTo(LifecycleStatus.FINISHED);
    assertThat(refusal(bobJoins(game)).code()).isEqualTo(ErrorCode.GAME_NOT_FOUND);
    assertThat(venue.node().game(game.id()).moment().state()).isEmpty();
  }

  @Test
  void actionsInAWaitingGameAreRefused() {
    var game = open();

    var early =
        node.games.act(
            game.id(), Seat.FIRST, new MessageId("m"), new Action.Pass(), Optional.empty());

    assertThat(Player.refused(early)).isEqualTo(ErrorCode.NOT_YOUR_TURN);
  }

  @Test
  void aRematchBeginsWhenTheOtherOneWantsItToo() {
    var over = Node.entered(bobJoins(open()));
    assertThat(refusal(node.lobby.rematch(over, Venue.ADA, Seat.FIRST)).code())
        .isEqualTo(ErrorCode.INVALID_ACTION);
    node.games.resign(over.id(), Seat.FIRST, new MessageId("bye"));

    var asked = Node.entered(node.lobby.rematch(over, Venue.BOB, Seat.SECOND));
    assertThat(asked.moment().status()).isEqualTo(LifecycleStatus.WAITING);
    var again = Node.entered(node.lobby.rematch(over, Venue.BOB, Seat.SECOND));
    assertThat(again.id()).isEqualTo(asked.id());
    var other = venue.node();
    var begun = Node.entered(other.lobby.rematch(other.game(over.id()), Venue.ADA, Seat.FIRST));

    assertThat(begun.id()).isEqualTo(asked.id()).isNotEqualTo(over.id());
    assertThat(begun.moment().status()).isEqualTo(LifecycleStatus.SETUP);
    assertThat(begun.moment().players())
        .extracting(PlayerEntry::user)
        .containsExactly(Venue.BOB.id(), Venue.ADA.id());
    assertThat(begun.header().seedHex()).isNotEqualTo(over.header().seedHex());
  }

  @Test
  void aBotIsAlwaysReadyForARematch() {
    var bot = new Against.Bot("random", Optional.empty());
    var over = node.create(Venue.ADA, DECK, Presets.STANDARD, bot);
    node.games.resign(over.id(), Seat.FIRST, new MessageId("bye"));

    var next = Node.entered(node.lobby.rematch(over, Venue.ADA, Seat.FIRST));

    assertThat(next.moment().status()).isEqualTo(LifecycleStatus.SETUP);
    assertThat(next.moment().players().getLast().bot()).contains("random");
  }

  @Test
  void aStoreThatIsNotTrustedMakesNoGame() {
    venue.store.restart();

    assertThatThrownBy(this::open).isInstanceOf(StoreUnavailable.class);

    assertThat(venue.journal.activeOf(new UserId("ada"), Optional.empty(), 100).items()).isEmpty();
  }

  /** A player who gets "no such game yet" asks again, as a client would. */
  private static Lobby.Entrance asking(Node node, GameId over, Seat seat) {
    var game = node.game(over);
    var first = node.lobby.rematch(game, Venue.person(seat), seat);
    return first instanceof Lobby.Entrance.Refused
        ? node.lobby.rematch(game, Venue.person(seat), seat)
        : first;
  }

  @Test
  void aRematchThatBothWantAtOnceIsOneGame() throws Exception {
    for (int round = 0; round < 20; round++) {
      var other = venue.node();
      var over = Node.entered(bobJoins(open())).id();
      node.games.resign(over, Seat.FIRST, new MessageId("bye"));
      List<Lobby.Entrance> entered;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var ada = threads.submit(() -> asking(node, over, Seat.FIRST));
        var bob = threads.submit(() -> asking(other, over, Seat.SECOND));
        entered = List.of(ada.get(), bob.get());
      }

      var id = Node.entered(entered.getFirst()).id();
      assertThat(Node.entered(entered.getLast()).id()).isEqualTo(id);
      var moment = venue.node().moment(id);
      assertThat(moment.status()).as("round %d", round).isEqualTo(LifecycleStatus.SETUP);
      assertThat(moment.seatOf(Venue.ADA.id())).isPresent();
      assertThat(moment.seatOf(Venue.BOB.id())).isPresent();
    }
  }
}
