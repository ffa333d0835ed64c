package dev.menagerie.clients.load;

import dev.menagerie.clients.wire.RestClient;
import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.clients.wire.RestClient.Guest;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Many games at once against a server, counted. */
public final class Load {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final LoadPlan plan;
  private final Progress progress;

  /** Receives the progress of a load, on the thread that runs it. */
  public interface Progress {
    /** That many players have signed in. */
    void signedIn(int players, int all);

    /** Called at intervals with the elapsed time and the actions since the last call. */
    void played(Duration elapsed, boolean counted, long actions, long failures);
  }

  /**
   * Prepares a load; {@link #run} starts it. The progress is called from the thread that runs it.
   */
  public Load(LoadPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs it and waits for the end.
   *
   * @throws CallFailed if the players cannot sign in
   */
  public LoadReport run() throws InterruptedException {
    var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try (var rest = new RestClient(plan.origin().toString());
        var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
      return run(rest, group.next(), waiting);
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  private LoadReport run(RestClient rest, EventLoop loop, ExecutorService waiting)
      throws InterruptedException {
    var guests = guests(rest);
    var tally = new LoadTally();
    var decks = decks(rest, guests.getFirst());
    var context = new LoadContext(plan, tls(), loop, tally, rest, decks, waiting);
    var random = new SplittableRandom(plan.seed());
    var tables = new ArrayList<LoadTable>();
    for (int i = 0; i < plan.games(); i++) {
      tables.add(new LoadTable(context, guests.get(2 * i), guests.get(2 * i + 1), random.split()));
    }
    loop.execute(() -> tables.forEach(LoadTable::open));
    try {
      return measure(loop, tally);
    } finally {
      on(
          loop,
          () -> {
            tables.forEach(LoadTable::stop);
            return tables;
          });
    }
  }

  private LoadReport measure(EventLoop loop, LoadTally tally) throws InterruptedException {
    watch(loop, tally, plan.warmUp(), false);
    on(
        loop,
        () -> {
          tally.clear();
          return tally;
        });
    long start = System.nanoTime();
    var used = ProcessorTime.seconds(plan.serverProcess());
    watch(loop, tally, plan.measured(), true);
    var after = ProcessorTime.seconds(plan.serverProcess());
    double seconds = (System.nanoTime() - start) / 1e9;
    return LoadReport.of(plan, on(loop, tally::snapshot), seconds, difference(used, after));
  }

  private static Optional<Double> difference(OptionalDouble before, OptionalDouble after) {
    return before.isPresent() && after.isPresent()
        ? Optional.of(after.getAsDouble() - before.getAsDouble())
        : Optional.empty();
  }

  private void watch(EventLoop loop, LoadTally tally, Duration length, boolean counted)
      throws InterruptedException {
    long seen = 0;
    for (var elapsed = Duration.ZERO; elapsed.compareTo(length) < 0; ) {
      var left = length.minus(elapsed);
      var step = left.compareTo(TICK) < 0 ? left : TICK;
      TimeUnit.NANOSECONDS.sleep(step.toNanos());
      elapsed = elapsed.plus(step);
      var now = on(loop, tally::snapshot);
      long failures = now.errors().values().stream().mapToLong(Long::longValue).sum();
      progress.played(elapsed, counted, now.actions() - seen, failures);
      seen = now.actions();
    }
  }

  private static <T> T on(EventLoop loop, Callable<T> question) throws InterruptedException {
    try {
      return loop.submit(question).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Guest> guests(RestClient rest) throws InterruptedException {
    int all = 2 * plan.games();
    var guests = new ArrayList<Guest>(all);
    while (guests.size() < all) {
      try {
        guests.add(rest.signIn("Load " + (guests.size() + 1)));
        progress.signedIn(guests.size(), all);
      } catch (CallFailed e) {
        // The server limits sign-ins of one address, and says when to come back.
        TimeUnit.NANOSECONDS.sleep(e.retryAfter().orElseThrow(() -> e).toNanos());
      }
    }
    return guests;
  }

  private List<String> decks(RestClient rest, Guest guest) {
    var decks =
        rest.get("/decks", Optional.of(guest))
            .get("items")
            .valueStream()
            .filter(deck -> deck.get("rules").asString().equals(plan.rules()))
            .map(deck -> deck.get("id").asString())
            .toList();
    if (decks.isEmpty()) {
      throw new IllegalArgumentException("no starter deck for the rules " + plan.rules());
    }
    return decks;
  }

  private Optional<SslContext> tls() {
    if (!"https".equals(plan.origin().getScheme())) return Optional.empty();
    try {
      return Optional.of(SslContextBuilder.forClient().build());
    } catch (SSLException e) {
      throw new IllegalStateException("no TLS on this machine", e);
    }
  }
}
