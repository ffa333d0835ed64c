package dev.menagerie.server.embedded;

import java.nio.file.Path;
import java.util.List;

/** One kind of store: how {@link EmbeddedStore} starts it, asks it and stops it. */
sealed interface StoreProgram permits PostgresProgram, RedisProgram {
  /** The store's name in messages. */
  String name();

  /** The directory of its data, record, lock and log. */
  Path home();

  /** The file in which the program itself writes its process id. */
  Path pidFile();

  /** A part of the command line that only a process of this data directory has. */
  String mark();

  /** Signals that stop it cleanly, sent one after the other. */
  List<String> stopSignals();

  /** Creates what must exist before the first start; does nothing later. */
  void prepare();

  /**
   * Writes the configuration.
   *
   * @return the command that starts the program with it
   */
  List<String> configure(int port);

  /** Asks the store itself, over its own protocol. */
  Readiness ask(int port, StoreProcess process);

  /** Work on a store that has just become ready, such as creating roles. */
  void afterStart(int port);

  /**
   * Whether another start may succeed after one that ended.
   *
   * @param logTail the last lines that the program wrote
   */
  boolean isWorthRepeating(String logTail);

  /** The state of a store during its start. */
  enum Readiness {
    /** It does not answer, or says that it is starting. */
    NOT_YET,
    READY,
    /** The answer comes from a store with other passwords or other data. */
    FOREIGN
  }
}
