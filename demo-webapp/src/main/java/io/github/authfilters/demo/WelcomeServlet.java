package io.github.authfilters.demo;

import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The root page: what this is, who is asking, what to try next. For everybody. */
@WebServlet("")
public final class WelcomeServlet extends ReadOnlyServlet {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock = InstantSource.system();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Html page =
        Html.page(getServletContext(), "/WEB-INF/pages/welcome.html")
            .with(
                Map.of(
                    "visitor", visitor(request.getUserPrincipal()),
                    "base", Html.escaped(base(request))));
    send(response, "text/html;charset=UTF-8", page.markup());
  }

  private Html visitor(@Nullable Principal user) throws IOException {
    if (user == null) {
      return Html.page(getServletContext(), "/WEB-INF/pages/anonymous.html");
    }
    return Html.page(getServletContext(), "/WEB-INF/pages/known.html")
        .with(Map.of("user", Html.escaped(user.getName()), "validity", validity(user)));
  }

  private Html validity(Principal user) {
    if (!(user instanceof VerifiedToken token)) {
      return Html.escaped("");
    }
    Instant end = token.expiresAt();
    long minutes = Duration.between(clock.instant(), end).toMinutes();
    String rest =
        minutes < 1 ? "less than a minute" : minutes == 1 ? "1 minute" : minutes + " minutes";
    return new Html(
            "Your token is good for another {{rest}}, until "
                + "<time datetime=\"{{end}}\">{{clock}}</time>.")
        .with(
            Map.of(
                "rest", Html.escaped(rest),
                "end", Html.escaped(end.toString()),
                "clock", Html.escaped(CLOCK.format(end))));
  }

  /** The address as the caller wrote it; only shown, nothing is sent there. */
  private static String base(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.lastIndexOf('/'));
  }
}
