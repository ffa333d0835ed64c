package dev.menagerie.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules may not know of, and that the ban is real. */
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

  @Test
  void nothingButTheJdkAndNullAnnotationsIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.menagerie.rules..", "java..", "org.jspecify.annotations")
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
