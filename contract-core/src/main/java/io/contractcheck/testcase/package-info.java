/** Test cases: what is sent and why; parameter styles and media types; a case written as HTTP. */
@NullMarked
package io.contractcheck.testcase;

import org.jspecify.annotations.NullMarked;
