package dev.menagerie.server.postgres;

import java.util.List;

/**
 * The content of a backup, written last into its file as {@code manifest.json}.
 *
 * @param format of the file; this version writes and reads 1
 * @param schema the version of the tables
 * @param takenAt the moment of the snapshot, by the database's clock, ISO 8601
 * @param tables in the order in which they can be filled
 * @param sequences with the next value of each
 */
record BackupFile(
    int format, String schema, String takenAt, List<Table> tables, List<Sequence> sequences) {
  static final int FORMAT = 1;
  static final String MANIFEST = "manifest.json";

  /**
   * One table's rows, in Postgres's text format.
   *
   * @param sha256 of the uncompressed rows, in hexadecimal digits
   */
  record Table(String name, long rows, String sha256) {}

  record Sequence(String name, long lastValue) {}

  /** The entry of a table's rows. */
  static String entry(String table) {
    return "tables/" + table + ".copy";
  }
}
