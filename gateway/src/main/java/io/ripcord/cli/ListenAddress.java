package io.ripcord.cli;

import java.net.InetSocketAddress;

/** Reads {@code HOST:PORT}, with an IPv6 address in brackets. Stateless. */
final class ListenAddress {
  private static final int MAX_PORT = 65_535;

  private ListenAddress() {}

  /**
   * The address that a text names, resolved.
   *
   * @param name of the option, for the message
   * @throws IllegalArgumentException when it names none
   */
  static InetSocketAddress parse(String name, String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      host = "";
    }
    int port = port(text.substring(colon + 1));
    if (host.isEmpty() || port < 0) {
      throw new IllegalArgumentException(
          name + ": found '" + text + "', expected HOST:PORT with a port from 0 to " + MAX_PORT);
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          name + ": found the host '" + host + "', expected one that is known");
    }
    return address;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port <= MAX_PORT ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** As it is written: an IPv6 address in brackets. */
  static String format(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
