/** What users plug in: a sealed marker and small one-method interfaces. */
@NullMarked
package io.contractcheck.hook;

import org.jspecify.annotations.NullMarked;
