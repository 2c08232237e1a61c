/** Runs scenarios, sends, checks, confirms, tells. */
@NullMarked
package io.contractcheck.internal.engine;

import org.jspecify.annotations.NullMarked;
