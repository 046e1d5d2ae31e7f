package io.github.authfilters.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.authfilters.token.VerifiedToken;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The profile of whoever asks. */
@WebServlet({"/users/me", "/users/me/"})
public final class MeServlet extends ReadOnlyServlet {

  // The file holds more than profiles: hashes, roles and scopes stay the library's.
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private Map<String, Profile> profiles = Map.of();

  private record Users(List<Profile> users) {}

  @Override
  public void init() throws ServletException {
    try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/users.json")) {
      profiles =
          json.readValue(in, Users.class).users().stream()
              .collect(Collectors.toUnmodifiableMap(Profile::username, Function.identity()));
    } catch (IOException e) {
      throw new ServletException("WEB-INF/users.json can't be read", e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Profile profile = profile(request.getUserPrincipal());
    send(response, "application/json", json.writeValueAsBytes(profile));
  }

  /** Another issuer's johndoe is not ours: his name is looked up nowhere. */
  private Profile profile(Principal caller) {
    if (caller instanceof VerifiedToken token && !token.isOurs()) {
      return Profile.of(token);
    }
    return profiles.getOrDefault(caller.getName(), Profile.unknown(caller.getName()));
  }
}
