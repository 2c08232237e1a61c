/**
 * Hooks that mend known differences between a document and its service. All are in one jar, and each does nothing until its hook
 * property is set.
 */
@NullMarked
package io.contractcheck.hooks.repair;

import org.jspecify.annotations.NullMarked;
