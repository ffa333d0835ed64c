package dev.menagerie.server.chaos;

import dev.menagerie.server.embedded.EmbeddedStore;
import dev.menagerie.server.stores.Rigged;
import dev.menagerie.testkit.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;

/** What can break. Each fault strikes, lasts, and is mended again before its method returns. */
enum Fault {
  NODE_KILLED("a server killed (kill -9), started again later") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      var node = any(all, random);
      node.process().kill();
      pass(upTo(5, random));
      node.process().startAgain();
    }
  },
  NODE_RESTARTED("a server stopped in an orderly way (SIGTERM) and started again") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      var node = any(all, random);
      node.process().close();
      node.process().startAgain();
    }
  },
  NODE_PAUSED("a server paused (SIGSTOP)") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      var node = any(all, random);
      node.process().signal("STOP");
      pass(upTo(12, random));
      node.process().signal("CONT");
    }
  },
  REDIS_KILLED("Redis killed, back with its data") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      all.redis().kill();
      pass(upTo(5, random));
      all.redis().start();
    }
  },
  REDIS_EMPTIED("Redis killed, back without its data") {
    @Override
    void strike(Installation all, SplittableRandom random) throws IOException {
      all.redis().kill();
      all.redisFiles().delete();
      all.redis().start();
    }
  },
  REDIS_SHORTENED("Redis killed, its last moments missing") {
    @Override
    void strike(Installation all, SplittableRandom random) throws IOException {
      long size = all.redisFiles().written();
      pass(upTo(1, random));
      all.redis().kill();
      all.redisFiles().rollBack(size);
      all.redis().start();
    }
  },
  REDIS_DELETED("everything in a running Redis deleted") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      all.redisData().deleteEverything();
    }
  },
  GAME_DELETED("the key of one game deleted in Redis") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      all.redisData().deleteGame(random);
    }
  },
  REDIS_SLOW("everything between the servers and Redis is 100 ms late") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      late(all.nodes().stream().map(Installation.Node::redis).toList(), upTo(6, random));
    }
  },
  REDIS_PAUSED("Redis paused (SIGSTOP)") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      paused(all.redis(), upTo(8, random));
    }
  },
  REDIS_CUT("connections of a server to Redis break, again and again") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      network(any(all, random).redis(), Rigged.Mode.CUT_AFTER, upTo(6, random));
    }
  },
  REDIS_SILENT("nothing arrives at Redis from a server, connections stay open") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      network(any(all, random).redis(), Rigged.Mode.SILENT, upTo(6, random));
    }
  },
  REDIS_HALF_OPEN("connections of a server to Redis are half open, new ones work") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      any(all, random).redis().silence();
    }
  },
  POSTGRES_KILLED("Postgres killed, back with its data") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      all.postgres().kill();
      pass(upTo(10, random));
      all.postgres().start();
    }
  },
  POSTGRES_PAUSED("Postgres paused (SIGSTOP)") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      paused(all.postgres(), upTo(8, random));
    }
  },
  POSTGRES_SLOW("everything between the servers and Postgres is 100 ms late") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      late(all.nodes().stream().map(Installation.Node::postgres).toList(), upTo(6, random));
    }
  },
  STORES_KILLED("Redis and Postgres killed, back with their data") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      all.redis().kill();
      all.postgres().kill();
      pass(upTo(5, random));
      all.redis().start();
      all.postgres().start();
    }
  },
  POSTGRES_HALF_OPEN("connections of a server to Postgres are half open, new ones work") {
    @Override
    void strike(Installation all, SplittableRandom random) {
      any(all, random).postgres().silence();
    }
  };

  private final String text;

  Fault(String text) {
    this.text = text;
  }

  /** One line for the report. */
  String text() {
    return text;
  }

  /** Breaks something and mends it; which and how long is drawn from {@code random}. */
  abstract void strike(Installation all, SplittableRandom random) throws IOException;

  private static Installation.Node any(Installation all, SplittableRandom random) {
    return all.nodes().get(random.nextInt(all.nodes().size()));
  }

  private static Duration upTo(int seconds, SplittableRandom random) {
    return Duration.ofMillis(random.nextInt(100, 1_000 * seconds + 1));
  }

  private static void paused(EmbeddedStore store, Duration time) {
    signal(store, "STOP");
    pass(time);
    signal(store, "CONT");
  }

  /** To the store and all processes it has forked. */
  private static void signal(EmbeddedStore store, String name) {
    var process = ProcessHandle.of(store.pid()).orElseThrow();
    process.descendants().forEach(child -> Signals.send(child.pid(), name));
    Signals.send(process.pid(), name);
  }

  private static void network(Rigged way, Rigged.Mode mode, Duration time) {
    way.now(mode);
    pass(time);
    way.now(Rigged.Mode.WHOLE);
    way.cut();
  }

  private static void late(List<Rigged> ways, Duration time) {
    ways.forEach(way -> way.now(Rigged.Mode.LATE));
    pass(time);
    ways.forEach(way -> way.now(Rigged.Mode.WHOLE));
  }

  static void pass(Duration time) {
    Awaitility.await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
  }
}
