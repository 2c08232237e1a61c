/** Running ContractCheck as a library: a configuration in, a summary out. */
@NullMarked
package io.contractcheck;

import org.jspecify.annotations.NullMarked;
