package dev.menagerie.server.simulation;

import dev.menagerie.server.game.InMemoryGameStore;
import java.time.Duration;
import java.util.Random;

/** What goes wrong. Each lasts until it is mended; several may be under way at once. */
enum Fault {
  NODE_KILLED {
    @Override
    Runnable strike(World world) {
      var node = world.cluster.any();
      world.disturbed(node);
      world.cluster.kill(node);
      return () -> world.cluster.start();
    }

    @Override
    boolean isPossible(World world) {
      return world.cluster.running().size() > 1;
    }
  },

  NODE_PAUSED {
    @Override
    Runnable strike(World world) {
      var node = world.cluster.any();
      world.disturbed(node);
      node.process.pause();
      return () -> {
        if (!node.process.isKilled()) node.process.resume();
      };
    }
  },

  STORE_RESTARTED {
    @Override
    Runnable strike(World world) {
      return down(world, world.stores.games::restart);
    }
  },

  STORE_LOSES_ITS_LAST_MOMENTS {
    @Override
    Runnable strike(World world) {
      InMemoryGameStore.Saved disk = world.disk();
      return down(world, () -> world.stores.lose(() -> world.stores.games.restartFrom(disk)));
    }
  },

  STORE_EMPTIED {
    @Override
    Runnable strike(World world) {
      world.stores.lose(world.stores.games::flush);
      return () -> {};
    }
  },

  STORE_COMES_BACK_EMPTY {
    @Override
    Runnable strike(World world) {
      return down(world, () -> world.stores.lose(world.stores.games::restartEmpty));
    }
  },

  GAME_DELETED {
    @Override
    Runnable strike(World world) {
      world.anyGame().ifPresent(world.stores.games::lose);
      return () -> {};
    }
  },

  STORE_STALLED {
    @Override
    Runnable strike(World world) {
      world.stores.redis.stall();
      return world.stores.redis::goOn;
    }
  },

  JOURNAL_RESTARTED {
    @Override
    Runnable strike(World world) {
      world.stores.postgres.stop();
      world.stores.lock.closedAll();
      return () -> {
        world.stores.journal.restarted();
        world.stores.postgres.start();
      };
    }
  },

  JOURNAL_STALLED {
    @Override
    Runnable strike(World world) {
      world.stores.postgres.stall();
      return world.stores.postgres::goOn;
    }
  },

  STORE_CUT_OFF_FROM_A_NODE {
    @Override
    Runnable strike(World world) {
      return cut(world, world.cluster.any(), true);
    }
  },

  JOURNAL_CUT_OFF_FROM_A_NODE {
    @Override
    Runnable strike(World world) {
      return cut(world, world.cluster.any(), false);
    }
  },

  CALLS_FAIL {
    @Override
    Runnable strike(World world) {
      world.cluster.connections().forEach(connection -> connection.lose(20));
      return () -> world.cluster.connections().forEach(Rpc::mend);
    }
  },

  HINTS_LOST {
    @Override
    Runnable strike(World world) {
      world.cluster.running().forEach(node -> node.hints.lose(2));
      return () -> world.cluster.running().forEach(node -> node.hints.lose(0));
    }
  },

  CLOCK_WRONG {
    @Override
    Runnable strike(World world) {
      var random = world.timeline.random();
      var error = Duration.ofMillis(random.nextInt(240_000) - 120_000);
      world.cluster.any().process.setClockError(error);
      return () -> {};
    }
  };

  /** Lets it happen; returns what mends it. */
  abstract Runnable strike(World world);

  boolean isPossible(World world) {
    return true;
  }

  /** How long it lasts. */
  Duration time(Random random) {
    return Duration.ofMillis(50 + random.nextInt(random.nextBoolean() ? 600 : 7_000));
  }

  /** Redis is down until it is mended, and then starts in this way. */
  private static Runnable down(World world, Runnable restart) {
    world.stores.redis.stop();
    return () -> {
      world.stores.redis.start();
      restart.run();
    };
  }

  private static Runnable cut(World world, SimulatedNode node, boolean store) {
    world.disturbed(node);
    var connection = store ? node.redis : node.postgres;
    connection.cut();
    return connection::mend;
  }
}
