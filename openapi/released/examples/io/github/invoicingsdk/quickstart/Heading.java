package io.github.invoicingsdk.quickstart;

import java.io.PrintStream;

/** Prints the heading of a section. */
final class Heading {

  private Heading() {}

  static void print(PrintStream out, String text) {
    out.println();
    out.println("== " + text);
  }
}
