package io.github.authfilters.user;

import java.util.ArrayList;
import java.util.List;

/** All mistakes of one file, to be reported together. */
final class Mistakes {

  private static final int SHOWN = 20;

  private final String file;
  private final List<String> found = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    found.add("line " + line + ": " + message);
  }

  /** A password hash that was refused. */
  void add(int line, IllegalArgumentException refused) {
    add(line, "the password is " + refused.getMessage());
  }

  /** Throws {@link IllegalArgumentException} with one line for each mistake. */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder(file);
    message.append(found.size() == 1 ? " has a mistake:" : " has " + found.size() + " mistakes:");
    found.stream().limit(SHOWN).forEach(mistake -> message.append("\n  ").append(mistake));
    if (found.size() > SHOWN) {
      message.append("\n  and ").append(found.size() - SHOWN).append(" more");
    }
    throw new IllegalArgumentException(message.toString());
  }
}
