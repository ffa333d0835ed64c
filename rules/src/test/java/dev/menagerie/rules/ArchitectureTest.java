package dev.menagerie.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules do not depend on the outside world, and the check notices a violation. */
class ArchitectureTest {
  private static final List<String> BANNED_PACKAGES =
      List.of(
          "java.io",
          "java.nio.file",
          "java.nio.channels",
          "java.net",
          "java.util.concurrent",
          "java.util.logging",
          "java.util.random",
          "java.sql",
          "java.lang.System$Logger",
          "org.slf4j",
          "org.apache",
          "io.netty",
          "tools.jackson",
          "com.fasterxml");

  private static final List<String> BANNED_CLASSES =
      List.of(
          "java.lang.Thread",
          "java.lang.Process",
          "java.lang.Runtime",
          "java.lang.ThreadLocal",
          "java.time.Clock",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.util.Date",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Timer",
          "java.util.UUID",
          "java.security.SecureRandom");

  private static final ArchRule NO_OUTSIDE_WORLD =
      noClasses()
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<JavaClass>("are banned from the rules") {
                @Override
                public boolean test(JavaClass used) {
                  return isBanned(used);
                }
              });

  /** Copying arrays is the one thing of {@code System} that touches nothing outside. */
  private static final ArchRule NO_SYSTEM =
      noClasses()
          .should()
          .accessTargetWhere(
              new DescribedPredicate<JavaAccess<?>>("use more of System than array copies") {
                @Override
                public boolean test(JavaAccess<?> access) {
                  return access.getTargetOwner().getFullName().equals("java.lang.System")
                      && !access.getName().equals("arraycopy");
                }
              });

  private static boolean isBanned(JavaClass used) {
    String name = used.getFullName();
    return BANNED_CLASSES.contains(name)
        || BANNED_PACKAGES.stream()
            .anyMatch(banned -> name.equals(banned) || name.startsWith(banned + "."));
  }

  private static ArchRule noCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static JavaClasses main() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("planted"))
        .importPackages("dev.menagerie.rules");
  }

  @Test
  void theRulesKnowNothingOfTheOutsideWorld() {
    JavaClasses classes = main();
    assertThat(classes).hasSizeGreaterThan(100);
    NO_OUTSIDE_WORLD.check(classes);
    NO_SYSTEM.check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    noCycles("dev.menagerie.rules").check(main());
  }

  /** Each package and those it may see; the order is that of the arrows. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "hash", List.of(),
          "card", List.of("hash"),
          "config", List.of("card"),
          "deck", List.of("card", "config"),
          "state", List.of("hash", "card", "config"),
          "query", List.of("card", "config", "state"),
          "command", List.of("card", "config", "state", "query"),
          "game", List.of("hash", "card", "config", "deck", "state", "query", "command"),
          "view", List.of("card", "config", "state", "query", "command"));

  private static ArchRule seesOnly(String name) {
    List<String> allowed =
        new ArrayList<>(List.of("java..", "javax.crypto..", "org.jspecify.annotations"));
    allowed.add("dev.menagerie.rules." + name);
    ARROWS
        .getOrDefault(name, List.of())
        .forEach(seen -> allowed.add("dev.menagerie.rules." + seen));
    return noClasses()
        .that()
        .resideInAPackage("dev.menagerie.rules." + name)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(allowed.toArray(new String[0]));
  }

  @Test
  void packagesSeeOnlyThoseBelowThem() {
    JavaClasses classes = main();
    Set<String> packages = new TreeSet<>();
    classes.forEach(one -> packages.add(one.getPackageName()));
    packages.remove("dev.menagerie.rules");
    assertThat(packages)
        .containsExactlyInAnyOrderElementsOf(
            ARROWS.keySet().stream().map(name -> "dev.menagerie.rules." + name).toList());
    ARROWS.keySet().forEach(name -> seesOnly(name).check(classes));
  }

  @Test
  void anArrowUpwardsTurnsTheRuleRed() {
    ArchRule blind =
        noClasses()
            .that()
            .resideInAPackage("dev.menagerie.rules.game")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.menagerie.rules.command");
    assertThat(blind.evaluate(main()).hasViolation()).isTrue();
  }

  /** Top-level classes of a package as slices, apart from those that may know each other. */
  private static ArchRule noClassCycles(String name, Set<String> mayKnowEachOther) {
    String root = "dev.menagerie.rules." + name;
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass one) {
                String top = one.getName().replaceFirst("\\$.*", "");
                return !one.getPackageName().equals(root)
                        || mayKnowEachOther.contains(top.substring(root.length() + 1))
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(top);
              }

              @Override
              public String getDescription() {
                return "classes of " + root;
              }
            })
        .should()
        .beFreeOfCycles();
  }

  /** An interface that makes its own implementations. */
  private static final Set<String> FACTORY = Set.of("KeyedChance", "ScriptedChance");

  /**
   * Filters ask for traits, traits for statics, and statics for filters: one recursive evaluator.
   */
  private static final Set<String> EVALUATOR =
      Set.of(
          "Amounts",
          "Conditions",
          "Targets",
          "Filters",
          "Statics",
          "StaticReach",
          "Traits",
          "Energies");

  @Test
  void classesOfTheEngineHaveNoCycles() {
    noClassCycles("game", FACTORY).check(main());
    noClassCycles("command", Set.of()).check(main());
    noClassCycles("query", EVALUATOR).check(main());
    assertThat(noClassCycles("query", Set.of()).evaluate(main()).hasViolation()).isTrue();
  }

  @Test
  void onlyTheGameRunsTheInterpreter() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Game")
        .and()
        .doNotHaveSimpleName("Interpreter")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("Interpreter")
        .check(main());
  }

  @Test
  void noTwoPublicClassesHaveOneSimpleName() {
    Map<String, List<String>> names = new TreeMap<>();
    for (JavaClass one : main()) {
      if (one.isTopLevelClass() && one.getModifiers().contains(JavaModifier.PUBLIC)) {
        names.computeIfAbsent(one.getSimpleName(), _ -> new ArrayList<>()).add(one.getName());
      }
    }
    names.remove("package-info");
    assertThat(names.values()).allMatch(same -> same.size() == 1);
  }

  @Test
  void nothingButTheJdkAndNullAnnotationsIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.menagerie.rules..", "java..", "javax.crypto..", "org.jspecify.annotations")
        .check(main());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"java.util.Random", "java.time.Instant", "java.io.File", "java.lang.Thread"})
  void aPlantedViolationTurnsTheRuleRed(String banned) {
    JavaClasses planted = new ClassFileImporter().importPackages("dev.menagerie.rules.planted");
    assertThat(NO_OUTSIDE_WORLD.evaluate(planted).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(banned));
    assertThat(NO_SYSTEM.evaluate(planted).hasViolation()).isTrue();
  }

  @Test
  void aPlantedCycleTurnsTheRuleRed() {
    JavaClasses planted = new ClassFileImporter().importPackages("dev.menagerie.rules.planted");
    assertThat(noCycles("dev.menagerie.rules.planted").evaluate(planted).hasViolation()).isTrue();
  }
}
