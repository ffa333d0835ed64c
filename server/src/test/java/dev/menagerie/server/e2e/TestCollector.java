package dev.menagerie.server.e2e;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An OpenTelemetry collector that keeps the spans it gets. */
final class TestCollector implements AutoCloseable {
  private final HttpServer server;
  private final List<Received> spans = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /** A span, with the node that sent it. */
  record Received(String node, Span span) {
    String name() {
      return span.getName();
    }

    String trace() {
      return hex(span.getTraceId().toByteArray());
    }

    String id() {
      return hex(span.getSpanId().toByteArray());
    }

    String parent() {
      return hex(span.getParentSpanId().toByteArray());
    }

    String attribute(String key) {
      return value(span.getAttributesList(), key);
    }

    private static String hex(byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
  }

  TestCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          keep(ExportTraceServiceRequest.parseFrom(body));
          bodies.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private void keep(ExportTraceServiceRequest request) {
    for (var resource : request.getResourceSpansList()) {
      var node = value(resource.getResource().getAttributesList(), "service.instance.id");
      for (var scope : resource.getScopeSpansList()) {
        for (var span : scope.getSpansList()) spans.add(new Received(node, span));
      }
    }
  }

  private static String value(List<KeyValue> attributes, String key) {
    return attributes.stream()
        .filter(attribute -> attribute.getKey().equals(key))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The spans of a trace that have come until now. */
  List<Received> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  /** Everything that was sent, as it was. */
  String everything() {
    return bodies.stream().collect(Collectors.joining());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
