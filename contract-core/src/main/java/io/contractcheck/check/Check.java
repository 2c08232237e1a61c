package io.contractcheck.check;

/** Looks at an exchange and says whether a promise was kept. Without state; thread-safe. */
public interface Check {
    /** The name users select it by, in snake case. */
    String name();

    /** Judges one exchange. An exception out of here is a defect of the check, and reported as such. */
    Verdict check(CheckContext context);
}
