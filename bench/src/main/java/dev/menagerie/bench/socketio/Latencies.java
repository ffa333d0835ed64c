package dev.menagerie.bench.socketio;

import java.util.concurrent.atomic.AtomicLongArray;

/** Latencies in buckets of a hundredth of a millisecond; one thread adds, another reads. */
final class Latencies {
  private static final long BUCKET_NANOS = 10_000;
  private static final int BUCKETS = 200_000; // two seconds; slower answers count as that

  private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);

  void add(long nanos) {
    int bucket = (int) Math.min(BUCKETS - 1, nanos / BUCKET_NANOS);
    buckets.lazySet(bucket, buckets.get(bucket) + 1);
  }

  void clear() {
    for (int i = 0; i < BUCKETS; i++) {
      buckets.set(i, 0);
    }
  }

  double millis(double quantile) {
    long all = 0;
    for (int i = 0; i < BUCKETS; i++) {
      all += buckets.get(i);
    }
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += buckets.get(i);
      if (seen >= all * quantile) {
        return (i + 1) * BUCKET_NANOS / 1e6;
      }
    }
    return 0;
  }
}
