package io.contractcheck.check;

/** Which calls a check needs before it can be missed; it may look at others too. */
public enum Subject {
    /** All. */
    ANY,
    /** Those that the document allows. */
    VALID,
    /** Those with something wrong. */
    INVALID,
    /** Those with a method that the document does not have on the path. */
    METHOD,
    /** HEAD in place of GET. */
    HEAD,
    /** Those that follow from others. */
    SEQUENCE,
    /** Those made as nobody, or with forged credentials. */
    SENDER,
    /** Those made as another user. */
    STRANGER
}
