package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;

/** A small program that does one thing with InvoiceXpress. */
@FunctionalInterface
interface Example {

  /**
   * Does it.
   *
   * @param client the client of the account
   * @param world the day, the folder and the output
   * @throws IOException when a file cannot be written
   */
  void run(InvoiceXpressClient client, World world) throws IOException;

  /**
   * What an example needs of the world.
   *
   * @param today the day on which documents are issued
   * @param folder where files go
   * @param out where it tells what it does
   */
  record World(LocalDate today, Path folder, PrintStream out) {}
}
