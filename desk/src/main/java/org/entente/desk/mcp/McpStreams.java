package org.entente.desk.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;
import java.io.OutputStream;
import org.entente.store.Store;

/** Answers one client over two streams: a line of JSON-RPC each way, nothing else. */
public final class McpStreams {
  /** Characters of a line at most: no question needs more. */
  static final int LONGEST = 1 << 20;

  private McpStreams() {}

  /**
   * Answers until the input ends.
   *
   * @param store what is asked; not closed
   * @param in what the client writes
   * @param out what it reads; nobody else may write to it
   */
  public static void serve(Store store, InputStream in, OutputStream out)
      throws InterruptedException {
    Calls calls = new Calls(store);
    Exchange lines = new Exchange(in, out);
    var specification =
        McpServer.sync(
                new StdioServerTransportProvider(
                    McpJsonDefaults.getMapper(), lines.in(), lines.out(), LONGEST))
            .serverInfo("entente", McpHttp.VERSION)
            .instructions(Calls.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .jsonSchemaValidator(McpHttp.UNCHECKED)
            .validateToolInputs(false);
    for (ToolSheet sheet : ToolSheet.all()) {
      specification.toolCall(Calls.tool(sheet), (exchange, request) -> calls.call(sheet, request));
    }
    McpSyncServer server = specification.build();
    lines.awaitEnd();
    server.closeGracefully();
  }
}
