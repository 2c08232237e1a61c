package io.contractcheck.it;

/** What the vault service does in its own way: some ways are right, others are faults, each spoken of by exactly one check. */
public enum Habit {
    /** Strangers are told that there is nothing. */
    HIDES(""),
    /** Strangers are told that it is not for them. */
    FORBIDS(""),
    /** Who does not say who it is is sent to a login. */
    REDIRECTS(""),
    /** A bad request is refused before it is asked who sent it. */
    VALIDATES_FIRST(""),
    /** Whether there is such a vault is looked up before it is asked who wants to know. */
    LOOKS_FIRST(""),
    /** Deleting what is not there succeeds. */
    DELETES_BLINDLY(""),
    /** Each user has the same identifiers. */
    NUMBERS_EACH_USER(""),
    /** All vaults are everybody's, and listed so. */
    SHARES(""),
    /** Tokens tell nothing to whom they are handed out. */
    OPAQUE_TOKENS(""),
    /** A vault is read by whoever asks; the list is not. */
    IGNORES_AUTH("ignored_auth"),
    /** Nobody is asked for anything. */
    IGNORES_ALL_AUTH("ignored_auth"),
    /** Any key buys the rates. */
    ACCEPTS_ANY_KEY("ignored_auth"),
    /** The session is shown to whoever has none. */
    IGNORES_COOKIE("ignored_auth"),
    /** Any token is one of the first user. */
    ACCEPTS_ANY_TOKEN("ignored_auth"),
    /** What a token claims is believed whatever its signature. */
    IGNORES_SIGNATURE("ignored_auth"),
    /** What a token claims is believed if it says that it needs no signature. */
    ACCEPTS_ALG_NONE("ignored_auth"),
    /** A vault is read by every user. */
    LEAKS_TO_OTHERS("object_level_authorization"),
    /** A vault is changed by every user. */
    LETS_OTHERS_CHANGE("object_level_authorization"),
    /** A vault is deleted by every user. */
    LETS_OTHERS_DELETE("object_level_authorization"),
    /** The report is for every user. */
    IGNORES_SCOPES("function_level_authorization");

    private final String check;

    Habit(String check) {
        this.check = check;
    }

    /** The name of the check that must speak; empty if none must. */
    public String check() {
        return check;
    }
}
