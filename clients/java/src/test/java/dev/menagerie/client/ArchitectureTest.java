package dev.menagerie.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The client needs nothing of this project but itself. */
class ArchitectureTest {
  @Test
  void theClientStandsAlone() {
    var client =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.menagerie.client");

    classes()
        .that()
        .resideInAPackage("dev.menagerie.client")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.menagerie.client",
            "java..",
            "io.socket..",
            "okhttp3..",
            "org.json..",
            "org.jspecify..",
            "tools.jackson..")
        .check(client);
  }
}
