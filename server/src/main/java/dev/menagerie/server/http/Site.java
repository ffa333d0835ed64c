package dev.menagerie.server.http;

import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Content beside the calls: the files of the web application, if there are any, and pages made by
 * the program. Files go first, so an application brings its own start page.
 */
public final class Site {
  /** Where the page's bundler puts files whose names change with their content. */
  private static final String HASHED = "/assets/";

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "public, no-cache";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("tgz", "application/gzip"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /** Paths of the application that are made for frames. */
  private static final String EMBEDDED = "/embed/";

  private final SiteFiles files;
  private LinkPreviews previews = LinkPreviews.NONE;
  private PreviewedPage previewed = new PreviewedPage("");
  private final Map<String, Found> pages = new LinkedHashMap<>();
  private Optional<String> embedders = Optional.empty();

  private record Found(Document document, String type, String cacheControl) {}

  /** Serves these files. */
  public Site(SiteFiles files) {
    this.files = files;
  }

  /**
   * Lets pages show those under {@code /embed/} in a frame.
   *
   * @param origins of the pages, or {@code *}; empty: none
   */
  public Site embeddedBy(List<String> origins) {
    embedders = origins.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", origins));
    return this;
  }

  /** The pages that may show this path in a frame. */
  Optional<String> embedders(String path) {
    return path.startsWith(EMBEDDED) ? embedders : Optional.empty();
  }

  /**
   * Shows previews of links to the page.
   *
   * @param origin where this server is reached, for the addresses of pictures
   */
  public Site previews(LinkPreviews shown, String origin) {
    previews = shown;
    previewed = new PreviewedPage(origin);
    return this;
  }

  /** Adds a page of HTML. */
  public Site page(String path, String html) {
    var document = Document.ofBytes(html.getBytes(StandardCharsets.UTF_8));
    pages.put(path, new Found(document, "text/html; charset=utf-8", ASK_AGAIN));
    return this;
  }

  /** Adds a document of JSON. */
  public Site document(String path, Document document) {
    pages.put(path, new Found(document, "application/json", ASK_AGAIN));
    return this;
  }

  Optional<HttpResponse> find(HttpRequest request) {
    String method = request.method();
    if (!method.equals("GET") && !method.equals("HEAD")) return Optional.empty();
    String path = request.path();
    return file(path.equals("/") ? "/index.html" : path)
        .or(() -> Optional.ofNullable(pages.get(path)))
        .or(() -> picture(path))
        .or(() -> clientSide(request))
        .map(found -> response(request, found));
  }

  /**
   * A browser that goes to an address wants the application, also where a call has the same path.
   */
  Optional<HttpResponse> navigation(HttpRequest request) {
    if (!request.method().equals("GET")) return Optional.empty();
    return clientSide(request).map(found -> response(request, found));
  }

  private Optional<Found> file(String path) {
    int dot = path.lastIndexOf('.');
    String type = dot < 0 ? null : TYPES.get(path.substring(dot + 1));
    if (type == null) return Optional.empty();
    String cacheControl = path.startsWith(HASHED) ? FOREVER : ASK_AGAIN;
    return files.read(path).map(document -> new Found(document, type, cacheControl));
  }

  private Optional<Found> picture(String path) {
    return previews
        .picture(path)
        .map(png -> new Found(Document.ofBytes(png), "image/png", "public, max-age=86400"));
  }

  /**
   * The application knows paths of its own; asked for as a page, they are its index. Programs that
   * make previews do not say what they want.
   */
  private Optional<Found> clientSide(HttpRequest request) {
    var preview = previews.of(request.path());
    if (preview.isPresent()) {
      return file(SiteFiles.INDEX)
          .or(() -> Optional.ofNullable(pages.get("/")))
          .map(page ->
              new Found(previewed.of(page.document(), preview.get()), page.type(), ASK_AGAIN));
    }
    boolean wantsPage =
        request.headers().first("Accept").filter(types -> types.contains("text/html")).isPresent();
    boolean looksLikeFile = request.path().lastIndexOf('.') > request.path().lastIndexOf('/');
    return wantsPage && !looksLikeFile ? file("/index.html") : Optional.empty();
  }

  private static HttpResponse response(HttpRequest request, Found found) {
    return found.document().response(request, 200, found.type(), found.cacheControl());
  }
}
