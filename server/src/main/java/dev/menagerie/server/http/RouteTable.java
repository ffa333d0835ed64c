package dev.menagerie.server.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All routes of the server, in the order they were added. Immutable. */
public final class RouteTable {
  private final List<Route<?, ?>> routes;
  private final List<Route<?, ?>> bySpecificity;

  /**
   * A table of these routes.
   *
   * @throws IllegalArgumentException if two routes match the same request
   */
  public RouteTable(List<? extends Route<?, ?>> routes) {
    this.routes = List.copyOf(routes);
    requireDistinct(this.routes);
    this.bySpecificity = new ArrayList<>(this.routes);
    this.bySpecificity.sort(
        Comparator.comparingInt((Route<?, ?> route) -> route.path.plainSegments()).reversed());
  }

  private static void requireDistinct(List<Route<?, ?>> routes) {
    var calls = new HashSet<String>();
    var ids = new HashSet<String>();
    for (var route : routes) {
      String call = route.method + " " + route.path.text().replaceAll("\\{[^}]*}", "{}");
      if (!calls.add(call)) throw new IllegalArgumentException("two routes for " + route);
      if (!ids.add(route.id)) throw new IllegalArgumentException("two routes named " + route.id);
    }
  }

  /** All routes, in the order they were added. */
  public List<Route<?, ?>> routes() {
    return routes;
  }

  /** The result of a lookup. */
  sealed interface Match {
    record Found(Route<?, ?> route, Map<String, String> pathParameters) implements Match {}

    /** The path is there, the method is not. */
    record OtherMethods(Set<String> allowed) implements Match {}

    record Nothing() implements Match {}
  }

  Match find(String method, String path) {
    if (!path.startsWith("/")) return new Match.Nothing();
    var segments = PathTemplate.split(path);
    String wanted = method.equals("HEAD") ? "GET" : method;
    var allowed = new TreeSet<String>();
    for (var route : bySpecificity) {
      var pathParameters = route.path.match(segments);
      if (pathParameters.isEmpty()) continue;
      if (route.method.name().equals(wanted)) return new Match.Found(route, pathParameters.get());
      allowed.add(route.method.name());
    }
    if (allowed.isEmpty()) return new Match.Nothing();
    if (allowed.contains("GET")) allowed.add("HEAD");
    allowed.add("OPTIONS");
    return new Match.OtherMethods(allowed);
  }

  /** The methods of a path; empty when there is none. */
  Set<String> methods(String path) {
    return find("", path) instanceof Match.OtherMethods(var allowed) ? allowed : Set.of();
  }
}
