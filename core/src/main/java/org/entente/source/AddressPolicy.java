package org.entente.source;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which network addresses may be read from. */
@FunctionalInterface
interface AddressPolicy {
  boolean allows(InetAddress address);

  /**
   * Only addresses of the public internet: no loopback, private, link-local, shared, reserved or
   * multicast ones (IANA special-purpose registries), nor IPv6 forms that wrap an IPv4 address.
   */
  AddressPolicy PUBLIC =
      address -> {
        boolean special =
            address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] b = address.getAddress();
        return !special && (address instanceof Inet6Address ? isPublic6(b) : isPublic4(b));
      };

  private static boolean isPublic4(byte[] b) {
    int first = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean protocol = first == 192 && second == 0 && (b[2] == 0 || b[2] == 2);
    return first != 0 && first < 224 && !shared && !benchmark && !protocol;
  }

  /** 2000::/3 is global unicast; 2002::/16 (6to4) and 2001::/32 (Teredo) wrap IPv4. */
  private static boolean isPublic6(byte[] b) {
    boolean global = (b[0] & 0xE0) == 0x20;
    boolean wrapped = b[0] == 0x20 && (b[1] == 0x02 || (b[1] == 0x01 && b[2] == 0 && b[3] == 0));
    return global && !wrapped;
  }
}
