import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient
import io.github.invoicingsdk.sandbox.Sandbox

/** What may be missing is nullable, and the compiler says so. */
fun main() {
    Sandbox.start().use { sandbox ->
        InvoiceXpressClient.builder()
            .baseUrl(sandbox.invoiceXpressUrl())
            .apiKey(sandbox.invoiceXpressApiKey())
            .build()
            .use { client ->
                val series: String? = client.sequences().get(146090).serie()
                val length: Int = series?.length ?: 0
                println("consumer: $series of $length characters, Kotlin ${KotlinVersion.CURRENT}")
            }
    }
}
