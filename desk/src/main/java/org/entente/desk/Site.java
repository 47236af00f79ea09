package org.entente.desk;

import java.net.URI;

/**
 * The address under which others know the desk. Links in mails and invitations are made of it,
 * never of what a request says about its host. Thread-safe.
 */
public final class Site {
  private final DeskSettings settings;
  private volatile int port;

  Site(DeskSettings settings) {
    this.settings = settings;
    this.port = settings.port();
  }

  void listensAt(int taken) {
    port = taken;
  }

  /** With a slash at its end. */
  public URI address() {
    URI named = settings.site();
    return named != null ? named : URI.create("http://localhost:" + port + "/");
  }

  /**
   * A page of the desk for somebody elsewhere.
   *
   * @param path begins with a slash
   */
  public URI link(String path) {
    return address().resolve(path.substring(1));
  }
}
