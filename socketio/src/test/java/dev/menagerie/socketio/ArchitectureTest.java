package dev.menagerie.socketio;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages, as README.md lists them. */
@AnalyzeClasses(packages = "dev.menagerie.socketio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "dev.menagerie.socketio";

  @ArchTest
  static final ArchRule arrowsPointInwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("http")
          .definedBy(BASE + ".http")
          .layer("limits")
          .definedBy(BASE + ".limits")
          .layer("engineio")
          .definedBy(BASE + ".engineio")
          .layer("packet")
          .definedBy(BASE + ".packet")
          .layer("dispatch")
          .definedBy(BASE + ".dispatch")
          .layer("netty")
          .definedBy(BASE + ".netty")
          .layer("socketio")
          .definedBy(BASE)
          .layer("redis")
          .definedBy(BASE + ".redis")
          .whereLayer("http")
          .mayNotAccessAnyLayer()
          .whereLayer("limits")
          .mayOnlyAccessLayers("http")
          .whereLayer("engineio")
          .mayOnlyAccessLayers("http", "limits")
          .whereLayer("packet")
          .mayOnlyAccessLayers("engineio")
          .whereLayer("dispatch")
          .mayOnlyAccessLayers("engineio")
          .whereLayer("netty")
          .mayOnlyAccessLayers("http", "limits", "engineio")
          .whereLayer("socketio")
          .mayOnlyAccessLayers("http", "limits", "engineio", "packet", "dispatch", "netty")
          .whereLayer("redis")
          .mayOnlyAccessLayers("socketio", "engineio", "packet");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(BASE + ".(**)").should().beFreeOfCycles();
}
