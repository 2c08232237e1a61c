/** What services say was wrong with a request, in the shapes and words of the frameworks that they are made with. */
@NullMarked
package io.contractcheck.learn.error;

import org.jspecify.annotations.NullMarked;
