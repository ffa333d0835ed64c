package dev.menagerie.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs run as they were unpacked, or not at all. */
class ProgramCacheTest {
  @TempDir Path directory;
  private final AtomicInteger unpackings = new AtomicInteger();

  private Path program() throws Exception {
    var archive = Files.writeString(directory.resolve("archive"), "content").toUri().toURL();
    var cache = new ProgramCache(PrivateFiles.directory(directory.resolve("cache")));
    var home =
        cache.unpacked(
            "tool",
            archive,
            (in, draft) -> {
              unpackings.incrementAndGet();
              Path bin = Files.createDirectory(draft.resolve("bin"));
              Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxr-xr-x"));
              Files.copy(in, bin.resolve("tool"));
              Files.setPosixFilePermissions(
                  bin.resolve("tool"), PosixFilePermissions.fromString("rwxr-xr-x"));
              Files.createSymbolicLink(bin.resolve("link"), Path.of("tool"));
            });
    return home.resolve("bin/tool");
  }

  @Test
  void intactProgramsAreUnpackedOnce() throws Exception {
    assertThat(program()).isEqualTo(program()).hasContent("content");
    assertThat(unpackings).hasValue(1);
  }

  @Test
  void otherContentIsReplaced() throws Exception {
    Files.writeString(program(), "planted");
    assertThat(program()).hasContent("content");
    assertThat(unpackings).hasValue(2);
  }

  @Test
  void aFileThatOthersMayWriteIsReplaced() throws Exception {
    Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(Files.getPosixFilePermissions(program()))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(unpackings).hasValue(2);
  }

  @Test
  void filesMoreOrLessAndOtherLinksAreFound() throws Exception {
    Files.writeString(program().resolveSibling("more"), "planted");
    assertThat(program().resolveSibling("more")).doesNotExist();
    Files.delete(program());
    assertThat(program()).hasContent("content");
    Path link = program().resolveSibling("link");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("/bin/sh"));
    assertThat(program().resolveSibling("link").toRealPath().getFileName()).hasToString("tool");
    assertThat(unpackings.get()).isGreaterThanOrEqualTo(4);
  }
}
