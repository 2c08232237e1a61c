package io.contractcheck.internal.report;

import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.io.Writer;

/** A file that tells of a run. */
public interface Report {
    /** The name users select it by. */
    String name();

    /** The file's name in the reports directory. */
    String file();

    /** Writes the whole file. */
    void write(RunSummary summary, Writer out) throws IOException;
}
