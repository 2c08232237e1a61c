package io.contractcheck.trace;

/** Whose stack traces are read. */
public enum Language {
    /** Java and all else that runs on its machine. */
    JAVA,
    /** JavaScript on V8, as in Node.js. */
    NODE,
    PYTHON,
    DOTNET,
    GO
}
