package org.entente.desk;

import java.io.IOException;
import java.nio.file.Path;

/** A desk in a process of its own, to be killed. It prints its address when it answers. */
public final class KilledDesk {
  private KilledDesk() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (Desk desk = Desk.start(DeskSettings.of(arguments[0]).withPort(0))) {
      System.out.println(desk.address());
      desk.await();
    }
  }

  /** Starts it over a store. */
  public static Process start(String store) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledDesk.class.getName(),
            store)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
