package io.github.invoicingsdk.bundle;

/** Tells whether a signature belongs to a file. */
interface Signatures {
  /**
   * Verifies a detached signature.
   *
   * @param file the signed bytes
   * @param signature the armoured signature
   * @return whether it is a good one, of a known key
   */
  boolean verify(byte[] file, byte[] signature);
}
