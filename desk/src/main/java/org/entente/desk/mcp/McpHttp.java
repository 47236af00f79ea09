package org.entente.desk.mcp;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.entente.desk.DeskException;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients by HTTP at {@code /mcp} (the protocol's Streamable HTTP, without sessions: each
 * question stands for itself). Requests for another host, or from a page of another origin, are
 * refused, so that no page in a browser on this machine can ask through a name that it has pointed
 * here. Nobody is asked who they are: it listens on this machine alone unless told otherwise.
 */
public final class McpHttp implements AutoCloseable {
  static final String VERSION = "0.1.0";

  /** {@link Arguments} checks, with sentences. */
  static final JsonSchemaValidator UNCHECKED = (schema, content) -> ValidationResponse.asValid("");

  private static final String PATH = "/mcp";

  /** Bytes of a question at most. */
  private static final int LONGEST = 1 << 20;

  /** Questions answered at once; the store has few connections. */
  private static final int THREADS = 8;

  /** Looks for threads that an application leaves behind in a server that goes on; ours ends. */
  private static final Logger LEAKS =
      Logger.getLogger("org.apache.catalina.loader.WebappClassLoaderBase");

  private final Tomcat tomcat;
  private final Path work;
  private final McpStatelessSyncServer server;
  private final Listening listening;

  private McpHttp(Tomcat tomcat, Path work, McpStatelessSyncServer server, Listening listening) {
    this.tomcat = tomcat;
    this.work = work;
    this.server = server;
    this.listening = listening;
  }

  /**
   * Where it listens.
   *
   * @param address of this machine
   * @param port 0 takes a free one
   * @param site address under which others know it, where something stands before it; or null
   */
  public record Listening(String address, int port, @Nullable URI site) {
    public Listening {
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("port " + port + " is not within 0..65535");
      }
      if (site != null && (site.getScheme() == null || site.getAuthority() == null)) {
        throw new IllegalArgumentException(
            "'" + site + "' is no site; write it as https://mcp.example.org/");
      }
    }
  }

  /**
   * Begins to answer.
   *
   * @param store what is asked; not closed
   * @throws DeskException when it cannot listen there
   */
  public static McpHttp start(Store store, Listening listening) {
    Tomcat tomcat = new Tomcat();
    AtomicReference<ServerTransportSecurityValidator> check =
        new AtomicReference<>(McpHttp::refuse);
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint(PATH)
            .maxRequestSize(LONGEST)
            .securityValidator(
                headers -> Objects.requireNonNull(check.get()).validateHeaders(headers))
            .build();
    McpStatelessSyncServer server = server(store, transport);
    try {
      Path work = Files.createTempDirectory("entente-mcp");
      McpHttp made = new McpHttp(tomcat, work, server, listening);
      try {
        made.listen(transport);
        check.set(made.check());
      } catch (LifecycleException | DeskException e) {
        made.close();
        throw new DeskException(
            "cannot listen on "
                + listening.address()
                + " at port "
                + listening.port()
                + "; is another program there? Name another: --port",
            e);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(Map<String, List<String>> headers)
      throws ServerTransportSecurityException {
    throw new ServerTransportSecurityException(503, "not ready yet");
  }

  private static McpStatelessSyncServer server(
      Store store, HttpServletStatelessServerTransport transport) {
    Calls calls = new Calls(store);
    var specification =
        McpServer.sync(transport)
            .serverInfo("entente", VERSION)
            .instructions(Calls.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .jsonSchemaValidator(UNCHECKED)
            .validateToolInputs(false);
    for (ToolSheet sheet : ToolSheet.all()) {
      specification.toolCall(Calls.tool(sheet), (context, request) -> calls.call(sheet, request));
    }
    return specification.build();
  }

  private void listen(HttpServletStatelessServerTransport transport) throws LifecycleException {
    LEAKS.setLevel(Level.OFF);
    tomcat.setBaseDir(work.toString());
    tomcat.setSilent(true);
    Connector connector = new Connector();
    connector.setPort(listening.port());
    connector.setProperty("address", listening.address());
    connector.setProperty("maxThreads", "" + THREADS);
    connector.setProperty("minSpareThreads", "1");
    connector.setThrowOnFailure(true);
    tomcat.setConnector(connector);
    ErrorReportValve errors = new ErrorReportValve();
    errors.setShowServerInfo(false);
    errors.setShowReport(false);
    tomcat.getHost().getPipeline().addValve(errors);
    Context context = tomcat.addContext("", null);
    Wrapper servlet = Tomcat.addServlet(context, "mcp", transport);
    servlet.setAsyncSupported(true);
    context.addServletMappingDecoded(PATH, "mcp");
    tomcat.start();
    if (!tomcat.getConnector().getState().isAvailable()) {
      throw new DeskException("the connector did not start", null);
    }
  }

  /** Names by which this machine calls itself, and the site's. */
  private ServerTransportSecurityValidator check() {
    String port = ":" + tomcat.getConnector().getLocalPort();
    var check = DefaultServerTransportSecurityValidator.builder();
    for (String name : List.of("localhost", "127.0.0.1", "[::1]", bracketed())) {
      check.allowedHost(name + port).allowedOrigin("http://" + name + port);
    }
    URI site = listening.site();
    if (site != null) {
      check
          .allowedHost(site.getAuthority())
          .allowedOrigin(site.getScheme() + "://" + site.getAuthority());
    }
    return check.build();
  }

  private String bracketed() {
    return listening.address().contains(":")
        ? "[" + listening.address() + "]"
        : listening.address();
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://" + bracketed() + ":" + tomcat.getConnector().getLocalPort() + PATH);
  }

  /** Waits until it is closed. */
  public void await() {
    tomcat.getServer().await();
  }

  @Override
  public void close() {
    server.close();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    } finally {
      delete(work);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      // A file that is left in the temporary folder harms nobody.
    }
  }
}
