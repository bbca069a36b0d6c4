package io.github.invoicingsdk.faults;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.ApacheTransport;
import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.OkHttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;

/** What sends requests: the SDK's own transport and all that can be put in its place. */
enum Sender {
  JDK {
    @Override
    Opened open() {
      return new Opened() {
        @Override
        void applyTo(ClientBuilder<?> builder) {}

        @Override
        void end() {}
      };
    }
  },
  OKHTTP {
    @Override
    Opened open() {
      return okHttp(new OkHttpClient());
    }
  },
  APACHE {
    @Override
    Opened open() {
      return apache(HttpClients.custom());
    }
  },
  /** A client of Feign for which the caller vouches. */
  UNVERIFIED {
    @Override
    Opened open() {
      OkHttpClient http =
          new OkHttpClient.Builder().retryOnConnectionFailure(false).followRedirects(false).build();
      return new Opened() {
        @Override
        void applyTo(ClientBuilder<?> builder) {
          builder.unverifiedTransport(new OfTheCaller(http));
        }

        @Override
        void end() {
          http.connectionPool().evictAll();
        }
      };
    }
  };

  /** A transport that a client can use, and that knows nothing of others. */
  abstract Opened open();

  /** The same by way of a proxy, whose part a server plays. */
  Opened openThrough(FaultServer server) {
    InetSocketAddress proxy =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.url().getPort());
    return switch (this) {
      case JDK -> jdkThrough(proxy);
      case OKHTTP ->
          okHttp(new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, proxy)).build());
      case APACHE ->
          apache(
              HttpClients.custom()
                  .setProxy(new HttpHost("http", proxy.getHostString(), proxy.getPort())));
      case UNVERIFIED ->
          throw new IllegalArgumentException("the caller's own client has its own proxy");
    };
  }

  private static Opened jdkThrough(InetSocketAddress proxy) {
    return new Opened() {
      @Override
      void applyTo(ClientBuilder<?> builder) {
        builder.proxy(ProxySelector.of(proxy));
      }

      @Override
      void end() {}
    };
  }

  /** A transport made of a client of OkHttp. */
  static Opened okHttp(OkHttpClient http) {
    return new Opened() {
      @Override
      void applyTo(ClientBuilder<?> builder) {
        builder.transport(OkHttpTransport.of(http));
      }

      @Override
      void end() {
        http.connectionPool().evictAll();
      }
    };
  }

  /** A transport made of the settings of a client of Apache's. */
  static Opened apache(HttpClientBuilder settings) {
    ApacheTransport transport = ApacheTransport.of(settings);
    return new Opened() {
      @Override
      void applyTo(ClientBuilder<?> builder) {
        builder.transport(transport);
      }

      @Override
      void end() throws IOException {
        transport.close();
      }
    };
  }

  /** A transport with its connections. */
  abstract static class Opened implements AutoCloseable {

    abstract void applyTo(ClientBuilder<?> builder);

    abstract void end() throws IOException;

    @Override
    public void close() throws IOException {
      end();
    }
  }

  /** As somebody may write it who knows OkHttp. */
  private record OfTheCaller(OkHttpClient http) implements Client {

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
      okhttp3.Request.Builder builder = new okhttp3.Request.Builder().url(request.url());
      request
          .headers()
          .forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
      // So that it does not decode what it gets.
      builder.header("Accept-Encoding", "gzip");
      boolean read = request.httpMethod() == Request.HttpMethod.GET;
      byte[] body = request.body() == null ? new byte[0] : request.body();
      okhttp3.Response response =
          http.newBuilder()
              .connectTimeout(options.connectTimeoutMillis(), TimeUnit.MILLISECONDS)
              .callTimeout(options.readTimeoutMillis(), TimeUnit.MILLISECONDS)
              .build()
              .newCall(
                  builder
                      .method(request.httpMethod().name(), read ? null : RequestBody.create(body))
                      .build())
              .execute();
      return Response.builder()
          .status(response.code())
          .headers(new HashMap<String, Collection<String>>(response.headers().toMultimap()))
          .request(request)
          .body(Objects.requireNonNull(response.body()).byteStream(), null)
          .build();
    }
  }
}
