/** Real API documents, cases for all of their operations, and another judge of each case. */
@NullMarked
package io.contractcheck.corpus;

import org.jspecify.annotations.NullMarked;
