package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code X-Forwarded-*} fields of a request, each as the list that proxies append to. */
record XForwarded(
    List<String> addresses, List<String> protos, List<String> hosts, List<String> ports) {

  static XForwarded of(HttpServletRequest request) {
    return new XForwarded(
        elements(request, "X-Forwarded-For"),
        elements(request, "X-Forwarded-Proto"),
        elements(request, "X-Forwarded-Host"),
        elements(request, "X-Forwarded-Port"));
  }

  private static List<String> elements(HttpServletRequest request, String name) {
    List<String> fields = HeaderFields.of(request, name);
    if (fields.isEmpty()) {
      return List.of();
    }
    List<String> elements = new ArrayList<>(4);
    for (String field : fields) {
      for (int start = 0; start <= field.length(); ) {
        int comma = field.indexOf(',', start);
        int end = comma < 0 ? field.length() : comma;
        elements.add(HeaderFields.strip(field.substring(start, end)));
        start = end + 1;
      }
    }
    return elements;
  }

  boolean isEmpty() {
    return addresses.isEmpty() && protos.isEmpty() && hosts.isEmpty() && ports.isEmpty();
  }

  /** Characters and elements, as a measure of the work. */
  int length() {
    return length(addresses) + length(protos) + length(hosts) + length(ports);
  }

  private static int length(List<String> elements) {
    int length = elements.size();
    for (String element : elements) {
      length += element.length();
    }
    return length;
  }

  /** The element so many steps from the right; the leftmost where there are fewer. */
  static Optional<String> ofStep(int steps, List<String> elements) {
    int fromRight = Math.min(Math.max(1, steps), elements.size());
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(elements.get(elements.size() - fromRight));
  }
}
