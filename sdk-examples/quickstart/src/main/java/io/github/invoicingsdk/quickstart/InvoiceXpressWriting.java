package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.RegisterErrorCodes;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.result.Pending;
import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;

/** Shows what changes something at InvoiceXpress. For the sandbox only. */
final class InvoiceXpressWriting {

  private static final int MAX_POLLS = 10;

  private final InvoiceXpressClient client;
  private final PrintStream out;

  InvoiceXpressWriting(InvoiceXpressClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** Registers a sequence with the Tax Authority. */
  Sequence register(long sequenceId) {
    Heading.print(out, "InvoiceXpress: register sequence " + sequenceId);
    Sequence registered = client.sequences().register(sequenceId);
    out.println("registered with the Tax Authority: there is one validation code per type");
    return registered;
  }

  /** Registers a sequence that is registered already, to show a translated error. */
  void registerAgain(long sequenceId) {
    Heading.print(out, "InvoiceXpress: register it again, which is refused");
    try {
      client.sequences().register(sequenceId);
      throw new IllegalStateException("sequence " + sequenceId + " was registered twice");
    } catch (ConflictException e) {
      if (!e.is(RegisterErrorCodes.ALL_REGISTERED)) {
        throw e;
      }
      out.println("message   " + e.getMessage());
      out.println("type      " + e.getClass().getSimpleName());
      out.println("code      " + RegisterErrorCodes.ALL_REGISTERED.name());
      out.println("meaning   " + RegisterErrorCodes.ALL_REGISTERED.meaning());
      out.println("done?     " + (e.mayHaveBeenProcessed() ? "perhaps" : "certainly not"));
    }
  }

  /**
   * Has a PDF made.
   *
   * <p>Programs call {@link Pending#await}, which pauses between two requests. The sandbox needs no
   * pause, and a quickstart should be quick.
   */
  void makePdf(long documentId) {
    Heading.print(out, "InvoiceXpress: PDF of document " + documentId);
    Pending<URI> pending = client.documents().pdf(documentId);
    for (int polls = 1; polls <= MAX_POLLS; polls++) {
      Optional<URI> pdf = pending.poll();
      out.println("asked for the " + ordinal(polls) + " time: " + pdf.map(this::at).orElse("wait"));
      if (pdf.isPresent()) {
        return;
      }
    }
    throw new IllegalStateException("the PDF was not ready after asking " + MAX_POLLS + " times");
  }

  private String at(URI pdf) {
    return "ready at " + pdf.getPath();
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 1 -> "1st";
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> number + "th";
    };
  }
}
