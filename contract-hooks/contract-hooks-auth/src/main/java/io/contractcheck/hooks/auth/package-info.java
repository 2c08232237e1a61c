/**
 * Hooks that authenticate requests in ways that the plugin's configuration cannot express, above all by signing them. All are in one
 * jar, and each does nothing until its hook properties are set.
 */
@NullMarked
package io.contractcheck.hooks.auth;

import org.jspecify.annotations.NullMarked;
