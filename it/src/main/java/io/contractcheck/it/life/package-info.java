/** Services whose things are created, read, changed and deleted, each right or with one flaw that shows after a few calls only. */
@NullMarked
package io.contractcheck.it.life;

import org.jspecify.annotations.NullMarked;
