/** A service with many bugs at once, each of which a run must show, and show once. */
@NullMarked
package io.contractcheck.it.depot;

import org.jspecify.annotations.NullMarked;
