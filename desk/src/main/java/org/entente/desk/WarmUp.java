package org.entente.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import org.entente.store.Comments;
import org.entente.store.Store;
import org.entente.store.StoreException;

/**
 * Goes the way of a member's request many times soon after the start, so that Java has compiled it
 * before many come at once: the desk asks itself for a review that is not there, with the cookie of
 * a session that is not there, and the store what a comment of nobody would ask. Nothing is
 * changed. The garbage of the start is thrown away at the end. What cannot be warmed stays cold.
 */
final class WarmUp implements Runnable {
  /** The first page comes first. */
  private static final Duration LATER = Duration.ofSeconds(2);

  /** Java compiles a method that was called 200 times ({@code Tier3InvocationThreshold}). */
  static final int TIMES = 250;

  private final URI review;
  private final Comments comments;
  private volatile int done;

  WarmUp(URI desk, Store store) {
    this.review = desk.resolve("/posts/0000/00/none");
    this.comments = new Comments(store);
  }

  /** Begins it beside all else. */
  void begin() {
    Thread.ofPlatform().name("entente-warm-up").daemon().start(this);
  }

  @Override
  public void run() {
    try {
      Thread.sleep(LATER);
      for (int i = 1; i <= TIMES; i++) {
        ask();
        comments.warmUp();
        done = i;
      }
      System.gc();
    } catch (IOException | StoreException e) {
      // the desk is closed, its address is not to be reached from here, or the store is in use
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often it has gone the whole way. */
  int done() {
    return done;
  }

  private void ask() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) review.toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestProperty("Cookie", SessionKeys.COOKIE + "=none");
    connection.setRequestProperty("Connection", "close"); // as from many machines
    connection.getResponseCode();
    try (InputStream page = connection.getErrorStream()) {
      if (page != null) {
        page.readAllBytes();
      }
    }
  }
}
