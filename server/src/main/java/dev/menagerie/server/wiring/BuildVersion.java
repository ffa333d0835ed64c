package dev.menagerie.server.wiring;

import java.util.Optional;

/** The version of this build, from the jar's manifest. */
public final class BuildVersion {
  public static final String TEXT =
      Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");

  private BuildVersion() {}
}
