package dev.menagerie.server.app;

import java.util.Optional;

/** The version of this build, from the jar's manifest. */
final class BuildVersion {
  static final String TEXT =
      Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");

  private BuildVersion() {}
}
