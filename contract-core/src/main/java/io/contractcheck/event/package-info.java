/** Everything that happens in a run is an event; the journal keeps events as lines of NDJSON that read back. */
@NullMarked
package io.contractcheck.event;

import org.jspecify.annotations.NullMarked;
