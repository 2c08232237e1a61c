/** Credentials of an operation: apply and strip. */
@NullMarked
package io.contractcheck.auth;

import org.jspecify.annotations.NullMarked;
