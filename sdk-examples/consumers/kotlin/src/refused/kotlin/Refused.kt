import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient
import io.github.invoicingsdk.invoicexpress.model.Client

/** Must not compile: a client may have no code, and the account's name must not be null. */
fun code(client: Client): String = client.code()

fun withoutAccount() = InvoiceXpressClient.builder().account(null)
