package org.entente.desk.sources;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Politeness: one request at a time to a host, and a pause after each. Thread-safe. */
final class Hosts {
  private final Duration pause;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /**
   * @param pause between two requests to one host
   */
  Hosts(Duration pause) {
    this.pause = pause;
  }

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private long next = System.nanoTime();
  }

  /** Something that asks a host. */
  interface Request<T, E extends Exception> {
    T ask() throws E;
  }

  /** Asks when it is the host's turn. */
  <T, E extends Exception> T inTurn(String address, Request<T, E> request)
      throws E, InterruptedException {
    Turn turn = turns.computeIfAbsent(of(address), h -> new Turn());
    turn.lock.lockInterruptibly();
    try {
      long wait = turn.next - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
      return request.ask();
    } finally {
      turn.next = System.nanoTime() + pause.toNanos();
      turn.lock.unlock();
    }
  }

  /** The host of an address in small letters; the address itself where it has none. */
  static String of(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? address : host.toLowerCase(java.util.Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
