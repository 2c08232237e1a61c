/** A service with known faults, one at a time. */
@NullMarked
package io.contractcheck.it;

import org.jspecify.annotations.NullMarked;
