package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One seat of a game, played through a node: knows what that seat sees. */
final class Player {
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  private final Node node;
  private final GameId game;
  final Seat seat;

  Player(Node node, GameId game, Seat seat) {
    this.node = node;
    this.game = game;
    this.seat = seat;
  }

  View view() {
    return Views.of(node.moment(game).state().orElseThrow(), Viewer.seat(seat));
  }

  /** Acts under a new message id. */
  Outcome tries(Action action) {
    return tries("m-" + MESSAGES.incrementAndGet(), action);
  }

  Outcome tries(String message, Action action) {
    return node.games.act(game, seat, new MessageId(message), action, Optional.empty());
  }

  GameCommitted does(Action action) {
    return done(tries(action));
  }

  static GameCommitted done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).commit();
  }

  static ErrorCode refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().code();
  }

  /** The facts of the broken rule in the refusal. */
  static String rule(Outcome outcome) {
    assertThat(refused(outcome)).isEqualTo(ErrorCode.INVALID_ACTION);
    return ((Outcome.Refused) outcome).refusal().details().toString();
  }

  private View.Side side() {
    return view().players().get(seat.index());
  }

  String hand(String card) {
    return side().hand().orElseThrow().stream()
        .filter(held -> held.card().equals(card))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + card + " in hand"))
        .id();
  }

  String active() {
    return side().active().orElseThrow().id();
  }

  String bench(int place) {
    return side().bench().get(place).id();
  }

  List<String> energyOfActive() {
    return side().active().orElseThrow().energy().stream().map(View.Card::id).toList();
  }

  View.Question question() {
    return view().pending().orElseThrow().question().orElseThrow();
  }
}
