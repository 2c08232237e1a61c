package io.contractcheck.event;

/** Is told everything that happens, in order, one event at a time. */
@FunctionalInterface
public interface RunListener {
    /** Something happened. */
    void on(RunEvent event);
}
