/** A PostgreSQL for the run, and its state restored between scenarios. */
@org.jspecify.annotations.NullMarked
package io.contractcheck.hooks.postgres;
