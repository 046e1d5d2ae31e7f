package io.github.authfilters.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in braces that tables use: tokens of every sort, as <code>{good}</code>, and Base64 of
 * a text, as <code>{b64 johndoe:secret\x00}</code>.
 */
final class Words {

  private static final Pattern WORD = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

  private final Map<String, String> meanings = new LinkedHashMap<>();

  /** Tokens fetched by this visitor. No test may log out the good ones. */
  static Words of(Visitor visitor) {
    String good = visitor.token("johndoe", "secret");
    String dead = visitor.token("johndoe", "secret");
    visitor.send(visitor.request("POST", "/logout").bearer(dead));
    Words words = new Words();
    words.meanings.put("good", good);
    words.meanings.put("admin", visitor.token("admin", "admin-secret"));
    words.meanings.put("dead", dead);
    words.meanings.put("nested 1000", nested(1000));
    words.meanings.put("nested 2500", nested(2500));
    words.meanings.put("garbage", "nonexistent");
    words.meanings.put("tampered", tampered(good));
    words.meanings.put("respelt", respelt(good));
    words.meanings.put(
        "encrypted",
        good + "." + TokenForge.base64("a") + "." + dead.substring(dead.lastIndexOf('.') + 1));
    words.meanings.put("9 KiB", good + "A".repeat(9 * 1024 - good.length()));
    words.meanings.put("64 KiB", "A".repeat(64 * 1024));
    return words;
  }

  private static String nested(int depth) {
    String header = "[".repeat(depth) + "]".repeat(depth);
    return TokenForge.signed("HmacSHA256", TokenForge.KEY, header, "{}");
  }

  private static String tampered(String token) {
    char first = token.charAt(token.lastIndexOf('.') + 1);
    return token.replaceFirst("\\.[^.]([^.]*)$", "." + (first == 'A' ? 'B' : 'A') + "$1");
  }

  /** The same bytes in other letters: the last one differs in bits that Base64 does not use. */
  private static String respelt(String token) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
  }

  String fill(String text) {
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(meaning(word.group(1))));
  }

  private String meaning(String word) {
    if (word.startsWith("b64 ")) {
      return Request.basicValue(bytes(word.substring(4))).substring("Basic ".length());
    }
    String meaning = meanings.get(word);
    if (meaning == null) {
      throw new IllegalArgumentException("no such word: " + word);
    }
    return meaning;
  }

  /** Text whose <code>\xff</code> stand for bytes. */
  static String bytes(String text) {
    return BYTE.matcher(text).replaceAll(Words::oneByte);
  }

  private static String oneByte(MatchResult hex) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16)));
  }

  /** The request with these Authorization fields (parted by " + ") and this Cookie field. */
  Request credentials(Request request, String authorization, String cookie) {
    Request result = request;
    if (!authorization.isEmpty()) {
      for (String value : authorization.split(" \\+ ", -1)) {
        result = result.with("Authorization: " + bytes(fill(value)));
      }
    }
    return cookie.isEmpty() ? result : result.with("Cookie: " + bytes(fill(cookie)));
  }
}
