package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.time.Duration;
import org.springframework.beans.factory.BeanFactory;

/** Sends a small reading request for an account, whose outcome its activity learns as of any. */
@FunctionalInterface
interface AccountProbe {

  /** Sends the request once; what it throws the activity knows already. */
  void send();

  /** A probe with the client bean of an account, which is not made before it is needed. */
  static AccountProbe of(InvoicingAccount account, BeanFactory beans, Duration timeout) {
    return () -> {
      Object client = beans.getBean(account.clientBeanName());
      CallOptions once =
          CallOptions.defaults().toBuilder().timeout(timeout).retry(RetryPolicy.never()).build();
      // No data of customers is read, and every user of an account may see its sequences.
      switch (account.provider()) {
        case INVOICEXPRESS -> ((InvoiceXpressClient) client).with(once).sequences().list();
        case IDOKLAD ->
            ((IdokladClient) client).with(once).numericSequences().list().withPageSize(1).page(1);
        case IDOKLAD_V2 ->
            ((IdokladV2Client) client).with(once).numericSequences().list().withPageSize(1).page(1);
      }
    };
  }
}
