package dev.menagerie.server.redis;

/** Redis answers but cannot be used; the message is for the operator who gave its address. */
public final class UnsupportedRedis extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  UnsupportedRedis(Throwable cause) {
    super(
        "Redis does not run our scripts; it has to be version 7 or later, and its user must be"
            + " allowed FCALL and FUNCTION LOAD. It says: "
            + cause.getMessage(),
        cause);
    remedy = "use Redis 7 or Valkey 7.2 or newer; allow FCALL, FUNCTION LOAD";
  }

  private UnsupportedRedis(String message) {
    super(message);
    remedy = "correct --redis-url";
  }

  /** What the operator can do. */
  public String remedy() {
    return remedy;
  }

  /** For an address of one Redis that leads to a node of a cluster. */
  static UnsupportedRedis cluster() {
    return new UnsupportedRedis(
        "Redis is a node of a cluster: write its address as redis-cluster://host:port,host:port"
            + " with some of the cluster's nodes");
  }

  /** For an address of a cluster that leads to a Redis of its own. */
  static UnsupportedRedis noCluster() {
    return new UnsupportedRedis(
        "Redis is not a cluster (cluster-enabled no): write its address as redis://host:port");
  }
}
