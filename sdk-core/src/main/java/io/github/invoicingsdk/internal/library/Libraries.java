package io.github.invoicingsdk.internal.library;

import com.google.gson.stream.JsonReader;
import feign.Request;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import java.io.Reader;
import java.time.Duration;

/**
 * Refuses libraries that are too old, before anything is sent. A build can bring them, since what a
 * parent or another import manages may go before what the SDK asks for, and the first that shows it
 * would be an error in the middle of a call, after a write perhaps.
 *
 * <p>Each check uses what is newest of all that the SDK uses, and not a name in a text: that works
 * where classes are renamed or compiled ahead of time, too. A class for each, because a class is
 * linked as a whole.
 */
public final class Libraries {

  private Libraries() {}

  /**
   * Checks what every client needs.
   *
   * @throws IllegalStateException when a library is too old; names it, what was found and the
   *     remedy
   */
  public static void requireForClients() {
    try {
      GsonUse.newest();
    } catch (LinkageError e) {
      throw tooOld("com.google.code.gson:gson", "2.12.0", "com.google.gson.JsonParser", e);
    }
    try {
      FeignUse.newest();
    } catch (LinkageError e) {
      throw tooOld("io.github.openfeign:feign-core", "11.10", "feign.Request", e);
    }
    try {
      Bucket4jUse.newest();
    } catch (LinkageError e) {
      throw tooOld("com.bucket4j:bucket4j_jdk17-core", "8.11.0", "io.github.bucket4j.Bucket", e);
    }
  }

  /**
   * Checks what sharing over Redis needs beside.
   *
   * @throws IllegalStateException when a library is missing or too old; names it, what was found
   *     and the remedy
   */
  public static void requireForRedis() {
    try {
      Bucket4jLettuceUse.newest();
    } catch (LinkageError e) {
      throw tooOld(
          "com.bucket4j:bucket4j_jdk17-lettuce",
          "8.12.0",
          "io.github.bucket4j.redis.lettuce.Bucket4jLettuce",
          e);
    }
  }

  private static IllegalStateException tooOld(
      String artifact, String needed, String type, LinkageError cause) {
    return new IllegalStateException(
        artifact
            + " must be "
            + needed
            + " or newer; the program has "
            + FoundJar.of(type)
            + ". Set its version in the build: a version that a parent manages goes before the one"
            + " in invoicing-sdk-bom",
        cause);
  }

  /** The limit of nesting, since 2.12; without it, a response can make recursion overflow. */
  private static final class GsonUse {
    static void newest() {
      JsonReader reader = new JsonReader(Reader.nullReader());
      reader.setNestingLimit(reader.getNestingLimit());
    }
  }

  /** The version of the protocol, as which responses are told. */
  private static final class FeignUse {
    static void newest() {
      Object unused = Request.ProtocolVersion.HTTP_1_1;
    }
  }

  /** The builder in stages, with which limits are made. */
  private static final class Bucket4jUse {
    static void newest() {
      Object unused = Bandwidth.builder().capacity(1).refillGreedy(1, Duration.ofMinutes(1));
    }
  }

  /** The builder that takes a connection of Lettuce. */
  private static final class Bucket4jLettuceUse {
    static void newest() {
      Object unused = Bucket4jLettuce.class;
    }
  }
}
