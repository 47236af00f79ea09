package org.entente.desk;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a desk is served.
 *
 * @param store a file of SQLite, or an address of PostgreSQL
 * @param address the address to listen on; loopback unless somebody says otherwise
 * @param port 1 to 65535; 0 takes a free one
 * @param demo whether the store is the demo's, which pages say
 * @param site the address under which others know it, as {@code https://desk.example.org/}; null
 *     for this machine alone
 * @param outside what it uses of the world outside
 */
public record DeskSettings(
    String store, String address, int port, boolean demo, @Nullable URI site, Outside outside) {
  /** The port of a desk where nobody says otherwise. */
  public static final int PORT = 8087;

  public DeskSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not within 0..65535");
    }
    if (address.isBlank()) {
      throw new IllegalArgumentException("the address to listen on must not be blank");
    }
    if (site != null && !site.toString().matches("https?://[^/?#]+/")) {
      throw new IllegalArgumentException(
          "the site '" + site + "' must be http(s)://host/ and nothing more");
    }
  }

  public DeskSettings(String store, String address, int port, boolean demo) {
    this(store, address, port, demo, null);
  }

  public DeskSettings(String store, String address, int port, boolean demo, @Nullable URI site) {
    this(store, address, port, demo, site, demo ? Outside.resting() : Outside.standard());
  }

  /** On loopback at the usual port. */
  public static DeskSettings of(String store) {
    return new DeskSettings(store, "127.0.0.1", PORT, false);
  }

  /**
   * What whoever starts such a desk should know, in a sentence: browsers keep its cookies, which
   * are Secure, over https alone, or on the machine itself. Empty when people can sign in.
   */
  public Optional<String> warning() {
    boolean encrypted = site != null && "https".equals(site.getScheme());
    boolean here = isLoopback(address) && (site == null || isLoopback(site.getHost()));
    return encrypted || here
        ? Optional.empty()
        : Optional.of(
            "Nobody can sign in from another machine over http, because browsers keep the desk's cookies"
                + " over https only; put a server with TLS before the desk and name its address with"
                + " --site https://HOST/.");
  }

  /** What is no name or number of this machine alone counts as reached from outside. */
  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")
        || host.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
      return true;
    }
    boolean number = host.matches("[0-9.]+") || host.contains(":");
    try {
      return number && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public DeskSettings withPort(int other) {
    return new DeskSettings(store, address, other, demo, site, outside);
  }

  public DeskSettings withOutside(Outside other) {
    return new DeskSettings(store, address, port, demo, site, other);
  }
}
