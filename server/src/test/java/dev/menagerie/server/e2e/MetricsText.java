package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Reads the text formats of Prometheus and of OpenMetrics strictly. */
final class MetricsText {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [-+0-9.eEINFNa]+");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private MetricsText() {}

  /** A metric's samples without labels, of the server with this management port. */
  static DoubleStream samples(int port, String name) {
    return Api.of("http://127.0.0.1:" + port)
        .text("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())));
  }

  /** Every line is a comment of ours or a sample; the labels of each family of samples. */
  static Map<String, Set<String>> labelsByFamily(String text) {
    var families = new TreeMap<String, Set<String>>();
    var types = new TreeMap<String, String>();
    for (var line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        var parts = line.split(" ", -1);
        types.put(parts[2], parts[3]);
      }
      if (line.startsWith("#")) continue;
      var sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      var names = families.computeIfAbsent(family(sample.group(1), types), _ -> new TreeSet<>());
      if (sample.group(2) == null) continue;
      var label = LABEL.matcher(sample.group(2));
      while (label.find()) if (!label.group(1).equals("le")) names.add(label.group(1));
    }
    return families;
  }

  private static String family(String sample, Map<String, String> types) {
    if (types.containsKey(sample)) {
      return sample.endsWith("_max") ? sample.replaceAll("_max$", "") : sample;
    }
    return sample.replaceAll("_(bucket|sum|count)$", "");
  }
}
