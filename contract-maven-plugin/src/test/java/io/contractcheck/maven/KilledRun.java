package io.contractcheck.maven;

import java.nio.file.Path;

/** {@code contract:check} in a JVM of its own. */
final class KilledRun {
    private KilledRun() {}

    /** @param arguments the folder of the document and the reports, and where the service is */
    public static void main(String[] arguments) throws Exception {
        new Pom(Path.of(arguments[0]))
                .property("contract.baseUrl", arguments[1])
                .run(
                        new CheckMojo(),
                        "check",
                        "<maxExamples>100000</maxExamples><seed>7</seed><malformedRequests>false</malformedRequests>")
                .execute();
    }
}
