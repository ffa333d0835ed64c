package dev.menagerie.server.http;

import dev.menagerie.server.http.LinkPreviews.Preview;
import java.nio.charset.StandardCharsets;

/** The page with the preview of one link in its head, where the page's own stands. */
record PreviewedPage(String origin) {
  private static final String TITLE = "<meta property=\"og:title\"";

  /** The same page with a preview; a page without a head stays as it is. */
  Document of(Document page, Preview preview) {
    var html = new String(page.bytes(), StandardCharsets.UTF_8);
    int own = html.indexOf(TITLE);
    int at = own < 0 ? html.indexOf("</head>") : own;
    if (at < 0) return page;
    // Programs take the first of several; the page's own follow.
    var head =
        property("og:title", preview.title())
            + property("og:description", preview.description())
            + property("og:type", "website")
            + property("og:site_name", "Menagerie")
            + property("og:image", origin + preview.picture())
            + property("og:image:width", "1200")
            + property("og:image:height", "630")
            + "<meta name=\"twitter:card\" content=\"summary_large_image\" />\n    ";
    var whole = html.substring(0, at) + head + html.substring(at);
    return Document.ofBytes(whole.getBytes(StandardCharsets.UTF_8));
  }

  private static String property(String name, String text) {
    return "<meta property=\"" + name + "\" content=\"" + escaped(text) + "\" />\n    ";
  }

  private static String escaped(String text) {
    return DocsPage.escaped(text).replace("\"", "&quot;");
  }
}
