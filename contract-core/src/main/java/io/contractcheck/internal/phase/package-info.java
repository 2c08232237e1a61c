/** Phases turn operations into scenarios; scenarios act through a session only. */
@NullMarked
package io.contractcheck.internal.phase;

import org.jspecify.annotations.NullMarked;
