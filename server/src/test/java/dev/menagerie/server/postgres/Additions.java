package dev.menagerie.server.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a migration may do so that servers of the build before go on with the tables (ADR 0031): new
 * tables, indexes, and columns that an insert need not name.
 */
final class Additions {
  private static final Pattern NEW_TABLE = Pattern.compile("create table (\\w+) .*");
  private static final Pattern INDEX = Pattern.compile("create (unique )?index \\w+ on (\\w+) .*");
  private static final Pattern CHANGED_TABLE = Pattern.compile("alter table (\\w+) (.*)");
  private static final Pattern FILLED_TABLE = Pattern.compile("insert into (\\w+) .*");
  private static final Pattern STORAGE = Pattern.compile("set \\([^)]*\\)");
  private static final String COLUMN = "add column [^,]*(\\([^)]*\\)[^,]*)*";
  private static final Pattern COLUMNS = Pattern.compile(COLUMN + "(, " + COLUMN + ")*");
  private static final Pattern REFERENCE =
      Pattern.compile("references (\\w+)( ?\\([^)]*\\))?( on delete (?:cascade|set null))?");

  private final Set<String> newTables = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private Additions() {}

  /** A line for each statement that the build before could not go on with. */
  static List<String> problems(String sql) {
    var additions = new Additions();
    var text = sql.replaceAll("--[^\\n]*", " ").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    for (var statement : text.split(";", -1)) {
      if (!statement.isBlank()) additions.look(statement.strip());
    }
    return additions.problems;
  }

  private void look(String statement) {
    var table = NEW_TABLE.matcher(statement);
    if (table.matches()) newTables.add(table.group(1));
    if (!table.matches() && !isAllowed(statement)) problems.add(statement);
    var references = REFERENCE.matcher(statement);
    while (references.find()) {
      boolean isNew = newTables.contains(references.group(1));
      // The build before does not know the rows that it would have to delete first.
      if (!isNew && references.group(3) == null) problems.add("on delete? " + statement);
    }
  }

  private boolean isAllowed(String statement) {
    var index = INDEX.matcher(statement);
    if (index.matches()) return index.group(1) == null || newTables.contains(index.group(2));
    var filled = FILLED_TABLE.matcher(statement);
    if (filled.matches()) return newTables.contains(filled.group(1));
    var changed = CHANGED_TABLE.matcher(statement);
    if (!changed.matches()) return false;
    var change = changed.group(2);
    return newTables.contains(changed.group(1))
        || STORAGE.matcher(change).matches()
        || (COLUMNS.matcher(change).matches() && columnsMayBeLeftOut(change));
  }

  private static boolean columnsMayBeLeftOut(String change) {
    for (var column : change.split("add column ", -1)) {
      boolean isWanted = column.contains("not null") && !column.contains("default");
      if (isWanted || column.contains("unique") || column.contains("check")) return false;
    }
    return true;
  }
}
