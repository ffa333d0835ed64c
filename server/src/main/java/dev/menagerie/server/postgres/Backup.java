package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Copies everything that is kept to one file and back, through the driver: no program of Postgres's
 * own is needed, whose version would have to fit. Redis is not copied: a server that starts with an
 * empty one takes unfinished games from the journal in Postgres, which is at most a moment behind.
 */
public final class Backup {
  /** They describe running servers and their Redis, which the restored place does not have. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of("schema_history", "nodes", "partition_certificates");

  private Backup() {}

  /** A file cannot be used as a backup, or a database cannot take one; the message says why. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * Copies one snapshot of the database, while servers go on writing.
   *
   * @param file created with mode 600, and replaced in one step where it exists
   * @return the number of rows
   * @throws SQLException when the database cannot be read; the file is then unchanged
   */
  public static long write(PostgresAddress address, Path file) throws SQLException, IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      var manifest = writeTo(draft, address);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest.tables().stream().mapToLong(BackupFile.Table::rows).sum();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static BackupFile writeTo(Path draft, PostgresAddress address)
      throws SQLException, IOException {
    try (var connection = connect(address);
        var zip = new ZipOutputStream(Files.newOutputStream(draft))) {
      connection.setAutoCommit(false);
      execute(connection, "set transaction isolation level repeatable read read only");
      var manifest = copyOut(connection, zip);
      zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
      zip.write(Json.bytes(manifest));
      zip.closeEntry();
      return manifest;
    }
  }

  private static BackupFile copyOut(Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    var copies = new CopyManager(connection.unwrap(BaseConnection.class));
    var tables = new ArrayList<BackupFile.Table>();
    for (var table : tables(connection)) {
      zip.putNextEntry(new ZipEntry(BackupFile.entry(table)));
      var digest = Sha256.digest();
      long rows = copies.copyOut("copy " + quoted(table) + " to stdout", hashing(zip, digest));
      zip.closeEntry();
      tables.add(new BackupFile.Table(table, rows, HexFormat.of().formatHex(digest.digest())));
    }
    var sequences = new ArrayList<BackupFile.Sequence>();
    query(
        connection,
        "select sequencename, last_value from pg_sequences where schemaname = 'public'"
            + " and last_value is not null",
        row -> sequences.add(new BackupFile.Sequence(row.get(0), Long.parseLong(row.get(1)))));
    return new BackupFile(
        BackupFile.FORMAT,
        single(
            connection,
            "select version from schema_history where success order by installed_rank desc limit"
                + " 1"),
        single(
            connection,
            "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"),
        tables,
        sequences);
  }

  /** A stream that hashes what it writes and does not close its target. */
  private static OutputStream hashing(OutputStream out, MessageDigest digest) {
    return new DigestOutputStream(out, digest) {
      @Override
      public void close() {}
    };
  }

  /** The tables, each after those it refers to. */
  private static List<String> tables(Connection connection) throws SQLException {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    query(
        connection,
        "select tablename from pg_tables where schemaname = 'public' order by tablename",
        row -> references.put(row.getFirst(), new LinkedHashSet<>()));
    query(
        connection,
        "select f.relname, t.relname from pg_constraint c join pg_class f on f.oid = c.conrelid"
            + " join pg_class t on t.oid = c.confrelid where c.contype = 'f'"
            + " and f.relname <> t.relname",
        row -> references.computeIfPresent(row.get(0), (_, to) -> with(to, row.get(1))));
    references.keySet().removeAll(OF_THE_MOMENT);
    var ordered = new LinkedHashSet<String>();
    while (ordered.size() < references.size()) {
      int before = ordered.size();
      references.forEach((table, to) -> {
        if (ordered.containsAll(to)) ordered.add(table);
      });
      if (ordered.size() == before) throw new Unusable("tables refer to each other in a circle");
    }
    return List.copyOf(ordered);
  }

  private static Set<String> with(Set<String> set, String more) {
    set.add(more);
    return set;
  }

  /**
   * Fills an empty database, in one transaction.
   *
   * @return the number of rows
   * @throws Unusable when the database is not empty, or the file is not a whole backup; the
   *     database has no rows then
   */
  public static long restore(Path file, PostgresAddress address) throws SQLException, IOException {
    var manifest = manifest(file);
    try (var connection = connect(address)) {
      if (!single(connection, "select count(*) from pg_tables where schemaname = 'public'")
          .equals("0")) {
        throw new Unusable("the database is not empty: restore into a new one");
      }
    }
    var schema = new Schema(Pooler.isBefore(address) ? address.unprepared() : address);
    schema.migrate(manifest.schema());
    try (var connection = connect(address)) {
      connection.setAutoCommit(false);
      copyIn(connection, file, manifest);
      for (var sequence : manifest.sequences()) {
        single(
            connection,
            "select setval('" + quoted(sequence.name()) + "', " + sequence.lastValue() + ")");
      }
      connection.commit();
    }
    schema.migrate();
    return manifest.tables().stream().mapToLong(BackupFile.Table::rows).sum();
  }

  private static BackupFile manifest(Path file) throws IOException {
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().equals(BackupFile.MANIFEST)) continue;
        var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        var manifest = Json.read(text, BackupFile.class);
        if (manifest.format() != BackupFile.FORMAT) {
          throw new Unusable("the backup has format " + manifest.format() + ", unknown here");
        }
        return manifest;
      }
    }
    throw new Unusable(file + " is no backup, or was not finished: it has no manifest");
  }

  private static void copyIn(Connection connection, Path file, BackupFile manifest)
      throws SQLException, IOException {
    var copies = new CopyManager(connection.unwrap(BaseConnection.class));
    try (var zip = new ZipFile(file.toFile())) {
      for (var table : manifest.tables()) {
        var entry = zip.getEntry(BackupFile.entry(table.name()));
        if (entry == null) throw new Unusable("the backup lacks the rows of " + table.name());
        var digest = Sha256.digest();
        try (var rows = new DigestInputStream(zip.getInputStream(entry), digest)) {
          long copied = copies.copyIn("copy " + quoted(table.name()) + " from stdin", rows);
          var hash = HexFormat.of().formatHex(digest.digest());
          if (copied != table.rows() || !hash.equals(table.sha256())) {
            throw new Unusable("the backup is damaged: the rows of " + table.name());
          }
        }
      }
    }
  }

  private static Connection connect(PostgresAddress address) throws SQLException {
    return DriverManager.getConnection(
        address.jdbcUrl(), address.owner().user(), address.owner().password());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static String single(Connection connection, String query) throws SQLException {
    var found = new ArrayList<String>();
    query(connection, query, row -> found.add(row.getFirst()));
    if (found.isEmpty()) throw new Unusable("no server has used this database yet");
    return found.getFirst();
  }

  private static void query(Connection connection, String query, Consumer<List<String>> each)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= columns; column++) row.add(rows.getString(column));
        each.accept(row);
      }
    }
  }
}
