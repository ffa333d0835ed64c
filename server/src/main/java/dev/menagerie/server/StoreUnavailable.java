package dev.menagerie.server;

import java.util.Locale;

/**
 * A store could not be reached or did not answer in time. The request may or may not have taken
 * effect; the edge answers {@code unavailable}, and readiness names the store.
 */
public class StoreUnavailable extends RuntimeException {
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

  /**
   * @param cause what the client of the store met
   */
  public StoreUnavailable(Store store, Throwable cause) {
    super(store + " is unavailable", cause);
    this.store = store;
  }

  /** Without a cause, for a store that answers and may not be used. */
  protected StoreUnavailable(Store store, String why) {
    super(store + " is unavailable: " + why);
    this.store = store;
  }

  /** The store that is unavailable. */
  public Store store() {
    return store;
  }
}
