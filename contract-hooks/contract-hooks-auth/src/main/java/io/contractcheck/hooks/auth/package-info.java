/** Hooks that authenticate requests. */
@NullMarked
package io.contractcheck.hooks.auth;

import org.jspecify.annotations.NullMarked;
