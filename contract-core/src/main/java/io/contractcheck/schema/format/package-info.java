/** String and number formats that schemas can name. */
@NullMarked
package io.contractcheck.schema.format;

import org.jspecify.annotations.NullMarked;
