package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueResult;

/**
 * How issuing goes on when the draft that was to be finished is none any more.
 *
 * @param <D> the provider's document
 */
interface AnotherWay<D> {

  /** Looks anew at what is noted, since something else has happened meanwhile. */
  Plan<IssueResult<D>> restart();

  /** The noted document cannot be read. */
  Plan<IssueResult<D>> vanished(IssueEntry entry, long id);

  /** The noted document is gone, or another one than was meant. */
  Plan<IssueResult<D>> abandon(IssueEntry entry, long id);
}
