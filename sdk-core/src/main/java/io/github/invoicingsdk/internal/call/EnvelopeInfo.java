package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.vocabulary.Envelope;
import java.util.List;

/**
 * What {@link Envelope} says, read once: an annotation looks its values up for everyone who asks.
 *
 * @param members the paths of the payload, of which the first one present is read
 * @param match the argument that the payload's id must equal, or an empty text
 * @param success the path of the flag that is false when the provider refused, or an empty text
 * @param optional whether the body may be blank instead
 */
record EnvelopeInfo(List<String> members, String match, String success, boolean optional) {

  static EnvelopeInfo of(Envelope envelope) {
    return new EnvelopeInfo(
        List.of(envelope.members()), envelope.match(), envelope.success(), envelope.optional());
  }
}
