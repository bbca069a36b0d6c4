package io.github.invoicingsdk.issuing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a journal knows of one document that is being issued. The SDK makes the entries; a journal
 * keeps them as they are.
 *
 * <p>Immutable and thread-safe. Two entries of a key are the same if their versions are.
 *
 * @param key which document is meant
 * @param version 1 for a new entry, and one more with every change
 * @param digest a digest of what the document is to say: 64 hexadecimal digits
 * @param uniqueId the id that was sent with the creation, at most 255 characters
 * @param documentId the provider's id of the document; null before one is known
 * @param number the number of the document as the provider prints it; null before it has one
 */
public record IssueEntry(
    IssueKey key,
    int version,
    String digest,
    String uniqueId,
    @Nullable Long documentId,
    @Nullable String number) {

  /**
   * Creates an entry, as a journal does that reads one.
   *
   * @param key which document is meant
   * @param version at least 1
   * @param digest a digest of what the document is to say
   * @param uniqueId the id that was sent with the creation
   * @param documentId the provider's id of the document; null before one is known
   * @param number the number of the document; null before it has one
   * @throws IllegalArgumentException if {@code version} is less than 1
   * @throws NullPointerException if another argument than the last two is null
   */
  public IssueEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(uniqueId, "uniqueId");
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + "; versions begin with 1");
    }
  }

  /**
   * The intention to create a document.
   *
   * @param key which document is meant
   * @param digest a digest of what it is to say
   * @param uniqueId the id that is sent with the creation
   * @return the first entry of the key
   */
  public static IssueEntry intended(IssueKey key, String digest, String uniqueId) {
    return new IssueEntry(key, 1, digest, uniqueId, null, null);
  }

  /**
   * The entry that follows when creation is tried again, or the document is gone.
   *
   * @param newDigest a digest of what it is to say now
   * @param newUniqueId the id that is sent with the new creation
   * @return the next version, without a document
   */
  public IssueEntry intendedAgain(String newDigest, String newUniqueId) {
    return new IssueEntry(key, version + 1, newDigest, newUniqueId, null, null);
  }

  /**
   * The entry that follows when the document is known, or its draft was changed.
   *
   * @param id the provider's id of the document
   * @param newDigest a digest of what it says now
   * @param newUniqueId the id that was sent with its creation
   * @return the next version, with the document
   */
  public IssueEntry created(long id, String newDigest, String newUniqueId) {
    return new IssueEntry(key, version + 1, newDigest, newUniqueId, id, null);
  }

  /**
   * The entry that follows when the document has a number.
   *
   * @param newNumber the number as the provider prints it
   * @return the next version, with the number
   */
  public IssueEntry numbered(String newNumber) {
    return new IssueEntry(key, version + 1, digest, uniqueId, documentId, newNumber);
  }
}
