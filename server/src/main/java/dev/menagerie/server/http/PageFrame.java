package dev.menagerie.server.http;

/** The frame around the content of the program's own pages. */
final class PageFrame {
  private PageFrame() {}

  static String around(String title, String content) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    :root { color-scheme: light dark; background: Canvas; color: CanvasText; }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
    code, pre { font: 14px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
    pre { padding: .75rem; border: 1px solid #8886; border-radius: 6px; overflow-x: auto; }
    section { border-top: 1px solid #8884; }
    table { border-collapse: collapse; }
    td, th { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
    </style>
    </head>
    <body>
    <main>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(title, content);
  }
}
