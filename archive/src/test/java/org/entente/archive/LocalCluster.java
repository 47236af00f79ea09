package org.entente.archive;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cluster of separate processes on loopback: a master and two workers with a core each. They get
 * what this test has on its class path.
 */
final class LocalCluster implements AutoCloseable {
  private final Path home;
  private final int port;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  LocalCluster(Path home) throws IOException {
    this.home = home;
    this.port = freePort();
    for (String entry : entries()) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        Files.createDirectories(home.resolve("jars"));
        Files.createSymbolicLink(home.resolve("jars").resolve(jar.getFileName()), jar);
      }
    }
    this.master =
        start(
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "" + port,
            "--webui-port",
            "0");
    for (int i = 0; i < 2; i++) {
      workers.add(
          start(
              "org.apache.spark.deploy.worker.Worker",
              "--host",
              "127.0.0.1",
              "--cores",
              "1",
              "--memory",
              "1g",
              "--webui-port",
              "0",
              "--work-dir",
              home.resolve("work" + i).toString(),
              address()));
    }
  }

  private static List<String> entries() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  /** The folders of classes, which are in no jar while testing. */
  static String classes() {
    return entries().stream()
        .filter(e -> !e.endsWith(".jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            a -> a.startsWith("--add-opens") || a.startsWith("--enable") || a.startsWith("--sun"))
        .forEach(command::add);
    command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(home.resolve("log" + System.nanoTime()).toFile());
    return builder.start();
  }

  String address() {
    return "spark://127.0.0.1:" + port;
  }

  /** Kills a worker with all that it runs, as a machine does that loses power. */
  void killWorker() {
    kill(workers.getFirst());
  }

  private static void kill(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  boolean lostWorker() {
    return !workers.getFirst().isAlive();
  }

  @Override
  public void close() throws IOException {
    workers.forEach(LocalCluster::kill);
    kill(master);
    try (Stream<Path> links = Files.list(home.resolve("jars"))) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }
}
