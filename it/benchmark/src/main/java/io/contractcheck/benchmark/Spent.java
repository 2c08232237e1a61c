package io.contractcheck.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some requests cost.
 *
 * @param requests how many
 * @param wall nanoseconds that passed
 * @param cpu nanoseconds of CPU time of this whole process, compiler and collector with it
 */
record Spent(long requests, long wall, long cpu) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Clock begin() {
        return new Clock(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    double perSecond() {
        return requests * 1e9 / wall;
    }

    /** Milliseconds of CPU time for a request. */
    double cpuMillis() {
        return cpu / 1e6 / requests;
    }

    /** When it began. */
    record Clock(long wall, long cpu) {
        Spent end(long requests) {
            return new Spent(requests, System.nanoTime() - wall, SYSTEM.getProcessCpuTime() - cpu);
        }
    }
}
