package io.github.authfilters.demo;

/** Runs the demo from the WAR that holds this class. */
public final class Main {
  private Main() {}

  /** Prints how the demo is started. */
  public static void main(String[] args) {
    System.out.println("usage: java -jar demo-webapp.war");
  }
}
