package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * What is meant to be wrong with a value.
 *
 * @param pointer where
 * @param keyword the rule
 * @param alone whether no other rule may be broken beside it
 */
record Fault(JsonPointer pointer, String keyword, boolean alone) {
    Fault under(JsonPointer parent) {
        return new Fault(parent.append(pointer), keyword, alone);
    }
}
