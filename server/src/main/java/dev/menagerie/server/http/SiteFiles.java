package dev.menagerie.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Where the files of the page come from. */
@FunctionalInterface
public interface SiteFiles {
  /** Plain names, no dot in front, few levels: no path can lead out. */
  Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,127}){1,4}");

  /** The page itself. */
  String INDEX = "/index.html";

  /** The file at a path that starts with a slash, if there is one. */
  Optional<Document> read(String path);

  /**
   * The same files for a page that a proxy serves below a path: the {@code <base>} of the page
   * names the path.
   *
   * @param path empty, or starts with a slash and does not end with one
   */
  default SiteFiles below(String path) {
    if (path.isEmpty()) return this;
    var index = read(INDEX).map(page -> Document.ofBytes(withBase(page, path)));
    return file -> file.equals(INDEX) ? index : read(file);
  }

  private static byte[] withBase(Document page, String path) {
    return new String(page.bytes(), StandardCharsets.UTF_8)
        .replace("<base href=\"/\"", "<base href=\"" + path + "/\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A build without the page. */
  static SiteFiles none() {
    return _ -> Optional.empty();
  }

  /** Files packed with the program, kept in memory once read. */
  static SiteFiles packed(String base) {
    var kept = new ConcurrentHashMap<String, Document>(); // bounded by the packed files
    return path -> {
      if (!SAFE.matcher(path).matches()) return Optional.empty();
      var cached = kept.get(path);
      if (cached != null) return Optional.of(cached);
      try (var in = SiteFiles.class.getResourceAsStream(base + path)) {
        if (in == null) return Optional.empty();
        var document = Document.ofBytes(in.readAllBytes());
        kept.put(path, document);
        return Optional.of(document);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read a packed file", e);
      }
    };
  }

  /** Files of a directory, read again each time: for working on the page. */
  static SiteFiles in(Path directory) {
    return path -> {
      Path file = directory.resolve(path.substring(1));
      if (!SAFE.matcher(path).matches() || !Files.isRegularFile(file)) return Optional.empty();
      try {
        return Optional.of(Document.ofBytes(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    };
  }

  /** Fixed files, by path. */
  static SiteFiles of(Map<String, byte[]> files) {
    return path -> Optional.ofNullable(files.get(path)).map(Document::ofBytes);
  }
}
