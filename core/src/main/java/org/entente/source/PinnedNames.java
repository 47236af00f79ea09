package org.entente.source;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once for each connection, refuses what the policy does, and hands exactly the
 * addresses that were checked to the connection: a name that answers otherwise a moment later leads
 * nowhere else.
 */
final class PinnedNames implements DnsResolver {
  private final Names names;
  private final AddressPolicy policy;

  PinnedNames(Names names, AddressPolicy policy) {
    this.names = names;
    this.policy = policy;
  }

  /** Where the addresses of a name come from. */
  @FunctionalInterface
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** The name leads inside. */
  static final class Inside extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Inside(String host) {
      super(host);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.of(host);
    for (InetAddress address : found) {
      if (!policy.allows(address)) {
        throw new Inside(host);
      }
    }
    return found;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Stream.of(resolve(host)).map(a -> new InetSocketAddress(a, port)).toList();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
