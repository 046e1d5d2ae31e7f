package io.github.authfilters.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request without the {@code Authorization} fields that are not the application's business.
 *
 * <p>Browsers repeat a Basic field by themselves: an application that takes Basic credentials of
 * its own must not see it.
 */
final class CredentialHidingRequest extends HttpServletRequestWrapper {

  private static final String AUTHORIZATION = "Authorization";

  private final HttpServletResponse response;
  private final boolean hidesAll;

  private CredentialHidingRequest(
      HttpServletRequest request, HttpServletResponse response, boolean hidesAll) {
    super(request);
    this.response = response;
    this.hidesAll = hidesAll;
  }

  /**
   * The request itself where there is nothing to hide.
   *
   * @param response what {@code startAsync()} goes on with
   */
  static HttpServletRequest of(
      HttpServletRequest request, HttpServletResponse response, boolean hidesAll) {
    return request.getHeader(AUTHORIZATION) == null
        ? request
        : new CredentialHidingRequest(request, response, hidesAll);
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (!AUTHORIZATION.equalsIgnoreCase(name)) {
      return super.getHeader(name);
    }
    List<String> visible = visible();
    return visible.isEmpty() ? null : visible.get(0);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return AUTHORIZATION.equalsIgnoreCase(name)
        ? Collections.enumeration(visible())
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    if (!visible().isEmpty()) {
      return super.getHeaderNames();
    }
    List<String> names = Collections.list(super.getHeaderNames());
    names.removeIf(AUTHORIZATION::equalsIgnoreCase);
    return Collections.enumeration(names);
  }

  /** The container's own would go on with its own request, which hides nothing. */
  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response);
  }

  private List<String> visible() {
    List<String> fields = Collections.list(super.getHeaders(AUTHORIZATION));
    fields.removeIf(field -> hidesAll || isBasic(field));
    return fields;
  }

  private static boolean isBasic(String field) {
    return field.strip().toLowerCase(Locale.ROOT).startsWith("basic");
  }
}
