package dev.menagerie.socketio.netty;

import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/** Parts of later requests, kept while one is answered. On the connection's event loop. */
final class PipelinedParts {
  /** Parts stored before reading pauses. */
  private static final int MANY = 16;

  /** Parts that one read may add beyond that; no client pipelines as many requests. */
  private static final int TOO_MANY = 256;

  /** Heap that a part takes, in bytes. */
  private static final int COST = 1_024;

  private final Queue<HttpObject> parts = new ArrayDeque<>(0);

  void add(HttpObject part) {
    parts.add(part);
  }

  HttpObject remove() {
    return parts.remove();
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether the client should not be read for now. */
  boolean areMany() {
    return parts.size() > MANY;
  }

  /** Whether the connection should be closed. */
  boolean areTooMany() {
    return parts.size() > TOO_MANY;
  }

  /** The approximate heap of the stored parts, in bytes. */
  long cost() {
    return (long) COST * parts.size();
  }

  /** Releases all of them. */
  void drop() {
    parts.forEach(ReferenceCountUtil::release);
    parts.clear();
  }
}
