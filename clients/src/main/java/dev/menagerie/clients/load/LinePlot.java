package dev.menagerie.clients.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plot of lines as SVG, from zero upwards.
 *
 * @param xNames names of the places 0, 1, 2 … of the x axis; empty: the axis has numbers
 */
record LinePlot(String title, Optional<List<String>> xNames, List<Line> lines) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int RIGHT = 110;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;

  /** Colors that people with color blindness can distinguish. */
  private static final List<String> COLORS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  /** A named line through its points, in the order of x. */
  record Line(String name, List<Point> points) {}

  record Point(double x, double y) {}

  String svg() {
    var drawn = new StringBuilder();
    for (int i = 0; i < lines.size(); i++)
      drawn.append(drawn(lines.get(i), COLORS.get(i % COLORS.size())));
    return String.format(
        Locale.ROOT,
        """
        <svg viewBox="0 0 %d %d" role="img" aria-label="%s" font-size="12" fill="currentColor">
        <text x="%d" y="20" font-weight="bold">%3$s</text>
        <path d="M%4$d %d V%d H%d" fill="none" stroke="currentColor"/>
        %s%s%s</svg>
        """,
        WIDTH,
        HEIGHT,
        title,
        LEFT,
        TOP,
        HEIGHT - BOTTOM,
        WIDTH - RIGHT,
        xAxis(),
        yAxis(),
        drawn);
  }

  private String drawn(Line line, String color) {
    var path =
        line.points().stream()
            .map(point -> String.format(Locale.ROOT, "%.1f %.1f", x(point.x()), y(point.y())))
            .collect(Collectors.joining(" L", "M", ""));
    var last = line.points().getLast();
    return String.format(
        Locale.ROOT,
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
            + "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
        path,
        color,
        x(last.x()) + 6,
        y(last.y()) + 4,
        color,
        LoadPage.escaped(line.name()));
  }

  private String xAxis() {
    var ticks = new StringBuilder();
    if (xNames.isPresent()) {
      var names = xNames.get();
      for (int i = 0; i < names.size(); i++) ticks.append(xTick(i, names.get(i)));
    } else {
      for (var point : lines.getFirst().points())
        ticks.append(xTick(point.x(), String.format(Locale.ROOT, "%.0f", point.x())));
    }
    return ticks.toString();
  }

  private String xTick(double at, String name) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
        x(at),
        HEIGHT - 20,
        name);
  }

  private String yAxis() {
    var ticks = new StringBuilder();
    for (int i = 0; i <= 4; i++) {
      double value = top() * i / 4;
      ticks.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
              LEFT - 8,
              y(value) + 4,
              String.format(Locale.ROOT, top() < 20 ? "%.1f" : "%.0f", value)));
    }
    return ticks.toString();
  }

  private double x(double value) {
    double from = lines.getFirst().points().getFirst().x();
    double to = lines.getFirst().points().getLast().x();
    double share = to > from ? (value - from) / (to - from) : 0;
    return LEFT + 20 + share * (WIDTH - LEFT - RIGHT - 40);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - value / top() * (HEIGHT - TOP - BOTTOM);
  }

  private double top() {
    double highest =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::y)
            .max()
            .orElse(1);
    return Math.max(highest, 1e-9);
  }
}
