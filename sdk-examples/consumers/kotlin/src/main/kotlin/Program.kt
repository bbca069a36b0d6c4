import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType
import io.github.invoicingsdk.sandbox.Sandbox

/** What is always sent needs no `!!`. What may be missing is nullable, and the compiler says so. */
fun main() {
    Sandbox.start().use { sandbox ->
        InvoiceXpressClient.builder()
            .baseUrl(sandbox.invoiceXpressUrl())
            .apiKey(sandbox.invoiceXpressApiKey())
            .build()
            .use { client ->
                val sequence = client.sequences().get(146090)
                val series: String = sequence.serie()
                val default: Boolean = sequence.defaultSequence()
                val quotes = sequence.numberings()[SequenceDocumentType.QUOTE]
                val last: Long = quotes?.number() ?: 0
                val code: String? = quotes?.validationCode()
                println("consumer: $series, default $default, last quote $last, code ${code ?: "none"}, Kotlin ${KotlinVersion.CURRENT}")
            }
    }
}
