package dev.menagerie.server.tracing;

import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.live.MessageObserver.HandledMessage;
import dev.menagerie.server.live.MessageTracer;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.GameRecord;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.PlayObserver;
import dev.menagerie.server.play.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes one trace of an action: a span of its message, from its handling to the reply; below it one
 * of each stage, one of the broadcast on every other node that follows the game, and one of the way
 * to the journal. What other nodes do is in the trace because the committed record says which trace
 * it belongs to. Spans have ids, names of actions and outcomes: never a card, a token or a name.
 * Safe for use by all threads.
 */
public final class ActionTraces
    implements MessageTracer, PlayObserver, GameListener, AutoCloseable {
  private static final AttributeKey<String> ACTION = AttributeKey.stringKey("menagerie.action");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("menagerie.outcome");
  private static final AttributeKey<String> GAME = AttributeKey.stringKey("menagerie.game_id");
  private static final AttributeKey<String> USER = AttributeKey.stringKey("menagerie.user_id");
  private static final AttributeKey<Long> VERSION = AttributeKey.longKey("menagerie.event_id");

  /** A stopping server waits for its last spans so long at most. */
  private static final long LAST_SECONDS = 2;

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final InstantSource clock;

  /**
   * @param provider samples and exports; closed with this
   * @param clock tells the time of the store, which commits have
   */
  public ActionTraces(SdkTracerProvider provider, InstantSource clock) {
    this.provider = provider;
    this.tracer = provider.get("dev.menagerie.server");
    this.clock = clock;
  }

  @Override
  public MessageTrace begin(String event, Optional<String> traceparent) {
    var parent =
        traceparent
            .flatMap(TraceContext::read)
            .map(client -> within(client, true))
            .orElse(Context.root());
    var span = tracer.spanBuilder(event).setSpanKind(SpanKind.SERVER).setParent(parent).startSpan();
    return span.getSpanContext().isSampled() ? new Traced(span) : MessageTrace.NONE;
  }

  /** A message that is traced. */
  private record Traced(Span span) implements MessageTrace {
    @Override
    public Optional<TraceContext> context() {
      var context = span.getSpanContext();
      return Optional.of(
          new TraceContext("00-" + context.getTraceId() + "-" + context.getSpanId() + "-01"));
    }

    @Override
    public void replied(HandledMessage message) {
      span.setAttribute(ACTION, message.action());
      span.setAttribute(OUTCOME, message.outcome());
      span.setAttribute(USER, message.user().value());
      message.game().ifPresent(game -> span.setAttribute(GAME, game.value()));
      span.end();
    }
  }

  @Override
  public void committed(GameRecord record, StageTimes times) {
    if (record.trace().isEmpty()) return;
    var trace = record.trace().get();
    var published = clock.instant();
    var committed = published.minusNanos(times.publishing());
    var decided = committed.minusNanos(times.committing());
    var begun = decided.minusNanos(times.deciding());
    stage(trace, "waiting", begun.minusNanos(times.waiting()), begun);
    stage(trace, "deciding", begun, decided);
    stage(trace, "committing", decided, committed);
    stage(trace, "publishing", committed, published);
  }

  private void stage(TraceContext trace, String name, Instant from, Instant to) {
    start(trace, name, from).end(to);
  }

  private Span start(TraceContext trace, String name, Instant from) {
    return tracer
        .spanBuilder(name)
        .setParent(within(trace, false))
        .setStartTimestamp(from)
        .startSpan();
  }

  /** This node has sent another node's commit to the clients that follow the game here. */
  @Override
  public void committed(GameCommitted commit) {
    var trace = commit.record().trace();
    if (trace.isEmpty() || commit.reply().isPresent()) return;
    since(
        commit.after().at(),
        trace.get(),
        "broadcasting",
        commit.game().id().value(),
        commit.after().version());
  }

  @Override
  public void resynced(LiveGame game) {}

  /** The journal has an entry. */
  public void journaled(JournalEntry entry) {
    GameRecord.traceOf(entry.entry().record())
        .ifPresent(trace ->
            since(entry.at(), trace, "journaling", entry.game().value(), entry.head().version()));
  }

  /** A span from a commit to now; never of negative length, whatever the clocks say. */
  private void since(
      Instant committed, TraceContext trace, String name, String game, long version) {
    var now = clock.instant();
    start(trace, name, committed.isBefore(now) ? committed : now)
        .setAttribute(GAME, game)
        .setAttribute(VERSION, version)
        .end(now);
  }

  /**
   * @param isRemote whether the span is a client's: then this server decides whether it is sampled
   */
  private static Context within(TraceContext trace, boolean isRemote) {
    var flags = TraceFlags.getSampled();
    var none = TraceState.getDefault();
    var span =
        isRemote
            ? SpanContext.createFromRemoteParent(trace.trace(), trace.span(), flags, none)
            : SpanContext.create(trace.trace(), trace.span(), flags, none);
    return Context.root().with(Span.wrap(span));
  }

  @Override
  public void close() {
    provider.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
  }
}
