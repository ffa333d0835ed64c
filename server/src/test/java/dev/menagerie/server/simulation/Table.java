package dev.menagerie.server.simulation;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Outcome;
import dev.menagerie.server.play.Planting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Two players who play one game after the other, and keep every answer. */
final class Table {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final List<String> DECKS = List.of("pocket-embers", "pocket-shallows");

  /** Short turns, so that some run out; nothing is lost by that. */
  private static final RulesConfig RULES = rules(Presets.POCKET);

  /** Acts that a table still plays when it is told to finish. */
  private static final int LAST_ACTS = 3;

  private final Timeline timeline;
  private final SimulatedProcess process;
  private final Network network;
  private final Cluster cluster;
  private final SimulatedStores stores;
  private final String name;
  private final Random random;
  private final List<Acknowledged> answers = new ArrayList<>();
  private final List<GameId> games = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private SimulatedNode node;
  private int messages;
  private int actsAtFinish;
  private boolean mustFinish;
  private boolean isDone;

  Table(String name, SimulatedProcess process, Cluster cluster, SimulatedStores stores) {
    this.stores = stores;
    this.timeline = process.timeline();
    this.process = process;
    this.network = new Network(process);
    this.cluster = cluster;
    this.name = name;
    this.random = new Random(timeline.random().nextLong());
    this.node = cluster.any();
  }

  private static RulesConfig rules(RulesConfig of) {
    return new RulesConfig(
        of.preset(),
        of.deck(),
        of.opening(),
        of.bench(),
        of.energy(),
        of.prizes(),
        of.firstTurn(),
        of.trainers(),
        of.evolution(),
        of.retreat(),
        of.conditions(),
        of.damage(),
        of.checkup(),
        of.search(),
        of.win(),
        of.limits(),
        new RulesConfig.Timer(4_000, 1_000, 500, 4_000, 0, 0));
  }

  void start() {
    process.loopThread(name, this::play).start();
  }

  /** No more games after this one, which ends soon. */
  void finish() {
    actsAtFinish = answers.size();
    mustFinish = true;
  }

  boolean isDone() {
    return isDone;
  }

  List<Acknowledged> answers() {
    return answers;
  }

  List<GameId> games() {
    return games;
  }

  List<String> complaints() {
    return complaints;
  }

  private void play() {
    while (!mustFinish || games.isEmpty()) {
      begin()
          .ifPresent(game -> {
            games.add(game);
            timeline.note(name + " plays " + game);
            play(game);
          });
    }
    isDone = true;
  }

  private Optional<GameId> begin() {
    var bytes = new byte[Seed.BYTES];
    random.nextBytes(bytes);
    var id = new GameId("g" + Long.toUnsignedString(random.nextLong(), 36) + "-" + name);
    var sitting =
        new Planting.Sitting(
            "ada", "Ada", SimulatedNode.STARTERS.find(DECKS.getFirst()).orElseThrow().list());
    var game =
        Planting.waiting(
            id,
            timeline.instant(),
            RULES,
            Seed.of(bytes),
            sitting,
            "code",
            SimulatedNode.CATALOG.version(),
            PATIENCE);
    var created =
        network.ask(
            node,
            service -> {
              service.journal().create(game, Optional.empty());
              return service.store().install(game) instanceof InstallResult.Installed;
            });
    if (!created.orElse(false)) {
      other();
      return Optional.empty();
    }
    return enter(id) ? Optional.of(id) : Optional.empty();
  }

  private boolean enter(GameId game) {
    var bob = new Person(new UserId("bob"), "Bob");
    while (true) {
      var entered =
          network.ask(node, service -> service.lobby().join(game, bob, DECKS.getLast(), "code"));
      if (entered.isPresent()) return entered.get() instanceof Lobby.Entrance.Entered;
      other();
    }
  }

  private void other() {
    node = cluster.any();
    think(400);
  }

  private void think(int mostMillis) {
    process.pause(Duration.ofMillis(1 + random.nextInt(mostMillis)));
  }

