package io.contractcheck.check;

/** How much a failure weighs, heaviest first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
