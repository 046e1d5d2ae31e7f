package io.github.authfilters.demo;

import io.github.authfilters.demo.launch.JettyLauncher;
import io.github.authfilters.demo.launch.TomcatLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The ways in which the WAR is run. */
enum ServerKind {
  TOMCAT_10_1("Tomcat 10.1", "tomcat-10.1", TomcatLauncher.class),
  TOMCAT_11("Tomcat 11", "tomcat-11", TomcatLauncher.class),
  JETTY_12("Jetty 12", "jetty-12", JettyLauncher.class),
  JAVA_JAR("java -jar");

  private final String label;
  private final Optional<String> jars;
  private final Optional<Class<?>> launcher;

  ServerKind(String label) {
    this.label = label;
    this.jars = Optional.empty();
    this.launcher = Optional.empty();
  }

  ServerKind(String label, String jars, Class<?> launcher) {
    this.label = label;
    this.jars = Optional.of(jars);
    this.launcher = Optional.of(launcher);
  }

  /** Arguments of java for a WAR at a context path; the folder is the server's to write in. */
  List<String> arguments(Path war, String contextPath, Path folder) {
    if (launcher.isEmpty() || jars.isEmpty()) {
      String context = contextPath.isEmpty() ? "/" : contextPath;
      return List.of("-jar", war.toString(), "--port", "0", "--context", context);
    }
    Path servers = Path.of(System.getProperty("demo.servers"));
    Path launcherClasses = LauncherClasses.copyTo(folder.resolve("launcher"));
    String classPath =
        launcherClasses + System.getProperty("path.separator") + servers.resolve(jars.get()) + "/*";
    return List.of(
        "-cp",
        classPath,
        launcher.get().getName(),
        war.toString(),
        contextPath,
        folder.resolve("server").toString());
  }

  @Override
  public String toString() {
    return label;
  }
}
