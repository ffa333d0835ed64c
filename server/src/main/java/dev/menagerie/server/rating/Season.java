package dev.menagerie.server.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A quarter of a year, UTC: {@code 2026-4} is October to December. A ladder begins again with each
 * season; strength is carried over, its certainty only in part.
 */
public record Season(String id) implements Comparable<Season> {
  private static final int MONTHS = 3;

  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[1-4]");

  public Season {
    if (!FORM.matcher(id).matches()) throw new IllegalArgumentException("is not a season's id");
  }

  /** The season of an instant. */
  public static Season of(Instant at) {
    var date = at.atZone(ZoneOffset.UTC);
    int quarter = (date.getMonthValue() - 1) / MONTHS + 1;
    return new Season(String.format(Locale.ROOT, "%04d-%d", date.getYear(), quarter));
  }

  /** Its first instant. */
  public Instant startsAt() {
    return first().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first instant of the next season. */
  public Instant endsAt() {
    return first().plusMonths(MONTHS).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private LocalDate first() {
    int year = Integer.parseInt(id.substring(0, 4));
    int quarter = Integer.parseInt(id.substring(5));
    return LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
  }

  @Override
  public int compareTo(Season other) {
    return id.compareTo(other.id);
  }
}
