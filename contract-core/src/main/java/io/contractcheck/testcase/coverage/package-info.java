/** The cases that a walk over an operation's document gives, each with one thing on its bound or one thing wrong. */
@NullMarked
package io.contractcheck.testcase.coverage;

import org.jspecify.annotations.NullMarked;
