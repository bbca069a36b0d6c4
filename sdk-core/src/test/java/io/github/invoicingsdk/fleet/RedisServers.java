package io.github.invoicingsdk.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import redis.embedded.RedisServer;

/** A real Redis server on the loopback interface, which can be stopped and started. */
final class RedisServers implements AutoCloseable {

  private final int port;
  private RedisServer server;

  private RedisServers(int port) throws IOException {
    this.port = port;
    this.server = server(port);
  }

  /** A server on a free port, which has been started. */
  static RedisServers started() throws IOException {
    RedisServers servers = new RedisServers(freePort());
    servers.server.start();
    return servers;
  }

  /** Where it is. */
  URI url() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Stops it; what it held is lost. */
  void stop() throws IOException {
    server.stop();
  }

  /** Starts it again, empty. */
  void start() throws IOException {
    server = server(port);
    server.start();
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }

  private static RedisServer server(int port) throws IOException {
    return RedisServer.newRedisServer()
        .port(port)
        .bind("127.0.0.1")
        .setting("save \"\"")
        .setting("appendonly no")
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
