/** One model over the raw OpenAPI document; the differences between OpenAPI versions end here. */
@NullMarked
package io.contractcheck.openapi;

import org.jspecify.annotations.NullMarked;
