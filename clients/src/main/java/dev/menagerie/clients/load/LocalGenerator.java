package dev.menagerie.clients.load;

import dev.menagerie.clients.wire.RestClient;
import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.clients.wire.RestClient.Guest;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLException;

/** Plays games on one event loop of this process. */
final class LocalGenerator implements Generator {
  /** Games that are created at once: thousands in one moment would measure nothing but that. */
  private static final int CREATED_AT_ONCE = 8;

  /** Without another game for so long the load begins with those that there are. */
  private static final long PATIENCE_SECONDS = 60;

  private final LoadPlan plan;
  private final IntConsumer signedIn;
  private final LoadTally tally = new LoadTally();
  private final List<LoadTable> tables = new ArrayList<>();
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final ExecutorService waiting =
      Executors.newFixedThreadPool(CREATED_AT_ONCE, Thread.ofVirtual().factory());

  private final Semaphore begun = new Semaphore(0);
  private final RestClient rest;
  private final ArrivalQueue arrivals;

  /**
   * Prepares the games of the plan.
   *
   * @param signedIn receives the number of players who have signed in
   */
  LocalGenerator(LoadPlan plan, IntConsumer signedIn) {
    this.plan = plan;
    this.signedIn = signedIn;
    this.rest = new RestClient(plan.origin().toString());
    this.arrivals = new ArrivalQueue(loop, tally, new SplittableRandom(~plan.seed()));
  }

  @Override
  public void open() throws InterruptedException {
    var guests = guests();
    var random = new SplittableRandom(plan.seed());
    var context =
        new LoadContext(
            plan,
            tls(),
            loop,
            tally,
            rest,
            decks(guests.getFirst()),
            waiting,
            begun::release,
            arrivals);
    for (int i = 0; i < plan.games(); i++) {
      tables.add(new LoadTable(context, guests.get(2 * i), guests.get(2 * i + 1), random.split()));
    }
    loop.execute(() -> tables.forEach(LoadTable::open));
    for (int i = 0; i < plan.games(); i++) {
      if (!begun.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
    }
  }

  @Override
  public void rate(double perSecond) {
    loop.execute(() -> arrivals.rate(perSecond));
  }

  @Override
  public void clear() throws InterruptedException {
    on(() -> {
      tally.clear();
      return tally;
    });
  }

  @Override
  public LoadTally.Counted snapshot() throws InterruptedException {
    return on(() -> tally.snapshot(arrivals.waiting()));
  }

  @Override
  public void close() {
    loop.submit(() -> tables.forEach(LoadTable::stop)).syncUninterruptibly();
    waiting.shutdownNow(); // creations of games still waiting would be in vain
    waiting.close();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    rest.close();
  }

  private <T> T on(Callable<T> question) throws InterruptedException {
    try {
      return loop.submit(question).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Guest> guests() throws InterruptedException {
    int all = 2 * plan.games();
    var guests = new ArrayList<Guest>(all);
    while (guests.size() < all) {
      try {
        guests.add(rest.signIn("Load " + (guests.size() + 1)));
        signedIn.accept(guests.size());
      } catch (CallFailed e) {
        // The server limits sign-ins of one address, and says when to come back.
        TimeUnit.NANOSECONDS.sleep(e.retryAfter().orElseThrow(() -> e).toNanos());
      }
    }
    return guests;
  }

  private List<String> decks(Guest guest) {
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