  private void play(GameId game) {
    var seen = new Sighting(game);
    while (true) {
      think(random.nextInt(40) == 0 ? 6_000 : 120);
      var at = node;
      var moment =
          network.ask(at, service -> service.games().find(game).map(live -> live.moment()));
      if (moment.isEmpty()) {
        other();
        continue;
      }
      if (moment.get().isEmpty()) {
        complaints.add(at + " says that there is no " + game);
        return;
      }
      var now = moment.get().get();
      seen.at(at, now);
      if (now.isOver()) return;
      act(game, now);
    }
  }

  private void act(GameId game, Moment now) {
    var state = now.state();
    if (state.isEmpty()) {
      enter(game); // the store lost the commit by which the second player joined
      return;
    }
    var seat = state.get().toAct();
    if (seat.isEmpty()) return;
    if (mustFinish && answers.size() - actsAtFinish >= LAST_ACTS) {
      var message = new MessageId("m" + ++messages);
      send(game, seat.get(), message, service -> service.games().resign(game, seat.get(), message));
      return;
    }
    var bot = BotKind.RANDOM.bot(SimulatedNode.CATALOG, RULES, random.nextLong());
    var action = bot.choose(Views.of(state.get(), Viewer.seat(seat.get())));
    var message = new MessageId("m" + ++messages);
    send(
        game,
        seat.get(),
        message,
        service -> service.games().act(game, seat.get(), message, action, Optional.empty()));
  }

  /** Sends a request until it is answered; now and then to two nodes at once, or once more. */
  private void send(GameId game, Seat seat, MessageId message, Network.Question<Outcome> request) {
    if (random.nextInt(20) == 0) {
      var twin = cluster.any();
      process.start(() ->
          network.ask(twin, request).ifPresent(outcome -> note(game, seat, message, outcome)));
    }
    while (true) {
      var outcome = network.ask(node, request);
      if (outcome.isPresent()) {
        note(game, seat, message, outcome.get());
        if (outcome.get() instanceof Outcome.Done && random.nextInt(10) == 0) {
          repeat(game, seat, message, request);
        }
        return;
      }
      other();
    }
  }

  /** What was done is not refused when it is asked for again, before and after it is journaled. */
  private void repeat(
      GameId game, Seat seat, MessageId message, Network.Question<Outcome> request) {
    var outcome = network.ask(node, request);
    outcome.ifPresent(again -> note(game, seat, message, again));
    if (outcome.filter(Outcome.Refused.class::isInstance).isPresent() && !stores.hasLost(game)) {
      complaints.add(game + ": the repeat of " + message + " was refused: " + outcome.get());
    }
  }

  private void note(GameId game, Seat seat, MessageId message, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done done -> {
        var head = done.commit().after().head();
        answered(
            game, seat, message, head.epoch(), head.version(), Optional.of(done.reply().json()));
      }
      case Outcome.Repeated again ->
          answered(
              game,
              seat,
              message,
              again.epoch(),
              again.version(),
              again.reply().map(reply -> reply.json()));
      case Outcome.Refused _, Outcome.NotYet _ -> {}
    }
  }

  private void answered(
      GameId game, Seat seat, MessageId message, int epoch, long version, Optional<String> reply) {
    answers.add(new Acknowledged(game, seat.index(), message.value(), epoch, version, reply));
    timeline.note(game + " " + message + " of " + seat + " made " + epoch + "/" + version);
  }

  /** What a player has seen of a game on one connection. */
  private final class Sighting {
    private final GameId game;
    private SimulatedNode where = node;
    private int epoch;
    private long version;

    Sighting(GameId game) {
      this.game = game;
    }

    void at(SimulatedNode node, Moment now) {
      if (node == where && hasFallenBack(now)) {
        var from = epoch + "/" + version;
        complaints.add(game + ": " + node + " fell back from " + from + " to " + now.head());
      }
      where = node;
      epoch = now.head().epoch();
      version = now.version();
    }

    private boolean hasFallenBack(Moment now) {
      return now.head().epoch() < epoch || (now.head().epoch() == epoch && now.version() < version);
    }
  }
}
