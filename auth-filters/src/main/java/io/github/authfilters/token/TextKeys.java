package io.github.authfilters.token;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.function.Supplier;

/** The keys of an issuer from a text at hand, read again when it is another text. */
final class TextKeys implements KeySource {

  private final System.Logger log = System.getLogger(TextKeys.class.getName());
  private final String issuer;
  private final Set<String> algorithms;
  private final Supplier<String> text;
  private volatile Read read;

  private record Read(String text, KeySet keys) {}

  private TextKeys(IssuerSettings settings, Supplier<String> text, Read read) {
    this.issuer = settings.issuer();
    this.algorithms = settings.algorithms();
    this.text = text;
    this.read = read;
  }

  /**
   * @throws IllegalArgumentException if the text is no usable key set now
   */
  static KeySource of(IssuerSettings settings, Supplier<String> text) {
    String first = text.get();
    try {
      Read read = new Read(first, KeySet.ofOthers(first, settings.algorithms()));
      return new TextKeys(settings, text, read);
    } catch (UnusableKeyException e) {
      throw new IllegalArgumentException(
          "the key set of issuer "
              + Quoted.of(settings.issuer())
              + " can't be used: "
              + e.getMessage());
    }
  }

  @Override
  public KeySet keys() {
    Read before = read;
    String now = text.get();
    return now.equals(before.text) ? before.keys : replaced(now);
  }

  /** By one thread: each version is read, and complained about, once. */
  private synchronized KeySet replaced(String now) {
    if (!now.equals(read.text)) {
      read = new Read(now, readOr(read.keys, now));
    }
    return read.keys;
  }

  private KeySet readOr(KeySet before, String now) {
    try {
      return KeySet.ofOthers(now, algorithms);
    } catch (UnusableKeyException e) {
      String trouble = "its new key set can't be used: " + e.getMessage();
      log.log(
          Level.WARNING, "Issuer " + Quoted.of(issuer) + ": " + trouble + "; the one before stays");
      return before;
    }
  }
}
