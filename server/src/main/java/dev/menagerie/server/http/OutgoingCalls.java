package dev.menagerie.server.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to another server, bounded in time, size and number; no redirects are followed. Any thread;
 * a call waits.
 */
public final class OutgoingCalls implements AutoCloseable {
  private final Limits limits;
  private final Semaphore calls;
  private final HttpClient http;

  /**
   * The bounds of calls.
   *
   * @param time of one call, with its body
   * @param atOnce a slow server holds so many threads of this one at most
   */
  public record Limits(Duration time, int bodyBytes, int atOnce) {}

  /** Calls within these bounds. */
  public OutgoingCalls(Limits limits) {
    this.limits = limits;
    this.calls = new Semaphore(limits.atOnce());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(limits.time().dividedBy(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A call without a response; the message says why. */
  public static final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    CallFailed(String reason) {
      this.reason = reason;
    }

    CallFailed(String reason, Throwable cause) {
      super(cause);
      this.reason = reason;
    }

    @Override
    public String getMessage() {
      return reason;
    }

    private boolean isBrokenConnection() {
      return getCause() instanceof IOException && !(getCause() instanceof HttpTimeoutException);
    }
  }

  /** The response to a request, whatever its status. */
  public HttpResponse<String> send(HttpRequest request) throws CallFailed {
    return send(request, limits.time());
  }

  /**
   * {@link #send} for a request that may arrive twice. If the connection breaks it is sent again
   * within the same time: a server may close an idle connection just when it is used again.
   */
  public HttpResponse<String> sendRepeatable(HttpRequest request) throws CallFailed {
    long began = System.nanoTime();
    try {
      return send(request);
    } catch (CallFailed failed) {
      if (!failed.isBrokenConnection()) throw failed;
      return send(request, limits.time().minusNanos(System.nanoTime() - began));
    }
  }

  private HttpResponse<String> send(HttpRequest request, Duration time) throws CallFailed {
    var host = request.uri().getHost();
    if (!calls.tryAcquire()) throw new CallFailed("too many calls to " + host + " at once");
    var reply =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), limits.bodyBytes()));
    try {
      return reply.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CallFailed("interrupted while waiting for " + host, stopping);
    } catch (TimeoutException slow) {
      throw new CallFailed(request.uri() + " does not answer in time", slow);
    } catch (ExecutionException failed) {
      var cause = failed.getCause() instanceof IOException reason ? reason : failed;
      throw new CallFailed(request.uri() + " cannot be read: " + cause, cause);
    } finally {
      reply.cancel(true);
      calls.release();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
