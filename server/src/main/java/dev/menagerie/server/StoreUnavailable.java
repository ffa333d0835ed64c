package dev.menagerie.server;

import java.util.Locale;

/**
 * A store could not be reached or did not answer in time. What was asked may or may not have
 * happened; the edge answers {@code unavailable}, and readiness names the store.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The stores this server lives on. */
  public enum Store {
    REDIS,
    POSTGRES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Store store;

  public StoreUnavailable(Store store, Throwable cause) {
    super(store + " is unavailable", cause);
    this.store = store;
  }

  public Store store() {
    return store;
  }
}
