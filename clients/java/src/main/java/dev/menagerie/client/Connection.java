package dev.menagerie.client;

import io.socket.client.AckWithTimeout;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;

/**
 * One authenticated Socket.IO connection to the namespace {@code /game}, which lasts until it
 * breaks once. It knows nothing about games. Thread safe; messages and replies come in the order of
 * the server, on the one thread of the Socket.IO client, which must not be held up.
 */
final class Connection implements AutoCloseable {
  private static final long CONNECT_SECONDS = 15;

  /** An unanswered message is sent again after this; the server carries it out once. */
  private static final long REPLY_MILLIS = 8_000;

  private static final int HIGHEST_PORT = 65_535;

  private final Socket socket;
  private final OkHttpClient http;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final Map<Long, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private volatile boolean over;

  /** The connection broke, or no reply came in time. */
  static final class NoReply extends Exception {
    private static final long serialVersionUID = 1L;

    NoReply(String why) {
      super(why);
    }
  }

  /**
   * Prepares a connection; {@link #open} makes it.
   *
   * @param onMessage gets every message with its event
   * @param onOver is run once, when the connection broke
   */
  Connection(String url, String token, BiConsumer<String, JsonNode> onMessage, Runnable onOver) {
    var address = URI.create(url);
    http = httpClient();
    var options = IO.Options.builder().setAuth(Map.of("token", token)).setForceNew(true);
    // A proxy may serve the whole server below a path.
    var path = address.getPath() == null ? "" : address.getPath();
    options.setReconnection(false).setPath(path + "/socket.io/");
    var built = options.build();
    built.callFactory = http;
    built.webSocketFactory = http;
    socket = IO.socket(address.resolve("/game"), built);
    socket.on(Socket.EVENT_CONNECT, _ -> opened.complete(null));
    socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> failed(Json.received(arguments)));
    socket.on(Socket.EVENT_DISCONNECT, _ -> broke(onOver));
    socket.onAnyIncoming(arguments -> {
      if (arguments.length > 1 && arguments[0] instanceof String event) {
        onMessage.accept(event, Json.received(new Object[] {arguments[1]}));
      }
    });
  }

  /** Threads that do not keep a program alive. */
  private static OkHttpClient httpClient() {
    var daemons = Thread.ofPlatform().daemon().name("menagerie-http-", 0).factory();
    var threads =
        new ThreadPoolExecutor(
            0, HIGHEST_PORT, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
    return new OkHttpClient.Builder()
        .dispatcher(new Dispatcher(threads))
        .readTimeout(1, TimeUnit.MINUTES)
        .build();
  }

  private void failed(JsonNode problem) {
    var code = problem.path("data").path("code").asString("");
    opened.completeExceptionally(
        code.isEmpty()
            ? new NoReply("the server cannot be reached")
            : new Refused(code, problem.path("message").asString(code), problem.path("data")));
  }

  private void broke(Runnable onOver) {
    over = true;
    opened.completeExceptionally(new NoReply("the connection broke"));
    unanswered.forEach((_, future) -> future.completeExceptionally(new NoReply("it broke")));
    onOver.run();
  }

  boolean isOver() {
    return over;
  }

  /**
   * Connects.
   *
   * @throws Refused if the server refuses the token
   * @throws NoReply if it cannot be reached
   */
  void open() throws NoReply, InterruptedException {
    socket.connect();
    result(opened, TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
  }

  /** Sends a message without waiting for an acknowledgement. */
  void send(String event, JsonNode message) {
    socket.emit(event, Json.sent(message));
  }

  /**
   * Sends a message and waits for the acknowledgement.
   *
   * @param onReply gets an acknowledgement that is no refusal, before any later message
   * @throws Refused if the server refuses
   * @throws NoReply if no reply arrives in time
   */
  JsonNode request(String event, JsonNode message, Consumer<JsonNode> onReply)
      throws NoReply, InterruptedException {
    var pendingReply = new CompletableFuture<JsonNode>();
    long id = requests.incrementAndGet();
    unanswered.put(id, pendingReply);
    try {
      socket.emit(
          event,
          new Object[] {Json.sent(message)},
          new AckWithTimeout(REPLY_MILLIS) {
            @Override
            public void onSuccess(Object... arguments) {
              var reply = Json.received(arguments);
              if (reply.path("ok").asBoolean(false)) onReply.accept(reply);
              pendingReply.complete(reply);
            }

            @Override
            public void onTimeout() {
              pendingReply.completeExceptionally(new NoReply("no reply came in time"));
            }
          });
      if (over) throw new NoReply("the connection broke");
      var reply = result(pendingReply, REPLY_MILLIS + 1_000);
      if (!reply.path("ok").asBoolean(false)) throw Refused.of(reply.path("error"));
      return reply;
    } finally {
      unanswered.remove(id);
    }
  }

  private static <T> T result(CompletableFuture<T> future, long millis)
      throws NoReply, InterruptedException {
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new NoReply("nothing came in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NoReply none) throw none;
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    over = true;
    socket.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
