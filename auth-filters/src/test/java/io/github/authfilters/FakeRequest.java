package io.github.authfilters;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests for tests without a container; what it doesn't know throws, so that no test passes
 * on an answer nobody thought about.
 *
 * <pre>{@code
 * HttpServletRequest request = FakeRequest.get("/docs").header("Accept", "text/html").request();
 * }</pre>
 */
public final class FakeRequest {

  private final String method;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();
  private String scheme = "http";
  private String serverName = "localhost";
  private int serverPort = 80;
  private @Nullable String remoteAddr = "127.0.0.1";
  private String contextPath = "";
  private String servletPath;
  private @Nullable String pathInfo;
  private @Nullable String requestUri;
  private @Nullable String queryString;
  private DispatcherType dispatcherType = DispatcherType.REQUEST;
  private MappingMatch mapping = MappingMatch.DEFAULT;
  private byte[] body = {};
  private long contentLength = -1;

  private FakeRequest(String method, String servletPath) {
    this.method = method;
    this.servletPath = servletPath;
  }

  public static FakeRequest get(String servletPath) {
    return of("GET", servletPath);
  }

  public static FakeRequest post(String servletPath) {
    return of("POST", servletPath);
  }

  public static FakeRequest of(String method, String servletPath) {
    return new FakeRequest(method, servletPath);
  }

  /** Adds a field: said twice, the request has it twice. */
  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    return this;
  }

  /** Scheme, host and port in one: {@code https://example.com} or {@code http://[::1]:8080}. */
  public FakeRequest at(String origin) {
    scheme = origin.substring(0, origin.indexOf(':'));
    String authority = origin.substring(scheme.length() + 3);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    serverName = hasPort ? authority.substring(0, colon) : authority;
    int defaultPort = scheme.equals("https") ? 443 : 80;
    serverPort = hasPort ? Integer.parseInt(authority.substring(colon + 1)) : defaultPort;
    return this;
  }

  public FakeRequest scheme(String value) {
    scheme = value;
    return this;
  }

  public FakeRequest serverName(String value) {
    serverName = value;
    return this;
  }

  public FakeRequest serverPort(int value) {
    serverPort = value;
    return this;
  }

  public FakeRequest remoteAddr(@Nullable String value) {
    remoteAddr = value;
    return this;
  }

  public FakeRequest contextPath(String value) {
    contextPath = value;
    return this;
  }

  public FakeRequest servletPath(String value) {
    servletPath = value;
    return this;
  }

  public FakeRequest pathInfo(String value) {
    pathInfo = value;
    return this;
  }

  /** Without it: context path, servlet path and path info, as they are. */
  public FakeRequest requestUri(String value) {
    requestUri = value;
    return this;
  }

  public FakeRequest queryString(String value) {
    queryString = value;
    return this;
  }

  public FakeRequest dispatcherType(DispatcherType value) {
    dispatcherType = value;
    return this;
  }

  /** How the container found the servlet; without it {@code DEFAULT}. */
  public FakeRequest mapping(MappingMatch value) {
    mapping = value;
    return this;
  }

  public FakeRequest attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  /** A form with its Content-Type and Content-Length. */
  public FakeRequest form(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return header("Content-Type", "application/x-www-form-urlencoded")
        .body(bytes)
        .contentLength(bytes.length);
  }

  /** A body of a length that isn't said (chunked). */
  public FakeRequest body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  public FakeRequest contentLength(long value) {
    contentLength = value;
    return this;
  }

  public HttpServletRequest request() {
    ServletInputStream input = new Body(body);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) -> answer(proxy, called, arguments, input));
  }

  private @Nullable Object answer(
      Object proxy, Method called, Object @Nullable [] arguments, ServletInputStream input) {
    Object[] given = arguments == null ? new Object[] {} : arguments;
    String first = given.length > 0 && given[0] instanceof String text ? text : "";
    return switch (called.getName()) {
      case "getMethod" -> method;
      case "getScheme" -> scheme;
      case "isSecure" -> scheme.equals("https");
      case "getServerName" -> serverName;
      case "getServerPort" -> serverPort;
      case "getRemoteAddr" -> remoteAddr;
      case "getContextPath" -> contextPath;
      case "getServletPath" -> servletPath;
      case "getPathInfo" -> pathInfo;
      case "getRequestURI" -> requestUri == null ? wholePath() : requestUri;
      case "getQueryString" -> queryString;
      case "getDispatcherType" -> dispatcherType;
      case "getHttpServletMapping" -> new Mapping(mapping);
      case "getHeader" -> firstOrNull(values(first));
      case "getHeaders" -> Collections.enumeration(values(first));
      case "getHeaderNames" -> Collections.enumeration(headers.keySet());
      case "getContentType" -> firstOrNull(values("Content-Type"));
      case "getContentLengthLong" -> contentLength;
      case "getContentLength" -> (int) contentLength;
      case "getInputStream" -> input;
      case "getAttribute" -> attributes.get(first);
      case "setAttribute" -> attributes.put(first, given[1]);
      case "removeAttribute" -> attributes.remove(first);
      case "getAttributeNames" -> Collections.enumeration(List.copyOf(attributes.keySet()));
      case "getAuthType", "getRemoteUser", "getUserPrincipal" -> null;
      case "isUserInRole" -> false;
      case "toString" -> method + " " + wholePath();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> given[0] == proxy;
      default -> throw new UnsupportedOperationException(called.getName());
    };
  }

  private String wholePath() {
    return contextPath + servletPath + (pathInfo == null ? "" : pathInfo);
  }

  private List<String> values(String name) {
    return headers.getOrDefault(name, List.of());
  }

  private static @Nullable String firstOrNull(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  private record Mapping(MappingMatch match) implements HttpServletMapping {

    @Override
    public String getMatchValue() {
      throw new UnsupportedOperationException("getMatchValue");
    }

    @Override
    public String getPattern() {
      throw new UnsupportedOperationException("getPattern");
    }

    @Override
    public String getServletName() {
      throw new UnsupportedOperationException("getServletName");
    }

    @Override
    public MappingMatch getMappingMatch() {
      return match;
    }
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("setReadListener");
    }
  }
}
