package dev.menagerie.cards.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated part of a documentation page, compared with the committed one. */
record GeneratedPart(String page, String name) {
  private static final Path DOCS = Path.of("../docs");
  private static final String END = "<!-- end of generated -->";

  /** Set to write the part instead of comparing it. */
  private static final boolean WRITE = Boolean.getBoolean("docs.write");

  void is(String made) throws IOException {
    Path file = DOCS.resolve(page);
    String text = Files.readString(file);
    int begin = text.indexOf("\n", text.indexOf("<!-- generated: " + name)) + 1;
    int end = text.indexOf(END, begin);
    if (WRITE) {
      Files.writeString(file, text.substring(0, begin) + made + text.substring(end));
      return;
    }
    assertThat(text.substring(begin, end))
        .as("%s is old; run this test with -Dtests.jvm=-Ddocs.write=true", page)
        .isEqualTo(made);
  }
}
