import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient

/** Must not compile: the series may be missing, and the account's name must not be null. */
fun series(client: InvoiceXpressClient): String = client.sequences().get(146090).serie()

fun withoutAccount() = InvoiceXpressClient.builder().account(null)
