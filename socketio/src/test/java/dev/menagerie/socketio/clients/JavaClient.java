package dev.menagerie.socketio.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The official Java client with queues where it has callbacks. */
public final class JavaClient implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Socket socket;
  private final BlockingQueue<List<Object>> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> life = new LinkedBlockingQueue<>();

  public JavaClient(int port, String namespace, Map<String, String> auth, String... transports) {
    var options = new IO.Options();
    options.forceNew = true;
    options.auth = auth;
    options.transports = transports;
    options.reconnectionDelay = 50;
    options.reconnectionDelayMax = 100;
    socket = IO.socket(URI.create("http://127.0.0.1:" + port + namespace), options);
    socket.on(Socket.EVENT_CONNECT, none -> life.add("connect"));
    socket.on(Socket.EVENT_DISCONNECT, reason -> life.add("disconnect: " + reason[0]));
    socket.on(
        Socket.EVENT_CONNECT_ERROR,
        error ->
            life.add("refused: " + (error[0] instanceof Exception e ? e.getMessage() : error[0])));
    socket.onAnyIncoming(arguments -> heard.add(Arrays.asList(arguments)));
    socket.connect();
  }

  /** The next thing that happened to the connection. */
  public String life() throws InterruptedException {
    return Objects.requireNonNull(
        life.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing happened");
  }

  /** The next event: its name, then its arguments. */
  public List<Object> heard() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing heard");
  }

  /** Whether no event comes for this long. */
  public boolean hearsNothingFor(Duration time) throws InterruptedException {
    return heard.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  public void emit(String event, Object... arguments) {
    socket.emit(event, arguments);
  }

  public Object[] ask(String event, Object... arguments) throws Exception {
    var reply = new CompletableFuture<Object[]>();
    socket.emit(event, arguments, (Ack) reply::complete);
    return reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** The id the server knows it by. */
  public String id() {
    return socket.id();
  }

  /** Waits until it is in, and fails if it is kept out. */
  public JavaClient joined() throws InterruptedException {
    assertThat(life()).isEqualTo("connect");
    return this;
  }

  public void leave() {
    socket.disconnect();
  }

  @Override
  public void close() {
    socket.off();
    socket.offAnyIncoming();
    socket.close();
  }
}
