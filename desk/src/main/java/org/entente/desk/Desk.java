package org.entente.desk;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.entente.store.Members;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running web desk over one store.
 *
 * <pre>{@code
 * try (Desk desk = Desk.start(DeskSettings.of("entente.db"))) {
 *   System.out.println(desk.address());
 *   desk.await();
 * }
 * }</pre>
 *
 * <p>Thread-safe. Requests run on virtual threads. Closing ends requests that are under way and
 * closes the store.
 */
public final class Desk implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final URI address;

  private Desk(ConfigurableApplicationContext context, URI address) {
    this.context = context;
    this.address = address;
  }

  /**
   * Opens the store and serves it.
   *
   * @throws DeskException when the port is taken
   * @throws org.entente.store.StoreException when the store cannot be opened
   */
  public static Desk start(DeskSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** By a clock that a test can move: sessions and limits go by it. */
  static Desk start(DeskSettings settings, Clock clock) {
    Store store = Store.existing(settings.store());
    try {
      return start(settings, store, clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Desk start(DeskSettings settings, Store store, Clock clock) {
    // The desk logs through the JDK as it is set up by whoever starts it.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SpringApplication application = new SpringApplication(DeskConfiguration.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setDefaultProperties(properties(settings));
    ApplicationContextInitializer<GenericApplicationContext> given =
        c -> {
          c.registerBean(DeskSettings.class, () -> settings);
          c.registerBean(Store.class, () -> store);
          c.registerBean(Clock.class, () -> clock);
          c.registerBean(Site.class, () -> new Site(settings));
        };
    application.addInitializers(given);
    try {
      ConfigurableApplicationContext context = application.run();
      var server = ((WebServerApplicationContext) context).getWebServer();
      int port = server == null ? settings.port() : server.getPort();
      context.getBean(Site.class).listensAt(port);
      return new Desk(
          context, URI.create("http://" + shown(settings.address()) + ":" + port + "/"));
    } catch (RuntimeException e) {
      throw failure(settings, e);
    }
  }

  /** What a user can act on; all else stays what it is. */
  private static RuntimeException failure(DeskSettings settings, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException taken) {
        return new DeskException(
            "port " + taken.getPort() + " is taken by another program; choose one with --port", e);
      }
      if (cause instanceof java.net.BindException
          || cause instanceof java.net.UnknownHostException) {
        return new DeskException(
            "this machine cannot listen on " + settings.address() + "; choose one with --address",
            e);
      }
    }
    return e;
  }

  private static String shown(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }

  private static Map<String, Object> properties(DeskSettings settings) {
    return Map.ofEntries(
        Map.entry("server.address", settings.address()),
        Map.entry("server.port", settings.port()),
        Map.entry("server.shutdown", "immediate"),
        Map.entry("server.forward-headers-strategy", "none"),
        Map.entry("server.max-http-request-header-size", "16KB"),
        Map.entry("server.tomcat.max-http-form-post-size", "2MB"),
        // Of connections beyond these that come in the same moment each waits a second and more.
        Map.entry("server.tomcat.accept-count", 1000),
        // A browser reads no answer before all is sent: what is too large is read and thrown away.
        Map.entry("server.tomcat.max-swallow-size", "1GB"),
        Map.entry("server.servlet.session.timeout", "12h"),
        Map.entry("server.servlet.session.tracking-modes", "cookie"),
        Map.entry("server.servlet.session.cookie.name", "__Host-entente"),
        Map.entry("server.servlet.session.cookie.path", "/"),
        Map.entry("server.servlet.session.cookie.http-only", true),
        Map.entry("server.servlet.session.cookie.secure", true),
        Map.entry("server.servlet.session.cookie.same-site", "lax"),
        Map.entry("spring.threads.virtual.enabled", true),
        Map.entry("spring.servlet.multipart.max-file-size", "64MB"),
        Map.entry("spring.servlet.multipart.max-request-size", "64MB"),
        Map.entry("spring.web.resources.add-mappings", false),
        Map.entry("spring.main.allow-circular-references", false));
  }

  /**
   * Starts a desk, does what readers and members do at it, and closes it: what the launcher trains
   * its ahead-of-time cache on. The store is written.
   */
  public static void rehearse(DeskSettings settings) throws IOException {
    try (Desk desk = start(settings)) {
      new Rehearsal(desk.address(), desk.part(Store.class), desk.part(Entrance.class).passwords())
          .run();
    }
  }

  /**
   * Makes ready for many requests at once, in the background: for who serves people, costs half a
   * second of processor time.
   */
  public void warmUp() {
    new WarmUp(address, context.getBean(Store.class)).begin();
  }

  /** Where it answers. */
  public URI address() {
    return address;
  }

  /**
   * Where the first administrator joins, once; empty when there is an administrator. Each call
   * makes the address of the last one worthless.
   */
  public Optional<URI> firstAdministrator() {
    Store store = context.getBean(Store.class);
    if (new Members(store).anyAdministrator()) {
      return Optional.empty();
    }
    Tickets.Asked asked =
        new Tickets.Asked(
            Tickets.Purpose.FIRST, null, Role.ADMINISTRATOR, "", Duration.ofDays(1), 1);
    String ticket = new Tickets(store).make(asked);
    return Optional.of(context.getBean(Site.class).link("/join/" + ticket));
  }

  /** Waits until the desk is closed by another thread, or this one is interrupted. */
  public void await() throws InterruptedException {
    synchronized (this) {
      while (context.isActive()) {
        wait();
      }
    }
  }

  /** A part of the desk, for tests. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    synchronized (this) {
      notifyAll();
    }
  }
}
