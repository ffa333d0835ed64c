package dev.menagerie.clients;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The clients see the wire alone. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.menagerie.clients");

  @Test
  void clientsSeeNothingOfTheServerOrTheRules() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.menagerie.server..", "dev.menagerie.rules..", "dev.menagerie.socketio..")
        .check(MAIN);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("dev.menagerie.clients.(*)..").should().beFreeOfCycles().check(MAIN);
  }
}
