/** A program on the module path. */
module consumer {
  requires io.github.invoicingsdk.core;
  requires io.github.invoicingsdk.sandbox;
}
