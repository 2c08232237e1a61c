package io.contractcheck;

import io.contractcheck.auth.AuthException;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.engine.RunBrokenException;
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
        } catch (ContractException | RunBrokenException e) {
            String message = String.valueOf(e.getMessage());
            String masked = secrets.mask(message);
            // A cause would tell what was masked
            throw masked.equals(message) ? e : new ContractException(masked);
        } catch (AuthException e) {
            throw new ContractException(secrets.mask(String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String message =
                    "ContractCheck failed by itself, which is a defect of it, of a hook or of a listener: " + e;
            String masked = secrets.mask(message);
            throw masked.equals(message) ? new ContractException(message, e) : new ContractException(masked);
        }
    }
}
