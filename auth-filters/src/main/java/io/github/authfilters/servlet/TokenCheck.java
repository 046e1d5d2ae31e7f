package io.github.authfilters.servlet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.authfilters.internal.config.AuthFilters;
import io.github.authfilters.internal.http.PresentedCredential;
import io.github.authfilters.internal.http.PresentedToken;
import io.github.authfilters.internal.http.PresentedToken.Carrier;
import io.github.authfilters.token.RejectedToken;
import io.github.authfilters.token.RejectedToken.Reason;
import io.github.authfilters.token.Verdict;
import io.github.authfilters.token.VerifiedToken;
import io.github.authfilters.user.User;
import io.github.authfilters.user.UserStore;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Which token of a request counts, and whether it holds: the truth table of the documentation. */
final class TokenCheck {

  private static final Logger LOG = System.getLogger(TokenCheck.class.getName());

  /** A user who is removed or disabled is out after this time at most. */
  private static final Duration USER_REMEMBERED = Duration.ofSeconds(2);

  private static final int USERS_REMEMBERED = 10_000;

  private final AuthFilters realm;
  private final Cache<String, Boolean> enabledUsers =
      Caffeine.newBuilder().expireAfterWrite(USER_REMEMBERED).maximumSize(USERS_REMEMBERED).build();

  TokenCheck(AuthFilters realm) {
    this.realm = realm;
  }

  /** Throws {@code UnavailableException} where nobody can tell. */
  Outcome of(HttpServletRequest request) {
    PresentedCredential found = realm.locator().find(request);
    if (found instanceof PresentedCredential.Nothing) {
      return new Outcome.Anonymous();
    }
    if (found instanceof PresentedCredential.Unusable unusable) {
      LOG.log(Level.DEBUG, "credential refused: {0}", unusable.why());
      return new Outcome.Refused(
          unusable.malformedRequest() ? Refusal.malformedRequest() : Refusal.invalidToken());
    }
    return of((PresentedToken) found, request);
  }

  private Outcome of(PresentedToken presented, HttpServletRequest request) {
    if (presented.carrier() == Carrier.COOKIE && !realm.csrfGuard().allows(request)) {
      LOG.log(Level.DEBUG, "cookie refused: the request comes from another origin");
      return new Outcome.Refused(Refusal.crossOrigin());
    }
    Verdict verdict = realm.verifier().verify(presented.value());
    if (verdict instanceof RejectedToken rejected) {
      return refused(rejected.reason(), rejected.fingerprint());
    }
    VerifiedToken token = (VerifiedToken) verdict;
    return isStillKnown(token)
        ? new Outcome.Proven(token)
        : refused(Reason.UNKNOWN_SUBJECT, Optional.of(token.fingerprint()));
  }

  private static Outcome refused(Reason reason, Optional<String> fingerprint) {
    LOG.log(Level.DEBUG, "token refused: {0}, token {1}", reason, fingerprint.orElse("unproven"));
    return new Outcome.Refused(Refusal.invalidToken());
  }

  private boolean isStillKnown(VerifiedToken token) {
    Optional<UserStore> users = realm.users();
    return users.isEmpty()
        || !token.isOurs()
        || enabledUsers.get(token.subject(), name -> isEnabled(users.get().find(name)));
  }

  private static boolean isEnabled(Optional<User> user) {
    return user.isPresent() && !user.get().disabled();
  }
}
