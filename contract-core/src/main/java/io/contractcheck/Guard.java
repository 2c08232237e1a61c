package io.contractcheck;

import io.contractcheck.auth.AuthException;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.engine.RunBrokenException;
import io.contractcheck.internal.report.MergeException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;

/** Lets nothing out but what users can read, with no secret in it. */
final class Guard {
    private Guard() {}

    /**
     * The result of some work.
     *
     * @throws ContractException if the work could not be done
     * @throws RunBrokenException likewise, found by the engine
     */
    static <T> T of(Secrets secrets, Supplier<T> work) {
        try {
            return work.get();
        } catch (ContractException | RunBrokenException | MergeException e) {
            throw tells(e, secrets) ? new ContractException(secrets.mask(String.valueOf(e.getMessage()))) : e;
        } catch (AuthException e) {
            throw new ContractException(secrets.mask(String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String message =
                    "ContractCheck failed by itself, which is a defect of it, of a hook or of a listener: " + e;
            throw tells(e, secrets) ? new ContractException(secrets.mask(message)) : new ContractException(message, e);
        }
    }

    /** Whether a secret is in its message or in that of any cause, all of which Maven shows with -e. */
    private static boolean tells(Throwable e, Secrets secrets) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return !secrets.mask(trace.toString()).equals(trace.toString());
    }
}
