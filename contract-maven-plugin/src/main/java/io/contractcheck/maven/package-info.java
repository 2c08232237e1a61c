/** Turns pom configuration into a run's configuration, and a run's result into a build's result. */
@NullMarked
package io.contractcheck.maven;

import org.jspecify.annotations.NullMarked;
