/** Measures how fast cases are made. Prints tables; judges nothing. */
@NullMarked
package io.contractcheck.benchmark;

import org.jspecify.annotations.NullMarked;
