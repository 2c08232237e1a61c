/** Why a run may have proven less than it seems to: one class for each kind of doubt. */
@NullMarked
package io.contractcheck.internal.doubt;

import org.jspecify.annotations.NullMarked;
