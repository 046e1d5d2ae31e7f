package io.github.authfilters.demo.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

/** Runs a WAR in Tomcat; the same class serves 10.1 and 11. */
public final class TomcatLauncher {

  private TomcatLauncher() {}

  /** Arguments: the WAR, the context path, a folder for the server's own files. */
  public static void main(String[] args) throws Exception {
    Path base = Path.of(args[2]);
    Files.createDirectories(base.resolve("webapps"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.addWebapp(args[1], args[0]);
    tomcat.getHost().getPipeline().addValve(silentErrorPages());
    tomcat.start();
    System.out.println(
        "Open http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + args[1] + "/");
    tomcat.getServer().await();
  }

  /** Tomcat's own error pages have a stack trace otherwise, which is not what is to be tested. */
  private static ErrorReportValve silentErrorPages() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }
}
