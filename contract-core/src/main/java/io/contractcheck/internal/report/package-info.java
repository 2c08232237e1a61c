/** From a journal's events to report files. */
@NullMarked
package io.contractcheck.internal.report;

import org.jspecify.annotations.NullMarked;
