/** What goes over the wire: requests, responses, exchanges, the transport, and the one place where secrets are masked. */
@NullMarked
package io.contractcheck.http;

import org.jspecify.annotations.NullMarked;
