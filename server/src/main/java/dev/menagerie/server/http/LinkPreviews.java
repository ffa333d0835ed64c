package dev.menagerie.server.http;

import java.util.Optional;

/**
 * What other programs show of a link to the page: a title, a line and a picture. They come without
 * a token, so it is what everyone may know. Any thread; may wait for the stores.
 */
@FunctionalInterface
public interface LinkPreviews {
  /**
   * A preview.
   *
   * @param picture the path of a picture of this server
   */
  record Preview(String title, String description, String picture) {}

  /** The preview of an address of the page; empty: that of the page itself. */
  Optional<Preview> of(String path);

  /** The picture at a path of this server, as PNG; empty: there is none. */
  default Optional<byte[]> picture(String path) {
    return Optional.empty();
  }

  /** Nothing is shown but the page itself. */
  LinkPreviews NONE = _ -> Optional.empty();
}
