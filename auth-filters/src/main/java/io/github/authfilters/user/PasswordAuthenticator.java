package io.github.authfilters.user;

import io.github.authfilters.identity.Credentials;
import io.github.authfilters.identity.Identity;
import io.github.authfilters.identity.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;

/**
 * Proves credentials against the hashes of a {@link UserStore}.
 *
 * <p>An unknown user, a disabled one and a wrong password cost the same work and get the same
 * answer: one hash, or one of each cost where the store has hashes of several. The work is bounded:
 * so many callers that hash at once, eight times as many that wait for their turn, each for a
 * second at most; all others are told at once that nobody can tell now.
 */
public final class PasswordAuthenticator implements Authenticator {

  // For unknown names until a known one has shown what the store's hashes cost.
  private static final String FIRST_DECOY = "$2b$12$" + ".".repeat(53);
  private static final int WAITING_FOR_EACH = 8;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final UserStore users;
  private final BiPredicate<PasswordHash, String> check;
  private final Duration longestWait;
  private final Semaphore hashing;
  private final Semaphore waiting;
  private final List<PasswordHash> first = List.of(PasswordHash.parse(FIRST_DECOY).decoy());
  private final AtomicReference<List<PasswordHash>> shown = new AtomicReference<>(first);

  /** As many hashes at once as there are processors. */
  public PasswordAuthenticator(UserStore users) {
    this(users, Runtime.getRuntime().availableProcessors());
  }

  public PasswordAuthenticator(UserStore users, int hashesAtOnce) {
    this(users, hashesAtOnce, Duration.ofSeconds(1), PasswordHash::matches);
  }

  PasswordAuthenticator(
      UserStore users,
      int hashesAtOnce,
      Duration longestWait,
      BiPredicate<PasswordHash, String> check) {
    if (hashesAtOnce < 1) {
      throw new IllegalArgumentException(
          "hashesAtOnce is " + hashesAtOnce + "; it must be 1 or more, e.g. 4");
    }
    this.users = users;
    this.check = check;
    this.longestWait = longestWait;
    this.hashing = new Semaphore(hashesAtOnce, true);
    this.waiting = new Semaphore(hashesAtOnce * (1 + WAITING_FOR_EACH));
  }

  /**
   * {@inheritDoc} Throws {@link UnavailableException} where the store can't tell or too many hashes
   * are under way.
   */
  @Override
  public Optional<Identity> authenticate(Credentials credentials) {
    Optional<User> user = find(credentials.username());
    boolean right = hashed(hashes(user.map(User::passwordHash)), credentials.password());
    return user.filter(known -> right && !known.disabled()).map(User::identity);
  }

  private Optional<User> find(String username) {
    if (!UserNames.isPossible(username)) {
      return Optional.empty();
    }
    Optional<User> user = users.find(username);
    user.map(User::passwordHash).ifPresent(this::remember);
    return user;
  }

  private void remember(PasswordHash found) {
    shown.updateAndGet(
        known -> {
          List<PasswordHash> all = new ArrayList<>(known.equals(first) ? List.of() : known);
          all.add(found);
          return HashCosts.of(all).decoys();
        });
  }

  /** One of each cost: the user's own, and decoys for the others. */
  private List<PasswordHash> hashes(Optional<PasswordHash> own) {
    List<PasswordHash> told = users.decoys();
    List<PasswordHash> hashes =
        new ArrayList<>(told.isEmpty() ? shown.get() : HashCosts.of(told).decoys());
    own.ifPresent(
        hash -> {
          hashes.removeIf(decoy -> decoy.cost().equals(hash.cost()));
          hashes.add(hash);
        });
    return hashes;
  }

  private boolean hashed(List<PasswordHash> hashes, String password) {
    if (!waiting.tryAcquire()) {
      throw busy();
    }
    try {
      takeTurn();
      try {
        boolean right = false;
        for (PasswordHash hash : hashes) {
          right |= check.test(hash, password);
        }
        return right;
      } finally {
        hashing.release();
      }
    } finally {
      waiting.release();
    }
  }

  private void takeTurn() {
    try {
      if (!hashing.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static UnavailableException busy() {
    return new UnavailableException("too many passwords are being checked", RETRY_AFTER);
  }
}
