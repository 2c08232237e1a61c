/** ECMA-262 patterns: match, generate. One engine for generation and validation. Not part of the public API. */
@NullMarked
package io.contractcheck.regex;

import org.jspecify.annotations.NullMarked;
