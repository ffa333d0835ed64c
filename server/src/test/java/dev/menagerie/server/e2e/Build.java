package dev.menagerie.server.e2e;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a server process runs.
 *
 * @param program with its options, before the arguments of Menagerie
 * @param environment added to that of the tests
 */
public record Build(List<String> program, Map<String, String> environment) {
  private static final String STARTS_SOONER = "-XX:TieredStopAtLevel=1"; // it lives for seconds

  /** The one under test. */
  public static Build current() {
    return current(List.of(), List.of());
  }

  /**
   * The one under test.
   *
   * @param wrapper a program that runs the command it is given
   * @param jvm more options of the Java machine
   */
  static Build current(List<String> wrapper, List<String> jvm) {
    return of(wrapper, jvm, System.getProperty("java.class.path"));
  }

  /** The one under test with a change: the classes and resources below this folder come first. */
  public static Build changedBy(Path folder) {
    return of(
        List.of(), List.of(), folder + File.pathSeparator + System.getProperty("java.class.path"));
  }

  private static Build of(List<String> wrapper, List<String> jvm, String classPath) {
    var program = new ArrayList<>(wrapper);
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(List.of("-Xmx512m", STARTS_SOONER));
    program.addAll(jvm);
    program.addAll(List.of("-cp", classPath));
    program.add("dev.menagerie.server.commandline.Menagerie");
    return new Build(program, Map.of());
  }

  /** Another one, in the folder of its package. */
  public static Build in(Path folder) {
    return new Build(
        List.of(folder.resolve("bin").resolve("menagerie").toString()),
        Map.of("MENAGERIE_HEAP", "512m", "MENAGERIE_JAVA_OPTS", STARTS_SOONER));
  }
}
