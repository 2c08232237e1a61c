/** Stack traces in a service's log: which exceptions there are, what caused them, and where in the service's own code. */
@NullMarked
package io.contractcheck.trace;

import org.jspecify.annotations.NullMarked;
