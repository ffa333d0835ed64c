package dev.menagerie.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.menagerie.server.game.planted.SeesTheEdge;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the server's packages: edge to service to ports, and adapters beside them. */
class ArchitectureTest {
  private static final String ROOT = "dev.menagerie.server.";

  /** The packages that the composition root wires: every one but the command line. */
  private static final Set<String> WIRED =
      Set.of(
          "settings",
          "game",
          "journal",
          "recovery",
          "archive",
          "loop",
          "play",
          "replay",
          "timer",
          "live",
          "lobby",
          "rating",
          "matchmaking",
          "pairing",
          "tournament",
          "campaign",
          "puzzle",
          "players",
          "chat",
          "export",
          "oidc",
          "http",
          "auth",
          "decks",
          "catalog",
          "preview",
          "rest",
          "redis",
          "postgres",
          "background",
          "embedded",
          "metrics",
          "tracing",
          "logging",
          "admin");

  /** What each package may see of the others; {@code commandline} sees all and is seen by none. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("game", Set.of()),
          Map.entry("journal", Set.of("background", "game")),
          Map.entry("recovery", Set.of("background", "game", "journal")),
          Map.entry("archive", Set.of("game")),
          Map.entry("loop", Set.of("game")),
          Map.entry("play", Set.of("game", "archive", "loop")),
          Map.entry("replay", Set.of("game", "archive", "play")),
          Map.entry("timer", Set.of("background", "game", "journal", "play")),
          Map.entry("live", Set.of("chat", "game", "play", "players")),
          Map.entry("chat", Set.of("game", "http")),
          Map.entry("lobby", Set.of("game", "archive", "play", "live")),
          Map.entry("matchmaking", Set.of("game", "play", "http")),
          Map.entry("pairing", Set.of()),
          Map.entry("campaign", Set.of("decks", "game", "http", "play")),
          Map.entry("puzzle", Set.of("game", "http", "play")),
          Map.entry("tournament", Set.of("auth", "game", "http", "pairing", "play")),
          Map.entry("players", Set.of("auth", "game", "http")),
          Map.entry(
              "export",
              Set.of(
                  "archive",
                  "auth",
                  "campaign",
                  "chat",
                  "decks",
                  "game",
                  "http",
                  "oidc",
                  "play",
                  "players",
                  "puzzle",
                  "rating",
                  "tournament")),
          Map.entry("rating", Set.of("game", "archive", "http")),
          Map.entry("http", Set.of()),
          Map.entry("auth", Set.of("game", "http")),
          Map.entry("oidc", Set.of("auth", "game", "http")),
          Map.entry("decks", Set.of("game", "http")),
          Map.entry("catalog", Set.of("http")),
          Map.entry("preview", Set.of()),
          Map.entry("rest", Set.of("game", "archive", "play", "preview", "replay", "http")),
          Map.entry("redis", Set.of("background", "game", "journal", "recovery", "lobby")),
          Map.entry(
              "postgres",
              Set.of(
                  "game",
                  "journal",
                  "recovery",
                  "archive",
                  "auth",
                  "decks",
                  "live",
                  "rating",
                  "matchmaking",
                  "tournament",
                  "campaign",
                  "chat",
                  "puzzle",
                  "play",
                  "players",
                  "oidc",
                  "admin",
                  "http")),
          Map.entry(
              "metrics",
              Set.of(
                  "game",
                  "journal",
                  "recovery",
                  "play",
                  "timer",
                  "live",
                  "http",
                  "redis",
                  "postgres")),
          Map.entry(
              "admin",
              Set.of(
                  "archive",
                  "chat",
                  "decks",
                  "game",
                  "play",
                  "live",
                  "players",
                  "auth",
                  "http",
                  "pairing",
                  "replay",
                  "tournament")),
          Map.entry("tracing", Set.of("game", "live", "play")),
          Map.entry("logging", Set.of("game", "live", "http")),
          Map.entry("background", Set.of()),
          Map.entry("embedded", Set.of("background", "postgres")),
          Map.entry(
              "settings",
              Set.of(
                  "game",
                  "auth",
                  "http",
                  "oidc",
                  "embedded",
                  "postgres",
                  "redis",
                  "rating",
                  "logging")),
          Map.entry("wiring", WIRED),
          Map.entry("commandline", with(WIRED, "wiring")));

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.menagerie.server");

  private static final ArchRule FOLLOWS_THE_ARROWS =
      classes()
          .should(
              new ArchCondition<>("follow the arrows") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                  for (var dependency : from.getDirectDependenciesFromSelf()) {
                    var to = packageOf(dependency.getTargetClass());
                    var own = packageOf(from);
                    if (to.isEmpty() || to.equals(own)) continue;
                    if (!ARROWS.getOrDefault(own, Set.of()).contains(to)) {
                      events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                  }
                }
              });

  private static Set<String> with(Set<String> some, String more) {
    var all = new TreeSet<>(some);
    all.add(more);
    return all;
  }

  /** The package below the root that a class belongs to; empty for the root's own and others. */
  private static String packageOf(JavaClass type) {
    var name = type.getPackageName() + ".";
    if (!name.startsWith(ROOT)) return "";
    var rest = name.substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(0, rest.indexOf('.'));
  }

  @Test
  void everyPackageIsOnTheMap() {
    var packages =
        MAIN.stream().map(ArchitectureTest::packageOf).filter(name -> !name.isEmpty()).distinct();

    assertThat(packages).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  @Test
  void packagesFollowTheArrows() {
    FOLLOWS_THE_ARROWS.check(MAIN);
  }

  @Test
  void aViolationWouldBeSeen() {
    var planted = new ClassFileImporter().importClasses(SeesTheEdge.class);

    var result = FOLLOWS_THE_ARROWS.evaluate(planted);

    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains("live"));
  }

  /** A loop of one's own ends without a word when it meets an error that it does not expect. */
  @Test
  void threadsThatLiveLongAreSupervisedLoops() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "background..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "commandline.StopSignal") // ends with the process
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "auth.Passwords") // a pool, which replaces threads
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "live.Scheduler") // its pool, too
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "play.BotThreads") // another pool
        .and()
        .doNotHaveFullyQualifiedName(
            ROOT + "embedded.ProgramRunner") // one task, whose end is awaited
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "rest.BoundedExecutor") // a pool
        .should()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .check(MAIN);
  }

  /**
   * One word per idea, in all modules: a reader who meets a name twice should not have to ask
   * which.
   */
  @Test
  void noTwoPublicClassesHaveOneSimpleName() {
    var everything =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.menagerie");

    var twice =
        everything.stream()
            .filter(JavaClass::isTopLevelClass)
            // For programs of others, which have none of the rest on their class path.
            .filter(type -> !type.getPackageName().equals("dev.menagerie.client"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName))
            .values()
            .stream()
            .filter(types -> types.size() > 1);

    assertThat(twice).isEmpty();
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"game", "journal", "recovery", "archive", "play", "replay"})
  void theServiceKnowsNoSocketNoHttpAndNoStoreByName(String service) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.menagerie.socketio..",
            "io.netty..",
            "io.lettuce..",
            "org.jdbi..",
            "java.sql..",
            "java.net..",
            "picocli..")
        .check(MAIN);
  }

  @Test
  void onlyThePortsOfTheEdgeAreKeptInPostgres() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "postgres..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "dev\\.menagerie\\.server\\.(http\\.(?!IdempotencyStore)|auth\\..*Routes|rating\\..*Routes|matchmaking\\..*Routes|tournament\\..*Routes|campaign\\..*Routes|puzzle\\..*Routes|decks\\..*Routes).*")
        .check(MAIN);
  }
}
