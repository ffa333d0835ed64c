package dev.menagerie.clients.load;

import dev.menagerie.clients.load.LoadPlan.Pace;
import dev.menagerie.clients.wire.MoveChoice;
import dev.menagerie.clients.wire.RestClient.Guest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One player: joins, follows the game by states or patches, acts when it may, and reconnects,
 * repeating unanswered actions. Runs on the clients' event loop.
 */
final class LoadPlayer implements SocketClient.Listener {
  /** Pause before another attempt after a refusal for load or a lost connection. */
  private static final Duration BACK_OFF = Duration.ofMillis(500);

  /** An action unanswered for this long counts as lost, which is an error of its own. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LoadContext context;
  private final LoadTable table;
  private final Guest guest;
  private final SplittableRandom random;
  private final ArrayDeque<Long> unseenByOpponent = new ArrayDeque<>();
  private @Nullable SocketClient socket;
  private @Nullable String gameId;
  private @Nullable JsonNode state;
  private @Nullable Sent sent;
  private long version;
  private long messages;
  private boolean thinking;
  private boolean stopped;

  /**
   * An action on its way.
   *
   * @param nanos when it was due, of {@link System#nanoTime}
   */
  private record Sent(String messageId, JsonNode action, long nanos) {}

  LoadPlayer(LoadContext context, LoadTable table, Guest guest, SplittableRandom random) {
    this.context = context;
    this.table = table;
    this.guest = guest;
    this.random = random;
  }

  Guest guest() {
    return guest;
  }

  /** Plays this game from now on; connects first if it has to. */
  void play(String id) {
    gameId = id;
    state = null;
    sent = null;
    unseenByOpponent.clear();
    if (socket == null) connect();
    else join();
  }

  void stop() {
    stopped = true;
    if (socket != null) socket.close();
  }

  private void connect() {
    if (stopped) return;
    socket = new SocketClient(context.plan(), context.tls(), guest.token(), this);
    socket.connect(context.loop());
  }

  @Override
  public void connected() {
    join();
  }

  @Override
  public void received(int bytes) {
    context.tally().received(bytes);
  }

  @Override
  public void closed(String why) {
    if (stopped) return;
    context.tally().failed(why);
    socket = null;
    state = null;
    unseenByOpponent.clear();
    later(BACK_OFF, this::connect);
  }

  private void join() {
    if (gameId == null || socket == null) return;
    var message = new HashMap<String, Object>();
    message.put("message_id", "join" + ++messages);
    message.put("game_id", gameId);
    message.put("sync", context.plan().sync().name().toLowerCase(Locale.ROOT));
    socket.emit(
        "game:join",
        message,
        reply -> {
          if (!isOk(reply)) {
            context.tally().failed("join " + code(reply));
            later(BACK_OFF, this::join);
          }
        });
  }

  @Override
  public void event(String name, JsonNode message) {
    if (!message.path("game_id").asString("").equals(gameId)) return;
    switch (name) {
      case "game:state" -> onState(message);
      case "game:update" -> update(message);
      case "game:opponent_action" -> onOpponentAction(message);
      case "game:game_over" -> over();
      default -> {} // turns, clocks and presence do not change the legal actions
    }
  }

  private void onState(JsonNode message) {
    long before = version;
    boolean first = state == null;
    version = message.get("event_id").asLong();
    if (!first && version > before + 1) context.tally().failed("gap");
    state = message.get("state");
    if (first && sent != null) send(sent);
    else act();
  }

  private void update(JsonNode message) {
    onOpponentAction(message);
    patch(message);
  }

  /**
   * A patch applies to the state before it; otherwise a commit is missing and the player asks for
   * the state.
   */
  private void patch(JsonNode message) {
    long next = message.get("event_id").asLong();
    if (state == null || next <= version) return;
    if (next != version + 1) {
      context.tally().failed("gap");
      state = null;
      join();
      return;
    }
    version = next;
    state = Patches.apply(state, message.get("patch"));
    if (message.hasNonNull("game_over")) over();
    else act();
  }

  private void onOpponentAction(JsonNode message) {
    if (!message.path("player_id").asString("").equals(table.other(this).guest.id())) return;
    var sentAt = table.other(this).unseenByOpponent.poll();
    if (sentAt != null) context.tally().opponentDelay(System.nanoTime() - sentAt);
  }

  private void act() {
    if (!mayAct() || thinking) return;
    switch (context.plan().pace()) {
      case Pace.Arrivals _ -> context.arrivals().ready(this);
      case Pace.Think(var mean) when mean.isZero() -> choose(System.nanoTime());
      case Pace.Think(var mean) -> think(mean.toMillis());
    }
  }

  private void think(long meanMillis) {
    thinking = true;
    later(
        Duration.ofMillis(random.nextLong(2 * meanMillis + 1)),
        () -> {
          thinking = false;
          choose(System.nanoTime());
        });
  }

  private boolean mayAct() {
    return state != null && sent == null && !state.path("legal_actions").isEmpty();
  }

  /**
   * Sends an action, if the player may act.
   *
   * @param due when the action was due, from which its delay counts; of {@link System#nanoTime}
   */
  boolean choose(long due) {
    if (stopped || !mayAct() || state == null) return false;
    var choice = MoveChoice.of(state.path("legal_actions"), random);
    send(new Sent("a" + ++messages, choice, due));
    return true;
  }

  private void send(Sent action) {
    sent = action;
    if (socket == null || gameId == null) return;
    unseenByOpponent.add(action.nanos());
    later(PATIENCE, () -> onNoReply(action));
    socket.emit(
        "game:action",
        Map.of("message_id", action.messageId(), "game_id", gameId, "action", action.action()),
        reply -> onReply(action, reply));
  }

  private void onNoReply(Sent action) {
    if (isCurrent(action)) context.tally().failed("no reply");
  }

  private boolean isCurrent(Sent action) {
    return sent != null && sent.messageId().equals(action.messageId());
  }

  private void onReply(Sent action, JsonNode reply) {
    if (!isCurrent(action)) return;
    if (isOk(reply)) {
      sent = null;
      context.tally().acted(System.nanoTime() - action.nanos());
      acted(reply);
      return;
    }
    unseenByOpponent.pollLast();
    context.tally().failed(code(reply));
    if (isTemporary(code(reply))) {
      later(
          BACK_OFF,
          () -> {
            if (isCurrent(action)) send(action);
          });
    } else {
      sent = null;
      state = null;
      later(BACK_OFF, this::join);
    }
  }

  /**
   * In delta mode the reply has the changes; otherwise a state follows, unless it has arrived
   * already.
   */
  private void acted(JsonNode reply) {
    if (version >= reply.get("event_id").asLong()) act();
    else if (reply.has("patch")) patch(reply);
  }

  /** Refusals that say nothing about the action itself, so that it is sent again. */
  private static boolean isTemporary(String code) {
    return code.equals("busy") || code.equals("rate_limited") || code.equals("unavailable");
  }

  private void over() {
    gameId = null;
    state = null;
    sent = null;
    table.over();
  }

  private void later(Duration wait, Runnable then) {
    var _ =
        context
            .loop()
            .schedule(
                () -> {
                  if (!stopped) then.run();
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private static boolean isOk(JsonNode reply) {
    return reply.path("ok").asBoolean(false);
  }

  private static String code(JsonNode reply) {
    return reply.path("error").path("code").asString("?");
  }
}
