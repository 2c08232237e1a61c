/** From a schema to jqwik arbitraries of valid values. Usable as a library by itself. */
@NullMarked
package io.contractcheck.generate;

import org.jspecify.annotations.NullMarked;
