package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.settings.SettingChecks;
import java.net.URI;
import java.util.List;

/** Settings, ports, and how players reach the server. */
record SettingsExamination(ServeOptions options, CertificateExamination certificates) {
  /** What browsers send as the origin of a file. */
  private static final String NO_ORIGIN = "null";

  /** What to do about a setting that cannot be used. */
  static final String REMEDY = "correct the setting; docs/configuration.md lists all";

  void examine(Findings findings) {
    var problems = new SettingChecks(options).problems();
    problems.forEach(p -> findings.error(p, REMEDY));
    if (problems.isEmpty()) findings.ok("settings can be used");
    ports(findings);
    options.network.certificate().ifPresent(file -> certificates.inFile(file, findings));
    origins(findings);
    pages(findings);
  }

  private void ports(Findings findings) {
    try {
      new SettingChecks(options).requirePorts();
      findings.ok("ports are free");
    } catch (CommandFailure taken) {
      findings.error(
          String.valueOf(taken.getMessage()),
          "stop what listens there (ss -ltnp shows it), or choose another --port");
    }
  }

  private void origins(Findings findings) {
    boolean local = options.host.equals("127.0.0.1") || options.host.equals("::1");
    if (options.network.publicUrl == null) {
      if (!local) {
        findings.warning(
            "players of other machines reach the server, and it does not know its own address",
            "set --public-url to what players type into their browsers");
      }
      return;
    }
    if (!options.network.publicUrl.startsWith("https:")) {
      findings.warning(
          "--public-url is not https: tokens and passwords travel readable",
          "put a proxy with TLS in front (docs/deploy.md)");
      return;
    }
    if (local && !options.network.isSecure() && options.network.trustedProxies.isEmpty()) {
      findings.warning(
          "a proxy is in front, and it is not trusted: all players share its address and its"
              + " limits",
          "set --trusted-proxies to the proxy's address, such as 127.0.0.1");
    }
    certificates.at(URI.create(options.network.publicUrl), findings);
  }

  /** Pages of others, which have to be as safe as the server and reachable from there. */
  private void pages(Findings findings) {
    if (options.network.allowedOrigins.stream().anyMatch(NO_ORIGIN::equalsIgnoreCase)) {
      findings.warning(
          "--allowed-origins has null: pages of files and sandboxed frames of anyone may talk to"
              + " the server",
          "remove null, but for apps that are made of files");
    }
    var url = options.network.publicUrl;
    if (url == null) return;
    if (url.startsWith("https:")) {
      plain("--allowed-origins", options.network.allowedOrigins, findings);
      plain("--embed-origins", options.network.embedOrigins, findings);
    } else {
      options.network.allowedOrigins.stream()
          .filter(origin -> origin.startsWith("https:"))
          .forEach(origin ->
              findings.warning(
                  "--allowed-origins has "
                      + origin
                      + ", and the server is reached by http: browsers keep pages of https from it",
                  "serve the server by https, too (docs/deploy.md)"));
    }
  }

  private static void plain(String option, List<String> origins, Findings findings) {
    origins.stream()
        .filter(origin -> origin.startsWith("http:"))
        .forEach(origin ->
            findings.warning(
                option
                    + " has "
                    + origin
                    + ", and players reach the server by https: the same page by https is refused,"
                    + " and by http anyone on the way can change it",
                "write https:" + origin.substring("http:".length())));
  }
}
