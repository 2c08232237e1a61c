package io.contractcheck.it.life;

/** What can go wrong in the life of any thing. */
enum Slip {
    NONE,
    /** What was changed is read with a number for its first member. */
    MISTYPES_CHANGED,
    /** What was changed cannot be read. */
    LOSES_CHANGED,
    /** What was created cannot be read. */
    LOSES_CREATED,
    /** What was deleted can be read. */
    KEEPS_DELETED,
    /** What is in something that was deleted can be read. */
    KEEPS_INNER,
    /** To delete again fails. */
    FAILS_DELETED_TWICE,
    /** To change what was deleted is answered, wrongly. */
    REVIVES,
    /** A list that something was deleted from fails. */
    FAILS_SHORTENED_LIST
}
