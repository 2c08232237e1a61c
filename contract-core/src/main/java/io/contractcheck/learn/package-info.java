/** What a service's answers tell of it beyond its document: values that it has, and rules that it enforces. */
@NullMarked
package io.contractcheck.learn;

import org.jspecify.annotations.NullMarked;
