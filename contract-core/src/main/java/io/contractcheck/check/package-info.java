/** Checks look at an exchange and name failures; a failure has an identity. */
@NullMarked
package io.contractcheck.check;

import org.jspecify.annotations.NullMarked;
