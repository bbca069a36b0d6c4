package io.github.invoicingsdk.benchmarks.handwritten;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wrappers around what is meant, for Gson's reflection. */
public final class PlainEnvelopes {

  private PlainEnvelopes() {}

  /** The wrapper of one sequence. */
  public static final class OfSequence {

    @Nullable PlainSequence sequence;

    /** For Gson. */
    OfSequence() {}

    /**
     * What is wrapped.
     *
     * @return the sequence
     */
    public PlainSequence sequence() {
      if (sequence == null) {
        throw new IllegalStateException("the response holds no sequence");
      }
      return sequence;
    }
  }

  /** The wrapper of a sequence to be created. */
  public static final class OfNewSequence {

    final PlainNewSequence sequence;

    /**
     * Wraps it.
     *
     * @param sequence the sequence
     */
    public OfNewSequence(PlainNewSequence sequence) {
      this.sequence = sequence;
    }
  }

  /** A page of clients. */
  public static final class OfClients {

    @Nullable List<PlainClient> clients;
    @Nullable Pagination pagination;

    /** For Gson. */
    OfClients() {}

    /**
     * What is wrapped.
     *
     * @return the clients
     */
    public List<PlainClient> clients() {
      if (clients == null || pagination == null) {
        throw new IllegalStateException("the response holds no page of clients");
      }
      return clients;
    }
  }

  /** Where a page stands. */
  static final class Pagination {

    int totalEntries;
    int currentPage;
    int totalPages;
    int perPage;

    /** For Gson. */
    Pagination() {}
  }
}
