/** Reading JSON and YAML text into Jackson trees; documents and references; pointers; JSON equality and numbers. */
@NullMarked
package io.contractcheck.json;

import org.jspecify.annotations.NullMarked;
